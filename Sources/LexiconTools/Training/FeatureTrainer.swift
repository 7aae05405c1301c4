internal import ArabicText

/// Fits the weights of hashed features of a direction (`LetterFeatures`): multinomial logistic regression for each
/// letter, by AdaGrad.
///
/// Features that say which word it is are left out in half of the words, so that the others learn to do without them
/// and serve words that were not seen.
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
    var bits = 21
    var rounds = 5
    var rate: Float = 0.1
    /// The share of words without the features of the word.
    var wordDropout: Float = 0.6
    var longDropout: Float = 0.2
  }

  private let settings: Settings
  private let inventory: LetterInventory
  private var weights: [Float]
  private var squares: [Float]
  private var random = SeededRandom(seed: 11)

  init(_ inventory: LetterInventory, _ settings: Settings) {
    self.inventory = inventory
    self.settings = settings
    weights = [Float](repeating: 0, count: 1 << settings.bits + LetterModel.chunkLimit)
    squares = [Float](repeating: 1e-3, count: weights.count)
  }

  /// Fits the weights.
  mutating func fit(_ examples: [Example], onRound: (Int, Double) -> Void) {
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
        let skipped = skippedGroups()
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
  private mutating func skippedGroups() -> UInt8 {
    var skipped: UInt8 = 0
    func skip(_ group: LetterFeatures.Group) { skipped |= 1 << group.rawValue }
    if random.unit() < settings.wordDropout { skip(.word) }
    if random.unit() < settings.wordDropout { skip(.wordInContext) }
    if random.unit() < settings.longDropout {
      skip(.longLetters)
      skip(.neighbour)
    }
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
        let start = hashes.baseAddress!
        for place in example.letters.indices {
          var count = unsafe LetterFeatures.write(example.letters.span, at: place, in: example.context, into: start)
          var kept = 0
          for feature in 0..<count where skipped & (1 << LetterFeatures.groups[feature].rawValue) == 0 {
            unsafe hashes[kept] = hashes[feature]
            kept += 1
          }
          unsafe LetterFeatures.writeHistory(
            example.letters.span, at: place, before.0, before.1, before.2, into: start + kept)
          count = kept + LetterFeatures.historyCount
          let range = inventory.graphones(of: example.letterNumbers[place])
          let right = example.graphones[place] - range.lowerBound
          unsafe scores.initialize(repeating: 0)
          for feature in 0..<count {
            let row = unsafe weights.baseAddress! + Int(hashes[feature] & mask)
            for chunk in 0..<range.count { unsafe scores[chunk] += row[chunk] }
          }
          sum += unsafe normalize(scores, range.count, right)
          for chunk in 0..<range.count {
            unsafe scores[chunk] = (scores[chunk] - (chunk == right ? 1 : 0)) * example.weight
          }
          for feature in 0..<count {
            let base = Int(unsafe hashes[feature] & mask)
            let row = unsafe weights.baseAddress! + base
            let rowSquares = unsafe squares.baseAddress! + base
            for chunk in 0..<range.count {
              let error = unsafe scores[chunk]
              unsafe rowSquares[chunk] += error * error
              unsafe row[chunk] -= rate * error / rowSquares[chunk].squareRoot()
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
