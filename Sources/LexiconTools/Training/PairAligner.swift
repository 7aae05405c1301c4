internal import ArabicText
internal import Glibc

/// Divides pairs of spellings into graphones: chunks of one that stand for chunks of the other.
///
/// How likely a graphone is is learned from the pairs alone, by expectation maximization over all ways to divide them
/// (M. Bisani and H. Ney, "Joint-sequence models for grapheme-to-phoneme conversion", 2008).
struct PairAligner {
  /// A pair of spellings, as symbols.
  struct Pair {
    var left: [UInt8]
    var right: [UInt8]
    var weight: Double
    /// Whether a file in everyday spelling has it.
    var isEveryday = false
  }

  /// Which graphones there may be.
  enum Shapes {
    /// Arabic with Latin: a letter with none to four, two letters with one; at the start an article that only Latin has.
    case acrossScripts
    /// One script: up to three letters with up to three, four together; a letter that the other does not have.
    case oneScript

    func allows(_ left: Int, _ right: Int, atStart: Bool) -> Bool {
      switch self {
      case .acrossScripts:
        switch left {
        case 0: atStart && (right == 2 || right == 3)
        case 1: right <= 4
        default: left == 2 && right == 1
        }
      case .oneScript:
        left + right <= 4 && left <= 3 && right <= 3 && left + right > 0 && (left > 0 || right == 1)
          && (right > 0 || left == 1)
      }
    }

    /// Whether two chunks are more than letters that each stand for themselves: those divide further.
    func allows(_ left: UInt32, _ right: UInt32) -> Bool {
      guard case .oneScript = self, left > 0xFF, right > 0xFF else { return true }
      let (leftEnd, rightEnd) = (left.leadingZeroBitCount / 8, right.leadingZeroBitCount / 8)
      return left & 0xFF != right & 0xFF
        && left >> UInt32(24 - leftEnd * 8) != right >> UInt32(24 - rightEnd * 8)
    }

    /// Before anything is learned, short graphones are likelier than long ones.
    func firstGuess(_ left: UInt32, _ right: UInt32, _ leftCount: Int, _ rightCount: Int) -> Double {
      switch self {
      case .acrossScripts:
        if leftCount != 1 { return 0.002 }
        switch rightCount {
        case 0: return 0.02
        case 1: return 0.5
        case 2: return 0.2
        case 3: return 0.03
        default: return 0.01
        }
      case .oneScript:
        if left == right { return leftCount == 1 ? 0.9 : 0.1 }
        return pow(0.08, Double(max(leftCount, rightCount)))
      }
    }
  }

  private let shapes: Shapes
  private var table = KeyTable()
  var keys: [UInt64] { table.keys }
  private(set) var probabilities: [Double] = []
  private static let floor = 1e-9
  private static let newcomer = 1e-6

  init(_ shapes: Shapes) { self.shapes = shapes }

  /// A way to go on in a pair.
  private struct Step {
    var from: Int32
    var to: Int32
    var graphone: Int32
  }

  /// Learns from pairs; the same pairs in the same order give the same result.
  mutating func learn(_ pairs: [Pair], rounds: Int) {
    for round in 0..<rounds {
      var counts = [Double](repeating: 0, count: keys.count)
      var steps: [Step] = []
      var total = 0.0
      let isFirst = keys.isEmpty
      for pair in pairs {
        if round == 0 { addGraphones(of: pair, &counts, isFirst: isFirst) }
        total += addCounts(of: pair, &counts, &steps)
      }
      guard total > 0 else { return }
      prune(counts, total, rarest: min(Double(round) * 0.5 + 0.05, 2))
    }
  }

  /// Keeps what was counted often enough, and gives it its share.
  private mutating func prune(_ counts: [Double], _ total: Double, rarest: Double) {
    var kept = KeyTable()
    var shares: [Double] = []
    for (place, count) in counts.enumerated() where count > rarest {
      kept.add(table.keys[place])
      shares.append(count / total)
    }
    (table, probabilities) = (kept, shares)
  }

  /// Chunks as one number: the left one above.
  static func key(_ left: UInt32, _ right: UInt32) -> UInt64 { UInt64(left) << 32 | UInt64(right) }

  private func forEachStep(
    of pair: Pair, _ body: (_ left: Int, _ right: Int, _ leftCount: Int, _ rightCount: Int, UInt64) -> Void
  ) {
    let (rows, columns) = (pair.left.count, pair.right.count)
    for row in 0...rows {
      for column in 0...columns {
        // Divisions far from the diagonal only cost time.
        guard abs(row * columns - column * rows) <= 4 * max(rows, columns) else { continue }
        var left: UInt32 = 0
        for leftCount in 0...min(3, rows - row) {
          if leftCount > 0 { left |= UInt32(pair.left[row + leftCount - 1]) << UInt32(leftCount * 8 - 8) }
          var right: UInt32 = 0
          for rightCount in 0...min(4, columns - column) {
            if rightCount > 0 {
              right |= UInt32(pair.right[column + rightCount - 1]) << UInt32(rightCount * 8 - 8)
            }
            guard shapes.allows(leftCount, rightCount, atStart: row == 0 && column == 0),
              shapes.allows(left, right)
            else { continue }
            body(row, column, leftCount, rightCount, Self.key(left, right))
          }
        }
      }
    }
  }

