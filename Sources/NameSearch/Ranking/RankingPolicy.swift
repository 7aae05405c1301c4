internal import ArabicText

/// Makes a score of evidence: the probability that two names are the same name.
///
/// A logistic function of the features; the score falls with each cost and with each word that only one has.
public struct RankingPolicy: Sendable {
  /// The default threshold: from this score on two names are taken to be the same.
  public static let sameThreshold = 0.6
  /// Below this score two names are taken to be different.
  public static let possibleThreshold = 0.1

  /// What scores less is no answer for a person, unless asked for.
  public static let leastAnswer = 0.001

  /// The score of names that differ in vowel marks, case and letter variants only.
  package static let foldedEqual = 0.99

  /// The score of names that a lexicon surely has for one entity, however they are written.
  package static let sharedEntity = 0.95

  /// The score of names that the letter tables spell alike as wholes, where word by word they are not the same.
  package static let wholeName = 0.9

  /// The most that names score which a lexicon has for different entities, when one has a word more.
  package static let knownApart = 0.5

  /// What is left of a score where two words show by their vowels or endings that they are two, or cost more than a typing error: names of which
  /// all else is the same stay below `sameThreshold`, in their order.
  package static let doubtful = 0.6

  /// The weights of the features, by their places.
  package let weights: SIMD32<Float>

  package init() { weights = Self.fitted }

  /// The weights of `Lexicon/Policy.tsv`, whose rows are in the order of the features.
  private static let fitted: SIMD32<Float> = {
    var weights = SIMD32<Float>(repeating: 0)
    var place = 0
    // Features are not asked for their names: that costs a search as much as all words of countries.
    DataTable.policy.forEachRow { row in
      if let weight = Float(row[1]), place < weights.scalarCount { weights[place] = weight }
      place += 1
    }
    return weights
  }()

  /// Returns a score in 0…1.
  package func score(_ evidence: Evidence) -> Double {
    if evidence.isIdentical { return 1 }
    if evidence.features[.sharedEntity] > 0 {
      return Self.sharedEntity * Double(evidence.features[.sharedEntity])
    }
    if evidence.features[.foldedEqual] > 0 {
      return Self.foldedEqual * Double(evidence.features[.foldedEqual])
    }
    let score = score(evidence.features.values)
    if evidence.isKnownApart { return min(score, Self.knownApart) }
    return evidence.hasOtherWord || evidence.isDoubtful ? score * Self.doubtful : score
  }

  /// The score of features alone, below that of names that are written the same.
  package func score(_ features: SIMD32<Float>) -> Double {
    let sum = (weights * features).sum()
    return Self.foldedEqual * Double(1 / (1 + fastExponential(-max(-30, min(30, sum)))))
  }

  /// What a score says.
  package func verdict(_ score: Double) -> Comparison.Verdict {
    score >= Self.sameThreshold ? .same : score >= Self.possibleThreshold ? .possible : .different
  }
}
