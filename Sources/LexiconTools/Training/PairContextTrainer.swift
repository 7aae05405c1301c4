internal import ArabicText
internal import Glibc

/// Smooths n-grams of small numbers: interpolated, modified Kneser–Ney, then pruned and written as back-off costs.
///
/// Source: S. F. Chen and J. Goodman, "An empirical study of smoothing techniques for language modeling", 1999, section 3.2.
struct PairContextTrainer {
  /// The longest n-grams, 1…4.
  let order: Int
  /// Stands before the first symbol of a sequence.
  let start: UInt64
  /// How often an n-gram of this many symbols must have been seen to be kept, by order − 1.
  let rarest: [Int]

  /// What the counts become.
  struct Result {
    /// Probabilities of single symbols.
    var unigrams: [UInt64: Double] = [:]
    /// Longer n-grams that were kept, and contexts that can be left; ascending.
    var grams: [(gram: UInt64, length: Int, probability: Double)] = []
    var leaving: [(context: UInt64, length: Int, share: Double)] = []
  }

  /// The n-grams of one length with their counts, ascending, and the probabilities found for them.
  private struct Level {
    var grams: [UInt64] = []
    var counts: [Int] = []
    var probabilities: [Double] = []

    func place(of gram: UInt64) -> Int? {
      var (low, high) = (0, grams.count)
      while low < high {
        let middle = (low + high) / 2
        if grams[middle] < gram { low = middle + 1 } else { high = middle }
      }
      return low < grams.count && grams[low] == gram ? low : nil
    }
  }

  /// Counts and smooths sequences of up to `symbols` different symbols, each with its end as its last.
  func train(_ sequences: [[UInt16]], symbols: Int) -> Result {
    var levels = [Level](repeating: Level(), count: order)
    var raw: [[UInt64]] = Array(repeating: [], count: order)
    for sequence in sequences {
      var history = start
      for (place, symbol) in sequence.enumerated() {
        history = history << 16 | UInt64(symbol)
        for length in 1...order where length <= place + 2 {
          raw[length - 1].append(length == 4 ? history : history & (1 << UInt64(length * 16) - 1))
        }
      }
    }
    for length in 1...order {
      raw[length - 1].sort()
      levels[length - 1] = Self.counted(raw[length - 1])
    }
    let seen = levels
    continueCounts(&levels)
    var result = Result()
    for length in 1...order { smooth(&levels, length, symbols) }
    for (place, gram) in levels[0].grams.enumerated() {
      result.unigrams[gram] = levels[0].probabilities[place]
    }
    prune(levels, seen, &result)
    return result
  }

  private static func counted(_ grams: [UInt64]) -> Level {
    var level = Level()
    for gram in grams {
      if level.grams.last == gram {
        level.counts[level.counts.count - 1] += 1
      } else {
        level.grams.append(gram)
        level.counts.append(1)
      }
    }
    level.probabilities = [Double](repeating: 0, count: level.grams.count)
    return level
  }

  private static func withoutOldest(_ gram: UInt64, _ length: Int) -> UInt64 {
    gram & (1 << UInt64((length - 1) * 16) - 1)
  }

  private func begins(_ gram: UInt64, _ length: Int) -> Bool {
    gram >> UInt64((length - 1) * 16) & 0xFFFF == start
  }

  /// Below the longest, an n-gram counts by how many different symbols it was seen behind, unless it begins a sequence.
  private func continueCounts(_ levels: inout [Level]) {
    for length in 1..<order {
      var counts = [Int](repeating: 0, count: levels[length - 1].grams.count)
      for gram in levels[length].grams {
        if let place = levels[length - 1].place(of: Self.withoutOldest(gram, length + 1)) {
          counts[place] += 1
        }
      }
      for place in counts.indices where !begins(levels[length - 1].grams[place], length) {
        levels[length - 1].counts[place] = max(counts[place], 1)
      }
    }
  }

  private func smooth(_ levels: inout [Level], _ length: Int, _ symbols: Int) {
    let level = levels[length - 1]
    var frequencies = [0, 0, 0, 0, 0]
    for count in level.counts where count <= 4 { frequencies[count] += 1 }
    let discounts = Self.discounts(frequencies)
    var low = 0
    while low < level.grams.count {
      let context = level.grams[low] >> 16
      var high = low
      var (sum, saved) = (0.0, 0.0)
      while high < level.grams.count, level.grams[high] >> 16 == context {
        sum += Double(level.counts[high])
        saved += discounts[min(level.counts[high], 3)]
        high += 1
      }
      for place in low..<high {
        let count = level.counts[place]
        let lower =
          length == 1
          ? 1 / Double(symbols)
          : levels[length - 2].place(of: Self.withoutOldest(level.grams[place], length)).map {
            levels[length - 2].probabilities[$0]
          } ?? Self.floor
        levels[length - 1].probabilities[place] =
          (Double(count) - discounts[min(count, 3)]) / sum + saved / sum * lower
      }
      low = high
    }
  }

  /// Leaves rare n-grams out and gives their share to the shorter contexts.
  private func prune(_ levels: [Level], _ seen: [Level], _ result: inout Result) {
    for length in stride(from: 2, through: order, by: 1) {
      let level = levels[length - 1]
      var low = 0
      while low < level.grams.count {
        let context = level.grams[low] >> 16
        var (own, shorter) = (0.0, 0.0)
        var high = low
        var kept = 0
        while high < level.grams.count, level.grams[high] >> 16 == context {
          if seen[length - 1].counts[high] >= rarest[length - 1] {
            let below = Self.withoutOldest(level.grams[high], length)
            own += level.probabilities[high]
            shorter += levels[length - 2].place(of: below).map { levels[length - 2].probabilities[$0] } ?? 0
            result.grams.append((level.grams[high], length, level.probabilities[high]))
            kept += 1
          }
          high += 1
        }
        if kept > 0 {
          result.leaving.append((context, length - 1, Self.share(own: own, shorter: shorter)))
        }
        low = high
      }
    }
  }

  /// What leaving a context costs as a probability, when its n-grams have `own` and these symbols `shorter` behind the
  /// shorter context.
  static func share(own: Double, shorter: Double) -> Double {
    min(max(1 - own, 1e-4) / max(1 - shorter, 1e-4), 1)
  }

  /// The probability of a symbol that was never seen.
  static let floor = 1e-7

  /// The discounts for what was counted once, twice, and more often (equation 26 of the paper).
  private static func discounts(_ frequencies: [Int]) -> [Double] {
    let counts = frequencies.map { Double(max($0, 1)) }
    let share = counts[1] / (counts[1] + 2 * counts[2])
    return [
      0, min(max(1 - 2 * share * counts[2] / counts[1], 0.1), 0.95),
      min(max(2 - 3 * share * counts[3] / counts[2], 0.1), 1.8),
      min(max(3 - 4 * share * counts[4] / counts[3], 0.1), 2.7),
    ]
  }
}
