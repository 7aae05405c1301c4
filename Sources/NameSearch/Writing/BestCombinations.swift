/// Finds the likeliest ways to choose one of several alternatives at each place.
///
/// It goes from place to place and keeps the best beginnings, so that work and memory grow with the places times the
/// count that is asked for, however many combinations there are.
struct BestCombinations {
  /// A beginning: the one it continues, the alternative that was chosen, and its weight compared with the best one.
  private struct Step {
    let previous: Int
    let choice: Int
    let weight: Double
  }

  /// Returns the best combinations.
  ///
  /// - Parameters:
  ///   - weights: the probabilities of the alternatives of each place; each place has one at least.
  ///   - count: how many combinations to return at most.
  /// - Returns: the choices and the product of their probabilities, likeliest first.
  /// - Complexity: O(*n* · *c* · *k* · log(*c* · *k*)) for *n* places with *k* alternatives and a count of *c*.
  static func find(_ weights: [[Double]], count: Int) -> [(choices: [Int], weight: Double)] {
    var steps: [[Step]] = []
    steps.reserveCapacity(weights.count)
    var last = [Step(previous: 0, choice: 0, weight: 1)]
    var scale = 1.0
    for place in weights {
      // Compared with the best of its place a weight does not vanish however long the name is.
      let best = max(place.max() ?? 1, 1e-12)
      scale *= best
      var next: [Step] = []
      for (number, step) in last.enumerated() {
        for (choice, weight) in place.enumerated() {
          next.append(Step(previous: number, choice: choice, weight: step.weight * max(weight, 1e-12) / best))
        }
      }
      if next.count > 1 {
        next.sort { left, right in
          left.weight == right.weight
            ? (left.previous, left.choice) < (right.previous, right.choice) : left.weight > right.weight
        }
      }
      last = Array(next.prefix(count))
      steps.append(last)
    }
    return last.indices.map { end in
      var choices = [Int](repeating: 0, count: weights.count)
      var number = end
      for place in weights.indices.reversed() {
        choices[place] = steps[place][number].choice
        number = steps[place][number].previous
      }
      return (choices, last[end].weight * scale)
    }
  }
}
