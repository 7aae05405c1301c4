/// Writes readings of words in the letters of a standard scheme.
struct SchemeWriter {
  private(set) var output: [UInt8] = []
  private let table: SchemeTable
  private let hasCapitals: Bool
  /// Whether the last word ends in a vowel.
  private var endsInVowel = false

  init(table: SchemeTable, capitals: Scheme.Capitals) {
    self.table = table
    hasCapitals = capitals == .names && table.settings.hasCapitals
  }

  /// Writes a text.
  mutating func write(_ text: VocalizedText) {
    let readings = text.words.map { WordReading($0) }
    output.reserveCapacity(text.gapBytes.count + text.words.count * 16)
    var place = 0
    while place < text.words.count {
      let followsSpace = text.followsSpace(place)
      let word = text.words[place]
      let codes = text.codes[place]
      if followsSpace, let joined = table.words[codes], joined.isJoined {
        write(joined, isFirst: false)
      } else {
        writeGap(before: place, of: text, codes: codes)
        let isFirst = place == 0 || !text.gapBytes[text.gaps[place]].allSatisfy { $0 == UInt8(ascii: " ") }
        let isSmall = table.smallWords.contains(codes) && !text.beginsSentence(place)
        if let pair = pair(at: place, of: text, codes: codes) {
          write(pair, isFirst: isFirst)
          place += 1
        } else if isFirst, let opening = table.openings[codes] {
          write(opening, isFirst: true)
        } else if let fixed = table.words[codes], !fixed.isJoined {
          write(fixed, isFirst: isFirst && !isSmall, isSmall: isSmall)
        } else if codes == Self.article, text.isOnto(place) {
          write(bareArticle: isFirst)
        } else {
          let followsVowel = followsSpace && endsInVowel
          let next = place + 1 < text.words.count && text.followsSpace(place + 1) ? place + 1 : nil
          let isConstruct =
            readings[place].endsInTaMarbuta
            && Spellings.shared.isConstruct(
              word, hasArticle: readings[place].hasArticle, next: next.map { text.words[$0] },
              nextHasArticle: next.map { readings[$0].hasArticle } ?? false,
              beforeOther: text.isBeforeOther(place))
          write(
            readings[place], isFirst: isFirst, followsVowel: followsVowel, isConstruct: isConstruct,
            isSmall: isSmall)
        }
      }
      place += 1
    }
    if let gap = text.gaps.last { output += text.gapBytes[gap] }
  }

  private func pair(at place: Int, of text: VocalizedText, codes: [UInt16]) -> SchemeWord? {
    guard table.hasPairs, place + 1 < text.words.count, text.followsSpace(place + 1) else { return nil }
    return table.words[codes + [0x20] + text.codes[place + 1]]
  }

  private mutating func writeGap(before place: Int, of text: VocalizedText, codes: [UInt16]) {
    let gap = text.gapBytes[text.gaps[place]]
    guard table.settings.compound != " ", text.followsSpace(place) else { return output += gap }
    let spellings = Spellings.shared
    let before = spellings.role(of: text.codes[place - 1])
    let isCompound = before == .servant || before == .leading || spellings.role(of: codes) == .trailing
    if isCompound { output += table.settings.compound.utf8 } else { output += gap }
  }

  private static let article = VocalizedWord("ال").codes

  /// Writes an article whose word is in another script, or a number: الـ BBC.
  private mutating func write(bareArticle isFirst: Bool) {
    let start = output.count
    writeArticle(.article, before: nil)
    let capital = table.settings.articleCapital
    if hasCapitals, capital == .always || capital == .first && isFirst { capitalize(from: start) }
    endsInVowel = false
  }

  private mutating func write(_ word: SchemeWord, isFirst: Bool, isSmall: Bool = false) {
    let start = output.count
    output += word.latin.utf8
    if hasCapitals, !isSmall, isFirst || !word.isLower, !word.isJoined { capitalize(from: start) }
    endsInVowel = false
  }

  private mutating func write(
    _ reading: WordReading, isFirst: Bool, followsVowel: Bool, isConstruct: Bool, isSmall: Bool
  ) {
    var isPlain = true
    if let last = reading.prefixes.last, reading.hasArticle, let key = SchemeKey.article(after: last.letter),
      table.latin(key, .any) != nil
    {
      for prefix in reading.prefixes.dropLast() { writePrefix(prefix) }
      writeArticle(key, before: reading.sounds.first)
      isPlain = false
    } else {
      for prefix in reading.prefixes { writePrefix(prefix) }
      isPlain = reading.prefixes.isEmpty
      if reading.hasArticle {
        let start = output.count
        writeArticle(.article, before: reading.sounds.first, isElided: table.settings.elides && followsVowel)
        let capital = table.settings.articleCapital
        if hasCapitals, isPlain, capital == .always || capital == .first && isFirst {
          capitalize(from: start)
        }
      }
    }
    let start = output.count
    writeSounds(of: reading, isConstruct: isConstruct)
    if hasCapitals, !isSmall { capitalize(from: start) }
    if let vowel = reading.sounds.last?.vowel {
      endsInVowel = vowel != .none && vowel.rawValue < WordReading.Vowel.an.rawValue
    }
  }

  private mutating func writePrefix(_ prefix: WordReading.Sound) {
    writeConsonant(prefix, .initial, before: nil)
    write(Self.key(prefix.vowel), .medial)
    output += table.settings.prefix.utf8
  }

