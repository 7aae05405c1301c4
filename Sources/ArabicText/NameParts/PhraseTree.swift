/// Phrases as paths of words, each word by the hash of its folded form.
struct PhraseTree: Sendable {
  /// Where paths begin.
  static let start = 0

  /// The nodes behind others, by the hash of a word and the node it follows.
  private var steps: HashedNumbers
  /// For each node the rows that have the phrase which ends there.
  private var ends: [RowLists.List] = [RowLists.List()]
  private var rows: RowLists

  /// Makes room for the words of phrases.
  init(minimumCapacity: Int) {
    steps = HashedNumbers(minimumCapacity: minimumCapacity)
    ends.reserveCapacity(minimumCapacity)
    rows = RowLists(minimumCapacity: minimumCapacity)
  }

  /// Adds a phrase of a row, which is none before those that were added.
  mutating func add(_ words: Span<UInt64>, row: UInt16) {
    var node = Self.start
    for place in words.indices {
      node = steps.number(of: Self.key(words[place], behind: node), orNew: ends.count)
      if node == ends.count { ends.append(RowLists.List()) }
    }
    rows.append(row, to: &ends[node])
  }

  /// The node that a word leads to, if a phrase goes on with it.
  func node(_ word: UInt64, behind node: Int) -> Int? { steps[Self.key(word, behind: node)] }

  /// Calls `body` with the rows that have the phrase which ends at a node.
  func forEachRow(at node: Int, _ body: (UInt16) -> Void) { rows.forEach(ends[node], body) }

  private static func key(_ word: UInt64, behind node: Int) -> UInt64 {
    // The bits of a hash are spread already, and the number of the node is spread likewise.
    word ^ UInt64(truncatingIfNeeded: node) &* 0x9E37_79B9_7F4A_7C15
  }
}
