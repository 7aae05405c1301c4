/// N-grams that were counted in two collections, as one model.
///
/// An n-gram costs what it would if each symbol were drawn from either model by a fixed share, as long as one of the two
/// kept it (A. Stolcke, "SRILM – an extensible language modeling toolkit", 2002, section 3.3).
struct PairContextMixture {
  private let models: [(table: Table, share: Double)]

  /// Mixes results of trainers of one order.
  ///
  /// - Parameters:
  ///   - first: the one.
  ///   - second: the other.
  ///   - share: how much of a probability is that of `first`, 0…1.
  init(_ first: PairContextTrainer.Result, _ second: PairContextTrainer.Result, share: Double) {
    models = [(Table(first), share), (Table(second), 1 - share)]
  }

  /// An n-gram; ordered by its length, then by its symbols.
  private struct Gram: Hashable, Comparable {
    var symbols: UInt64
    var length: Int

    var context: Gram { Gram(symbols: symbols >> 16, length: length - 1) }
    var withoutOldest: Gram {
      Gram(symbols: symbols & (1 << UInt64((length - 1) * 16) - 1), length: length - 1)
    }

    static func < (left: Gram, right: Gram) -> Bool {
      (left.length, left.symbols) < (right.length, right.symbols)
    }
  }

  /// What one model says.
  private struct Table {
    var probabilities: [Gram: Double] = [:]
    var leaving: [Gram: Double] = [:]

    init(_ result: PairContextTrainer.Result) {
      for item in result.unigrams { probabilities[Gram(symbols: item.key, length: 1)] = item.value }
      for item in result.grams {
        probabilities[Gram(symbols: item.gram, length: item.length)] = item.probability
      }
      for item in result.leaving {
        leaving[Gram(symbols: item.context, length: item.length)] = item.share
      }
    }

    func probability(_ gram: Gram) -> Double {
      if let probability = probabilities[gram] { return probability }
      guard gram.length > 1 else { return PairContextTrainer.floor }
      return (leaving[gram.context] ?? 1) * probability(gram.withoutOldest)
    }
  }

  private func probability(_ gram: Gram) -> Double {
    models.reduce(0) { $0 + $1.share * $1.table.probability(gram) }
  }

  /// The mixed model, with all n-grams that either has.
  func result() -> PairContextTrainer.Result {
    var result = PairContextTrainer.Result()
    var sums: [Gram: (own: Double, shorter: Double)] = [:]
    let grams = Set(models.flatMap { $0.table.probabilities.keys }).sorted()
    for gram in grams {
      let probability = probability(gram)
      if gram.length == 1 {
        result.unigrams[gram.symbols] = probability
      } else {
        result.grams.append((gram.symbols, gram.length, probability))
        sums[gram.context, default: (0, 0)].own += probability
        sums[gram.context, default: (0, 0)].shorter += self.probability(gram.withoutOldest)
      }
    }
    for context in sums.keys.sorted() {
      guard let sum = sums[context] else { continue }
      let share = PairContextTrainer.share(own: sum.own, shorter: sum.shorter)
      result.leaving.append((context.symbols, context.length, share))
    }
    return result
  }
}
