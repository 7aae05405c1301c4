internal import ArabicText

/// Makes a score of evidence: the probability that two names are the same name.
///
/// A logistic function of the features; the score falls with each cost and with each word that only one has.
public struct RankingPolicy: Sendable {
  /// The default threshold: from this score on two names are taken to be the same.
  public static let sameThreshold = 0.5
  /// Below this score two names are taken to be different.
  public static let possibleThreshold = 0.1

  /// The score of names that differ in vowel marks, case and letter variants only.
  package static let foldedEqual = 0.99

  private let weights: SIMD32<Float>

  package init() {
    var weights = EvidenceFeatures()
    weights[.constant] = 1.5
    weights[.worstCost] = -0.3
    weights[.costPerLetter] = -1
    weights[.likelihood] = 1.5
    weights[.conflict] = -8
    weights[.surplus] = -3.5
    weights[.missingShare] = -2
    weights[.moves] = -2
    weights[.reversals] = -6
    weights[.droppedPrefixes] = -3
    weights[.initials] = -2.5
    weights[.strayInitials] = -1.5
    weights[.numbers] = -4
    weights[.knownSame] = 1
    weights[.knownOther] = -5
    weights[.onlyGeneric] = -3
    weights[.sharedEntity] = 4
    weights[.acronym] = -0.5
    self.weights = weights.values
  }

  /// Returns a score in 0…1.
  package func score(_ evidence: Evidence) -> Double {
    if evidence.isIdentical { return 1 }
    if evidence.features[.foldedEqual] > 0 { return Self.foldedEqual }
    let sum = (weights * evidence.features.values).sum()
    return Double(1 / (1 + fastExponential(-max(-30, min(30, sum)))))
  }

  /// What a score says.
  package func verdict(_ score: Double) -> Comparison.Verdict {
    score >= Self.sameThreshold ? .same : score >= Self.possibleThreshold ? .possible : .different
  }
}
