/// Whether probabilities mean what they say: of the answers given with 0.7, seven in ten should be correct.
package struct Reliability: Equatable, Sendable {
  /// Answers with probabilities in one tenth of 0…1; the last bin has 1 too.
  package struct Bin: Equatable, Sendable {
    package var count = 0
    package var correct = 0
    fileprivate var probabilitySum = 0.0

    /// The mean probability of the answers; nil when there are none.
    package var meanProbability: Double? { count > 0 ? probabilitySum / Double(count) : nil }
    /// The share of correct answers; nil when there are none.
    package var shareCorrect: Double? { Tally(count: count, correct: correct).share }
  }

  /// The ten bins, from 0…0.1 to 0.9…1.
  package private(set) var bins = [Bin](repeating: Bin(), count: 10)
  private var squaredErrorSum = 0.0

  package init() {}

  package init(_ answers: [(probability: Double, isCorrect: Bool)]) {
    for answer in answers { add(probability: answer.probability, isCorrect: answer.isCorrect) }
  }

  /// Adds an answer.
  ///
  /// A probability outside 0…1 is moved to the nearer end, and NaN to 0.
  package mutating func add(probability: Double, isCorrect: Bool) {
    let probability = probability.isNaN ? 0 : min(max(probability, 0), 1)
    let bin = min(Int(probability * 10), 9)
    bins[bin].count += 1
    if isCorrect { bins[bin].correct += 1 }
    bins[bin].probabilitySum += probability
    let error = probability - (isCorrect ? 1 : 0)
    squaredErrorSum += error * error
  }

  /// How many answers there are.
  package var count: Int { bins.reduce(0) { $0 + $1.count } }

  /// The mean distance between probability and share of correct answers, bins weighed by their counts; nil without
  /// answers.
  package var expectedCalibrationError: Double? {
    guard count > 0 else { return nil }
    return bins.reduce(0) { $0 + abs($1.probabilitySum - Double($1.correct)) } / Double(count)
  }

  /// The mean squared difference between probability and outcome, in 0…1; nil without answers.
  package var brierScore: Double? { count > 0 ? squaredErrorSum / Double(count) : nil }
}

extension Reliability: Encodable {
  private enum CodingKeys: String, CodingKey { case count, bins, ece, brier }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(count, forKey: .count)
    try container.encode(bins, forKey: .bins)
    try container.encodeIfPresent(expectedCalibrationError?.reported, forKey: .ece)
    try container.encodeIfPresent(brierScore?.reported, forKey: .brier)
  }
}

extension Reliability.Bin: Encodable {
  private enum CodingKeys: String, CodingKey { case count, meanProbability, shareCorrect }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(count, forKey: .count)
    try container.encodeIfPresent(meanProbability?.reported, forKey: .meanProbability)
    try container.encodeIfPresent(shareCorrect?.reported, forKey: .shareCorrect)
  }
}
