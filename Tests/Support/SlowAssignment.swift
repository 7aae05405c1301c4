/// The slow twin of the assignment of units: the best sum of all ways to pair them.
package enum SlowAssignment {
  package static func best(
    rows: Int, columns: Int, pair: (Int, Int) -> Float?, joinedRows: (Int, Int) -> Float?,
    joinedColumns: (Int, Int) -> Float?
  ) -> Float {
    func best(_ column: Int, _ used: Set<Int>) -> Float {
      guard column < columns else { return 0 }
      var result = best(column + 1, used)
      for row in 0..<rows where !used.contains(row) {
        if let gain = pair(row, column) { result = max(result, gain + best(column + 1, used.union([row]))) }
        if row + 1 < rows, !used.contains(row + 1), let gain = joinedRows(row, column) {
          result = max(result, gain + best(column + 1, used.union([row, row + 1])))
        }
        if column + 1 < columns, let gain = joinedColumns(row, column) {
          result = max(result, gain + best(column + 2, used.union([row])))
        }
      }
      return result
    }
    return best(0, [])
  }
}
