import ArabicText

/// A table for a terminal, aligned by the cells that its texts fill.
///
/// The last column is where text of both directions belongs: nothing follows it on its line that a terminal could
/// reorder. On a terminal each value stands between isolates as well.
struct TextTable {
  private let titles: [String]
  private let rows: [[String]]
  private let widths: [Int]

  /// A longer value does not widen its column.
  private static let widest = 32

  /// - Parameters:
  ///   - columns: the titles.
  ///   - rows: as many values for each row; a column without a value is left out.
  init(columns: [String], rows: [[String]]) {
    let used = columns.indices.filter { column in rows.contains { !$0[column].isEmpty } }
    titles = used.map { columns[$0] }
    self.rows = rows.map { row in used.map { row[$0] } }
    let all = [titles] + self.rows
    widths = used.indices.map { column in
      all.map { min(DisplayWidth.of($0[column]), Self.widest) }.max() ?? 0
    }
  }

  /// The lines, with spaces before them.
  func lines(indent: Int) -> [String] {
    let space = String(repeating: " ", count: indent)
    return [space + Output.faint(line(titles, isolates: false))]
      + rows.map { space + line($0, isolates: true) }
  }

  private func line(_ values: [String], isolates: Bool) -> String {
    var line = ""
    for (column, value) in values.enumerated() {
      if column > 0 { line += "  " }
      line += isolates && !value.isEmpty ? Output.isolated(value) : value
      guard column < values.count - 1 else { break }
      line += String(repeating: " ", count: max(0, widths[column] - DisplayWidth.of(value)))
    }
    return line
  }
}
