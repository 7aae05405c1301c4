/// The first answer to a query of a search.
package struct RankedAnswer: Equatable, Sendable {
  /// Its score; minus infinity when there was no answer.
  package var score: Double
  /// Whether it is right.
  package var isCorrect: Bool
  /// Whether the query has a right answer among the candidates.
  package var isAnswerable: Bool
  /// Whether training saw the right answer; nil when that is not known.
  package var isSeen: Bool?

  package init(score: Double, isCorrect: Bool, isAnswerable: Bool = true, isSeen: Bool? = nil) {
    self.score = score.isNaN ? -.infinity : score
    self.isCorrect = isCorrect
    self.isAnswerable = isAnswerable
    self.isSeen = isSeen
  }
}

/// What is found and missed when answers from a score upwards are accepted.
package struct ThresholdFigures: Equatable, Sendable {
  /// The lowest score that is accepted.
  package let threshold: Double
  /// Queries whose answer is accepted.
  package let accepted: Int
  /// Accepted answers that are right.
  package let correct: Int
  /// Queries that have a right answer.
  package let answerable: Int

  /// The share of accepted answers that are right; 0 when none is accepted.
  package var precision: Double { accepted > 0 ? Double(correct) / Double(accepted) : 0 }
  /// The share of answerable queries whose right answer is accepted.
  package var recall: Double { answerable > 0 ? Double(correct) / Double(answerable) : 0 }
  /// The harmonic mean of precision and recall.
  package var f1: Double {
    accepted + answerable > 0 ? 2 * Double(correct) / Double(accepted + answerable) : 0
  }

  /// Measures at a given threshold.
  package init(threshold: Double, _ answers: some Sequence<RankedAnswer>) {
    var (accepted, correct, answerable) = (0, 0, 0)
    for answer in answers {
      if answer.isAnswerable { answerable += 1 }
      guard answer.score >= threshold, answer.score > -.infinity else { continue }
      accepted += 1
      if answer.isCorrect { correct += 1 }
    }
    self.init(threshold: threshold, accepted: accepted, correct: correct, answerable: answerable)
  }

  private init(threshold: Double, accepted: Int, correct: Int, answerable: Int) {
    self.threshold = threshold
    self.accepted = accepted
    self.correct = correct
    self.answerable = answerable
  }

  /// Finds the one threshold for all queries that has the best F1; of equals, the highest.
  ///
  /// Queries without an answer are never accepted.
  ///
  /// - Returns: nil when no query has an answer.
  /// - Complexity: O(*n* log *n*) in the number of answers.
  package static func best(_ answers: [RankedAnswer]) -> ThresholdFigures? {
    let answerable = answers.reduce(0) { $0 + ($1.isAnswerable ? 1 : 0) }
    let sorted = answers.filter { $0.score > -.infinity }.sorted { $0.score > $1.score }
    var best: ThresholdFigures?
    var correct = 0
    for (place, answer) in sorted.enumerated() {
      if answer.isCorrect { correct += 1 }
      // Equal scores are accepted together.
      if place + 1 < sorted.count, sorted[place + 1].score == answer.score { continue }
      let figures = ThresholdFigures(
        threshold: answer.score, accepted: place + 1, correct: correct, answerable: answerable)
      if best.map({ figures.f1 > $0.f1 }) ?? true { best = figures }
    }
    return best
  }
}

extension ThresholdFigures: Encodable {
  private enum CodingKeys: String, CodingKey { case threshold, precision, recall, f1 }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(threshold.reported, forKey: .threshold)
    try container.encode(precision.reported, forKey: .precision)
    try container.encode(recall.reported, forKey: .recall)
    try container.encode(f1.reported, forKey: .f1)
  }
}
