/// Finds the likeliest assignment of units: over the units of the name in order, for each set of units of the query.
///
/// Storage is reused from name to name.
struct UnitAssignment {
  /// The likelihood of the best way to each set, column after column; below 0 where there is none.
  private var best: [Float] = []
  /// The choice by which the best way came to each set, or −1 where the unit of the name was left over.
  private var steps: [Int32] = []
  /// What a unit of the name can stand for, those of one column after those of the one before.
  private var choices: [Choice] = []
  /// Where those of each column end.
  private var ends: [Int] = []

  /// Units of the query that are matched in one step.
  private struct Choice {
    /// The units, as bits.
    var mask: UInt32
    /// How many units of the name they take.
    var taken: UInt8
    var finding: UnitComparison.Finding
  }

  /// Replaces `pairs` by the likeliest, the last unit of the name first.
  mutating func assign(_ findings: UnitFindings, _ pairs: inout [NameAligner.Pair]) {
    let columns = findings.columns
    let sets = 1 << findings.rows
    list(findings)
    let size = (columns + 1) * sets
    best.removeAll(keepingCapacity: true)
    best.append(contentsOf: repeatElement(-1, count: size))
    if steps.count < size { steps = [Int32](repeating: -1, count: size) }
    best[0] = 0
    var first = 0
    for column in 0..<columns {
      for set in 0..<sets where best[column * sets + set] >= 0 {
        let value = best[column * sets + set]
        reach((column + 1) * sets + set, value, -1)
        for place in first..<ends[column] where choices[place].mask & UInt32(set) == 0 {
          let choice = choices[place]
          let target = (column + Int(choice.taken)) * sets + Int(UInt32(set) | choice.mask)
          reach(target, value + choice.finding.likelihood, Int32(place))
        }
      }
      first = ends[column]
    }
    trace(columns, sets, &pairs)
  }

  private mutating func list(_ findings: UnitFindings) {
    choices.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    for column in 0..<findings.columns {
      for row in 0..<findings.rows {
        let place = row * findings.columns + column
        let bit = UInt32(1) << UInt32(row)
        if let finding = findings.single[place] {
          choices.append(Choice(mask: bit, taken: 1, finding: finding))
        }
        if let finding = findings.joinedRows[place] {
          choices.append(Choice(mask: 3 * bit, taken: 1, finding: finding))
        }
        if let finding = findings.joinedColumns[place] {
          choices.append(Choice(mask: bit, taken: 2, finding: finding))
        }
      }
      for pair in findings.phrases where pair.name.lowerBound == column {
        let mask = (UInt32(1) << UInt32(pair.query.count) - 1) << UInt32(pair.query.lowerBound)
        choices.append(Choice(mask: mask, taken: UInt8(pair.name.count), finding: pair.finding))
      }
      ends.append(choices.count)
    }
  }

  @inline(__always) private mutating func reach(_ state: Int, _ value: Float, _ choice: Int32) {
    // A later way must be better by more than rounding, so that the order is kept among equal ones.
    guard value > best[state] + 1e-4 || best[state] < 0 else { return }
    best[state] = value
    steps[state] = choice
  }

  private func trace(_ columns: Int, _ sets: Int, _ pairs: inout [NameAligner.Pair]) {
    pairs.removeAll(keepingCapacity: true)
    let last = columns * sets
    var set = 0
    for other in 0..<sets where best[last + other] > best[last + set] + 1e-4 { set = other }
    var column = columns
    while column > 0 {
      let place = steps[column * sets + set]
      guard place >= 0 else {
        column -= 1
        continue
      }
      let choice = choices[Int(place)]
      let start = column - Int(choice.taken)
      let first = choice.mask.trailingZeroBitCount
      pairs.append(
        NameAligner.Pair(
          query: first..<first + choice.mask.nonzeroBitCount, name: start..<column, finding: choice.finding))
      set &= ~Int(choice.mask)
      column = start
    }
  }
}
