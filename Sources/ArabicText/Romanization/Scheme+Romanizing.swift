extension Scheme {
  /// Returns vocalized Arabic in Latin letters.
  ///
  /// Without vowels only the consonants come out. Text in other scripts passes through; Arabic punctuation and digits
  /// become their ASCII twins.
  ///
  /// - Parameters:
  ///   - arabic: vocalized text, the marks of a letter in any order. A U+2060 inside a word stands behind a prefix.
  ///   - capitals: how words begin. Letter-for-letter schemes take no notice of it.
  /// - Returns: the Latin text.
  public func romanize(_ arabic: String, capitals: Capitals = .names) -> String {
    if kind == .letters {
      return table.letters.latin(for: arabic, hasCapitals: capitals == .names && table.settings.hasCapitals)
    }
    return romanize(VocalizedText(arabic), capitals: capitals)
  }

  /// Returns words in Latin letters, and what stands between them.
  ///
  /// - Parameters:
  ///   - words: the words; where `isConstruct` is set, it decides how ة (ta marbuta) is spoken.
  ///   - gaps: what stands before each word, and behind the last one; nil for a space between them.
  ///   - capitals: how words begin.
  /// - Returns: the Latin text.
  package func romanize(
    words: [VocalizedWord], gaps: [String]? = nil, capitals: Capitals = .names
  ) -> String {
    let text = gaps.map { VocalizedText(words: words, gaps: $0) } ?? VocalizedText(words: words)
    return romanize(text, capitals: capitals)
  }

  private func romanize(_ text: VocalizedText, capitals: Capitals) -> String {
    var writer = SchemeWriter(table: table, capitals: capitals)
    writer.write(text)
    return String(decoding: writer.output, as: UTF8.self)
  }
}

/// A text cut into vocalized words and what stands between them.
struct VocalizedText {
  /// The words, irregular spellings replaced by what they are read as.
  private(set) var words: [VocalizedWord] = []
  /// The letters of each word as it is written.
  private(set) var codes: [[UInt16]] = []
  /// What is before each word, and after the last one.
  private(set) var gaps: [Range<Int>] = []
  private(set) var gapBytes: [UInt8] = []

  /// Cuts a text.
  init(_ text: String) {
    var word = VocalizedWord()
    var gapStart = 0
    for scalar in text.unicodeScalars {
      if VocalizedWord.contains(scalar) {
        word.append(scalar)
        continue
      }
      if !word.letters.isEmpty {
        add(word, gap: gapStart..<gapBytes.count)
        gapStart = gapBytes.count
        word = VocalizedWord()
      }
      appendGap(scalar)
    }
    if !word.letters.isEmpty {
      add(word, gap: gapStart..<gapBytes.count)
      gapStart = gapBytes.count
    }
    gaps.append(gapStart..<gapBytes.count)
  }

  /// Takes words with a space between them.
  init(words: [VocalizedWord]) {
    gapBytes = [UInt8(ascii: " ")]
    for word in words where !word.letters.isEmpty { add(word, gap: self.words.isEmpty ? 0..<0 : 0..<1) }
    gaps.append(0..<0)
  }

  /// Takes words with what stands before each of them, and behind the last one.
  init(words: [VocalizedWord], gaps: [String]) {
    for (word, gap) in zip(words, gaps) {
      let start = gapBytes.count
      for scalar in gap.unicodeScalars { appendGap(scalar) }
      if !word.letters.isEmpty { add(word, gap: start..<gapBytes.count) }
    }
    let start = gapBytes.count
    for scalar in (gaps.last ?? "").unicodeScalars { appendGap(scalar) }
    self.gaps.append(start..<gapBytes.count)
  }

  /// Whether there is only one space before a word.
  func followsSpace(_ place: Int) -> Bool {
    place > 0 && gaps[place].count == 1 && gapBytes[gaps[place].lowerBound] == UInt8(ascii: " ")
  }

  /// Whether a number or a word in another script stands behind a word, with a space between.
  func isBeforeOther(_ place: Int) -> Bool {
    let gap = gapBytes[gaps[place + 1]]
    return gap.first == UInt8(ascii: " ") && gap.dropFirst().first.map(Self.isWordByte) ?? false
  }

  /// Whether a number or a word in another script is written onto a word.
  func isOnto(_ place: Int) -> Bool { gapBytes[gaps[place + 1]].first.map(Self.isWordByte) ?? false }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    byte >= 0xC3 && byte != 0xE2 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }

  /// Whether a sentence or a title begins with a word: numbers, quotation marks and brackets before it do not begin one.
  func beginsSentence(_ place: Int) -> Bool {
    let gap = gapBytes[gaps[place]]
    if place == 0 { return !gap.contains(where: Self.isWordByte) }
    return gap.contains { Self.endings.contains($0) }
  }

  /// Signs behind which a sentence or a part of a title begins.
  private static let endings = Set(".:;?!\n/=".utf8)

  private mutating func add(_ word: VocalizedWord, gap: Range<Int>) {
    let parts = Spellings.shared.words(of: word)
    words += parts
    for part in parts { codes.append(part.codes) }
    gaps.append(gap)
    for _ in parts.dropFirst() {
      gapBytes.append(UInt8(ascii: " "))
      gaps.append((gapBytes.count - 1)..<gapBytes.count)
    }
  }

  private mutating func appendGap(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    case 0x00..<0x80: gapBytes.append(UInt8(scalar.value))
    case 0x0660...0x0669: gapBytes.append(UInt8(scalar.value - 0x0660) + UInt8(ascii: "0"))
    case 0x06F0...0x06F9: gapBytes.append(UInt8(scalar.value - 0x06F0) + UInt8(ascii: "0"))
    case 0x060C, 0x066C: gapBytes.append(UInt8(ascii: ","))
    case 0x061B: gapBytes.append(UInt8(ascii: ";"))
    case 0x061F: gapBytes.append(UInt8(ascii: "?"))
    case 0x066A: gapBytes.append(UInt8(ascii: "%"))
    case 0x066B, 0x06D4: gapBytes.append(UInt8(ascii: "."))
    default: gapBytes += UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter
    }
  }
}
