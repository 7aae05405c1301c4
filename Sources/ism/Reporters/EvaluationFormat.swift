import ArgumentParser
import LexiconTools

/// In which format figures are printed.
enum EvaluationFormat: String {
  /// One JSON object with sorted keys.
  case json
  /// A page of tables.
  case markdown

  /// Reads the value of `--format`.
  static func parse(_ text: String) throws -> EvaluationFormat {
    guard let format = EvaluationFormat(rawValue: text) else {
      throw ValidationError("unknown format '\(text)'; formats: json, markdown")
    }
    return format
  }

  /// Prints a report.
  func print(_ report: EvaluationReport) throws {
    switch self {
    case .json: Output.line(try report.json())
    // The page ends with a line break of its own.
    case .markdown: Output.line(String(report.markdown().dropLast()))
    }
  }
}