  private mutating func writeArticle(
    _ key: SchemeKey, before first: WordReading.Sound?, isElided: Bool = false
  ) {
    guard var article = table.latin(key, .any) else { return }
    if isElided { article = article.dropFirst() }
    if table.settings.assimilates, let first, ArabicCode.isSun(first.letter),
      article.last == UInt8(ascii: "l"),
      let consonant = table.latin(SchemeKey(first.letter), .initial)
    {
      output += article.dropLast()
      output += consonant
    } else {
      output += article
    }
    output += table.settings.article.utf8
  }

  // MARK: Sounds

  private mutating func writeSounds(of reading: WordReading, isConstruct: Bool) {
    let sounds = reading.sounds
    let last = sounds.count - 1
    var place = 0
    while place <= last {
      let sound = sounds[place]
      let next = place < last ? sounds[place + 1] : nil
      if sound.letter == ArabicCode.taMarbuta, place == last {
        writeTaMarbuta(sound, isConstruct: isConstruct)
        break
      }
      if sound.letter == ArabicCode.ya, sound.vowel == .i, !sound.isDoubled, place == last, place > 0,
        let joining = table.latin(.joiningY, .final), sounds[place - 1].vowel.rawValue >= 4
      {
        output += joining
        break
      }
      let position: SchemePlace = place == 0 ? .initial : place == last ? .final : .medial
      writeConsonant(sound, position, before: next)
      place += 1
      if let next, writeTogether(sound, next, isLast: place == last) {
        place += 1
      } else {
        let isInitial = place == 1 && (sound.letter == ArabicCode.alif || sound.letter == ArabicCode.hamza)
        write(Self.key(sound.vowel), place > last ? .final : isInitial ? .initial : .medial)
      }
    }
    if reading.hasJoiningHamza { write(SchemeKey(0x0654), .any) }
  }

  /// Writes a vowel and the sound after it where they make one: "aw", "ay", "īy", "ūw".
  private mutating func writeTogether(
    _ sound: WordReading.Sound, _ next: WordReading.Sound, isLast: Bool
  ) -> Bool {
    let isWaw = next.letter == ArabicCode.waw
    guard isWaw || next.letter == ArabicCode.ya else { return false }
    if sound.vowel == .a, !next.isDoubled, next.vowel == .none,
      let latin = table.latin(isWaw ? .diphthongW : .diphthongY, isLast ? .final : .medial)
    {
      output += latin
      return true
    }
    guard next.isDoubled, sound.vowel == (isWaw ? .u : .i) else { return false }
    let isFinal = isLast && next.vowel == .none
    guard let latin = table.latin(isWaw ? .doubledU : .doubledI, isFinal ? .final : .medial) else {
      return false
    }
    output += latin
    write(Self.key(next.vowel), isLast ? .final : .medial)
    return true
  }

  private mutating func writeConsonant(
    _ sound: WordReading.Sound, _ place: SchemePlace, before next: WordReading.Sound?
  ) {
    guard sound.letter != 0 else { return }
    let key = SchemeKey(sound.letter)
    guard let latin = table.latin(key, place) else {
      // A letter that the scheme does not have stays as it is.
      if let scalar = Unicode.Scalar(sound.letter), sound.letter != ArabicCode.alif {
        output += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
      }
      return
    }
    if sound.isDoubled, let double = table.latin(key, .double) {
      output += double
    } else {
      output += latin
      if sound.isDoubled { output += latin }
    }
    if sound.vowel == .none, let next, table.isAmbiguous(sound.letter, next.letter) {
      output += table.settings.separator.utf8
    }
  }

  private mutating func writeTaMarbuta(_ sound: WordReading.Sound, isConstruct: Bool) {
    let key: SchemeKey = sound.isDoubled ? .longTaMarbuta : SchemeKey(ArabicCode.taMarbuta)
    // The tanwin counts when the scheme writes it.
    if sound.vowel != .none, let tanwin = Self.key(sound.vowel).flatMap({ table.latin($0, .final) }),
      !tanwin.isEmpty
    {
      write(key, .construct)
      output += tanwin
    } else {
      write(key, isConstruct ? .construct : .pause)
    }
  }

  private mutating func write(_ key: SchemeKey?, _ place: SchemePlace) {
    guard let key else { return }
    if let latin = table.latin(key, place) {
      output += latin
    } else if key == .stoppedI {
      write(.longI, place)
    } else if key == .maqsuraAn {
      write(SchemeKey(0x064B), place)
    }
  }

  private static func key(_ vowel: WordReading.Vowel) -> SchemeKey? {
    switch vowel {
    case .none: nil
    case .a: SchemeKey(0x064E)
    case .i: SchemeKey(0x0650)
    case .u: SchemeKey(0x064F)
    case .longA: .longA
    case .maqsura: SchemeKey(ArabicCode.alifMaqsura)
    case .longI: .longI
    case .stoppedI: .stoppedI
    case .longU: .longU
    case .an: SchemeKey(0x064B)
    case .maqsuraAn: .maqsuraAn
    case .in: SchemeKey(0x064D)
    case .un: SchemeKey(0x064C)
    }
  }

  /// Makes the first letter behind a place a capital.
  private mutating func capitalize(from start: Int) {
    var place = start
    while place < output.count {
      let byte = output[place]
      if (0x61...0x7A).contains(byte) {
        output[place] = byte & ~0x20
        return
      }
      if (0x41...0x5A).contains(byte) { return }
      if byte < 0x80 {
        place += 1
        continue
      }
      let count = byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
      let end = min(place + count, output.count)
      let scalar = String(decoding: output[place..<end], as: UTF8.self).unicodeScalars.first
      if let upper = scalar?.properties.uppercaseMapping, let scalar, upper != String(scalar) {
        output.replaceSubrange(place..<end, with: upper.utf8)
        return
      }
      place = end
    }
  }
}
