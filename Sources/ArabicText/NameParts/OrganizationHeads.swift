/// Words that names of organizations start with: Army, Brigade, حركة (haraka).
package enum OrganizationHeads {
  /// Whether a word is one, by the hash of its folded form.
  package static func contains(_ foldedHash: UInt64) -> Bool { words[foldedHash]?.isHead == true }

  /// Whether organizations are named with a word, first or not, by the hash of its folded form.
  package static func hasMeaning(_ foldedHash: UInt64) -> Bool { words[foldedHash] != nil }

  /// Whether two words mean the same in different languages: Army, جيش, Ordu.
  package static func haveOneMeaning(_ left: UInt64, _ right: UInt64) -> Bool {
    guard let one = words[left], let other = words[right] else { return false }
    return one.rows.contains { other.rows.contains($0) }
  }

  /// Whether a word only says what a company is by law, by the hash of its folded form: Ltd, LLC, المحدودة.
  package static func isLegalForm(_ foldedHash: UInt64) -> Bool { words[foldedHash]?.isLegalForm == true }

  /// The hashes of all heads, those of several words with their spaces; legal forms are among them.
  static var heads: [UInt64] { words.filter(\.value.isHead).map(\.key) }

  private struct Word {
    var isHead = false
    var isLegalForm = false
    /// The rows that have it, by their numbers.
    var rows: [UInt16] = []
  }

  /// In Arabic, romanized and translated.
  private static let words: [UInt64: Word] = {
    var words: [UInt64: Word] = [:]
    var number: UInt16 = 0
    DataTable.organizationWords.forEachRow { row in
      number += 1
      let kind = row[2]
      for column in 3...7 {
        for spelling in row[column].split(separator: "|") {
          var word = words[NameText(String(spelling)).foldedHash()] ?? Word()
          if kind == "organization" || kind == "legal" { word.isHead = true }
          if kind == "legal" { word.isLegalForm = true }
          word.rows.append(number)
          words[NameText(String(spelling)).foldedHash()] = word
        }
      }
    }
    return words
  }()
}
