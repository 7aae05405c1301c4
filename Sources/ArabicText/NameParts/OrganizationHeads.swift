/// Words that names of organizations start with: Army, Brigade, حركة (haraka).
package enum OrganizationHeads {
  /// Whether a word is one, by the hash of its folded form.
  package static func contains(_ foldedHash: UInt64) -> Bool { all[foldedHash] != nil }

  /// Whether two heads mean the same in different languages: Army, جيش, Ordu.
  package static func haveOneMeaning(_ left: UInt64, _ right: UInt64) -> Bool {
    guard let rows = all[left]?.rows, let others = all[right]?.rows else { return false }
    return rows.contains { others.contains($0) }
  }

  /// Whether a word only says what a company is by law, by the hash of its folded form: Ltd, LLC, المحدودة.
  package static func isLegalForm(_ foldedHash: UInt64) -> Bool { all[foldedHash]?.isLegalForm == true }

  /// What the table says of a word.
  struct Head: Sendable {
    /// The rows that have it.
    fileprivate(set) var rows: [UInt16] = []
    fileprivate(set) var isLegalForm = false
  }

  /// In Arabic, romanized and translated; heads of several words with their spaces.
  ///
  /// Legal forms are among them.
  static let all: [UInt64: Head] = {
    var heads: [UInt64: Head] = [:]
    var number: UInt16 = 0
    // Searching begins with it, so no more strings are made than those that are normalized.
    DataTable.organizationWords.forEachRow { row in
      number += 1
      let fields = row.fields(8)
      let isLegalForm = fields[2].elementsEqual("legal".utf8)
      guard isLegalForm || fields[2].elementsEqual("organization".utf8) else { return }
      for spellings in fields[3...] {
        for spelling in spellings.split(separator: UInt8(ascii: "|")) {
          let letters = NameText.letters(of: String(decoding: spelling, as: UTF8.self))
          let hash = KeyHash(folded: letters).value
          heads[hash, default: Head()].rows.append(number)
          if isLegalForm { heads[hash]?.isLegalForm = true }
        }
      }
    }
    return heads
  }()
}
