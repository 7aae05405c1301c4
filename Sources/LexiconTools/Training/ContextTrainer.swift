internal import ArabicText
internal import Glibc

/// Counts n-grams of graphones and smooths them: interpolated, modified Kneser–Ney.
///
/// Source: S. F. Chen and J. Goodman, "An empirical study of smoothing techniques for language modeling", 1999, section 3.2.
struct ContextTrainer {
  /// Graphones that came before, 16 bits each, the latest in the lowest; their number is that of the level.
  typealias Context = UInt64

  /// One n-gram: a context and what followed.
  struct Key: Hashable {
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
  /// For each letter its first graphone, and how many there are.
  private let graphoneStart: [Int]
  private var graphoneCount: Int { graphoneStart.last ?? 0 }
  private var levels: [[Key: Entry]]

  /// Prepares counting.
  ///
  /// - Parameters:
  ///   - order: the longest n-grams, up to `LetterContexts.orderLimit`.
  ///   - graphoneStart: for each letter its first graphone; one more at the end.
  init(order: Int, graphoneStart: [Int]) {
    self.order = order
    self.graphoneStart = graphoneStart
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
  struct Node {
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
  ///   It is raised as far as the format asks for.
  /// - Returns: the sections, contexts that end alike together.
  mutating func sections(rarest: Int) -> Sections {
    let smoothed = smooth()
    let unigram = unigramCosts(smoothed)
    var rarest = rarest
    while true {
      if let sections = sections(unigram, kept(smoothed, rarest)) { return sections }
      rarest += 1
    }
  }

  /// Smooths the n-grams of all lengths.
  mutating func smooth() -> [Smoothed] {
    for length in stride(from: order - 1, to: 0, by: -1) {
      for (key, entry) in levels[length] {
        levels[length - 1][Key(context: entry.shorter, graphone: key.graphone)]?.continuations += 1
      }
    }
    var smoothed: [Smoothed] = []
    for length in 0..<order { smoothed.append(smooth(length, below: smoothed.last?.probabilities ?? [:])) }
    return smoothed
  }

  /// What each graphone and the end of the word cost after no context.
  func unigramCosts(_ smoothed: [Smoothed]) -> [UInt8] {
    let level = smoothed[0]
    // What was never seen has the share that smoothing left.
    let unseen = (level.leaving[0] ?? 1) / Double(graphoneCount + 1)
    return (0...graphoneCount).map {
      Self.cost(level.probabilities[Key(context: 0, graphone: UInt16($0))] ?? unseen)
    }
  }

  /// The n-grams of one length.
  struct Smoothed {
    var probabilities: [Key: Double]
    /// What leaving each context costs.
    var leaving: [Context: Double]
  }

  func kept(_ smoothed: [Smoothed], _ rarest: Int) -> [Node] {
    var kept: [Node] = []
    for length in 1..<max(order, 1) {
      var followed: [Context: [(graphone: UInt16, probability: Double)]] = [:]
      for (key, probability) in smoothed[length].probabilities {
        guard (levels[length][key]?.seen ?? 0) > (rarest - 1) * max(0, length - 2) else { continue }
        followed[key.context, default: []].append((key.graphone, probability))
      }
      for (context, list) in followed {
        kept.append(
          Node(
            length: length, context: context, leaving: smoothed[length].leaving[context] ?? 1,
            followed: list.sorted { $0.graphone < $1.graphone }))
      }
    }
    return kept.sorted { $0.order < $1.order }
  }

  /// A context and its length, as a key.
  private struct Place: Hashable {
    var length: Int
    var context: Context
  }

  /// Where contexts stand in the section, and the blocks of their letters.
  private struct Layout {
    var nodes: [Place: Int] = [:]
    /// Blocks by the place of their context and their letter.
    var blocks: [Int: [Int: Int]] = [:]
    let order: Int

    /// Where the longest part of a context is that was kept, up to a length.
    func node(_ context: Context, _ length: Int) -> Int {
      for length in stride(from: min(length, order - 1), to: 0, by: -1) {
        let part = context & (UInt64.max >> UInt64(64 - 16 * length))
        if let node = nodes[Place(length: length, context: part)] { return node }
      }
      return 0
    }
  }

  /// Lays contexts out; nil when they are too many for the format's numbers.
  private func sections(_ unigram: [UInt8], _ kept: [Node]) -> Sections? {
    // The node of no context is the first, and empty.
    var (layout, size) = (Layout(order: order), 2)
    let letters = kept.map { node in self.letters(of: node) }
    for (node, letters) in zip(kept, letters) {
      layout.nodes[Place(length: node.length, context: node.context)] = size
      size += 2 + 2 * letters.count + node.followed.count
    }
    if size > LetterContexts.elementLimit { return nil }
    var sections = Sections()
    sections.unigram = unigram
    sections.first = (0..<graphoneCount).map { UInt32(layout.node(UInt64($0), 1)) }
    sections.first.append(UInt32(layout.node(UInt64(LetterContexts.start), 1)))
    sections.nodes = [0, 0]
    sections.nodes.reserveCapacity(size)
    var isFitting = true
    for (node, letters) in zip(kept, letters) {
      append(node, letters, &layout, to: &sections, &isFitting)
    }
    return isFitting ? sections : nil
  }

  /// The letters that followed a context, ascending, each with the places of its graphones in `followed`.
  private func letters(of node: Node) -> [(letter: Int, range: Range<Int>)] {
    var (letters, letter): ([(letter: Int, range: Range<Int>)], Int) = ([], 0)
    for (place, next) in node.followed.enumerated() {
      // The end of the word stands for a letter behind all others.
      while letter + 1 < graphoneStart.count, graphoneStart[letter + 1] <= Int(next.graphone) { letter += 1 }
      if let last = letters.last, last.letter == letter {
        letters[letters.count - 1].range = last.range.lowerBound..<place + 1
      } else {
        letters.append((letter, place..<place + 1))
      }
    }
    return letters
  }

  private func append(
    _ node: Node, _ letters: [(letter: Int, range: Range<Int>)], _ layout: inout Layout,
    to sections: inout Sections, _ isFitting: inout Bool
  ) {
    let (start, shorter) = (sections.nodes.count, layout.node(node.context, node.length - 1))
    let leaving = UInt32(Self.cost(node.leaving))
    sections.nodes += [UInt32(shorter) << 8 | leaving, UInt32(letters.count)]
    var offset = 2 + letters.count
    for (letter, range) in letters {
      sections.nodes.append(UInt32(letter) << 16 | UInt32(offset))
      offset += 1 + range.count
    }
    for (letter, range) in letters {
      // What followed a context followed the shorter one, too, and is kept there.
      let link = layout.blocks[shorter]?[letter] ?? 0
      layout.blocks[start, default: [:]][letter] = sections.nodes.count
      sections.nodes.append(UInt32(link) << 8 | leaving)
      var entries: [UInt32] = []
      for next in node.followed[range] {
        let (graphone, cost) = (Int(next.graphone), Self.cost(next.probability))
        let (chunk, distance) =
          graphone == graphoneCount
          ? (0, 0)
          : (
            graphone - graphoneStart[letter],
            layout.node(node.context << 16 | UInt64(graphone), node.length + 1)
              - Int(sections.first[graphone])
          )
        if distance >= LetterContexts.Entry.distanceLimit { isFitting = false }
        entries.append(LetterContexts.Entry(cost: cost, chunk: chunk, distance: distance).bits)
      }
      entries.sort()
      sections.nodes += entries
      sections.nodes[sections.nodes.count - 1] |= LetterContexts.Entry.last
    }
  }

  /// The probabilities of one length of contexts, and what leaving each context costs.
  private func smooth(_ length: Int, below: [Key: Double]) -> Smoothed {
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
    return Smoothed(probabilities: probabilities, leaving: leaving)
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

  static func cost(_ probability: Double) -> UInt8 {
    UInt8(max(0, min(255, (-log(probability) / Double(LetterContexts.costStep)).rounded())))
  }
}
