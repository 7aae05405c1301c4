/// What an alignment found: which words of the query stand for which words of the name, at what cost, and what is left.
///
/// It holds no weights; `RankingPolicy` makes a score of its features.
package struct Evidence: Sendable {
  /// How two pieces were found to be the same, or why a piece is alone.
  package enum Reason: String, Sendable {
    /// The letters are the same.
    case equal
    /// One particle in another spelling or grammatical case: Abu, Abi.
    case particle
    /// Both are spellings of one known word.
    case known
    /// The letters can stand for the same sounds.
    case spelling
    /// Words written together on one side and apart on the other.
    case joined
    /// A letter that stands for a word.
    case initial
    /// The initials of the other name.
    case acronym
    /// A lexicon has both for one entity.
    case translation
    /// A lexicon has them for different entities.
    case apart
    /// A title that only one side has.
    case title
    case queryOnly
    case nameOnly
  }

  /// Words of the query and the words of the name they stand for; one of them is empty for what only one side has.
  package struct Piece: Sendable {
    package let queryWords: Range<Int>
    package let nameWords: Range<Int>
    package let reason: Reason
    /// In nats: −log probability of the one spelling, given the other.
    package let cost: Float
    /// What was found besides.
    package var detail = Detail()

    /// Findings about a piece.
    package struct Detail: OptionSet, Sendable {
      package let rawValue: UInt8
      package init(rawValue: UInt8) { self.rawValue = rawValue }
      /// Only one side has the first part of a compound.
      package static let droppedPrefix = Detail(rawValue: 1)
      /// Only one side has "son of".
      package static let droppedNasab = Detail(rawValue: 2)
      /// Both are known words, but not the same.
      package static let knownOther = Detail(rawValue: 4)
      /// One side has the article written onto the word.
      package static let gluedArticle = Detail(rawValue: 8)
      /// Both mean the same, and their letters have nothing to do with each other.
      package static let translated = Detail(rawValue: 16)
      /// Both show their vowels, and those differ; or one has an ending more that makes another word: Shakib, Shakiba.
      package static let otherWord = Detail(rawValue: 32)
      /// A letter stands for the first part of a compound only, the rest of which is spelled out: "A Nasser".
      package static let spelledOut = Detail(rawValue: 64)
    }
  }

  /// The pieces in the order of the query, then what only the name has; none when they were not asked for.
  package internal(set) var pieces: [Piece] = []
  package internal(set) var features = EvidenceFeatures()
  /// Whether the normalized letters are the same.
  package internal(set) var isIdentical = false
  /// Whether a word of several costs more in one script than a typing error does.
  package internal(set) var isDoubtful = false
  /// Whether words that are matched show by their vowels or endings that they are two.
  package internal(set) var hasOtherWord = false
  /// Whether a lexicon has the names for different entities.
  package var isKnownApart = false
}
