internal import Glibc
internal import SystemPackage

/// How far a run came, in a small file beside its answers.
///
/// Written when the answers up to a place are safe, replaced as a whole, and removed at the end: a run that ends in any
/// other way leaves one behind.
struct ScreenJournal: Equatable {
  /// The checksum of the settings.
  var settings: String
  /// The hashes of the lexicons, in their order.
  var lexicons: String
  /// The size of the list, or -1 when it is a pipe.
  var inputSize: Int
  /// How much of the list was answered, and the checksum of that.
  var inputOffset = 0
  var inputChecksum = ByteChecksum().digits
  /// How long the answers and the rejects were.
  var outputOffset = 0
  var rejectsOffset = 0
  var counts = ScreenCounts()

  /// The place of the journal of a file of answers.
  static func path(of output: String) -> String { output + ".journal" }

  private static let title = "# ism screen was interrupted here; the same command with --resume goes on"

  private var lines: [(key: String, value: String)] {
    [
      ("settings", settings), ("lexicons", lexicons), ("inputSize", "\(inputSize)"),
      ("inputOffset", "\(inputOffset)"), ("inputChecksum", inputChecksum),
      ("outputOffset", "\(outputOffset)"),
      ("rejectsOffset", "\(rejectsOffset)"), ("rows", "\(counts.rows)"), ("found", "\(counts.found)"),
      ("hits", "\(counts.hits)"), ("rejected", "\(counts.rejected)"), ("cut", "\(counts.cut)"),
      ("nameless", "\(counts.nameless)"), ("unread", "\(counts.unread)"),
    ]
  }

  private var text: String {
    let body = lines.map { "\($0.key)\t\($0.value)\n" }.joined()
    return "\(Self.title)\n\(body)checksum\t\(Self.checksum(body))\n"
  }

  private static func checksum(_ text: String) -> String {
    var checksum = ByteChecksum()
    checksum.combine(text.utf8)
    return checksum.digits
  }

  /// Writes the journal of a file of answers.
  func write(for output: String) throws(SourceProblem) {
    var file = try OutputFile(path: Self.path(of: output))
    try file.write(Array(text.utf8))
    try file.finish()
  }

  /// Removes it.
  static func remove(for output: String) { unsafe unlink(path(of: output)) }

  /// Whether there is one.
  static func exists(for output: String) -> Bool { unsafe access(path(of: output), F_OK) == 0 }

  /// Reads the journal of a file of answers; nil when there is none.
  static func read(for output: String) throws(SourceProblem) -> ScreenJournal? {
    guard exists(for: output) else { return nil }
    var reader = try LineReader(path: path(of: output))
    var values: [String: String] = [:]
    while let item = try reader.next() {
      guard case .text(let line, _) = item, let tab = line.firstIndex(of: "\t") else { continue }
      values[String(line[..<tab])] = String(line[line.index(after: tab)...])
    }
    var journal = ScreenJournal(
      settings: values["settings"] ?? "", lexicons: values["lexicons"] ?? "",
      inputSize: Int(values["inputSize"] ?? "") ?? -1)
    func number(_ key: String) -> Int { max(0, Int(values[key] ?? "") ?? 0) }
    journal.inputOffset = number("inputOffset")
    journal.inputChecksum = values["inputChecksum"] ?? ""
    journal.outputOffset = number("outputOffset")
    journal.rejectsOffset = number("rejectsOffset")
    journal.counts = ScreenCounts(
      rows: number("rows"), found: number("found"), hits: number("hits"), rejected: number("rejected"),
      cut: number("cut"), nameless: number("nameless"), unread: number("unread"))
    let body = journal.lines.map { "\($0.key)\t\($0.value)\n" }.joined()
    guard values["checksum"] == checksum(body) else {
      throw SourceProblem(
        path(of: output), nil, "the journal is damaged; remove it and screen without --resume")
    }
    return journal
  }

  /// What differs from the journal of a run that wants to go on, in words; nil when nothing does.
  func difference(from now: ScreenJournal) -> String? {
    if settings != now.settings { return "the options are not those of the run that was interrupted" }
    if lexicons != now.lexicons { return "the lexicons are not those of the run that was interrupted" }
    if inputSize >= 0, now.inputSize >= 0, inputSize != now.inputSize {
      return "the list was changed since the run was interrupted"
    }
    return nil
  }
}

/// What a run has counted.
package struct ScreenCounts: Sendable, Equatable {
  /// Rows that were screened.
  package var rows = 0
  /// Rows with a hit.
  package var found = 0
  package var hits = 0
  /// Rows that could not be read.
  package var rejected = 0
  /// Rows with a name that was too frequent to compare with all that share its keys, or too long to look for all of it.
  package var cut = 0
  /// Rows without a name.
  package var nameless = 0
  /// Rows with a country, date or kind that could not be read.
  package var unread = 0

  package init(
    rows: Int = 0, found: Int = 0, hits: Int = 0, rejected: Int = 0, cut: Int = 0, nameless: Int = 0,
    unread: Int = 0
  ) {
    self.rows = rows
    self.found = found
    self.hits = hits
    self.rejected = rejected
    self.cut = cut
    self.nameless = nameless
    self.unread = unread
  }

  static func += (left: inout ScreenCounts, right: ScreenCounts) {
    left.rows += right.rows
    left.found += right.found
    left.hits += right.hits
    left.rejected += right.rejected
    left.cut += right.cut
    left.nameless += right.nameless
    left.unread += right.unread
  }
}
