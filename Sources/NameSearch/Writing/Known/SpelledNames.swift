internal import ArabicText
internal import Synchronization

/// The names of entities that texts spell, and those of the last texts: the parts of a name are asked for several times, and the words of a
/// list are the same few.
final class SpelledNames: Sendable {
  private let lexicons: LexiconSet
  private let kept = Mutex<[String: Kept]>([:])
  /// How many texts are remembered.
  private static let limit = 1 << 12
  /// The score from which on a name is of interest.
  static let leastScore = 0.8
  /// The most names of one text.
  static let most = 32

  private struct Kept {
    let matches: [Match]
    /// Whether only the best were looked for.
    let areBest: Bool
  }

  init(_ lexicons: LexiconSet) { self.lexicons = lexicons }

  /// The names that a text spells, which is the query's, the best first: those that `LexiconSet.wholeNames` finds.
  ///
  /// With `onlyBest`, of those that score less than the best some may be missing.
  func matches(of text: String, _ query: Query, onlyBest: Bool = false) -> [Match] {
    if let known = kept.withLock({ $0[text] }), onlyBest || !known.areBest { return known.matches }
    let found = lexicons.wholeNames(
      for: query, limit: Self.most, atLeast: Self.leastScore, onlyBest: onlyBest
    ).matches
    kept.withLock { kept in
      if kept.count >= Self.limit { kept.removeAll(keepingCapacity: true) }
      // Below the highest score nothing was left out.
      kept[text] = Kept(matches: found, areBest: onlyBest && found.first?.score == 1)
    }
    return found
  }
}
