/// Reading of Buckwalter transliteration, one ASCII sign for each Arabic letter.
package enum Buckwalter {
  private static let arabicBySign: [UInt8: UInt16] = {
    var table: [UInt8: UInt16] = [:]
    DataTable.buckwalter.forEachRow { row in
      let letter = row[1]
      guard let sign = row[0].utf8.first else { return }
      table[sign] = letter.hasPrefix("U+") ? UInt16(letter.dropFirst(2), radix: 16) : letter.utf16.first
    }
    return table
  }()

  /// Signs of the table that no ordinary Latin spelling of a name has inside a word.
  private static let distinctive = Set("$*&}{<>|~".utf8)

  /// Returns the Arabic that `text` spells, or nil when it does not look like Buckwalter.
  ///
  /// It does when each of its signs is in the table and a word has, beside letters, a sign that names in Latin letters do
  /// not have; signs alone ("$$") are punctuation. Case carries meaning, so this comes before any folding.
  package static func arabic(from text: String) -> String? {
    let words = text.utf8.split(separator: UInt8(ascii: " "))
    let isDistinct = words.contains { word in
      word.contains { distinctive.contains($0) } && word.contains { isLetter($0) }
    }
    guard isDistinct else { return nil }
    var units: [UInt16] = []
    for byte in text.utf8 {
      if byte == UInt8(ascii: " ") {
        units.append(.space)
      } else if let letter = arabicBySign[byte] {
        units.append(letter)
      } else {
        return nil
      }
    }
    return String(decoding: units, as: UTF16.self)
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
