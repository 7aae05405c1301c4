/// Words that only join the others of a name: of, in, في (fi).
package enum LinkWords {
  /// Whether a word is one, by the hash of its folded form.
  package static func contains(_ foldedHash: UInt64) -> Bool { all[foldedHash] != nil }

  private static let all: HashedNumbers = {
    var words = HashedNumbers()
    DataTable.links.forEachRow { row in
      for word in row[1].split(separator: "|") { words.set(NameText(String(word)).foldedHash(), to: 0) }
    }
    return words
  }()
}
