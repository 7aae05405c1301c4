import ArabicText
import Testing

@testable import LexiconTools

/// Fitting the weights of features.
@Suite struct TrainingFeaturesTests {
  private static func units(_ text: String) -> [UInt16] { Array(text.utf16) }

  /// Words whose second letter is read as "a", but for one.
  private static let words: [(letters: [UInt16], chunks: [[UInt16]])] =
    ["بون", "بوم", "بوس", "بوش", "بور", "بوب"].enumerated().map { place, word in
      (units(word), [units("b"), place == 5 ? units("u") : units("a"), units("n")])
    }

  /// Fits the words, each with a context or without.
  private func weights(
    runs: Int = 1, isAlone: Bool, change: (inout FeatureTrainer.Settings) -> Void = { _ in }
  ) -> (
    weights: [Int8], inventory: LetterInventory, examples: [FeatureTrainer.Example]
  ) {
    let inventory = LetterInventory(Self.words, rarest: 1)
    var settings = FeatureTrainer.Settings()
    (settings.bits, settings.rounds, settings.runs) = (14, 6, runs)
    change(&settings)
    var trainer = FeatureTrainer(inventory, settings)
    let examples = Self.words.map { word in
      FeatureTrainer.Example(
        letters: word.letters, letterNumbers: word.letters.compactMap(inventory.letter),
        graphones: inventory.graphones(word.letters, word.chunks) ?? [],
        context: isAlone
          ? nil : LetterFeatures.Name([String(decoding: word.letters, as: UTF16.self)]).context(at: 0),
        weight: 1)
    }
    trainer.fit(examples) { _, _ in }
    return (trainer.quantized().weights, inventory, examples)
  }

  /// By how much the word's own features are for its second letter's chunk.
  private func lead(of example: FeatureTrainer.Example, _ weights: [Int8], _ inventory: LetterInventory)
    -> Int
  {
    var hashes = [UInt32](repeating: 0, count: LetterFeatures.limit)
    let count = unsafe hashes.withUnsafeMutableBufferPointer { buffer in
      guard let start = buffer.baseAddress else { return 0 }
      return unsafe LetterFeatures.write(example.letters.span, at: 1, in: example.context, into: start)
    }
    let range = inventory.graphones(of: example.letterNumbers[1])
    let right = example.graphones[1] - range.lowerBound
    var sums = [Int](repeating: 0, count: range.count)
    for place in 0..<count where LetterFeatures.groups[place] == .word {
      let row = Int(hashes[place] & (1 << 14 - 1))
      for chunk in sums.indices { sums[chunk] += Int(weights[row + chunk]) }
    }
    return sums[right] - (sums.indices.filter { $0 != right }.map { sums[$0] }.max() ?? 0)
  }

  @Test func aWordOfATableLearnsItselfFaster() throws {
    let (alone, inventory, examples) = weights(runs: 1, isAlone: true)
    let inNames = weights(runs: 1, isAlone: false)
    let last = try #require(examples.last)
    let other = try #require(inNames.examples.last)
    let faster = lead(of: last, alone, inventory)
    #expect(faster > 0)
    #expect(faster > lead(of: other, inNames.weights, inNames.inventory))
  }

  private func lead(_ change: (inout FeatureTrainer.Settings) -> Void) throws -> Int {
    let (weights, inventory, examples) = weights(isAlone: true, change: change)
    return lead(of: try #require(examples.last), weights, inventory)
  }

  @Test func theRateOfAWordOfATableIsItsOwn() throws {
    let leads = try [1, 2, 3].map { rate in try lead { $0.loneWordRate = rate } }
    #expect(leads == leads.sorted() && leads[0] < leads[2])
  }

  @Test func aWordOfATableIsLeftOutAsOftenAsIsSaid() throws {
    let leads = try [1, 0.5, 0].map { share in try lead { $0.loneWordDropout = share } }
    #expect(leads == leads.sorted() && leads[0] < leads[2])
    // The other share is that of words in names.
    #expect(try lead { $0.wordDropout = 1 } == lead { $0.wordDropout = 0 })
  }

  /// The fewer errors count, the more weights stay as they were.
  @Test func smallErrorsLeaveRoom() {
    let counts = [0, 0.03, 0.3, 1.1].map { (least: Float) in
      weights(isAlone: true) { $0.leastError = least }.weights.count { $0 != 0 }
    }
    #expect(counts == counts.sorted(by: >) && counts[0] > counts[1] && counts[3] == 0)
  }

  @Test(arguments: [1, 2, 3]) func theSameWordsGiveTheSameWeights(_ runs: Int) {
    #expect(weights(runs: runs, isAlone: true).weights == weights(runs: runs, isAlone: true).weights)
  }

  @Test func moreRunsAreAnotherMean() {
    let (one, two) = (weights(runs: 1, isAlone: true).weights, weights(runs: 2, isAlone: true).weights)
    #expect(one != two)
    // They differ by chance alone.
    let far = zip(one, two).filter { abs(Int($0) - Int($1)) > 48 }
    #expect(far.isEmpty)
  }
}
