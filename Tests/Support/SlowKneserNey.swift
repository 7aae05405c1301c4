internal import Glibc

/// The slow twin of `ContextTrainer`: interpolated, modified Kneser–Ney written down as the paper says it.
///
/// N-grams are arrays of symbols. −1 stands before each word, and the count of symbols stands for its end.
package struct SlowKneserNey {
  private let order: Int
  private let symbolCount: Int
  /// How often each n-gram was seen.
  private var seen: [[Int]: Int] = [:]
  /// The symbols before each n-gram.
  private var before: [[Int]: Set<Int>] = [:]
  /// The symbols behind each context.
  private var behind: [[Int]: Set<Int>] = [:]
  private var discounts: [[Double]] = []

  private static let start = -1

  /// Counts words.
  package init(_ words: [[Int]], order: Int, symbolCount: Int) {
    self.order = order
    self.symbolCount = symbolCount
    for word in words {
      let symbols = [Self.start] + word + [symbolCount]
      for end in 1..<symbols.count {
        for first in max(0, end - order + 1)...end {
          let gram = Array(symbols[first...end])
          seen[gram, default: 0] += 1
          behind[Array(gram.dropLast()), default: []].insert(symbols[end])
          if first > 0 { before[gram, default: []].insert(symbols[first - 1]) }
        }
      }
    }
    for length in 1...order { discounts.append(discounts(of: length)) }
  }

  /// What an n-gram counts: how often it was seen if nothing longer exists, else behind how many symbols.
  private func count(_ gram: [Int]) -> Int {
    gram.count == order || gram.first == Self.start ? seen[gram] ?? 0 : before[gram]?.count ?? 0
  }

  private func discounts(of length: Int) -> [Double] {
    var frequencies = [Double](repeating: 0, count: 5)
    for gram in seen.keys where gram.count == length && count(gram) <= 4 { frequencies[count(gram)] += 1 }
    let n = frequencies.map { max($0, 1) }
    let y = n[1] / (n[1] + 2 * n[2])
    // Kept in bounds: few n-grams give wild estimates.
    return [
      0, min(max(1 - 2 * y * n[2] / n[1], 0.1), 0.95), min(max(2 - 3 * y * n[3] / n[2], 0.1), 1.8),
      min(max(3 - 4 * y * n[4] / n[3], 0.1), 2.7),
    ]
  }

  private func total(_ context: [Int]) -> Double {
    Double((behind[context] ?? []).reduce(0) { $0 + count(context + [$1]) })
  }

  /// The share of probability that discounts leave for shorter contexts; nil for a context that was not seen.
  package func leaving(_ context: [Int]) -> Double? {
    guard let followed = behind[context] else { return nil }
    let left = followed.reduce(0) { $0 + discounts[context.count][min(count(context + [$1]), 3)] }
    return left / total(context)
  }

  /// Whether a symbol was seen behind a context.
  package func hasSeen(_ symbol: Int, after context: [Int]) -> Bool { seen[context + [symbol]] != nil }

  /// The probability of a symbol behind a context, which may be as long as the whole word before.
  package func probability(of symbol: Int, after word: [Int]) -> Double {
    let context = Array(word.suffix(order - 1))
    let lower =
      context.isEmpty
      ? 1 / Double(symbolCount + 1) : probability(of: symbol, after: Array(context.dropFirst()))
    guard let leaving = leaving(context) else { return lower }
    let number = count(context + [symbol])
    let own = (Double(number) - discounts[context.count][min(number, 3)]) / total(context)
    return own + leaving * lower
  }

  /// The cost that a model of bytes gives: −20 ln, rounded for each n-gram and each leaving.
  package func cost(of symbol: Int, after word: [Int]) -> Int {
    let context = Array(word.suffix(order - 1))
    if context.isEmpty || hasSeen(symbol, after: context) {
      return Self.cost(probability(of: symbol, after: context))
    }
    let shorter = cost(of: symbol, after: Array(context.dropFirst()))
    return leaving(context).map { Self.cost($0) + shorter } ?? shorter
  }

  private static func cost(_ probability: Double) -> Int {
    Int(max(0, min(255, (-20 * log(probability)).rounded())))
  }
}
