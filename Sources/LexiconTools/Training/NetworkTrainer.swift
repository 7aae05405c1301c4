internal import ArabicText

/// Fits the network of a direction: from the letters around a letter, the chunks before it and the domain to its chunk.
///
/// One hidden layer of rectified units, of which a share is left out at random in each step (dropout; N. Srivastava and
/// others, 2014). Each step is one letter; the chunks before it are the right ones.
struct NetworkTrainer {
  /// An aligned word.
  struct Example {
    var letters: [Int]
    var graphones: [Int]
    var domain: LetterNetwork.Domain
    var weight: Float
  }

  /// What is chosen before fitting.
  struct Settings: Sendable {
    var hiddenCount = 256
    var letterPlaces = 11
    var rounds = 8
    var rate: Float = 0.03
    var dropout: Float = 0.3
  }

  private let settings: Settings
  private let inventory: LetterInventory
  private let shape: LetterNetwork.Shape
  private(set) var input: WeightRows
  private(set) var output: WeightRows
  /// The rows of the chunks before, for the last units.
  private(set) var history: WeightRows
  private var random = SeededRandom(seed: 7)

  init(_ inventory: LetterInventory, _ settings: Settings) {
    self.settings = settings
    self.inventory = inventory
    shape = LetterNetwork.Shape(
      letterPlaces: settings.letterPlaces, letterCount: inventory.letters.count,
      chunkCount: inventory.chunks.count)
    input = WeightRows(count: shape.count, width: settings.hiddenCount, spread: 0.2, random: &random)
    output = WeightRows(
      count: inventory.graphoneCount, width: settings.hiddenCount, spread: 0.1, random: &random)
    history = WeightRows(
      count: shape.chunkRows, width: LetterNetwork.historyUnits, spread: 0.2, random: &random)
  }

  /// Fits the weights.
  ///
  /// - Parameters:
  ///   - examples: aligned words.
  ///   - onRound: called after each round with its number and the mean logarithm of the probability of the right chunks.
  mutating func fit(_ examples: [Example], onRound: (Int, Double) -> Void) {
    let hiddenCount = settings.hiddenCount
    let hidden = UnsafeMutablePointer<Float>.allocate(capacity: hiddenCount)
    let gradient = UnsafeMutablePointer<Float>.allocate(capacity: hiddenCount)
    let scores = UnsafeMutablePointer<Float>.allocate(capacity: LetterModel.chunkLimit)
    defer {
      unsafe hidden.deallocate()
      unsafe gradient.deallocate()
      unsafe scores.deallocate()
    }
    var order = Array(examples.indices)
    var inputs: [Int] = []
    for round in 0..<settings.rounds {
      order.shuffle(using: &random)
      let rate = settings.rate * (1 - 0.9 * Float(round) / Float(max(1, settings.rounds - 1)))
      var (sum, total): (Double, Double) = (0, 0)
      for index in order {
        let example = examples[index]
        var before = (0, 0, 0)
        for place in example.letters.indices {
          see(example, place, &inputs)
          let chunks = (
            shape.row(chunk: before.0, place: 0), shape.row(chunk: before.1, place: 1),
            shape.row(chunk: before.2, place: 2)
          )
          unsafe hidden.update(repeating: 0, count: hiddenCount)
          for row in inputs { unsafe input.add(row, to: hidden) }
          let last = unsafe hidden + (hiddenCount - LetterNetwork.historyUnits)
          unsafe history.add(chunks.0, to: last)
          unsafe history.add(chunks.1, to: last)
          unsafe history.add(chunks.2, to: last)
          unsafe rectify(hidden)
          let range = inventory.graphones(of: example.letters[place])
          let right = example.graphones[place] - range.lowerBound
          let logarithm = unsafe probabilities(of: range, hidden, into: scores, right: right)
          sum += Double(logarithm * example.weight)
          total += Double(example.weight)
          unsafe descend(range, right, example.weight, rate, inputs, chunks, hidden, gradient, scores)
          before = (inventory.chunkOfGraphone[example.graphones[place]] + 1, before.0, before.1)
        }
      }
      onRound(round, sum / max(total, 1))
    }
  }

