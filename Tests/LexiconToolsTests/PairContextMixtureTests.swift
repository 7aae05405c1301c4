import Testing

@testable import LexiconTools

/// Two collections of n-grams become one whose probabilities are those of both by their shares.
@Suite struct PairContextMixtureTests {
  private static let symbols = 6
  private static let start: UInt64 = 0xFFFF
  private static let first = trained([
    [0, 1, 2, 5], [0, 1, 3, 5], [0, 1, 2, 2, 5], [1, 2, 5], [3, 4, 0, 1, 5],
  ])
  private static let second = trained([
    [2, 1, 0, 5], [4, 4, 5], [0, 1, 4, 5], [2, 1, 3, 5], [2, 1, 0, 5],
  ])

  private static func trained(_ sequences: [[UInt16]]) -> PairContextTrainer.Result {
    PairContextTrainer(order: 3, start: start, rarest: [1, 1, 1]).train(sequences, symbols: symbols)
  }

  /// The probability of a symbol after others, by searching the lists of a result.
  private static func probability(
    _ result: PairContextTrainer.Result, _ symbol: UInt64, after before: [UInt64]
  ) -> Double {
    guard !before.isEmpty else { return result.unigrams[symbol] ?? PairContextTrainer.floor }
    let context = before.reduce(0) { $0 << 16 | $1 }
    let length = before.count + 1
    if let item = result.grams.first(where: { $0.gram == context << 16 | symbol && $0.length == length }) {
      return item.probability
    }
    let share = result.leaving.first { $0.context == context && $0.length == length - 1 }?.share ?? 1
    return share * probability(result, symbol, after: Array(before.dropFirst()))
  }

  private static let contexts: [[UInt64]] = [
    [], [0], [1], [2], [4], [start], [0, 1], [1, 2], [2, 1], [start, 0], [start, 2], [4, 4],
  ]

  @Test(arguments: [0, 0.25, 0.6, 1])
  func sharesAreKept(_ share: Double) {
    let mixed = PairContextMixture(Self.first, Self.second, share: share).result()
    for context in Self.contexts {
      for symbol in UInt64(0)..<UInt64(Self.symbols) {
        let gram = (context + [symbol]).reduce(0) { $0 << 16 | $1 }
        // What neither has is reached through the shorter context.
        let isKept =
          context.isEmpty || mixed.grams.contains { $0.gram == gram && $0.length == context.count + 1 }
        guard isKept else { continue }
        let expected =
          share * Self.probability(Self.first, symbol, after: context)
          + (1 - share) * Self.probability(Self.second, symbol, after: context)
        #expect(abs(Self.probability(mixed, symbol, after: context) - expected) < 1e-9)
      }
    }
  }

  @Test func everyNGramOfEitherIsKept() {
    let mixed = PairContextMixture(Self.first, Self.second, share: 0.6).result()
    for item in Self.first.grams + Self.second.grams {
      #expect(mixed.grams.contains { $0.gram == item.gram && $0.length == item.length })
    }
  }

  @Test(arguments: contexts)
  func symbolsShareOne(_ context: [UInt64]) {
    let mixed = PairContextMixture(Self.first, Self.second, share: 0.6).result()
    let sum = (UInt64(0)..<UInt64(Self.symbols)).reduce(0) {
      $0 + Self.probability(mixed, $1, after: context)
    }
    #expect(abs(sum - 1) < 0.02)
  }
}
