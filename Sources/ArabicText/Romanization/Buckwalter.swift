/// Recognizes Buckwalter transliteration, one ASCII sign for each Arabic letter.
package enum Buckwalter {
  private static let map = (try? Scheme.named("buckwalter"))?.table.letters ?? LetterMap([])

  /// Signs of the table that no ordinary Latin spelling of a name has inside a word.
  private static func isDistinctive(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "$"), UInt8(ascii: "*"), UInt8(ascii: "&"), UInt8(ascii: "}"), UInt8(ascii: "{"),
      UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "~"):
      true
    default: false
    }
  }

  /// Returns the Arabic that `text` spells, or nil when it does not look like Buckwalter.
  ///
  /// It does when each of its signs is in the table and a word has, beside letters, a sign that names in Latin letters do
  /// not have, or capitals where those have none; signs alone ("$$") are punctuation. Case carries meaning, so this comes
  /// before any folding.
  package static func arabic(from text: String) -> String? {
    guard mayLookLikeIt(text), looksLikeIt(text) else { return nil }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if scalar == " " {
        result.append(scalar)
      } else if let letter = map.letter(for: scalar) {
        result.append(letter)
      } else {
        return nil
      }
    }
    return String(result)
  }

  /// Whether a text is in ASCII and has a distinctive sign, or a capital behind another sign; every query is asked, and most have none.
  private static func mayLookLikeIt(_ text: String) -> Bool {
    let bytes = text.utf8.span
    var last = UInt8(ascii: " ")
    var isSeen = false
    for place in bytes.indices {
      let byte = bytes[place]
      guard byte < 0x80 else { return false }
      let isCapital = byte >= 0x41 && byte <= 0x5A
      if isCapital ? last != UInt8(ascii: " ") : isDistinctive(byte) { isSeen = true }
      last = byte
    }
    return isSeen
  }

  /// Whether a word has a distinctive sign beside letters, or capitals that begin no part of a name: mHmd, but not McDonald and
  /// AbdulRahman, whose parts have vowels.
  static func looksLikeIt(_ text: String) -> Bool {
    var word = WordSigns()
    for byte in text.utf8 {
      if byte == UInt8(ascii: " ") {
        if word.looksLikeIt { return true }
        word = WordSigns()
      } else {
        word.add(byte)
      }
    }
    return word.looksLikeIt
  }

  /// What the bytes of a word say, without an array of them.
  private struct WordSigns {
    private var count = 0
    private var hasSign = false
    private var hasLetter = false
    private var hasSmall = false
    private var hasStrangeCapital = false
    /// Behind a capital that does not begin the word: whether no vowel followed it yet.
    private var isPartWithoutVowel = false

    mutating func add(_ byte: UInt8) {
      if byte >= 0x61, byte <= 0x7A {
        (hasSmall, hasLetter) = (true, true)
        if isPartWithoutVowel, Self.isVowel(byte) { isPartWithoutVowel = false }
      } else {
        hasStrangeCapital = hasStrangeCapital || isPartWithoutVowel
        let isCapital = byte >= 0x41 && byte <= 0x5A
        hasLetter = hasLetter || isCapital
        isPartWithoutVowel = isCapital && count > 0
        if !isCapital, Buckwalter.isDistinctive(byte) { hasSign = true }
      }
      count += 1
    }

    var looksLikeIt: Bool {
      hasSign && hasLetter || count > 3 && hasSmall && (hasStrangeCapital || isPartWithoutVowel)
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
      switch byte {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
      default: false
      }
    }
  }
}
