/// An Arabic word and how ALA-LC writes each of its letters, brought together as vocalized Arabic.
///
/// The vowels of a chunk go to the letters as Arabic writes them: a short vowel as a mark on the consonant before it, a
/// doubled consonant as a shadda, ā on a consonant as a dagger alif, a hyphen as the end of a prefix (U+2060). The
/// article stays bare, as in the lexicon.
struct ScholarlyReading {
  private var letters: [Letter] = []

  private struct Letter {
    let code: UInt16
    var vowel: UInt16 = 0
    var isDoubled = false
    var hasDagger = false
    var endsPrefix = false
    var isLong = false
  }

  private enum Mark {
    static let fatha: UInt16 = 0x64E
    static let damma: UInt16 = 0x64F
    static let kasra: UInt16 = 0x650
    static let sukun: UInt16 = 0x652
    static let dagger: UInt16 = 0x670
    static let prefixEnd: UInt16 = 0x2060
  }

  private static let alif: UInt16 = 0x627
  private static let madda: UInt16 = 0x622
  private static let lam: UInt16 = 0x644
  private static let waw: UInt16 = 0x648
  private static let ya: UInt16 = 0x64A
  private static let maqsura: UInt16 = 0x649
  private static let farsiYa: UInt16 = 0x6CC
  private static let taMarbuta: UInt16 = 0x629

  /// Brings letters and the chunks of each together.
  init(letters codes: [UInt16], chunks: [[UInt16]]) {
    var chunks = chunks
    Self.shift(&chunks, codes)
    for (code, chunk) in zip(codes, chunks) { append(code, chunk) }
  }

  /// Moves what stands with a neighbour to the letter that writes it.
  ///
  /// The first of two equal consonants goes to the second ("ḥam", "ma" to "ḥa", "mma"), and y before the ending of
  /// -īyah to its ya. A long vowel before its own consonant stands for two of it, as in ALA-LC.
  private static func shift(_ chunks: inout [[UInt16]], _ codes: [UInt16]) {
    let count = min(chunks.count, codes.count)
    for (place, next) in zip(0..<count, (0..<count).dropFirst()) {
      if codes[next] == taMarbuta, codes[place] == ya || codes[place] == farsiYa, chunks[place].last == longI,
        chunks[next].starts(with: [0x79, 0x61])
      {
        chunks[place] += chunks[next].prefix(2)
        chunks[next].removeFirst(2)
      }
      let vowel = chunks[place].lastIndex { Self.vowel($0) != nil }
      let split = chunks[place].suffix(from: vowel.map { $0 + 1 } ?? chunks[place].count)
      if !split.isEmpty, !split.contains(0x2D), chunks[next].starts(with: split) {
        chunks[next].insert(contentsOf: split, at: 0)
        chunks[place].removeLast(split.count)
      }
    }
    for place in 0..<count {
      guard let second = chunks[place].indices.dropFirst().first else { continue }
      switch (chunks[place][0], chunks[place][second]) {
      case (longI, 0x79): chunks[place].replaceSubrange(0..<1, with: [0x69, 0x79])
      case (longU, 0x77): chunks[place].replaceSubrange(0..<1, with: [0x75, 0x77])
      default: break
      }
    }
  }

  private mutating func append(_ code: UInt16, _ chunk: [UInt16]) {
    var letter = Letter(code: code)
    var seenConsonants: [UInt16] = []
    var vowels: [UInt16] = []
    var place = 0
    // Vowels before the letter's own consonant belong to the letter before.
    while place < chunk.count, let vowel = Self.vowel(chunk[place]) {
      vowels.append(vowel)
      place += 1
    }
    let consonants = chunk[place...].prefix { Self.vowel($0) == nil && $0 != 0x2D }
    seenConsonants = Array(consonants)
    place += seenConsonants.count
    if seenConsonants.isEmpty {
      take(vowels, as: &letter)
      letter.endsPrefix = chunk.contains(0x2D)
      letters.append(letter)
      return
    }
    if !vowels.isEmpty { putOnLast(vowels[0]) }
    letter.isDoubled = Self.isDoubled(seenConsonants)
    if letter.isDoubled, code == Self.ya || code == Self.waw, vowels.isEmpty, let last = letters.indices.last,
      letters[last].vowel == 0
    {
      // "yy" and "ww" stand behind a.
      letters[last].vowel = Mark.fatha
    }
    for unit in chunk[place...] {
      if let vowel = Self.vowel(unit) {
        if letter.vowel == 0 { letter.vowel = Self.short(vowel) }
        if vowel == Self.longA { letter.hasDagger = true }
      } else if unit == 0x2D {
        letter.endsPrefix = true
      }
    }
    letters.append(letter)
  }

