/// How words are written for the transducer: what it reads and what it was trained on.
package enum TransducerText {
  /// Appends the letters of an Arabic word: normalized, without vowel marks, tatweel and signs.
  ///
  /// Letters keep their seats of hamza and their Persian forms, which tell how a word is read.
  package static func appendArabic(_ word: some StringProtocol, to letters: inout [UInt16]) {
    let start = letters.count
    let isDone =
      word.utf8.withContiguousStorageIfAvailable { unsafe appendArabic($0, to: &letters) } ?? false
    if isDone { return }
    letters.removeSubrange(start...)
    for unit in ICU.normalized(String(word), ICU.Normalizer.nfkcCasefold).utf16 {
      if let letter = arabicLetter(unit) { letters.append(letter) }
    }
  }

  /// Appends the letters of a word that needs no normalizing.
  ///
  /// - Parameters:
  ///   - bytes: UTF-8 without faults.
  ///   - letters: where the letters go.
  /// - Returns: false when the word needs it; some of its letters may have been appended.
  private static func appendArabic(_ bytes: UnsafeBufferPointer<UInt8>, to letters: inout [UInt16]) -> Bool {
    var place = 0
    while place < bytes.count {
      let byte = unsafe bytes[place]
      if byte < 0x80 {
        place &+= 1
      } else if byte < 0xE0 {
        let unit = unsafe UInt16(byte & 0x1F) << 6 | UInt16(bytes[place &+ 1] & 0x3F)
        if needsNormalizing(unit) { return false }
        if let letter = arabicLetter(unit) { letters.append(letter) }
        place &+= 2
      } else if byte < 0xF0 {
        let unit = unsafe UInt16(byte & 0xF) << 12 | UInt16(bytes[place &+ 1] & 0x3F) << 6
        if needsNormalizing(unit) { return false }
        place &+= 3
      } else {
        place &+= 4
      }
    }
    return true
  }

  /// Whether a unit is a presentation form or a sign that makes one letter with the one before it.
  @inline(__always) private static func needsNormalizing(_ unit: UInt16) -> Bool {
    (0x653...0x655).contains(unit) || unit >= 0xFB40
  }

  /// A letter of the Arabic script, unless it is a mark or a sign.
  @inline(__always) private static func arabicLetter(_ unit: UInt16) -> UInt16? {
    switch unit {
    case 0x621...0x63A, 0x641...0x64A, 0x671...0x6D3, 0x6D5, 0x6EE...0x6EF, 0x6FA...0x6FC, 0x6FF: unit
    default: nil
    }
  }

  /// Appends the letters of a Latin word: lower-case ASCII letters, without marks.
  package static func appendLatin(_ word: some StringProtocol, to letters: inout [UInt16]) {
    if word.utf8.allSatisfy({ $0 < 0x80 }) {
      for byte in word.utf8 where (0x61...0x7A).contains(byte | 0x20) { letters.append(UInt16(byte | 0x20)) }
      return
    }
    let text = decomposed(String(word))
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: letters.append(UInt16(scalar.value | 0x20))
      default: if let plain = plainLetters[scalar.value] { letters.append(contentsOf: plain) }
      }
    }
  }

  /// Letters that decomposition leaves whole, by what stands for them in ASCII (as in CLDR, `Latin-ASCII`).
  private static let plainLetters: [UInt32: [UInt16]] = [
    0x131: [0x69], 0xF8: [0x6F], 0xD8: [0x6F], 0x142: [0x6C], 0x141: [0x6C], 0x111: [0x64], 0x110: [0x64],
    0xDF: [0x73, 0x73], 0xE6: [0x61, 0x65], 0xC6: [0x61, 0x65], 0x153: [0x6F, 0x65], 0x152: [0x6F, 0x65],
    0xFE: [0x74, 0x68], 0xDE: [0x74, 0x68], 0xF0: [0x64], 0xD0: [0x64], 0x127: [0x68], 0x126: [0x68],
    0x259: [0x65],
    0x18F: [0x65],
  ]

  /// Returns the letters of ALA-LC that the vowels are trained on: lower case, NFC, one sign for ayn and one for
  /// hamza (U+02BB and U+02BC, as the Library of Congress writes them).
  package static func scholarly(_ word: some StringProtocol) -> [UInt16] {
    let lower = word.lowercased()
    let text = composed(lower)
    return text.utf16.map { unit in
      switch unit {
      case 0x2018, 0x2BF, 0x60: 0x2BB
      case 0x2019, 0x2BE, 0x27: 0x2BC
      default: unit
      }
    }
  }
}

extension LetterFeatures {
  /// The words of a name, prepared so that each can be seen in its context.
  package struct Name: Sendable {
    /// The letters of each token.
    package private(set) var words: [[UInt16]] = []
    private var hashes: [UInt64] = []
    private var hasBreakBehind: [Bool] = []
    private var hasCommaBehind: [Bool] = []
    private var isForeign = false
    private var comma: Int?

    /// Reads a name's tokens, as they stand between spaces, with their punctuation.
    package init(_ tokens: [some StringProtocol]) {
      for (place, token) in tokens.enumerated() {
        var letters: [UInt16] = []
        TransducerText.appendArabic(token, to: &letters)
        if !isForeign { isForeign = letters.contains { Self.foreignLetters.contains($0) } }
        var hash: UInt64 = 0
        for letter in letters { hash = hash &* 1_000_003 &+ UInt64(letter) }
        words.append(letters)
        hashes.append(hash)
        let last = token.utf16.last ?? 0
        hasBreakBehind.append(Self.breaks.contains(last))
        hasCommaBehind.append(last == 0x60C || last == 0x2C)
        if comma == nil, hasCommaBehind[place] { comma = place }
      }
    }

    /// ی ک گ چ پ ژ ۀ (letters of Persian).
    private static let foreignLetters: [UInt16] = [0x6CC, 0x6A9, 0x6AF, 0x686, 0x67E, 0x698, 0x6C0]
    /// Signs behind which a phrase ends: ، ؛ . , : ; ) /
    private static let breaks: [UInt16] = [0x60C, 0x61B, 0x2E, 0x2C, 0x3A, 0x3B, 0x29, 0x2F]

    /// What is known of the word at a place.
    package func context(at place: Int) -> Context {
      func hash(_ other: Int) -> UInt64 {
        words.indices.contains(other) && !words[other].isEmpty ? hashes[other] : 9
      }
      let next = place + 1 < words.count ? words[place + 1] : []
      let start = UInt64(next.first ?? 0) &* 65537 &+ UInt64(next.dropFirst().first ?? 0)
      let isFirst = place == 0
      let isLast = place == words.count - 1
      let begins: UInt64 = isFirst ? 1 : hasBreakBehind[place - 1] ? 2 : 3
      let ends: UInt64 = isLast ? 1 : hasCommaBehind[place] ? 2 : hasBreakBehind[place] ? 3 : 4
      var inversion: UInt64 = 3
      if let comma { inversion = place > comma ? 2 : comma <= 2 ? 1 : 3 }
      return Context(
        previous: hash(place - 1), next: hash(place + 1), nextStart: start,
        position: begins * 25 + ends * 5 + inversion, isForeign: isForeign ? 1 : 2, first: hash(0))
    }
  }
}
