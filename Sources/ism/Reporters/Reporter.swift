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
  mutating func report<Item: Answer>(_ answer: Item) { report(lines(answer), columns: Item.columns) }

  /// Prints the lines of an answer.
  mutating func report(_ lines: String, columns: [String]) {
    if !hasHeader, let header = header(columns) { Output.line(header) }
    hasHeader = true
    Output.line(lines)
    if isStream { Output.flush() }
  }

  /// The lines of an answer in the format, without a line end at the end.
  func lines<Item: Answer>(_ answer: Item) -> String {
    switch format {
    case .text: answer.text
    case .jsonl: (try? encoder?.encode(answer)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    case .csv, .tsv: answer.rows.map(row).joined(separator: "\n")
    }
  }

  private func header(_ columns: [String]) -> String? {
    switch format {
    case .text, .jsonl: nil
    case .csv, .tsv: row(columns)
    }
  }

  private func row(_ values: [String]) -> String {
    format == .csv
      ? values.map(Self.csv).joined(separator: ",") : values.map(Self.tsv).joined(separator: "\t")
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
