/// Numbers that stand behind names as words or Roman numerals: "Abdullah II", الحسن الثاني.
package enum Ordinals {
  /// The number that a word says, by the hash of its folded form; 0 for none.
  package static func number(_ foldedHash: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: all[foldedHash] ?? 0)
  }

  private static let all: HashedNumbers = {
    var words = HashedNumbers()
    DataTable.ordinals.forEachRow { row in
      guard let number = UInt8(row[0]) else { return }
      for word in row[1].split(separator: "|") {
        words.set(NameText(String(word)).foldedHash(), to: Int(number))
      }
    }
    return words
  }()
}