  /// Lists the rows that a letter of a word chooses.
  private func see(_ example: Example, _ place: Int, _ inputs: inout [Int]) {
    func letter(_ place: Int) -> Int {
      example.letters.indices.contains(place) ? example.letters[place] + 1 : 0
    }
    inputs.removeAll(keepingCapacity: true)
    for window in 0..<settings.letterPlaces {
      inputs.append(shape.row(letter: letter(place + window - settings.letterPlaces / 2), place: window))
    }
    inputs.append(shape.row(domain: example.domain.rawValue))
    inputs.append(shape.bias)
  }

  /// Cuts off what is negative, and leaves units out.
  private mutating func rectify(_ hidden: UnsafeMutablePointer<Float>) {
    let limit = UInt64(settings.dropout * 65536)
    let scale = 1 / (1 - settings.dropout)
    var place = 0
    while place < settings.hiddenCount {
      var bits = random.next()
      for _ in 0..<4 {
        let isLeftOut = bits & 0xFFFF < limit
        unsafe hidden[place] = isLeftOut || hidden[place] < 0 ? 0 : hidden[place] * scale
        bits >>= 16
        place += 1
      }
    }
  }

  /// Computes the probabilities of a letter's chunks, and returns the logarithm of the right one's.
  private func probabilities(
    of range: Range<Int>, _ hidden: UnsafeMutablePointer<Float>, into scores: UnsafeMutablePointer<Float>,
    right: Int
  ) -> Float {
    var highest = -Float.infinity
    for chunk in 0..<range.count {
      let score = unsafe output.product(range.lowerBound + chunk, with: hidden)
      unsafe scores[chunk] = score
      highest = max(highest, score)
    }
    var sum: Float = 0
    for chunk in 0..<range.count {
      let power = unsafe fastExponential(scores[chunk] - highest)
      unsafe scores[chunk] = power
      sum += power
    }
    for chunk in 0..<range.count { unsafe scores[chunk] /= sum }
    return unsafe fastLogarithm(max(scores[right], 1e-20))
  }

  /// Moves the weights of one step.
  ///
  /// `scores` has the probabilities.
  private func descend(
    _ range: Range<Int>, _ right: Int, _ weight: Float, _ rate: Float, _ inputs: [Int],
    _ chunks: (Int, Int, Int),
    _ hidden: UnsafeMutablePointer<Float>, _ gradient: UnsafeMutablePointer<Float>,
    _ scores: UnsafeMutablePointer<Float>
  ) {
    let hiddenCount = settings.hiddenCount
    unsafe gradient.update(repeating: 0, count: hiddenCount)
    let norm = unsafe meanSquare(hidden, hiddenCount)
    for chunk in 0..<range.count {
      let error = unsafe (scores[chunk] - (chunk == right ? 1 : 0)) * weight
      if abs(error) < 1e-4 { continue }
      unsafe output.add(range.lowerBound + chunk, times: error, to: gradient)
      unsafe output.descend(range.lowerBound + chunk, along: hidden, times: error, norm: norm, rate: rate)
    }
    for unit in 0..<hiddenCount where unsafe hidden[unit] <= 0 { unsafe gradient[unit] = 0 }
    let gradientNorm = unsafe meanSquare(gradient, hiddenCount)
    for row in inputs {
      unsafe input.descend(row, along: gradient, times: 1, norm: gradientNorm, rate: rate)
    }
    let last = unsafe gradient + (hiddenCount - LetterNetwork.historyUnits)
    let lastNorm = unsafe meanSquare(last, LetterNetwork.historyUnits)
    for row in [chunks.0, chunks.1, chunks.2] {
      unsafe history.descend(row, along: last, times: 1, norm: lastNorm, rate: rate)
    }
  }

  private func meanSquare(_ values: UnsafeMutablePointer<Float>, _ count: Int) -> Float {
    var sums = SIMD8<Float>.zero
    for place in stride(from: 0, to: count, by: 8) {
      let part = unsafe UnsafeRawPointer(values + place).loadUnaligned(as: SIMD8<Float>.self)
      sums += part * part
    }
    return sums.sum() / Float(count)
  }
}
