/// What groups of Latin letters stand for in a standard scheme.
struct LatinPieces: Sendable {
  private var pieces: [[Unicode.Scalar]: Piece] = [:]
  private var longest = 1
  private var signs: Set<Unicode.Scalar> = []
  private var words: [[Unicode.Scalar]: [String]] = [:]
  private var openings: [[Unicode.Scalar]: String] = [:]
  private var articles: Set<[Unicode.Scalar]> = []
  /// Prefixes, alone and with the article, and their Arabic.
  private var prefixes: [[Unicode.Scalar]: String] = [:]
  private var prefixesWithArticle: [[Unicode.Scalar]: String] = [:]
  /// What ة is behind its "a": in pause, in construct, and behind a long vowel.
  private var pause: [Unicode.Scalar] = []
  private var construct: [Unicode.Scalar] = []
  private var longPause: [Unicode.Scalar] = []
  private let assimilates: Bool
  private let separator: [Unicode.Scalar]
  /// Whether long vowels are written as short ones.
  private var isPlain = false
  /// Whether ayn and hamza are written alike.
  private var hasOneApostrophe = false

  private typealias Sound = WordReading.Sound

  private enum Piece {
    case consonant(UInt16)
    case vowel(WordReading.Vowel)
    case diphthong(UInt16)
    case doubled(UInt16)
  }

  /// Inverts the rows of a scheme.
  init(rows: SchemeRows) {
    assimilates = rows.settings.assimilates
    separator = Array(rows.settings.separator.unicodeScalars)
    add(rows, SchemeKey(0x064E), .vowel(.a))
    add(rows, SchemeKey(0x064F), .vowel(.u))
    add(rows, SchemeKey(0x0650), .vowel(.i))
    add(rows, .longA, .vowel(.longA))
    add(rows, .longI, .vowel(.longI))
    add(rows, .longU, .vowel(.longU))
    add(rows, SchemeKey(ArabicCode.alifMaqsura), .vowel(.maqsura))
    add(rows, .diphthongW, .diphthong(ArabicCode.waw))
    add(rows, .diphthongY, .diphthong(ArabicCode.ya))
    add(rows, .doubledI, .doubled(ArabicCode.ya))
    add(rows, .doubledU, .doubled(ArabicCode.waw))
    for (code, latin) in rows.consonants.sorted(by: { $0.code < $1.code }) {
      // Letters of Arabic proper come before those of other languages, which have higher codes.
      add(Array(latin.unicodeScalars), .consonant(code))
    }
    isPlain =
      rows.latin[.init(key: .longA, place: .any)] == rows.latin[.init(key: SchemeKey(0x064E), place: .any)]
    hasOneApostrophe =
      rows.latin[.init(key: SchemeKey(ArabicCode.hamza), place: .any)]
      == rows.latin[.init(key: SchemeKey(0x0639), place: .any)]
    addApostrophes()
    readEndings(rows)
    readPrefixes(rows)
    for codes in rows.words.keys where !codes.contains(0x20) {
      guard let word = rows.words[codes] else { continue }
      let arabic = String(decoding: codes, as: UTF16.self)
      words[Array(word.latin.unicodeScalars), default: []].append(arabic)
    }
    for codes in rows.openings.keys {
      guard let word = rows.openings[codes] else { continue }
      openings[Array(word.latin.unicodeScalars)] = String(decoding: codes, as: UTF16.self)
    }
    signs.formUnion(separator)
    signs.remove("-")
    signs.remove(" ")
  }

  private mutating func add(_ rows: SchemeRows, _ key: SchemeKey, _ piece: Piece) {
    guard let latin = rows.latin[.init(key: key, place: .any)] else { return }
    add(Array(composed(latin).unicodeScalars), piece)
  }

  private mutating func add(_ latin: [Unicode.Scalar], _ piece: Piece) {
    let latin = Array(composed(String(String.UnicodeScalarView(latin))).unicodeScalars)
    guard !latin.isEmpty else { return }
    if pieces[latin] == nil { pieces[latin] = piece }
    longest = max(longest, latin.count)
    signs.formUnion(latin)
  }

  /// Accepts other signs for ayn and hamza than the scheme's own.
  private mutating func addApostrophes() {
    for sign in Self.ayns { add([sign], .consonant(0x0639)) }
    for sign in Self.hamzas { add([sign], .consonant(ArabicCode.hamza)) }
  }