  private mutating func addGraphones(of pair: Pair, _ counts: inout [Double], isFirst: Bool) {
    let shapes = shapes
    var new: [(UInt64, Double)] = []
    forEachStep(of: pair) { _, _, leftCount, rightCount, key in
      if table.place(of: key) == nil {
        let guess = shapes.firstGuess(
          UInt32(key >> 32), UInt32(truncatingIfNeeded: key), leftCount, rightCount)
        // Beside learned graphones a new one counts for little.
        new.append((key, isFirst ? guess : guess * Self.newcomer))
      }
    }
    for (key, guess) in new where table.place(of: key) == nil {
      table.add(key)
      probabilities.append(guess)
      counts.append(0)
    }
  }

  /// The steps of a pair whose graphones are known, in the order of their starts.
  private func collect(_ pair: Pair, _ steps: inout [Step]) {
    steps.removeAll(keepingCapacity: true)
    let width = pair.right.count + 1
    forEachStep(of: pair) { row, column, leftCount, rightCount, key in
      guard let graphone = table.place(of: key) else { return }
      let from = row * width + column
      steps.append(
        Step(from: Int32(from), to: Int32(from + leftCount * width + rightCount), graphone: graphone))
    }
  }

  /// - Returns: the weight of the pair's graphones, 0 for a pair that cannot be divided.
  private func addCounts(of pair: Pair, _ counts: inout [Double], _ steps: inout [Step]) -> Double {
    collect(pair, &steps)
    let size = (pair.left.count + 1) * (pair.right.count + 1)
    var forward = [Double](repeating: 0, count: size)
    var backward = forward
    forward[0] = 1
    for step in steps where forward[Int(step.from)] > 0 {
      forward[Int(step.to)] += forward[Int(step.from)] * probabilities[Int(step.graphone)]
    }
    guard forward[size - 1] > 0 else { return 0 }
    backward[size - 1] = 1 / forward[size - 1]
    var total = 0.0
    for step in steps.reversed() where backward[Int(step.to)] > 0 && forward[Int(step.from)] > 0 {
      let share = backward[Int(step.to)] * probabilities[Int(step.graphone)]
      backward[Int(step.from)] += share
      let count = forward[Int(step.from)] * share * pair.weight
      counts[Int(step.graphone)] += count
      total += count
    }
    return total
  }

  /// Divides a pair in the likeliest way.
  ///
  /// - Returns: the graphones, by their places in `keys`, and the logarithm of their probability; nil when no known
  ///   graphones divide the pair.
  func align(_ pair: Pair) -> (graphones: [Int], score: Double)? {
    var steps: [Step] = []
    collect(pair, &steps)
    let size = (pair.left.count + 1) * (pair.right.count + 1)
    var best = [Double](repeating: -.infinity, count: size)
    var by = [Int](repeating: -1, count: size)
    best[0] = 0
    for (place, step) in steps.enumerated() where best[Int(step.from)] > -.infinity {
      let score = best[Int(step.from)] + log(max(probabilities[Int(step.graphone)], Self.floor))
      if score > best[Int(step.to)] {
        best[Int(step.to)] = score
        by[Int(step.to)] = place
      }
    }
    guard best[size - 1] > -.infinity else { return nil }
    var graphones: [Int] = []
    var place = size - 1
    while place > 0 {
      let step = steps[by[place]]
      graphones.append(Int(step.graphone))
      place = Int(step.from)
    }
    return (graphones.reversed(), best[size - 1])
  }

  /// Keeps the graphones of a list only, in its order.
  mutating func keep(_ list: [UInt64]) {
    var kept = KeyTable()
    var shares: [Double] = []
    for key in list {
      kept.add(key)
      shares.append(table.place(of: key).map { probabilities[Int($0)] } ?? Self.floor)
    }
    (table, probabilities) = (kept, shares)
  }
}

/// Numbers keys in the order in which they come.
private struct KeyTable {
  private(set) var keys: [UInt64] = []
  private var slots = [Int32](repeating: -1, count: 1 << 10)

  func place(of key: UInt64) -> Int32? {
    var slot = Self.slot(key) & (slots.count - 1)
    while slots[slot] >= 0 {
      if keys[Int(slots[slot])] == key { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a key that is not there.
  mutating func add(_ key: UInt64) {
    keys.append(key)
    if keys.count * 2 > slots.count {
      slots = [Int32](repeating: -1, count: slots.count * 2)
      for place in keys.indices { fill(Int32(place)) }
    } else {
      fill(Int32(keys.count - 1))
    }
  }

  private mutating func fill(_ place: Int32) {
    var slot = Self.slot(keys[Int(place)]) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = place
  }

  private static func slot(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20)
  }
}
