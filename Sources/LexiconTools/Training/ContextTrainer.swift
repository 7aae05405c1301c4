internal import ArabicText
internal import Glibc

/// Counts n-grams of graphones and smooths them: interpolated, modified Kneser–Ney.
///
/// Source: S. F. Chen and J. Goodman, "An empirical study of smoothing techniques for language modeling", 1999, section 3.2.
struct ContextTrainer {
  /// Graphones that came before, 16 bits each, the latest in the lowest; their number is that of the level.
  private typealias Context = UInt64

  /// One n-gram: a context and what followed.
  private struct Key: Hashable {
    var context: Context
    var graphone: UInt16
  }

  private struct Entry {
    /// How often it was seen.
    var seen = 0
    /// Behind how many different longer contexts.
    var continuations = 0
    /// The context without its oldest graphone.
    var shorter: Context
    /// Whether the context begins the word, so that no longer one exists.
    var isStart: Bool
  }

  private let order: Int
  private let graphoneCount: Int
  private var levels: [[Key: Entry]]

  /// Prepares counting.
  ///
  /// - Parameters:
  ///   - order: the longest n-grams, up to `LetterContexts.orderLimit`.
  ///   - graphoneCount: how many graphones there are.
  init(order: Int, graphoneCount: Int) {
    self.order = order
    self.graphoneCount = graphoneCount
    levels = Array(repeating: [:], count: order)
  }

  /// Counts the n-grams of a word; its end is the graphone `graphoneCount`.
  mutating func count(_ graphones: [Int]) {
    var word = [LetterContexts.start]
    word += graphones.map { UInt16($0) }
    word.append(UInt16(graphoneCount))
    for place in 1..<word.count {
      var context: Context = 0
      var shorter: Context = 0
      for length in 0...min(order - 1, place) {
        if length > 0 {
          shorter = context
          context |= UInt64(word[place - length]) << UInt64(16 * (length - 1))
        }
        let key = Key(context: context, graphone: word[place])
        levels[length][key, default: Entry(shorter: shorter, isStart: length == place)].seen += 1
      }
    }
  }

  /// The sections of the transducer's file that the counts become.
  struct Sections {
    var unigram: [UInt8] = []
    var first: [UInt32] = []
    var nodes: [UInt32] = []
  }

  /// A context that is kept.
  private struct Node {
    var length: Int
    var context: Context
    var leaving: Double
    var followed: [(graphone: UInt16, probability: Double)]

    /// Contexts that end alike stand together, shorter ones before longer ones.
    var order: (UInt64, Int) {
      let halves = (context & 0xFFFF) << 48 | (context >> 16 & 0xFFFF) << 32
      return (halves | (context >> 32 & 0xFFFF) << 16 | context >> 48, length)
    }
  }

  /// Smooths the counts.
  ///
  /// - Parameter rarest: how often an n-gram of four graphones must have been seen to be kept; above 1, longer ones more often.
  /// - Returns: the sections, contexts that end alike together.
  mutating func sections(rarest: Int) -> Sections {
    for length in stride(from: order - 1, to: 0, by: -1) {
      for (key, entry) in levels[length] {
        levels[length - 1][Key(context: entry.shorter, graphone: key.graphone)]?.continuations += 1
      }
    }
    var probabilities: [Key: Double] = [:]
    var kept: [Node] = []
    var unigram: [UInt8] = []
    for length in 0..<order {
      let level = smooth(length, below: probabilities)
      probabilities = level.probabilities
      if length == 0 {
        // What was never seen has the share that smoothing left.
        let unseen = (level.leaving[0] ?? 1) / Double(graphoneCount + 1)
        unigram = (0...graphoneCount).map {
          Self.cost(level.probabilities[Key(context: 0, graphone: UInt16($0))] ?? unseen)
        }
        continue
      }
      var followed: [Context: [(graphone: UInt16, probability: Double)]] = [:]
      for (key, probability) in level.probabilities {
        guard (levels[length][key]?.seen ?? 0) > (rarest - 1) * max(0, length - 2) else { continue }
        followed[key.context, default: []].append((key.graphone, probability))
      }
      for (context, list) in followed {
        kept.append(
          Node(
            length: length, context: context, leaving: level.leaving[context] ?? 1,
            followed: list.sorted { $0.graphone < $1.graphone }))
      }
    }
    kept.sort { $0.order < $1.order }
    return sections(unigram, kept)
  }

  /// A context and its length, as a key.
  private struct Place: Hashable {
    var length: Int
    var context: Context
  }

  private func sections(_ unigram: [UInt8], _ kept: [Node]) -> Sections {
    // The node of no context is the first, and empty.
    var (starts, size): ([Place: UInt32], UInt32) = ([:], 2)
    for node in kept {
      starts[Place(length: node.length, context: node.context)] = size
      size += 2 + 2 * UInt32(node.followed.count)
    }
    /// Where the longest part of a context is that was kept, up to a length.
    func start(_ context: Context, _ length: Int) -> UInt32 {
      for length in stride(from: length, to: 0, by: -1) {
        let part = context & (UInt64.max >> UInt64(64 - 16 * length))
        if let start = starts[Place(length: length, context: part)] { return start }
      }
      return 0
    }
    var sections = Sections()
    sections.unigram = unigram
    sections.first = (0..<graphoneCount).map { start(UInt64($0), min(1, order - 1)) }
    sections.first.append(start(UInt64(LetterContexts.start), min(1, order - 1)))
    sections.nodes = [0, 0]
    for node in kept {
      let shorter = start(node.context, node.length - 1)
      sections.nodes += [shorter << 8 | UInt32(Self.cost(node.leaving)), UInt32(node.followed.count)]
      for next in node.followed {
        sections.nodes.append(UInt32(next.graphone) << 8 | UInt32(Self.cost(next.probability)))
        let longer = node.context << 16 | UInt64(next.graphone)
        sections.nodes.append(start(longer, min(node.length + 1, order - 1)))
      }
    }
    return sections
  }

  /// The probabilities of one length of contexts, and what leaving each context costs.
  private func smooth(
    _ length: Int, below: [Key: Double]
  ) -> (probabilities: [Key: Double], leaving: [Context: Double]) {
    func count(_ entry: Entry) -> Int {
      length == order - 1 || entry.isStart && length > 0 ? entry.seen : max(entry.continuations, 1)
    }
    var frequencies = [0, 0, 0, 0, 0]
    for entry in levels[length].values where count(entry) <= 4 { frequencies[count(entry)] += 1 }
    let discounts = Self.discounts(frequencies)
    var totals: [Context: (sum: Int, byCount: (Int, Int, Int))] = [:]
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
