/// Phrases as paths of words, each word by the hash of its folded form.
struct PhraseTree: Sendable {
  /// Where paths begin.
  static let start = 0

  /// The nodes behind others, by the hash of a word and the node it follows.
  private var steps = HashedNumbers()
  /// For each node the rows that have the phrase which ends there.
  private var rows: [[UInt16]] = [[]]

  /// Adds a phrase of a row.
  mutating func add(_ words: [UInt64], row: UInt16) {
    var node = Self.start
    for word in words {
      let key = Self.key(word, behind: node)
      if let next = steps[key] {
        node = next
      } else {
        steps.set(key, to: rows.count)
        node = rows.count
        rows.append([])
      }
    }
    if !rows[node].contains(row) { rows[node].append(row) }
  }

  /// The node that a word leads to, if a phrase goes on with it.
  func node(_ word: UInt64, behind node: Int) -> Int? { steps[Self.key(word, behind: node)] }

  /// The rows that have the phrase which ends at a node.
  func rows(at node: Int) -> [UInt16] { rows[node] }

  private static func key(_ word: UInt64, behind node: Int) -> UInt64 {
    // The bits of a hash are spread already, and the number of the node is spread likewise.
    word ^ UInt64(truncatingIfNeeded: node) &* 0x9E37_79B9_7F4A_7C15
  }
}
