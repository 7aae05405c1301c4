internal import Glibc
internal import NameSearch

/// Writes the answers, the rejects and the journal of a run.
struct ScreenWriter {
  private let settings: ScreenSettings
  private let output: ListOutput
  private var rejects: ListOutput?
  private var lastSync = ContinuousClock.now
  private var isSynced = true

  /// How far the answers go that were written.
  private(set) var journal: ScreenJournal
  /// How far they went when the run began.
  let earlier: ScreenJournal
  /// A fact that could not be read.
  private(set) var unread: String?

  /// What all runs together have counted.
  var counts: ScreenCounts { journal.counts }
  /// Whether the answers begin at the beginning of the list.
  var begins: Bool { earlier.inputOffset == 0 }

  /// Opens the files of a run.
  ///
  /// - Throws: `SourceProblem` when they cannot be written.
  init(_ settings: ScreenSettings, goingOnWith earlier: ScreenJournal, inputSize: Int?) throws(SourceProblem)
  {
    self.settings = settings
    output = try ListOutput(path: settings.output, keeping: earlier.outputOffset)
    self.earlier = earlier
    journal = earlier
    journal.inputSize = inputSize ?? -1
    if let path = settings.rejects {
      if earlier.rejectsOffset > 0 {
        rejects = try ListOutput(path: path, keeping: earlier.rejectsOffset)
      } else {
        Self.removeFile(path)
      }
    }
    if output.isFile { try journal.write(for: settings.output) }
  }

  /// The journal to go on with: that of a run that was interrupted, or one of a beginning.
  ///
  /// Nothing is changed.
  ///
  /// - Parameters:
  ///   - settings: the settings of this run.
  ///   - lexicons: its lexicons.
  ///   - inputSize: the size of its list, or nil when it is a pipe.
  /// - Returns: the journal.
  /// - Throws: `SourceProblem` when the run was interrupted and cannot go on, or was not asked to.
  static func earlier(
    _ settings: ScreenSettings, _ lexicons: LexiconSet, inputSize: Int?
  ) throws(SourceProblem) -> ScreenJournal {
    let now = ScreenJournal(
      settings: settings.digits, lexicons: lexicons.lexicons.map(\.hash).joined(separator: " "),
      inputSize: inputSize ?? -1)
    let output = settings.output
    let isThere = output != "-" && ScreenJournal.exists(for: output)
    guard settings.resumes else {
      if isThere {
        throw SourceProblem(
          output, nil,
          "an interrupted run left its answers here; go on with --resume, or begin again without "
            + ScreenJournal.path(of: output))
      }
      return now
    }
    guard isThere, let journal = try ScreenJournal.read(for: output) else {
      if unsafe output == "-" || access(output, F_OK) == 0 {
        throw SourceProblem(
          output, nil, "no journal beside it, so there is nothing to go on with; screen without --resume")
      }
      return now
    }
    if let difference = journal.difference(from: now) {
      throw SourceProblem(
        output, nil, "\(difference); begin again without \(ScreenJournal.path(of: output))")
    }
    return journal
  }

  /// Removes the rejects of a run before, so that they are not taken for those of this one.
  private static func removeFile(_ path: String) {
    var status = stat()
    if unsafe lstat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG { unsafe unlink(path) }
  }

  /// Writes what stands before the rows.
  mutating func writeHead(_ opening: ListOpening) throws(SourceProblem) {
    var head: [UInt8] = []
    let begins = opening.header?.bytes ?? opening.first?.bytes ?? []
    if settings.addsByteOrderMark, !begins.starts(with: DelimitedRow.byteOrderMark) {
      head += DelimitedRow.byteOrderMark
    }
    if let header = opening.header {
      let writer = RowWriter(format: opening.format, settings: settings, lineEnd: opening.lineEnd)
      writer.appendHeader(header.bytes, to: &head)
    }
    try output.write(head)
  }

  /// Writes the answers of a batch, and makes them safe when it is time.
  mutating func write(_ batch: ScreenedBatch) throws(SourceProblem) {
    try output.write(batch.output)
    if !batch.rejects.isEmpty, let path = settings.rejects {
      if rejects == nil { rejects = try ListOutput(path: path) }
      try rejects?.write(batch.rejects)
    }
    unread = unread ?? batch.unread
    journal.counts += batch.counts
    journal.inputOffset = batch.end.offset
    journal.inputChecksum = batch.end.checksum.digits
    journal.outputOffset = output.offset
    journal.rejectsOffset = rejects?.offset ?? 0
    isSynced = false
    if ContinuousClock.now - lastSync >= settings.syncInterval { try sync() }
  }

  /// Hands the answers to the system.
  func flush() throws(SourceProblem) {
    try output.flush()
    try rejects?.flush()
  }

  /// Makes the answers safe, and writes down how far they go.
  mutating func sync() throws(SourceProblem) {
    lastSync = .now
    guard !isSynced else { return }
    guard output.isFile else { return try flush() }
    try output.sync()
    try rejects?.sync()
    try journal.write(for: settings.output)
    isSynced = true
  }

  /// Makes all answers safe and removes the journal.
  mutating func finish() throws(SourceProblem) {
    try output.sync()
    try rejects?.sync()
    if output.isFile { ScreenJournal.remove(for: settings.output) }
  }
}
