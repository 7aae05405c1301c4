import ArgumentParser

/// The formats of results.
enum OutputFormat: String {
  /// Lines for a person.
  case text
  /// One JSON object a line.
  case jsonl
  /// Comma-separated values with a header (RFC 4180).
  case csv
  /// Tab-separated values with a header.
  case tsv
}

/// In which format a command answers.
struct OutputOptions: ParsableArguments {
  // A closure instead of a conformance: listing all cases costs a tenth of a cold start.
  @Option(
    help: ArgumentHelp(
      "The format of the results: text, jsonl, csv or tsv. Text for arguments, jsonl for - when not given.",
      valueName: "format"),
    completion: .list(["text", "jsonl", "csv", "tsv"]),
    transform: { text in
      guard let format = OutputFormat(rawValue: text) else {
        throw ValidationError("unknown format '\(text)'; formats: text, jsonl, csv, tsv")
      }
      return format
    })
  var format: OutputFormat?

  /// The reporter for the format.
  func reporter(isStream: Bool) -> Reporter {
    Reporter(format: format ?? (isStream ? .jsonl : .text), isStream: isStream)
  }
}
