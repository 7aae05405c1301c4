/// "D'" and "l'" of French, which are words of their own written onto the next one: "Banque d'Algérie".
enum FrenchElisions {
  /// The text with a space in place of each of their apostrophes; nil when there is none.
  static func apart(_ text: String) -> String? {
    guard text.utf8.contains(where: { $0 == UInt8(ascii: "'") || $0 == 0xE2 }) else { return nil }
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
}
