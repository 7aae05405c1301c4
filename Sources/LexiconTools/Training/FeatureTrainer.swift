internal import ArabicText

/// Fits the weights of hashed features of a direction (`LetterFeatures`): multinomial logistic regression for each
/// letter, by AdaGrad.
///
/// Features that say which word it is are left out of many words, so that the others learn to do without them and serve
/// words that were not seen. A word of a table is met once in a round and has few such features: they are left out
/// less often and learn faster, or other words' letters would outvote it.
///
/// Far more features than the table has places share them. So small errors teach nothing: what a feature would learn of
/// them matters little to it and disturbs the others. The weights are the mean of several runs, which differ by chance in
/// what they learn last.
struct FeatureTrainer {
  /// An aligned word, with the name around it.
  struct Example {
    var letters: [UInt16]
    var letterNumbers: [Int]
    var graphones: [Int]
    var context: LetterFeatures.Context?
    var weight: Float
  }

  /// What is chosen before fitting.
  struct Settings: Sendable {
    var bits = 22
    var rounds = 5
    var rate: Float = 0.1
    /// How many runs the weights are the mean of.
    var runs = 3
    /// Errors of a chunk's probability below this are passed over.
    var leastError: Float = 0.03
    /// The share of words without the features of the word.
    var wordDropout: Float = 0.5
    /// The same for words without a context.
    var loneWordDropout: Float = 0.4
    /// By how much the rate of the word's features is larger in words without a context.
    var loneWordRate: Float = 3
    /// The share of words without the features of their neighbours and of the widest windows.
    var neighbourDropout: Float = 0.2
  }

  private let settings: Settings
  private let inventory: LetterInventory
  private var weights: [Float]
  private var squares: [Float]

  private static let firstSquare: Float = 1e-3

  init(_ inventory: LetterInventory, _ settings: Settings) {
    self.inventory = inventory
    self.settings = settings
    weights = [Float](repeating: 0, count: 1 << settings.bits + LetterModel.chunkLimit)
    squares = [Float](repeating: Self.firstSquare, count: weights.count)
  }

  /// Fits the weights.
  mutating func fit(_ examples: [Example], onRound: (Int, Double) -> Void) {
    var sums = [Float](repeating: 0, count: weights.count)
    let (runs, rounds) = (settings.runs, settings.rounds)
    for run in 0..<runs {
      for place in weights.indices { (weights[place], squares[place]) = (0, Self.firstSquare) }
      var random = SeededRandom(seed: UInt64(11 + run))
      fit(examples, &random) { round, logarithm in onRound(run * rounds + round, logarithm) }
      for place in sums.indices { sums[place] += weights[place] }
    }
    weights = sums.map { $0 / Float(runs) }
  }

  private mutating func fit(
    _ examples: [Example], _ random: inout SeededRandom, onRound: (Int, Double) -> Void
  ) {
    var order = Array(examples.indices)
    // Out of the trainer while they change, so that the rest of it can be read.
    var (weights, squares): ([Float], [Float]) = ([], [])
    swap(&weights, &self.weights)
    swap(&squares, &self.squares)
    defer {
      swap(&weights, &self.weights)
      swap(&squares, &self.squares)
    }
    for round in 0..<settings.rounds {
      order.shuffle(using: &random)
      let rate = settings.rate * (1 - 0.9 * Float(round) / Float(max(1, settings.rounds - 1)))
      var (sum, total): (Double, Double) = (0, 0)
      for index in order {
        let skipped = skippedGroups(of: examples[index], &random)
        let logarithm = unsafe weights.withUnsafeMutableBufferPointer { weights in
          unsafe squares.withUnsafeMutableBufferPointer { squares in
            unsafe fit(examples[index], skipped, rate, weights, squares)
          }
        }
        sum += Double(logarithm * examples[index].weight)
        total += Double(examples[index].weight) * Double(examples[index].letters.count)
      }
      onRound(round, sum / max(total, 1))
    }
  }

