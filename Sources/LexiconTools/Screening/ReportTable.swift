/// A report as CSV, with two empty columns for the decision.
enum ReportTable {
  private static let columns = [
    "score", "listed_name", "caption", "matched_name", "id", "kind", "language", "role", "column", "evidence",
    "decision", "note", "listed_values",
  ]

  static func head(_ settings: ScreenSettings) -> [UInt8] {
    (settings.addsByteOrderMark ? DelimitedRow.byteOrderMark : []) + line(columns)
  }

  static func row(_ row: ReportRow) -> [UInt8] {
    let others = row.others.filter { !$0.value.isEmpty }.map { "\($0.title): \($0.value)" }
    return line([
      RowWriter.score(row.score), row.names.joined(separator: "; "), row.caption, row.name, row.id, row.kind,
      row.language, row.role, row.column, row.evidence, "", "", others.joined(separator: "; "),
    ])
  }

  private static func line(_ values: [String]) -> [UInt8] {
    Array((values.map(quoted).joined(separator: ",") + "\r\n").utf8)
  }

  /// Quotes a value when RFC 4180, section 2, asks for it.
  ///
  /// A value that a spreadsheet would calculate is made a text by an apostrophe, as values of the list can come from
  /// anyone (OWASP, CSV Injection).
  private static func quoted(_ value: String) -> String {
    var value = value
    if let first = value.unicodeScalars.first, "=+-@\t\r".unicodeScalars.contains(first) {
      value = "'" + value
    }
    guard value.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      return value
    }
    return "\"\(value.replacing("\"", with: "\"\""))\""
  }
}
