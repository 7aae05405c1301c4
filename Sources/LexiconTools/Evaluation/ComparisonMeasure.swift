/// A way to say of two names how well they fit.
package struct ComparisonMethod {
  /// The score from which on names are taken to be the same; nil when the method has no threshold of its own.
  package let threshold: Double?
  /// More is better.
  package let score: (String, String) -> Double

  package init(threshold: Double? = nil, score: @escaping (String, String) -> Double) {
    self.threshold = threshold
    self.score = score
  }
}

/// How well comparing tells pairs that are the same name from pairs that are not.
package struct ComparisonFigures: Equatable, Encodable, Sendable {
  /// Pairs that were compared.
  package internal(set) var pairs = 0
  /// Those of them that are the same name.
  package internal(set) var same = 0
  /// Rows left out since their pair of names has both labels.
  package internal(set) var leftOut = 0
  /// At the method's own threshold.
  package internal(set) var own: ThresholdFigures?
  /// At the threshold that is best for these pairs.
  package internal(set) var best: ThresholdFigures?
}

/// Measures comparing on labelled pairs.
///
/// A pair that is labelled both ways, in whatever order and case its names stand, says nothing and is left out.
package struct ComparisonMeasure {
  private let pairs: [SpellingPair]
  private let leftOut: Int

  package init(_ pairs: [SpellingPair]) {
    var labels: [String: (same: Bool, other: Bool)] = [:]
    for pair in pairs {
      let label = labels[pair.key] ?? (false, false)
      labels[pair.key] = (label.same || pair.isSame, label.other || !pair.isSame)
    }
    self.pairs = pairs.filter { labels[$0.key].map { !($0.same && $0.other) } ?? true }
    leftOut = pairs.count - self.pairs.count
  }

  /// Compares all pairs.
  package func measure(_ method: ComparisonMethod) -> ComparisonFigures {
    let answers = pairs.map { pair in
      RankedAnswer(
        score: method.score(pair.first, pair.second), isCorrect: pair.isSame, isAnswerable: pair.isSame)
    }
    var figures = ComparisonFigures()
    figures.pairs = pairs.count
    figures.same = pairs.count { $0.isSame }
    figures.leftOut = leftOut
    figures.own = method.threshold.map { ThresholdFigures(threshold: $0, answers) }
    figures.best = ThresholdFigures.best(answers)
    return figures
  }
}