  /// Bits of the groups that one word is fitted without.
  private func skippedGroups(of example: Example, _ random: inout SeededRandom) -> UInt8 {
    var skipped: UInt8 = 0
    func skip(_ group: LetterFeatures.Group, _ share: Float) {
      if random.unit() < share { skipped |= 1 << group.rawValue }
    }
    skip(.word, example.context == nil ? settings.loneWordDropout : settings.wordDropout)
    skip(.wordInContext, settings.wordDropout)
    skip(.neighbour, settings.neighbourDropout)
    return skipped
  }

  private func fit(
    _ example: Example, _ skipped: UInt8, _ rate: Float, _ weights: UnsafeMutableBufferPointer<Float>,
    _ squares: UnsafeMutableBufferPointer<Float>
  ) -> Float {
    let mask = UInt32(1 << settings.bits - 1)
    var before: (UInt16, UInt16, UInt16) = (0, 0, 0)
    var sum: Float = 0
    return unsafe withUnsafeTemporaryAllocation(of: UInt32.self, capacity: LetterFeatures.limit) { hashes in
      unsafe withUnsafeTemporaryAllocation(of: Float.self, capacity: LetterModel.chunkLimit) { scores in
        guard let start = hashes.baseAddress else { return 0 }
        for place in example.letters.indices {
          var count = unsafe LetterFeatures.write(
            example.letters.span, at: place, in: example.context, into: start)
          var (kept, fast): (Int, UInt64) = (0, 0)
          for feature in 0..<count {
            let group = LetterFeatures.groups[feature]
            if skipped & (1 << group.rawValue) != 0 { continue }
            unsafe hashes[kept] = hashes[feature]
            if group == .word, example.context == nil { fast |= 1 << UInt64(kept) }
            kept += 1
          }
          unsafe LetterFeatures.writeHistory(
            example.letters.span, at: place, before.0, before.1, before.2, into: start + kept)
          count = kept + LetterFeatures.historyCount
          let range = inventory.graphones(of: example.letterNumbers[place])
          let right = example.graphones[place] - range.lowerBound
          unsafe scores.initialize(repeating: 0)
          for feature in 0..<count {
            let row = Int(unsafe hashes[feature] & mask)
            for chunk in 0..<range.count { unsafe scores[chunk] += weights[row + chunk] }
          }
          sum += unsafe normalize(scores, range.count, right)
          var isWrong = false
          for chunk in 0..<range.count {
            let error = unsafe scores[chunk] - (chunk == right ? 1 : 0)
            let counts = abs(error) >= settings.leastError
            unsafe scores[chunk] = counts ? error * example.weight : 0
            isWrong = isWrong || counts
          }
          for feature in 0..<(isWrong ? count : 0) {
            let base = Int(unsafe hashes[feature] & mask)
            let rate = fast & (1 << UInt64(feature)) == 0 ? rate : rate * settings.loneWordRate
            for chunk in 0..<range.count {
              let error = unsafe scores[chunk]
              unsafe squares[base + chunk] += error * error
              unsafe weights[base + chunk] -= rate * error / squares[base + chunk].squareRoot()
            }
          }
          let chunk = UInt16(inventory.chunkOfGraphone[example.graphones[place]] + 1)
          before = (chunk, before.0, before.1)
        }
        return sum
      }
    }
  }

  /// Makes scores probabilities, and returns the logarithm of the right one's.
  private func normalize(_ scores: UnsafeMutableBufferPointer<Float>, _ count: Int, _ right: Int) -> Float {
    var highest = unsafe scores[0]
    for chunk in 1..<max(count, 1) { highest = unsafe max(highest, scores[chunk]) }
    var sum: Float = 0
    for chunk in 0..<count {
      let power = unsafe fastExponential(scores[chunk] - highest)
      unsafe scores[chunk] = power
      sum += power
    }
    for chunk in 0..<count { unsafe scores[chunk] /= sum }
    return unsafe fastLogarithm(max(scores[right], 1e-20))
  }

  /// The weights in steps that fit a byte.
  func quantized() -> (weights: [Int8], step: Float) {
    let step: Float = 1 / 32
    return (weights.map { Int8(max(-127, min(127, ($0 / step).rounded()))) }, step)
  }
}
