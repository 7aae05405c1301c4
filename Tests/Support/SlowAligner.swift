/// The slow twin of `SpellingAligner`: what two spellings cost, written down as the rules say it.
///
/// From a place in either spelling there are three ways on: a step of the left one has nothing opposite, a step of the
/// right one has nothing opposite, or both stand for one sound. The cost is that of the cheapest way to the end.
package struct SlowAligner {
  /// One way to read the letters at a place.
  package struct Step: Sendable {
    /// How many letters it takes.
    package let length: Int
    /// What it costs with nothing opposite.
    package let gap: Int
    /// Whether it is free where the other spelling does not write vowels.
    package let isShortVowel: Bool
    /// Whether it is doubled; that costs 1 against a single one where both spellings write vowels.
    package let isDouble: Bool
    /// The sounds it can stand for, with their costs.
    package let sounds: [(sound: Int, cost: Int)]
    /// A letter that the tables do not have; it only equals itself.
    package let unknown: UInt16?

    package init(
      length: Int, gap: Int, isShortVowel: Bool, isDouble: Bool, sounds: [(sound: Int, cost: Int)],
      unknown: UInt16?
    ) {
      self.length = length
      self.gap = gap
      self.isShortVowel = isShortVowel
      self.isDouble = isDouble
      self.sounds = sounds
      self.unknown = unknown
    }

    /// What it costs to read both as one sound; nil when they share none.
    func cost(against other: Step, bothWriteVowels: Bool) -> Int? {
      if unknown != nil || other.unknown != nil { return unknown == other.unknown ? 0 : nil }
      var best: Int?
      for (sound, cost) in sounds {
        for (otherSound, otherCost) in other.sounds where sound == otherSound {
          best = min(best ?? .max, cost + otherCost)
        }
      }
      return best.map { $0 + (bothWriteVowels && isDouble != other.isDouble ? 1 : 0) }
    }
  }

  /// A spelling: the steps that begin at each of its places.
  package struct Spelling {
    package let steps: [[Step]]
    package let writesVowels: Bool

    package init(steps: [[Step]], writesVowels: Bool) {
      self.steps = steps
      self.writesVowels = writesVowels
    }
  }

  private struct State: Hashable {
    let left: Int
    let right: Int
    /// Whether the last step was a vowel with nothing opposite: a second one costs 6 more.
    let isBehindVowelGap: Bool
  }

  /// More than any spelling costs.
  private static let impossible = 1 << 30

  private let left: Spelling
  private let right: Spelling
  private var known: [State: Int] = [:]

  /// Returns the cost, or nil when there is no way to the end.
  package static func cost(_ left: Spelling, _ right: Spelling) -> Int? {
    var aligner = SlowAligner(left: left, right: right)
    let cost = aligner.cost(from: State(left: 0, right: 0, isBehindVowelGap: false))
    return cost < impossible ? cost : nil
  }

  private init(left: Spelling, right: Spelling) {
    self.left = left
    self.right = right
  }

  private mutating func cost(from state: State) -> Int {
    if let cost = known[state] { return cost }
    let isAtEnd = state.left == left.steps.count && state.right == right.steps.count
    var best = isAtEnd ? 0 : Self.impossible
    let bothWriteVowels = left.writesVowels && right.writesVowels
    let leftSteps = state.left < left.steps.count ? left.steps[state.left] : []
    let rightSteps = state.right < right.steps.count ? right.steps[state.right] : []
    for step in leftSteps {
      best = min(best, cost(skipping: step, (step.length, 0), state, otherWritesVowels: right.writesVowels))
      for other in rightSteps {
        guard let matched = step.cost(against: other, bothWriteVowels: bothWriteVowels) else { continue }
        let next = State(
          left: state.left + step.length, right: state.right + other.length, isBehindVowelGap: false)
        best = min(best, matched + cost(from: next))
      }
    }
    for step in rightSteps {
      best = min(best, cost(skipping: step, (0, step.length), state, otherWritesVowels: left.writesVowels))
    }
    known[state] = best
    return best
  }

  private mutating func cost(
    skipping step: Step, _ move: (left: Int, right: Int), _ state: State, otherWritesVowels: Bool
  ) -> Int {
    let next = State(
      left: state.left + move.left, right: state.right + move.right, isBehindVowelGap: step.isShortVowel)
    guard step.isShortVowel else { return step.gap + cost(from: next) }
    return (otherWritesVowels ? step.gap : 0) + (state.isBehindVowelGap ? 6 : 0) + cost(from: next)
  }
}
