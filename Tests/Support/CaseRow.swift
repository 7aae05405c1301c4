internal import FoundationEssentials

/// One row of a `Cases/*.tsv`: what a linguist should review stands there and not in Swift.
///
/// Lines that start with `#` are comments, and the first other line names the columns. Invisible characters are
/// written as in Swift, `\u{200F}`.
package struct CaseRow: Sendable {
  package let line: Int
  private let values: [String: String]

  /// The value of a column; nothing when the row is too short.
  package subscript(column: String) -> String { values[column] ?? "" }

  /// Names the row in a failure.
  package var testDescription: String { "line \(line), \(self["class"])" }

  /// Reads `Cases/name` beside a source file.
  package static func rows(_ name: String, beside source: String = #filePath) throws -> [CaseRow] {
    try rows(path: "\(PackageFolder.parent(of: source))/Cases/\(name)")
  }

  /// Reads a file.
  package static func rows(path: String) throws -> [CaseRow] {
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var header: [String]?
    var rows: [CaseRow] = []
    for (place, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    where !line.isEmpty && !line.hasPrefix("#") {
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map { unescaped(String($0)) }
      if let header {
        rows.append(
          CaseRow(
            line: place + 1, values: Dictionary(zip(header, fields), uniquingKeysWith: { first, _ in first }))
        )
      } else {
        header = fields
      }
    }
    return rows
  }

  /// Replaces `\u{200F}` by the character it names.
  private static func unescaped(_ field: String) -> String {
    var parts = field.components(separatedBy: "\\u{")[...]
    var result = parts.removeFirst()
    for part in parts {
      let halves = part.split(separator: "}", maxSplits: 1, omittingEmptySubsequences: false)
      let scalar = UInt32(halves[0], radix: 16).flatMap(Unicode.Scalar.init)
      result.unicodeScalars.append(scalar ?? "\u{FFFD}")
      result += halves.dropFirst().joined()
    }
    return result
  }
}
