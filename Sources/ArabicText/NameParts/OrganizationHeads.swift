/// Words that names of organizations start with: Army, Brigade, حركة (haraka).
package enum OrganizationHeads {
  /// Whether a word is one, by the hash of its folded form.
  package static func contains(_ foldedHash: UInt64) -> Bool { all.contains(foldedHash) }

  /// In Arabic, romanized and translated; heads of several words with their spaces.
  static let all: Set<UInt64> = {
    var heads: Set<UInt64> = []
    DataTable.organizationWords.forEachRow { row in
      guard row[2] == "organization" else { return }
      for column in 3...7 {
        for spelling in row[column].split(separator: "|") {
          heads.insert(NameText(String(spelling)).foldedHash())
        }
      }
    }
    return heads
  }()
}
