import FoundationEssentials

/// Prints answers in one format, in the order in which they come.
struct Reporter {
  private let format: OutputFormat
  private let isStream: Bool
  private var hasHeader = false
  private let encoder: JSONEncoder?

  init(format: OutputFormat, isStream: Bool) {
    self.format = format
    self.isStream = isStream
    encoder = format == .jsonl ? JSONEncoder() : nil
    encoder?.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  }

  /// Prints an answer; with names from standard input at once, for a reader that waits.
  mutating func report<Item: Answer>(_ answer: Item) {
    switch format {
    case .text: Output.line(answer.text)
    case .jsonl:
      if let data = try? encoder?.encode(answer) { Output.line(String(decoding: data, as: UTF8.self)) }
    case .csv: rows(Item.columns, answer.rows) { $0.map(Self.csv).joined(separator: ",") }
    case .tsv: rows(Item.columns, answer.rows) { $0.map(Self.tsv).joined(separator: "\t") }
    }
    if isStream { Output.flush() }
  }

  private mutating func rows(_ columns: [String], _ rows: [[String]], _ line: ([String]) -> String) {
    if !hasHeader { Output.line(line(columns)) }
    hasHeader = true
    for row in rows { Output.line(line(row)) }
  }

  /// Quotes a value when RFC 4180, section 2, asks for it.
  private static func csv(_ value: String) -> String {
    guard value.utf8.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else {
      return value
    }
    return "\"" + value.replacing("\"", with: "\"\"") + "\""
  }

  /// A tab or a line end inside a value becomes a space.
  private static func tsv(_ value: String) -> String {
    String(value.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}
