internal import ArabicText
internal import Glibc

/// Counts n-grams of graphones and smooths them: interpolated, modified Kneser–Ney (S. F. Chen and J. Goodman, "An
/// empirical study of smoothing techniques for language modeling", 1999, section 3.2).
struct ContextTrainer {
  /// One n-gram: a context, by its hash, and what followed.
  private struct Key: Hashable {
    var context: UInt64
    var graphone: UInt16
  }

  private struct Entry {
    /// How often it was seen.
    var seen = 0
    /// Behind how many different longer contexts.
    var continuations = 0
    /// The hash of the context without its oldest graphone.
    var shorter: UInt64
    /// Whether the context begins the word, so that no longer one exists.
    var isStart: Bool
  }

  private let order: Int
  private let graphoneCount: Int
  private var levels: [[Key: Entry]]

  /// - Parameter order: the longest n-grams, up to `LetterContexts.orderLimit`.
  init(order: Int, graphoneCount: Int) {
    self.order = order
    self.graphoneCount = graphoneCount
    levels = Array(repeating: [:], count: order)
  }

  /// Counts the n-grams of a word; its end is the graphone `graphoneCount`.
  mutating func count(_ graphones: [Int]) {
    var word = [LetterContexts.History.start]
    word += graphones.map { UInt16($0) }
    word.append(UInt16(graphoneCount))
    for place in 1..<word.count {
      var hash: UInt64 = 0
      var shorter: UInt64 = 0
      for length in 0...min(order - 1, place) {
        if length > 0 {
          shorter = hash
          hash = LetterContexts.hash(hash, word[place - length])
        }
        let key = Key(context: hash, graphone: word[place])
        levels[length][key, default: Entry(shorter: shorter, isStart: length == place)].seen += 1
      }
    }
  }

  /// The sections of the transducer's file that the counts become.
  struct Sections {
    var unigram: [UInt8] = []
    var directory: [UInt32] = []
    var contexts: [UInt64] = []
    var backoff: [UInt8] = []
    var successors: [UInt16] = []
    var costs: [UInt8] = []
  }

  /// Smooths the counts.
  ///
  /// - Parameter rarest: how often an n-gram of more than three graphones must have been seen to be kept.
  mutating func sections(rarest: Int) -> Sections {
    for length in stride(from: order - 1, to: 0, by: -1) {
      for (key, entry) in levels[length] {
        levels[length - 1][Key(context: entry.shorter, graphone: key.graphone)]?.continuations += 1
      }
    }
    var probabilities: [Key: Double] = [:]
    var kept: [(context: UInt64, leaving: Double, followed: [(graphone: UInt16, probability: Double)])] = []
    var unigram: [UInt8] = []
    for length in 0..<order {
      let level = smooth(length, below: probabilities)
      if length == 0 {
        let unseen = (level.leaving[0] ?? 1) / Double(graphoneCount + 1)
        unigram = (0...graphoneCount).map {
          Self.cost(level.probabilities[Key(context: 0, graphone: UInt16($0))] ?? unseen)
        }
        // What was never seen has the share that smoothing left.
        probabilities = level.probabilities
        continue
      }
      var followed: [UInt64: [(graphone: UInt16, probability: Double)]] = [:]
      for (key, probability) in level.probabilities {
        guard length < 3 || (levels[length][key]?.seen ?? 0) >= rarest else { continue }
        followed[key.context, default: []].append((key.graphone, probability))
      }
      for (context, list) in followed {
        kept.append((context, level.leaving[context] ?? 1, list.sorted { $0.graphone < $1.graphone }))
      }
      probabilities = level.probabilities
    }
    kept.sort { $0.context < $1.context }
    return Self.sections(unigram, kept)
  }

  private static func sections(
    _ unigram: [UInt8],
    _ kept: [(context: UInt64, leaving: Double, followed: [(graphone: UInt16, probability: Double)])]
  ) -> Sections {
    var sections = Sections()
    sections.unigram = unigram
    var bits = 0
    while 1 << bits < kept.count / 4 { bits += 1 }
    bits = max(bits, 1)
    sections.directory = [UInt32](repeating: 0, count: 1 << bits + 1)
    for item in kept {
      sections.directory[Int(item.context >> UInt64(64 - bits)) + 1] += 1
      sections.contexts.append(item.context & 0xFFFF_FFFF | UInt64(sections.successors.count) << 32)
      sections.backoff.append(cost(item.leaving))
      for next in item.followed {
        sections.successors.append(next.graphone)
        sections.costs.append(cost(next.probability))
      }
    }
    sections.contexts.append(UInt64(sections.successors.count) << 32)
    for bucket in 1..<sections.directory.count { sections.directory[bucket] += sections.directory[bucket - 1] }
    return sections
  }

  /// The probabilities of one length of contexts, and what leaving each context costs.
  private func smooth(
    _ length: Int, below: [Key: Double]
  ) -> (probabilities: [Key: Double], leaving: [UInt64: Double]) {
    func count(_ entry: Entry) -> Int {
      length == order - 1 || entry.isStart && length > 0 ? entry.seen : max(entry.continuations, 1)
    }
    var frequencies = [0, 0, 0, 0, 0]
    for entry in levels[length].values where count(entry) <= 4 { frequencies[count(entry)] += 1 }
    let discounts = Self.discounts(frequencies)
    var totals: [UInt64: (sum: Int, byCount: (Int, Int, Int))] = [:]
    for (key, entry) in levels[length] {
      let number = count(entry)
      var total = totals[key.context] ?? (0, (0, 0, 0))
      total.sum += number
      switch number {
      case 1: total.byCount.0 += 1
      case 2: total.byCount.1 += 1
      default: total.byCount.2 += 1
      }
      totals[key.context] = total
    }
    let leaving = totals.mapValues { total in
      (discounts[1] * Double(total.byCount.0) + discounts[2] * Double(total.byCount.1)
        + discounts[3] * Double(total.byCount.2)) / Double(total.sum)
    }
    var probabilities: [Key: Double] = [:]
    for (key, entry) in levels[length] {
      let number = count(entry)
      let shorter = Key(context: entry.shorter, graphone: key.graphone)
      let lower = length == 0 ? 1 / Double(graphoneCount + 1) : below[shorter] ?? 1e-6
      let own = (Double(number) - discounts[min(number, 3)]) / Double(totals[key.context]?.sum ?? 1)
      probabilities[key] = own + (leaving[key.context] ?? 0) * lower
    }
    return (probabilities, leaving)
  }

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

  private static func cost(_ probability: Double) -> UInt8 {
    UInt8(max(0, min(255, (-log(probability) / Double(LetterContexts.costStep)).rounded())))
  }
}
