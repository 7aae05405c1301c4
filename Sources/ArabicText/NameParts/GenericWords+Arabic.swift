// What English and French words of organizations and places are in Arabic.
extension GenericWords {
  /// What a word or phrase means, as a row says it.
  package struct Meaning: Sendable {
    /// Its Arabic spellings, vocalized.
    package let arabic: [String]
    /// What it is in English.
    package let english: [String]
    /// Whether names of organizations or places begin with it in Arabic.
    package let isHead: Bool
    /// Whether it is no family name, so that whatever stands before it belongs to it.
    package let isNoFamily: Bool
  }

  /// What some words of an English name mean together, the rows first that say it most readily.
  package static func meanings(ofEnglish name: NameText, _ words: Range<Int>) -> [Meaning] {
    meanings(of: name, words, column: englishColumn)
  }

  /// The same of a French name.
  package static func meanings(ofFrench name: NameText, _ words: Range<Int>) -> [Meaning] {
    meanings(of: name, words, column: frenchColumn)
  }

  private static let (englishColumn, frenchColumn) = (5, 6)

  private static func meanings(of name: NameText, _ words: Range<Int>, column: Int) -> [Meaning] {
    var rows: [UInt16] = []
    if words.count == 1 {
      let word = all[name.words[words.lowerBound].foldedHash]
      if let word { all.wordRows.forEach(word.rows) { rows.append($0) } }
    } else {
      forEachPhrase(in: name, at: words.lowerBound) { if $0.words == words { rows.append($0.row) } }
    }
    let letters = name.letters[name.words[words.lowerBound].start..<name.words[words.upperBound - 1].end]
    let wanted = hashes(ofPhrase: NameText(letters: Array(letters)))
    var found: [(rank: Int, row: UInt16)] = []
    for row in Set(rows) where !isLegalForm(row: row) {
      let spellings = all.rows[Int(row)].row[column].split(separator: "|")
      if let rank = spellings.firstIndex(where: { hashes(ofPhrase: NameText(String($0))) == wanted }) {
        found.append((rank, row))
      }
    }
    return found.sorted { ($0.rank, $0.row) < ($1.rank, $1.row) }.map { place in
      let (row, traits) = all.rows[Int(place.row)]
      return Meaning(
        arabic: row[3].split(separator: "|").map(String.init),
        english: row[englishColumn].split(separator: "|").map(String.init),
        isHead: traits.contains(.head) || traits.contains(.ofPlaces),
        isNoFamily: traits.contains(.head) || traits.contains(.ofSites))
    }
  }
}
