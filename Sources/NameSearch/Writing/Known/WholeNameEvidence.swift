internal import ArabicText

/// What an alignment found: which words of the query stand for which words of the name, and at what cost.
///
/// It holds no weights; `WholeNames` makes a score of it.
struct WholeNameEvidence: Sendable {
  /// How two pieces were found to be the same.
  enum Reason: String, Sendable {
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
  struct Piece: Sendable {
    let queryWords: Range<Int>
    let nameWords: Range<Int>
    let reason: Reason
    /// 0 for the same spelling or a regular romanization; see `SpellingAligner`.
    let cost: Int
  }

  /// The pieces in the order of the query.
  let pieces: [Piece]
  /// The sum of the costs.
  let cost: Int
  /// Whether one side has a title that the other has not.
  var hasTitle: Bool { pieces.contains { $0.reason == .title } }
}

/// How close two names are that are the same name.
struct WholeNameCost {
  /// The sum of the costs of what stands for what.
  let cost: Int
  /// Whether the normalized letters are the same.
  let isIdentical: Bool
  /// Whether the folded forms are the same.
  let isFoldedEqual: Bool
  /// The letters of the query.
  let letterCount: Int

  init(cost: Int, isIdentical: Bool, isFoldedEqual: Bool, letterCount: Int) {
    self.cost = cost
    self.isIdentical = isIdentical
    self.isFoldedEqual = isFoldedEqual
    self.letterCount = letterCount
  }

  /// A name has the same letters as the query.
  init(identicalTo query: NameText) {
    self.init(cost: 0, isIdentical: true, isFoldedEqual: true, letterCount: query.letterCount)
  }
}

extension NameText {
  /// The letters of all words.
  var letterCount: Int { words.reduce(0) { $0 + $1.range.count } }
}
