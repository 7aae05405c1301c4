/// Names whose family name stands first and is written in capitals, as French registers and passports have it: "ASSAD Bashar".
enum FamilyNameFirst {
  /// The text with its first words last, when they are in capitals and the others are not; else nil.
  ///
  /// - Complexity: O(*n*) in the length of the text; two letters are looked at where the first words are not in capitals.
  static func turned(_ text: String) -> String? {
    var start = text.unicodeScalars.makeIterator()
    guard start.next()?.properties.isUppercase == true, start.next()?.properties.isUppercase == true,
      !text.utf8.contains(UInt8(ascii: ","))
    else { return nil }
    let words = text.split(separator: " ")
    guard let first = words.firstIndex(where: { !isInCapitals($0) }), first > 0,
      words[first...].allSatisfy({ !isInCapitals($0) })
    else { return nil }
    return (words[first...] + words[..<first]).joined(separator: " ")
  }

  /// Whether a word has capitals and no small letters.
  private static func isInCapitals(_ word: Substring) -> Bool {
    var hasCapital = false
    for scalar in word.unicodeScalars {
      if scalar.properties.isLowercase { return false }
      if scalar.properties.isUppercase { hasCapital = true }
    }
    return hasCapital
  }
}
