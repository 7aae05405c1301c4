/// What an alignment found: which words of the query stand for which words of the name, and at what cost.
///
/// It holds no weights; `RankingPolicy` makes a score of it.
package struct Evidence: Sendable {
  /// How two pieces were found to be the same.
  package enum Reason: String, Sendable {
    /// The letters are the same.
    case equal
    /// One particle in another spelling or grammatical case: Abu, Abi.
    case particle
    /// Both are spellings of one known word.
    case known
    /// The letters can stand for the same sounds.
    case spelling
    /// A title that only one side has.
    case title
  }

  /// Words of the query and the words of the name they stand for; one of them is empty for a title.
  package struct Piece: Sendable {
    package let queryWords: Range<Int>
    package let nameWords: Range<Int>
    package let reason: Reason
    /// 0 for the same spelling or a regular romanization; see `SpellingAligner`.
    package let cost: Int
  }

  /// The pieces in the order of the query.
  package let pieces: [Piece]
  /// The sum of the costs.
  package let cost: Int
  /// Whether the normalized letters are the same.
  package let isIdentical: Bool
  /// Whether the folded forms are the same.
  package let isFoldedEqual: Bool
  /// The letters of the query.
  package let letterCount: Int
}
