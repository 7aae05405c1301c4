internal import NameSearch

/// Consecutive records, and how far they go.
struct RowBatch: Sendable {
  /// The most records of a batch, and the bytes from which on it is full.
  static let (rowLimit, byteLimit) = (64, 1 << 18)

  var records: [ListRecord] = []
  var byteCount = 0
  var end = ListPosition()

  var isFull: Bool { records.count >= Self.rowLimit || byteCount >= Self.byteLimit }

  mutating func add(_ record: ListRecord) {
    records.append(record)
    byteCount += record.bytes.count
  }
}

/// What a batch became.
struct ScreenedBatch: Sendable {
  var output: [UInt8] = []
  var rejects: [UInt8] = []
  var problems: [(line: Int, message: String)] = []
  var counts = ScreenCounts()
  /// A fact that could not be read.
  var unread: String?
  let end: ListPosition
}

/// Screens batches; one is shared by all threads.
struct BatchScreener: Sendable {
  let reader: ListRowReader
  let screener: RowScreener
  let writer: RowWriter

  func screen(_ batch: RowBatch) -> ScreenedBatch {
    var result = ScreenedBatch(end: batch.end)
    for record in batch.records {
      switch reader.read(record) {
      case .blank: result.output += record.bytes
      case .problem(let message):
        result.rejects += record.bytes
        guard !record.isContinuation else { continue }
        result.counts.rejected += 1
        result.problems.append((record.line, message))
      case .row(let row):
        let found = screener.hits(of: row)
        writer.append(row, found.hits, to: &result.output)
        result.counts += ScreenCounts(
          rows: 1, found: found.hits.isEmpty ? 0 : 1, hits: found.hits.count, cut: found.isCut ? 1 : 0,
          nameless: row.names.isEmpty ? 1 : 0, unread: found.unread == nil ? 0 : 1)
        result.unread = result.unread ?? found.unread
      }
    }
    return result
  }
}
