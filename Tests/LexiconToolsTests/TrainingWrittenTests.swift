import ArabicText
import TestSupport
import Testing

@testable import LexiconTools

/// The costs of texts by the units they are written in, against a slow twin and as they are read back from a file.
@Suite struct TrainingWrittenTests {
  /// A model whose letters are written as a unit each, with the n-grams of texts.
  private func model(
    _ texts: [[Int]], units: Int, rarest: Int = 1, weight: Float = 1, value: Float = 0
  ) throws -> (model: LetterModel, size: Int) {
    let chunks = (0..<units).map { [UInt16(0x61 + $0)] }
    let trainer = try #require(WrittenTrainer(chunks))
    #expect(trainer.numbers == (1...units).map { UInt8($0) })
    let table = trainer.table(texts.map { $0.map { UInt16(0x61 + $0) } }, rarest: rarest)
    var direction = TransducerWriter.Direction()
    direction.set(0, (0..<units).map { UInt16(0x61 + $0) })
    direction.set(1, (0...units).map { UInt16($0) })
    direction.set(2, (0..<units).map { UInt16($0) })
    direction.set(3, (0...units).map { UInt32($0) })
    direction.set(4, chunks.flatMap { $0 })
    direction.set(12, trainer.numbers)
    direction.set(13, table)
    var settings = LetterModelSettings()
    settings.writtenWeight = weight
    settings.unitValue = value
    direction.set(settings)
    let image = try TransducerImage(
      copying: TransducerWriter.bytes([direction, direction, direction]), name: "units")
    return (LetterModel(image, TransducerDirection.latin.rawValue), table.count)
  }

  /// Texts in which some units are frequent.
  private func texts(_ count: Int, _ units: Int, _ generator: inout SeededGenerator) -> [[Int]] {
    (0..<count).map { _ in
      (0..<Int.random(in: 0...9, using: &generator)).map { _ in
        min(Int.random(in: 0..<units, using: &generator), .random(in: 0..<units, using: &generator))
      }
    }
  }

  @Test(arguments: [(1, 2), (2, 3), (3, 5), (4, 9), (5, 26), (6, 61)] as [(UInt64, Int)])
  func agreesWithItsSlowTwin(_ seed: UInt64, _ units: Int) throws {
    var generator = SeededGenerator(seed: seed)
    let known = texts(90, units, &generator)
    let model = try model(known, units: units).model
    let twin = SlowKneserNey(Array(Set(known)), order: WrittenLetters.order, symbolCount: units)
    let seen = Set(known.joined())
    for text in known.prefix(40) + texts(80, units, &generator) where seen.isSuperset(of: text) {
      var expected = 0
      for place in 0...text.count {
        let unit = place < text.count ? text[place] : units
        expected += twin.cost(of: unit, after: [-1] + text[..<place])
      }
      let cost = -model.writtenScore(text.map { UInt16($0) }) / LetterContexts.costStep
      // A cost at half a step may be rounded either way.
      #expect(abs(cost - Float(expected)) <= Float(text.count) + 1.01, "\(text)")
    }
  }

  @Test func whatWasSeenIsLikelier() throws {
    let known = [[0, 1, 2], [0, 1, 3], [0, 1, 2, 3], [3, 2]]
    let model = try model(known, units: 4).model
    for (likely, other) in [
      ([0, 1, 2], [2, 1, 0]), ([0, 1, 3], [1, 0, 3]), ([3, 2], [2, 3]), ([0, 1, 2, 3], [0, 1, 3, 2]),
    ] as [([UInt16], [UInt16])] {
      #expect(model.writtenScore(likely) > model.writtenScore(other), "\(likely)")
    }
  }

  @Test func weightAndValueCountForEachUnit() throws {
    let known = [[0, 1, 2], [0, 1, 3], [0, 1, 2, 3], [3, 2]]
    let plain = try model(known, units: 4).model
    let half = try model(known, units: 4, weight: 0.5, value: 0.25).model
    for text in [[], [0], [0, 1], [3, 3, 3], [0, 1, 2, 3, 0]] as [[UInt16]] {
      let expected = plain.writtenScore(text) / 2 + Float(text.count) / 4
      #expect(abs(half.writtenScore(text) - expected) < 1e-4, "\(text)")
    }
  }

  /// Each text counts once, and n-grams of four units and more that were seen once are left out when asked for.
  @Test func whatIsCounted() throws {
    let known = [[0, 1, 2, 3], [1, 1, 2, 3], [3, 2, 1, 0]]
    let once = try model(known, units: 4)
    let often = try model(known + known + [known[0]], units: 4)
    #expect(once.size == often.size)
    #expect(once.model.writtenScore([0, 1, 2, 3]) == often.model.writtenScore([0, 1, 2, 3]))
    #expect(try model(known, units: 4, rarest: 2).size < once.size)
  }

  @Test(arguments: [(0, false), (1, true), (61, true), (62, false)])
  func asManyUnitsAsTheFormatHas(_ count: Int, _ isPossible: Bool) {
    #expect((WrittenTrainer((0..<count).map { [UInt16(0x400 + $0)] }) != nil) == isPossible)
  }
}
