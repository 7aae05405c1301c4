internal import ArabicText

/// Aligns the units of a query with the units of names, in any order, and says what it found.
///
/// The alignment is the one whose pairs are together the likeliest; among equal ones the one that keeps the order. A unit
/// stands for one unit, or for two that are written together or apart. A value serves one thread.
struct NameAligner {
  private var units = UnitComparison()
  private var name = ComparedName()
  private let words: WordFactsCache
  private var table: [UnitComparison.Finding?] = []
  /// The same for a unit and the next with a unit of the name, and for a unit with a unit of the name and the next.
  private var joinedRows: [UnitComparison.Finding?] = []
  private var joinedColumns: [UnitComparison.Finding?] = []
  private var best: [[Float]] = []
  private var steps: [[Step]] = []

  /// How the best way to a state came there.
  private struct Step {
    /// The query's units that were matched in this step, as bits; 0 when the unit of the name was left over.
    var mask: UInt32 = 0
    /// How many units of the name it took.
    var taken: UInt8 = 1
    var finding: UnitComparison.Finding?
  }

  /// Up to so many units of the query every assignment is tried; longer ones are matched unit by unit.
  static let exactLimit = 8

  init(words: WordFactsCache) { self.words = words }

  /// Takes the query that names are compared with.
  mutating func load(_ query: NameText) { units.load(query, words) }

  /// Compares the query with a name.
  ///
  /// - Returns: the evidence, or nil when no word of one stands for a word of the other.
  mutating func align(with text: NameText) -> Evidence? {
    guard !units.query.units.isEmpty, !text.isEmpty else { return nil }
    name.load(text, words)
    let pairs =
      units.query.units.count <= Self.exactLimit && name.units.count <= 3 * Self.exactLimit
      ? assign() : assignInTurn()
    return Evidence(query: units.query, name: name, pairs: pairs)
  }

  /// Two aligned groups of units.
  struct Pair {
    var query: Range<Int>
    var name: Range<Int>
    var finding: UnitComparison.Finding
  }

  /// The likeliest assignment: over the units of the name in order, for each set of units of the query.
  private mutating func assign() -> [Pair] {
    let (rows, columns) = (units.query.units.count, name.units.count)
    let sets = 1 << rows
    fill(rows, columns)
    fillJoins(rows, columns)
    while best.count <= columns {
      best.append([])
      steps.append([])
    }
    for column in 0...columns {
      best[column].removeAll(keepingCapacity: true)
      best[column].append(contentsOf: repeatElement(-1, count: sets))
      steps[column].removeAll(keepingCapacity: true)
      steps[column].append(contentsOf: repeatElement(Step(), count: sets))
    }
    best[0][0] = 0
    for column in 0..<columns {
      for set in 0..<sets where best[column][set] >= 0 {
        let value = best[column][set]
        reach(column + 1, set, value, Step())
        for row in 0..<rows where set & (1 << row) == 0 {
          if let finding = table[row * columns + column] {
            reach(
              column + 1, set | 1 << row, value + finding.likelihood,
              Step(mask: 1 << UInt32(row), finding: finding))
          }
          if row + 1 < rows, set & (2 << row) == 0, let finding = joinedRows[row * columns + column] {
            reach(
              column + 1, set | 3 << row, value + finding.likelihood,
              Step(mask: 3 << UInt32(row), finding: finding))
          }
          if let finding = joinedColumns[row * columns + column] {
            reach(
              column + 2, set | 1 << row, value + finding.likelihood,
              Step(mask: 1 << UInt32(row), taken: 2, finding: finding))
          }
        }
      }
    }
    return trace(columns)
  }

  private mutating func fill(_ rows: Int, _ columns: Int) {
    table.removeAll(keepingCapacity: true)
    for row in 0..<rows {
      for column in 0..<columns { table.append(units.compare(row, name, column)) }
    }
  }

  private mutating func fillJoins(_ rows: Int, _ columns: Int) {
    joinedRows.removeAll(keepingCapacity: true)
    joinedColumns.removeAll(keepingCapacity: true)
    for row in 0..<rows {
      for column in 0..<columns {
        // Words that are equal are not written together with others.
        let isEqual = table[row * columns + column]?.reason == .equal
        joinedRows.append(isEqual || row + 1 == rows ? nil : units.compareJoined(row, name, column))
        joinedColumns.append(
          isEqual || column + 1 == columns ? nil : units.compare(row, joined: name, column))
      }
    }
  }

  @inline(__always) private mutating func reach(_ column: Int, _ set: Int, _ value: Float, _ step: Step) {
    // A later way must be better by more than rounding, so that the order is kept among equal ones.
    guard value > best[column][set] + 1e-4 || best[column][set] < 0 else { return }
    best[column][set] = value
    steps[column][set] = step
  }

  private func trace(_ columns: Int) -> [Pair] {
    var set = 0
    for other in best[columns].indices where best[columns][other] > best[columns][set] + 1e-4 { set = other }
    var pairs: [Pair] = []
    var column = columns
    while column > 0 {
      let step = steps[column][set]
      let start = column - Int(step.taken)
      if let finding = step.finding {
        let first = step.mask.trailingZeroBitCount
        pairs.append(
          Pair(query: first..<first + step.mask.nonzeroBitCount, name: start..<column, finding: finding))
      }
      set &= ~Int(step.mask)
      column = start
    }
    return pairs.sorted { $0.query.lowerBound < $1.query.lowerBound }
  }

  /// Matches the likeliest pairs first.
  private mutating func assignInTurn() -> [Pair] {
    let (rows, columns) = (units.query.units.count, name.units.count)
    fill(rows, columns)
    let order = table.indices.filter { table[$0] != nil }.sorted {
      let (left, right) = (table[$0]?.likelihood ?? 0, table[$1]?.likelihood ?? 0)
      return left == right ? $0 < $1 : left > right
    }
    var (usedRows, usedColumns) = (Set<Int>(), Set<Int>())
    var pairs: [Pair] = []
    for place in order {
      let (row, column) = (place / columns, place % columns)
      guard let finding = table[place], !usedRows.contains(row), !usedColumns.contains(column) else {
        continue
      }
      usedRows.insert(row)
      usedColumns.insert(column)
      pairs.append(Pair(query: row..<row + 1, name: column..<column + 1, finding: finding))
    }
    return pairs.sorted { $0.query.lowerBound < $1.query.lowerBound }
  }
}