  private mutating func readEndings(_ rows: SchemeRows) {
    func tail(_ key: SchemeKey, _ place: SchemePlace) -> [Unicode.Scalar] {
      let latin = rows.latin[.init(key: key, place: place)] ?? rows.latin[.init(key: key, place: .any)] ?? ""
      let scalars = Array(composed(latin).unicodeScalars)
      let short = rows.latin[.init(key: SchemeKey(0x064E), place: .any)] ?? "a"
      return Array(scalars.dropFirst(latin.hasPrefix(short) ? 1 : 0))
    }
    pause = tail(SchemeKey(ArabicCode.taMarbuta), .pause)
    construct = tail(SchemeKey(ArabicCode.taMarbuta), .construct)
    longPause = tail(.longTaMarbuta, .pause)
    if !pause.isEmpty, pieces[pause] == nil { add(pause, .consonant(ArabicCode.taMarbuta)) }
  }

  private mutating func readPrefixes(_ rows: SchemeRows) {
    func latin(_ key: SchemeKey) -> [Unicode.Scalar]? {
      rows.latin[.init(key: key, place: .any)].map { Array($0.unicodeScalars) }
    }
    let article = latin(.article) ?? Array("al".unicodeScalars)
    articles.insert(article)
    articles.insert(Array(article.dropFirst()))
    let all: [(UInt16, Unicode.Scalar, WordReading.Vowel)] = [
      (ArabicCode.waw, "\u{064E}", .a), (ArabicCode.fa, "\u{064E}", .a), (ArabicCode.kaf, "\u{064E}", .a),
      (ArabicCode.ba, "\u{0650}", .i), (ArabicCode.lam, "\u{0650}", .i),
    ]
    for (code, mark, vowel) in all {
      let short = latin(SchemeKey(vowel == .a ? 0x064E : 0x0650)) ?? []
      guard let consonant = latin(SchemeKey(code)), let letter = Unicode.Scalar(code) else { continue }
      var arabic = String(letter)
      arabic.unicodeScalars.append(mark)
      prefixes[consonant + short] = arabic
      if let key = SchemeKey.article(after: code), let together = latin(key) {
        // "bi-l" is two parts when the text is cut.
        prefixesWithArticle[together] = code == ArabicCode.lam ? arabic + "ل" : arabic + "ال"
      }
    }
  }

  /// A text in lower case with one sign each for ayn and hamza.
  func canonical(_ text: String) -> String {
    let scalars = composed(text.lowercased()).unicodeScalars.map { scalar in
      Self.ayns.contains(scalar) ? Self.ayns[0] : Self.hamzas.contains(scalar) ? Self.hamzas[0] : scalar
    }
    return String(String.UnicodeScalarView(scalars))
  }

  private static let ayns: [Unicode.Scalar] = ["\u{02BB}", "\u{2018}", "\u{02BF}", "\u{02BD}", "`"]
  private static let hamzas: [Unicode.Scalar] = ["\u{02BC}", "\u{2019}", "\u{02BE}", "'"]

