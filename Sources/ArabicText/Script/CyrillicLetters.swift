/// Cyrillic letters that English spells with other letters than ISO 9 has: й (y), ю (yu), дж (j).
enum CyrillicLetters {
  /// Writes the letters of `Letters/cyrillic.tsv` in Latin letters, and leaves the others as they are.
  static func inLatin(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0x400...0x52F).contains($0.value) }) else { return text }
    var result = ""
    // Characters are equal however their marks are encoded.
    let letters = Array(text.lowercased())
    var place = 0
    while place < letters.count {
      if place + 1 < letters.count, let latin = table[String(letters[place...place + 1])] {
        result += latin
        place += 2
        continue
      }
      if let latin = table[String(letters[place])] { result += latin } else { result.append(letters[place]) }
      place += 1
    }
    return result
  }

  private static let table: [String: String] = {
    var table: [String: String] = [:]
    DataTable.cyrillicLetters.forEachRow { row in table[row[0]] = row[1] }
    return table
  }()
}
