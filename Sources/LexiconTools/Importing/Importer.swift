/// Reads the names of a source and hands them on one by one.
///
/// An importer streams: its memory does not grow with the file. A problem of a line is reported and the rest goes on;
/// only a source that cannot be read at all throws.
package protocol Importer {
  /// Reads a file.
  ///
  /// - Parameters:
  ///   - path: a file, or `-` for standard input.
  ///   - receive: called for each name, in the order of the file.
  ///   - report: called for each problem.
  /// - Throws: `SourceProblem` when nothing of the file can be used.
  func read(
    path: String, receive: (SourceName) -> Void, report: (SourceProblem) -> Void
  ) throws(SourceProblem)
}

/// The formats that `ism compile` reads.
public enum InputFormat: String, CaseIterable, Sendable {
  /// By the ending of the file: `.json`, `.jsonl`, `.ndjson` are FollowTheMoney, everything else is tab-separated.
  case auto
  /// Tab-separated values with a header.
  case tsv
  /// FollowTheMoney entities as JSON lines.
  case ftm

  /// The importer for a file.
  package func importer(for path: String) -> any Importer {
    switch self {
    case .tsv: return TableImporter()
    case .ftm: return FollowTheMoneyImporter()
    case .auto:
      let isJSON = [".json", ".jsonl", ".ndjson"].contains { path.hasSuffix($0) }
      return isJSON ? FollowTheMoneyImporter() : TableImporter()
    }
  }
}