  /// Takes the vowels of a letter that has no consonant: a long vowel, a carrier at the start, or nothing.
  private mutating func take(_ vowels: [UInt16], as letter: inout Letter) {
    guard let vowel = vowels.first else {
      // The vowel stood with the letter before.
      let before = letters.last?.vowel
      letter.isLong =
        letter.code == Self.waw && before == Mark.damma || letter.code == Self.ya && before == Mark.kasra
      return
    }
    let isStart = letters.isEmpty || letters.last?.endsPrefix == true
    switch vowel {
    case Self.longA, Self.longI, Self.longU:
      if isStart {
        letter.vowel = Self.short(vowel)
        letter.hasDagger = vowel == Self.longA
      } else {
        putOnLast(vowel)
        letter.isLong = true
      }
    default:
      // A vowel on a carrier at the start, else a vowel of the letter before that this one is silent behind.
      if isStart || Self.isHamzaSeat(letter.code) { letter.vowel = vowel } else { putOnLast(vowel) }
    }
  }

  private mutating func putOnLast(_ vowel: UInt16) {
    guard let last = letters.indices.last, letters[last].vowel == 0 else { return }
    letters[last].vowel = Self.short(vowel)
  }

  private static let longA: UInt16 = 0x101
  private static let longI: UInt16 = 0x12B
  private static let longU: UInt16 = 0x16B

  /// The vowel that a letter of ALA-LC writes; nil for consonants.
  private static func vowel(_ unit: UInt16) -> UInt16? {
    switch unit {
    case 0x61: Mark.fatha
    case 0x69: Mark.kasra
    case 0x75: Mark.damma
    case 0xE1, longA: longA
    case longI, longU: unit
    default: nil
    }
  }

  private static func short(_ vowel: UInt16) -> UInt16 {
    switch vowel {
    case longA: Mark.fatha
    case longI: Mark.kasra
    case longU: Mark.damma
    default: vowel
    }
  }

  private static func isHamzaSeat(_ code: UInt16) -> Bool { (0x621...0x626).contains(code) }

  /// Whether consonants are one twice: "bb", "shsh".
  private static func isDoubled(_ units: [UInt16]) -> Bool {
    units.count >= 2 && units.count % 2 == 0
      && units.prefix(units.count / 2).elementsEqual(units.suffix(units.count / 2))
  }

  /// The word with its marks.
  var arabic: String {
    var units: [UInt16] = []
    for (place, letter) in letters.enumerated() {
      units.append(letter.code)
      if isArticle(at: place) { continue }
      if letter.isDoubled { units.append(0x651) }
      if letter.code == Self.madda, letter.vowel == Mark.fatha {
        // The letter writes ā by itself.
      } else if letter.hasDagger, !isFollowedByLong(place) {
        units.append(Mark.fatha)
        units.append(Mark.dagger)
      } else if letter.vowel != 0 {
        units.append(letter.vowel)
      } else if place < letters.count - 1, !letter.isLong, !Self.isHamzaSeat(letter.code),
        letter.code != Self.alif, letter.code != Self.taMarbuta
      {
        units.append(Mark.sukun)
      }
      if letter.endsPrefix { units.append(Mark.prefixEnd) }
    }
    return String(letters: units)
  }

  private func isFollowedByLong(_ place: Int) -> Bool {
    place + 1 < letters.count && letters[place + 1].isLong
  }

  /// Whether the letter is one of an article: alif and lam before the article's hyphen, or lam behind another.
  private func isArticle(at place: Int) -> Bool {
    if letters[place].code == Self.alif, place + 1 < letters.count {
      return letters[place + 1].code == Self.lam && letters[place + 1].endsPrefix
    }
    guard letters[place].code == Self.lam, letters[place].endsPrefix, place > 0 else { return false }
    // Behind the preposition li- the article is written without alif: lil-.
    return letters[place - 1].code == Self.alif || letters[place - 1].code == Self.lam
  }
}
