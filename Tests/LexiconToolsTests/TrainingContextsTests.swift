import ArabicText
import TestSupport
import Testing

@testable import LexiconTools

/// The costs of graphones after others, against a slow twin and as they are read back from a file.
@Suite struct TrainingContextsTests {
  /// A file whose everyday direction has the contexts of words, and as many letters as graphones.
  private func file(_ words: [[Int]], order: Int, graphones: Int, rarest: Int = 1) -> TransducerBytes {
    var trainer = ContextTrainer(order: order, graphoneStart: Array(0...graphones))
    for word in words { trainer.count(word) }
    let sections = trainer.sections(rarest: rarest)
    var direction = TransducerWriter.Direction()
    direction.set(0, (0..<graphones).map { UInt16(0x61 + $0) })
    direction.set(1, (0...graphones).map { UInt16($0) })
    direction.set(2, Array(repeating: UInt16(0), count: graphones))
    direction.set(3, [UInt32(0), 1])
    direction.set(4, [UInt16(0x61)])
    direction.set(8, sections.unigram)
    direction.set(9, sections.first)
    direction.set(10, sections.nodes)
    var settings = LetterModelSettings()
    settings.order = order
    settings.jointWeight = 1
    direction.set(settings)
    return TransducerBytes(TransducerWriter.bytes([direction, direction, direction]))
  }

  /// Words in which some symbols are frequent.
  private func words(_ count: Int, _ graphones: Int, _ generator: inout SeededGenerator) -> [[Int]] {
    (0..<count).map { _ in
      (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        min(Int.random(in: 0..<graphones, using: &generator), .random(in: 0..<graphones, using: &generator))
      }
    }
  }

  @Test(arguments: [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5), (6, 5), (7, 3)] as [(UInt64, Int)])
  func agreesWithItsSlowTwin(_ seed: UInt64, _ order: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let graphones = Int.random(in: 2...6, using: &generator)
    let words = words(60, graphones, &generator)
    let file = file(words, order: order, graphones: graphones)
    _ = try Transducer(bytes: file.bytes, name: "contexts")
    let reader = SlowDecoder(file, .latin)
    let twin = SlowKneserNey(words, order: order, symbolCount: graphones)
    for _ in 0..<120 {
      let before = self.words(1, graphones, &generator)[0]
      for graphone in 0...graphones {
        let expected = twin.cost(of: graphone, after: [-1] + before)
        // A cost at half a step may be rounded either way.
        #expect(abs(reader.cost(of: graphone, after: before) - expected) <= 1, "\(graphone) after \(before)")
      }
    }
  }

  @Test func probabilitiesOfTheTwinSumToOne() {
    var generator = SeededGenerator(seed: 90)
    let words = words(50, 4, &generator)
    let twin = SlowKneserNey(words, order: 4, symbolCount: 4)
    for _ in 0..<40 {
      let before = [-1] + self.words(1, 4, &generator)[0]
      let sum = (0...4).reduce(0) { $0 + twin.probability(of: $1, after: before) }
      #expect(abs(sum - 1) < 1e-9, "\(before)")
    }
  }

  /// What was seen once behind three graphones is left out, and its context with it when nothing is left.
  @Test func rareNGramsAreLeftOut() {
    let words = [[0, 1, 2, 3], [0, 1, 2, 3], [3, 2, 1, 0]]
    let all = file(words, order: 4, graphones: 4)
    let few = file(words, order: 4, graphones: 4, rarest: 2)
    #expect(few.count(10, of: .latin) < all.count(10, of: .latin))
    let (reader, whole) = (SlowDecoder(few, .latin), SlowDecoder(all, .latin))
    #expect(reader.cost(of: 3, after: [0, 1, 2]) == whole.cost(of: 3, after: [0, 1, 2]))
    // Up to three graphones all are kept.
    #expect(reader.cost(of: 3, after: []) == whole.cost(of: 3, after: []))
    #expect(reader.cost(of: 1, after: [3, 2]) > whole.cost(of: 1, after: [3, 2]))
  }

  @Test func nothingSeenIsEquallyProbable() {
    let reader = SlowDecoder(file([], order: 3, graphones: 3), .latin)
    #expect((0...3).map { reader.cost(of: $0, after: []) } == [28, 28, 28, 28])
  }
}

/// Weights as integers.
@Suite struct TrainingWeightsTests {
  @Test func rowsAreRoundedToTheNearestStep() {
    var random = SeededRandom(seed: 5)
    let rows = WeightRows(count: 4, width: 16, spread: 2, random: &random)
    var sums = [Float](repeating: 0, count: 16)
    let step: Float = 1 / 512
    for row in 0..<4 {
      for place in sums.indices { sums[place] = 0 }
      unsafe sums.withUnsafeMutableBufferPointer { buffer in
        if let start = buffer.baseAddress { unsafe rows.add(row, to: start) }
      }
      for (weight, steps) in zip(sums, rows.quantized(row, step: step)) {
        #expect(abs(Float(steps) * step - weight) <= step / 2 + 1e-6)
        #expect((-1...1).contains(weight))
      }
    }
  }

  @Test func largeWeightsAreCutOff() {
    var random = SeededRandom(seed: 6)
    let rows = WeightRows(count: 1, width: 8, spread: 100, random: &random)
    #expect(rows.quantized(0, step: 1 / 512).allSatisfy { (-2047...2047).contains($0) })
    #expect(rows.quantized(0, step: 1 / 512).contains { abs($0) == 2047 })
  }

  @Test func aStepAgainstTheGradientFollowsTheRate() {
    var random = SeededRandom(seed: 7)
    let rows = WeightRows(count: 1, width: 8, spread: 0, random: &random)
    var direction = [Float](repeating: 1, count: 8)
    unsafe direction.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return }
      unsafe rows.descend(0, along: start, times: 1, norm: 1, rate: 0.5)
      #expect(abs(unsafe rows.product(0, with: start) + 4) < 0.01)
      // The rate falls with the squares of what was before.
      unsafe rows.descend(0, along: start, times: 1, norm: 1, rate: 0.5)
      #expect(abs(unsafe rows.product(0, with: start) + 4 + 4 / Float(2).squareRoot()) < 0.01)
    }
  }

  @Test func seededNumbersAreTheSameInEveryRun() {
    var random = SeededRandom(seed: 11)
    var twin = SeededGenerator(seed: 11)
    for _ in 0..<20 { #expect(random.next() == twin.next()) }
    for _ in 0..<200 { #expect((0..<1).contains(random.unit())) }
  }

  @Test func settingsComeBackFromTheFile() throws {
    var settings = LetterModelSettings()
    settings.featureStep = 1 / 32
    settings.localWeight = 0.55
    settings.order = 4
    settings.uncovered = 0.25
    var direction = TransducerWriter.Direction()
    direction.set(0, [UInt16(0)])
    direction.set(1, [UInt16(0), 1])
    direction.set(2, [UInt16(0)])
    direction.set(3, [UInt32(0), 0])
    direction.set(settings)
    let bytes = TransducerWriter.bytes([direction, direction, direction])
    #expect(bytes.count % 64 == 0)
    let file = TransducerBytes(bytes)
    #expect((0..<settings.values.count).map { Float(file.setting($0, of: .arabic)) } == settings.values)
    _ = try Transducer(bytes: bytes, name: "settings")
  }
}
