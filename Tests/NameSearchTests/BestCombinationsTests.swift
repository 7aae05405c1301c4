import TestSupport
import Testing

@testable import NameSearch

@Suite struct BestCombinationsTests {
  /// The slow twin: all combinations, sorted.
  private func all(_ weights: [[Double]]) -> [Double] {
    weights.reduce([1.0]) { products, place in products.flatMap { product in place.map { product * $0 } } }
      .sorted(by: >)
  }

  @Test func agreesWithAllCombinations() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      let weights = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        (0..<Int.random(in: 1...4, using: &generator)).map { _ in
          Double.random(in: 0.01...1, using: &generator)
        }
      }
      let count = Int.random(in: 1...9, using: &generator)
      let found = BestCombinations.find(weights, count: count)
      let expected = all(weights).prefix(count)
      #expect(found.count == expected.count)
      for ((choices, weight), slow) in zip(found, expected) {
        #expect(abs(weight - slow) < 1e-9)
        let product = zip(weights, choices).reduce(1.0) { $0 * $1.0[$1.1] }
        #expect(abs(weight - product) < 1e-9)
      }
    }
  }

  @Test func nothingHasOneCombination() {
    #expect(BestCombinations.find([], count: 3).map(\.choices) == [[]])
  }

  @Test func longNamesKeepTheirOrder() {
    let weights = [[Double]](repeating: [0.1, 0.01], count: 5000)
    let found = BestCombinations.find(weights, count: 3)
    #expect(found.count == 3)
    #expect(found[0].choices.allSatisfy { $0 == 0 })
    #expect(found[1].choices.reduce(0, +) == 1)
  }
}
