/// Words that only join the others of a name: of, in, في (fi).
package enum LinkWords {
  /// Whether a word is one in any name, by the hash of its folded form.
  package static func contains(_ foldedHash: UInt64) -> Bool { all[foldedHash] == everywhere }

  /// Whether a word is one at least in names of organizations and places, by the hash of its folded form: "de", "and".
  package static func joinsOrganizations(_ foldedHash: UInt64) -> Bool { all[foldedHash] != nil }

  private static let everywhere = 0
  private static let inOrganizations = 1

  private static let all: HashedNumbers = {
    var words = HashedNumbers()
    DataTable.links.forEachRow { row in
      let number = row.firstByte(of: 2) == UInt8(ascii: "o") ? inOrganizations : everywhere
      for word in row[1].split(separator: "|") {
        words.set(NameText(String(word)).foldedHash(), to: number)
      }
    }
    return words
  }()
}
