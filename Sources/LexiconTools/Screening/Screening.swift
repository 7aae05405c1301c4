package import NameSearch

/// Screens a list: finds for each row the entities that it may mean.
///
/// Rows are read one after the other, screened on several threads and written in their order, in memory that does not
/// grow with the list. Beside answers that go to a file, a journal says how much of them is safe, so that a run that
/// was interrupted can go on.
package struct Screening {
  let settings: ScreenSettings
  let lexicons: LexiconSet

  /// Called for each row that cannot be read.
  package var onProblem: (SourceProblem) -> Void = { _ in }
  /// Called whenever answers were written.
  package var onProgress: (Progress) -> Void = { _ in }
  /// Asked now and then whether to stop.
  package var shouldStop: () -> Bool = { false }

  package init(_ settings: ScreenSettings, lexicons: LexiconSet) {
    self.settings = settings
    self.lexicons = lexicons
  }

  /// How far a run is.
  package struct Progress {
    package let counts: ScreenCounts
    /// Rows of earlier runs that this one goes on with.
    package let earlierRows: Int
    /// Bytes of the list that were answered, those of earlier runs among them.
    package let offset: Int
    package let earlierOffset: Int
    /// Bytes of the list, or nil when it is a pipe.
    package let size: Int?
  }

  /// What a run did.
  package struct Summary {
    package let counts: ScreenCounts
    /// Whether it was asked to stop before the end.
    package let isInterrupted: Bool
    /// A country, date or kind that could not be read.
    package let unread: String?
  }

  /// The list, as messages call it.
  private var file: String { settings.input == "-" ? "standard input" : settings.input }

  /// Screens the list.
  ///
  /// - Throws: `SourceProblem` when the list cannot be read or the answers cannot be written.
  package func run() throws(SourceProblem) -> Summary {
    try ScreenFiles.check(
      read: [settings.input] + lexicons.lexicons.map(\.name),
      written: [settings.output, settings.report, settings.rejects].compactMap { $0 })
    var reader = try ListReader(path: settings.input)
    let opening = try ListOpening(&reader, settings, file: file)
    let earlier = try ScreenWriter.earlier(settings, lexicons, inputSize: reader.size)
    // A list that was changed is found before anything is written.
    if earlier.inputOffset > 0 { try reader.skip(to: earlier.inputOffset, checksum: earlier.inputChecksum) }
    var writer = try ScreenWriter(settings, goingOnWith: earlier, inputSize: reader.size)
    var batch = RowBatch()
    if writer.begins {
      try writer.writeHead(opening)
      if let first = opening.first { batch.add(first) }
    }
    let screener = batchScreener(opening)
    let pipeline = OrderedPipeline(threads: settings.threads) { screener.screen($0) }
    defer { pipeline.close() }
    let isInterrupted = try run(&reader, &batch, pipeline, &writer)
    let summary = Summary(counts: writer.counts, isInterrupted: isInterrupted, unread: writer.unread)
    guard !isInterrupted else {
      try writer.sync()
      return summary
    }
    if let path = settings.report {
      try writer.sync()
      try ScreenReport(settings, opening, counts: writer.counts).write(to: path)
    }
    try writer.finish()
    return summary
  }

  private func batchScreener(_ opening: ListOpening) -> BatchScreener {
    BatchScreener(
      reader: ListRowReader(
        format: opening.format, columns: opening.columns, answerMember: settings.prefix),
      screener: RowScreener(
        lexicons: lexicons, limit: settings.limit, minimumScore: settings.minimumScore,
        explains: settings.explains, facts: RowFacts(readsCountries: settings.countryColumn != nil)),
      writer: RowWriter(format: opening.format, settings: settings, lineEnd: opening.lineEnd))
  }

  /// Reads, screens and writes to the end; true when it was asked to stop before.
  private func run(
    _ reader: inout ListReader, _ batch: inout RowBatch,
    _ pipeline: OrderedPipeline<RowBatch, ScreenedBatch>, _ writer: inout ScreenWriter
  ) throws(SourceProblem) -> Bool {
    var (isAtEnd, isStopping) = (false, false)
    while true {
      isStopping = isStopping || shouldStop()
      while !isAtEnd, !isStopping, pipeline.hasRoom, reader.isReady(waiting: 0) {
        isAtEnd = try fill(&batch, &reader)
        if !batch.records.isEmpty { pipeline.add(batch) }
        batch = RowBatch()
      }
      if let result = pipeline.take() {
        for problem in result.problems { onProblem(SourceProblem(file, problem.line, problem.message)) }
        try writer.write(result)
        onProgress(progress(writer, reader.size))
      } else if isAtEnd || isStopping {
        return isStopping && !isAtEnd
      } else {
        // Whoever writes to the pipe may wait for these answers.
        try writer.flush()
        if !reader.isReady(waiting: 1000) { try writer.sync() }
      }
    }
  }

  /// Reads records until the batch is full or the next one would have to be waited for; true at the end of the list.
  private func fill(_ batch: inout RowBatch, _ reader: inout ListReader) throws(SourceProblem) -> Bool {
    repeat {
      guard let record = try reader.next() else {
        batch.end = reader.position
        return true
      }
      batch.add(record)
    } while !batch.isFull && reader.isReady(waiting: 0)
    batch.end = reader.position
    return false
  }

  private func progress(_ writer: ScreenWriter, _ size: Int?) -> Progress {
    Progress(
      counts: writer.counts, earlierRows: writer.earlier.counts.rows, offset: writer.journal.inputOffset,
      earlierOffset: writer.earlier.inputOffset, size: size)
  }
}
