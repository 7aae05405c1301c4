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

    mutating func add(row: UInt16, isHead: Bool, isLegalForm: Bool) {
      rows.append(row)
      self.isHead = self.isHead || isHead
      self.isLegalForm = self.isLegalForm || isLegalForm
    }
  }

  /// In Arabic, romanized and translated.
  private static let words: [UInt64: Word] = {
    var words: [UInt64: Word] = [:]
    var number: UInt16 = 0
    // Searching begins with it, so no more strings are made than those that are normalized.
    DataTable.organizationWords.forEachRow { row in
      number += 1
      let fields = row.fields(8)
      let isLegalForm = fields[2].elementsEqual("legal".utf8)
      let isHead = isLegalForm || fields[2].elementsEqual("organization".utf8)
      for spellings in fields[3...] {
        for spelling in spellings.split(separator: UInt8(ascii: "|")) {
          let hash = KeyHash(folded: NameText.letters(of: String(decoding: spelling, as: UTF8.self))).value
          words[hash, default: Word()].add(row: number, isHead: isHead, isLegalForm: isLegalForm)
        }
      }
    }
    return words
  }()
}
