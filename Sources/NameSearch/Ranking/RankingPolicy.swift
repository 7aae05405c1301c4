/// Makes a score of evidence.
///
/// Until the score is fitted on labelled pairs it says how close two spellings are, not how likely they are the same
/// name: 1 for the same normalized letters, at least 0.9 for the same folded form, 0.97 for a regular romanization,
/// and less the more the letters differ. It falls with each cost and depends on nothing else.
public struct RankingPolicy: Sendable {
  /// The default threshold: from this score on two names are taken to be the same.
  public static let sameThreshold = 0.5
  /// Below this score two names are taken to be different.
  public static let possibleThreshold = 0.1

  package init() {}

  /// What a score says.
  package func verdict(_ score: Double) -> Comparison.Verdict {
    score >= Self.sameThreshold ? .same : score >= Self.possibleThreshold ? .possible : .different
  }

  /// Returns a score in 0…1.
  package func score(_ evidence: Evidence) -> Double {
    if evidence.isIdentical { return 1 }
    if evidence.isFoldedEqual { return max(0.9, 0.99 - 0.01 * Double(evidence.cost)) }
    // Costs weigh less in a longer name.
    let scale = 8 + Double(evidence.letterCount) / 2
    return 0.97 * scale / (scale + Double(evidence.cost))
  }
}
