/// "D'" and "l'" of French, which are words of their own written onto the next one: "Banque d'Algérie".
enum FrenchElisions {
  /// The text with a space in place of each of their apostrophes; nil when there is none.
  static func apart(_ text: String) -> String? {
    guard mayHave(text) else { return nil }
    var scalars = Array(text.unicodeScalars)
    var isFound = false
    for place in scalars.indices.dropLast() where "'’".unicodeScalars.contains(scalars[place]) {
      guard place > 0, "dlDL".unicodeScalars.contains(scalars[place - 1]),
        scalars[place + 1].properties.isAlphabetic,
        place == 1 || scalars[place - 2] == " "
      else { continue }
      scalars[place] = " "
      isFound = true
    }
    return isFound ? String(String.UnicodeScalarView(scalars)) : nil
  }

  /// Whether a d or an l stands before what may be an apostrophe: most names are read no further.
  private static func mayHave(_ text: String) -> Bool {
    var last: UInt8 = 0
    for byte in text.utf8 {
      let isApostrophe = byte == UInt8(ascii: "'") || byte == 0xE2
      if isApostrophe, last | 0x20 == UInt8(ascii: "d") || last | 0x20 == UInt8(ascii: "l") { return true }
      last = byte
    }
    return false
  }
}