  /// Whether a sign can be in a word.
  func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    signs.contains(scalar) || scalar.properties.isAlphabetic
      || scalar.properties.generalCategory == .nonspacingMark
  }

  /// Whether a part is the article of the next one.
  func isArticle(_ text: [Unicode.Scalar], before next: [Unicode.Scalar]) -> Bool {
    prefix(text, before: next, hyphen: true) == "ال"
  }

  /// The Arabic of a prefix or article, or nil when a part is neither.
  func prefix(_ text: [Unicode.Scalar], before next: [Unicode.Scalar], hyphen: Bool) -> String? {
    guard !next.isEmpty else { return nil }
    if articles.contains(text), text.count > 1 || hyphen { return "ال" }
    if let together = prefixesWithArticle[text] { return together }
    if assimilates, text.count > 1 {
      // "ash Shāriqah", "liţ Ţayarān": the last letter is that of the next word.
      for article in articles.union(prefixesWithArticle.keys) where article.last == "l" {
        let stem = article.dropLast()
        if text.starts(with: stem), text.count > stem.count, next.starts(with: text[stem.count...]),
          case .consonant(let code)? = pieces[Array(text[stem.count...])], ArabicCode.isSun(code)
        {
          return prefixesWithArticle[article] ?? "ال"
        }
      }
    }
    return hyphen ? prefixes[text] : nil
  }

  /// A word that is not spelled by rule.
  ///
  /// - Parameters:
  ///   - text: its Latin letters.
  ///   - isFirst: whether it begins the text or a name inside it, where "ibn" has its alif.
  /// - Returns: its Arabic, or nil.
  func word(_ text: [Unicode.Scalar], isFirst: Bool) -> String? {
    if isFirst, let opening = openings[text] { return opening }
    let found = words[text]?.sorted { ($0.unicodeScalars.count, $0) < ($1.unicodeScalars.count, $1) }
    return isFirst ? found?.last : found?.first
  }

  /// The sounds that Latin letters spell, or nil when one is not of the scheme.
  func sounds(of text: [Unicode.Scalar]) -> [WordReading.Sound]? {
    var sounds: [WordReading.Sound] = []
    var place = 0
    reading: while place < text.count {
      for count in stride(from: min(longest, text.count - place), to: 0, by: -1) {
        guard let piece = pieces[Array(text[place..<(place + count)])] else { continue }
        if case .doubled(let code) = piece, !isDoubled(code, before: text[(place + count)...]) { continue }
        append(piece, to: &sounds, isLast: place + count == text.count)
        place += count
        continue reading
      }
      // The sign between two letters that are not one sound.
      guard !separator.isEmpty, text[place...].starts(with: separator) else { return nil }
      place += separator.count
    }
    return sounds
  }

  private func startsVowel(_ scalar: Unicode.Scalar) -> Bool {
    if case .vowel? = pieces[[scalar]] { true } else { false }
  }

  /// Whether "īy" or "ūw" is the doubled letter, which depends on what follows it.
  private func isDoubled(_ code: UInt16, before rest: ArraySlice<Unicode.Scalar>) -> Bool {
    guard let first = rest.first else { return true }
    // Where long vowels are written as short ones, "iy" is doubled only in the ending -iyah.
    if isPlain {
      return code == ArabicCode.ya && (rest.dropFirst() == pause[...] || rest.dropFirst() == construct[...])
    }
    return startsVowel(first)
  }

  private func append(_ piece: Piece, to sounds: inout [WordReading.Sound], isLast: Bool) {
    let last = sounds.indices.last
    switch piece {
    case .consonant(var code):
      if hasOneApostrophe, code == ArabicCode.hamza { code = isLast ? code : 0x0639 }
      if let last, sounds[last].letter == code, sounds[last].vowel == .none, !sounds[last].isDoubled {
        sounds[last].isDoubled = true
      } else {
        sounds.append(Sound(letter: code))
      }
    case .vowel(let vowel): append(vowel, to: &sounds)
    case .diphthong(let code):
      append(.a, to: &sounds)
      sounds.append(Sound(letter: code))
    case .doubled(let code):
      append(code == ArabicCode.ya ? .i : .u, to: &sounds)
      sounds.append(Sound(letter: code, isDoubled: true))
    }
  }

  private func append(_ vowel: WordReading.Vowel, to sounds: inout [WordReading.Sound]) {
    if let last = sounds.indices.last, sounds[last].vowel == .none {
      sounds[last].vowel = vowel
    } else {
      sounds.append(Sound(letter: sounds.isEmpty ? ArabicCode.alif : ArabicCode.hamza, vowel: vowel))
    }
  }

  /// The vowel that a word ends in where long vowels are written as short ones: no short one does.
  private static func long(_ vowel: WordReading.Vowel, pause: [Unicode.Scalar]) -> WordReading.Vowel? {
    switch vowel {
    case .a: pause.isEmpty ? nil : .longA
    case .i: .longI
    case .u: .longU
    default: nil
    }
  }

  /// Whether a word whose ending sounds so before the article is written with ة (ta marbuta): mostly behind a short
  /// vowel, seldom behind a long one, where the ending is that of the plural.
  private static func isConstruct(_ sounds: [WordReading.Sound], isLong: Bool) -> Bool {
    func codes(_ sounds: [WordReading.Sound]) -> [UInt16] {
      VocalizedWord(ArabicSpeller.spell(sounds, hasArticle: false)).codes
    }
    guard isLong else { return !Spellings.shared.isNameInTa(codes(sounds)) }
    return Spellings.shared.isLongTaMarbuta(codes(sounds.dropLast() + [Sound(letter: ArabicCode.taMarbuta)]))
  }

  /// Finds out whether a word ends in ة (ta marbuta).
  func restoreTaMarbuta(_ sounds: inout [WordReading.Sound], beforeArticle: Bool) {
    guard sounds.count > 1, let last = sounds.last else { return }
    if isPlain, let long = Self.long(last.vowel, pause: pause) { sounds[sounds.count - 1].vowel = long }
    let before = sounds[sounds.count - 2].vowel
    let isEnd = last.vowel == .none && !last.isDoubled
    let letter = isEnd ? [last.letter] : []
    func spells(_ tail: [Unicode.Scalar]) -> Bool {
      if case .consonant(let code)? = pieces[tail] { letter == [code] } else { false }
    }
    let isLong = (before == .longA || before == .maqsura) && sounds.count > 2
    let isConstruct = beforeArticle && spells(construct) && Self.isConstruct(sounds, isLong: isLong)
    if letter == [ArabicCode.taMarbuta] || before == .a && (spells(pause) || isConstruct)
      || isLong && (spells(longPause) || isConstruct)
    {
      sounds[sounds.count - 1] = Sound(letter: ArabicCode.taMarbuta)
      if before == .maqsura { sounds[sounds.count - 2].vowel = .longA }
    } else if pause.isEmpty, last.vowel == .a {
      sounds.append(Sound(letter: ArabicCode.taMarbuta))
    }
  }
}
