/// How the units of a query fit those of a name, each with each.
///
/// Storage is reused from name to name.
struct UnitFindings {
  private(set) var rows = 0
  private(set) var columns = 0
  /// A unit with a unit, row after row.
  private(set) var single: [UnitComparison.Finding?] = []
  /// A unit and the next with a unit of the name, and a unit with a unit of the name and the next.
  private(set) var joinedRows: [UnitComparison.Finding?] = []
  private(set) var joinedColumns: [UnitComparison.Finding?] = []
  /// Units with units that mean the same together.
  private(set) var phrases: [NameAligner.Pair] = []

  /// Compares all units of a query with all of a name.
  mutating func fill(_ rows: Int, _ columns: Int, _ units: inout UnitComparison, _ name: ComparedName) {
    (self.rows, self.columns) = (rows, columns)
    single.removeAll(keepingCapacity: true)
    phrases.removeAll(keepingCapacity: true)
    for row in 0..<rows {
      for column in 0..<columns { single.append(units.compare(row, name, column)) }
    }
    units.comparePhrases(name) { phrases.append($0) }
  }

  /// Compares units with two units written together.
  mutating func fillJoins(_ units: inout UnitComparison, _ name: ComparedName) {
    joinedRows.removeAll(keepingCapacity: true)
    joinedColumns.removeAll(keepingCapacity: true)
    let least = rows == 1 ? leastOfOne : 0
    for row in 0..<rows {
      for column in 0..<columns {
        // Words that are equal are not written together with others.
        let isEqual = single[row * columns + column]?.reason == .equal
        joinedRows.append(isEqual || row + 1 == rows ? nil : units.compareJoined(row, name, column))
        joinedColumns.append(
          isEqual || column + 1 == columns ? nil : units.compare(row, joined: name, column, least: least))
      }
    }
  }

  /// What is less likely cannot win where the query is one unit: one pair alone is likelier, by more than the rounding that
  /// assigning allows for.
  private var leastOfOne: Float {
    var best: Float = 0
    for finding in single { best = max(best, finding?.likelihood ?? 0) }
    return max(0, best - 0.01)
  }

  /// Matches the likeliest pairs first, of equal ones the first.
  func assignInTurn(_ pairs: inout [NameAligner.Pair]) {
    pairs.removeAll(keepingCapacity: true)
    var usedRows = 0
    var usedColumns = 0
    for pair in phrases {
      let bits = (rows: Self.bits(pair.query), columns: Self.bits(pair.name))
      guard usedRows & bits.rows == 0, usedColumns & bits.columns == 0 else { continue }
      usedRows |= bits.rows
      usedColumns |= bits.columns
      pairs.append(pair)
    }
    while true {
      var best: (row: Int, column: Int, finding: UnitComparison.Finding)?
      for row in 0..<rows where usedRows & 1 << row == 0 {
        for column in 0..<columns where usedColumns & 1 << column == 0 {
          guard let finding = single[row * columns + column] else { continue }
          if let best, best.finding.likelihood >= finding.likelihood { continue }
          best = (row, column, finding)
        }
      }
      guard let best else { return }
      usedRows |= 1 << best.row
      usedColumns |= 1 << best.column
      pairs.append(
        NameAligner.Pair(
          query: best.row..<best.row + 1, name: best.column..<best.column + 1, finding: best.finding))
    }
  }

  private static func bits(_ units: Range<Int>) -> Int { (1 << units.count - 1) << units.lowerBound }
}
