import ArgumentParser

/// The formats of results.
enum OutputFormat: String, CaseIterable, ExpressibleByArgument {
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
  @Option(help: "The format of the results: text, jsonl, csv or tsv. Text for arguments, jsonl for - when not given.")
  var format: OutputFormat?

  /// The reporter for the format.
  func reporter(isStream: Bool) -> Reporter {
    Reporter(format: format ?? (isStream ? .jsonl : .text), isStream: isStream)
  }
}
