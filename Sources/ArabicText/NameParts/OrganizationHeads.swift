/// Words that names of organizations start with: Army, Brigade, حركة (haraka).
package enum OrganizationHeads {
  /// Whether a word is one, by the hash of its folded form.
  package static func contains(_ foldedHash: UInt64) -> Bool { all[foldedHash] != nil }

  /// Whether two heads mean the same in different languages: Army, جيش, Ordu.
  package static func haveOneMeaning(_ left: UInt64, _ right: UInt64) -> Bool {
    guard let rows = all[left], let others = all[right] else { return false }
    return rows.contains { others.contains($0) }
  }

  /// Whether a word only says what a company is by law, by the hash of its folded form: Ltd, LLC, المحدودة.
  package static func isLegalForm(_ foldedHash: UInt64) -> Bool { legalForms[foldedHash] != nil }

  /// In Arabic, romanized and translated; heads of several words with their spaces.
  ///
  /// Legal forms are among them.
  static let all = words(["organization", "legal"])
  private static let legalForms = words(["legal"])

  /// The words, each with the rows that have it.
  private static func words(_ kinds: Set<String>) -> [UInt64: [UInt16]] {
    var heads: [UInt64: [UInt16]] = [:]
    var number: UInt16 = 0
    DataTable.organizationWords.forEachRow { row in
      number += 1
      guard kinds.contains(row[2]) else { return }
      for column in 3...7 {
        for spelling in row[column].split(separator: "|") {
          heads[NameText(String(spelling)).foldedHash(), default: []].append(number)
        }
      }
    }
    return heads
  }
}
