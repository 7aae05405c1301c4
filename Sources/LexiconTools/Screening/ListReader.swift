internal import Glibc
internal import SystemPackage

/// One record of a list, with its bytes as they stand in the file.
package struct ListRecord: Sendable {
  /// All bytes, the line end and a byte order mark included.
  package let bytes: [UInt8]
  /// The line on which it begins, counted from 1.
  package let line: Int
  /// Why it cannot be read, or nil.
  package let problem: String?
  /// Whether it is a further piece of a line that was reported already.
  package let isContinuation: Bool

  package init(bytes: [UInt8], line: Int, problem: String? = nil, isContinuation: Bool = false) {
    self.bytes = bytes
    self.line = line
    self.problem = problem
    self.isContinuation = isContinuation
  }
}

/// How far a list was read.
package struct ListPosition: Sendable {
  /// Bytes read.
  package var offset = 0
  /// Lines read.
  package var line = 0
  /// The checksum of the bytes.
  package var checksum = ByteChecksum()

  package init() {}

  mutating func pass(_ bytes: [UInt8]) {
    offset += bytes.count
    for byte in bytes where byte == UInt8(ascii: "\n") { line += 1 }
    checksum.combine(bytes)
  }
}

/// Reads a list record by record, in memory that does not grow with the list.
///
/// The records put together are the file, byte for byte. Where quotes cannot be read, the first line is handed on as a
/// broken record and reading goes on behind it, so that one stray quote does not swallow the rest.
package struct ListReader: ~Copyable {
  /// A longer record is reported and passed over, in pieces of this size.
  package var longestRecord = 4 << 20

  private let file: String
  private let descriptor: FileDescriptor
  private let closes: Bool
  private var buffer: [UInt8] = []
  private var start = 0
  private var isAtEnd = false
  private var isInsideLongLine = false
  private var borders = RecordBorders(format: ListFormat(.jsonl))

  /// How far the records that were handed on go.
  package private(set) var position = ListPosition()
  /// How many values a record has; a record of several lines with another count is broken.
  package var valueCount: Int?
  /// The size of the file, or nil when it is a pipe.
  package let size: Int?

  /// Opens a list; `-` is standard input.
  package init(path: String) throws(SourceProblem) {
    closes = path != "-"
    descriptor = closes ? try Self.open(path) : .standardInput
    file = closes ? path : "standard input"
    var status = stat()
    let isFile = unsafe fstat(descriptor.rawValue, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    size = isFile ? Int(status.st_size) : nil
  }

  deinit { if closes { try? descriptor.close() } }

  private static func open(_ path: String) throws(SourceProblem) -> FileDescriptor {
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw SourceProblem(path, nil, "a directory where a list is meant; give one of its files")
    }
    do {
      return unsafe try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
    } catch {
      throw SourceProblem(path, nil, "cannot open: \(error)")
    }
  }

  /// How the list is written.
  package var format: ListFormat {
    get { borders.format }
    set { borders = RecordBorders(format: newValue) }
  }

  /// The first bytes of the list: up to `count`, and the first line with something in it where it is not longer.
  ///
  /// Whoever writes to a pipe may wait for the answer to its first rows, so no more is waited for.
  package mutating func head(_ count: Int) throws(SourceProblem) -> ArraySlice<UInt8> {
    func hasLine() -> Bool {
      guard let first = buffer.firstIndex(where: { $0 > 0x20 }) else { return false }
      return buffer[first...].contains(UInt8(ascii: "\n"))
    }
    while buffer.count < count, !hasLine(), try fill() {}
    return buffer.prefix(count)
  }

  /// Passes over what an earlier run has read.
  ///
  /// - Throws: `SourceProblem` when these bytes do not have the checksum any more.
  package mutating func skip(to offset: Int, checksum: String) throws(SourceProblem) {
    while position.offset < offset {
      if start == buffer.count, try !fill() { break }
      let count = min(buffer.count - start, offset - position.offset)
      position.pass(Array(buffer[start..<start + count]))
      start += count
    }
    guard position.offset == offset, position.checksum.digits == checksum else {
      throw SourceProblem(
        file, nil, "the list was changed since the run was interrupted; screen it without --resume")
    }
  }

  /// Whether `next` can return without waiting for more input, now or within a time.
  ///
  /// It may say no when a part of a record comes.
  package mutating func isReady(waiting milliseconds: Int32) -> Bool {
    if size != nil || hasWholeRecord { return true }
    guard descriptor.isReadable(waiting: milliseconds) else { return false }
    // What cannot be read `next` says.
    guard (try? fill()) != nil else { return true }
    return hasWholeRecord
  }

  private var hasWholeRecord: Bool {
    if isAtEnd || buffer.count - start > longestRecord { return true }
    if isInsideLongLine { return start < buffer.count }
    return buffer[start...].contains(UInt8(ascii: "\n"))
      && borders.border(in: buffer, from: contentStart, isLast: false) != .more
  }

  /// Returns the next record, or nil at the end.
  package mutating func next() throws(SourceProblem) -> ListRecord? {
    if isInsideLongLine { return try nextPiece() }
    while true {
      if start == buffer.count, try !fill() { return nil }
      switch borders.border(in: buffer, from: contentStart, isLast: isAtEnd) {
      case .end(let end, let values):
        if end - start > longestRecord { return try tooLong() }
        let record = Array(buffer[start..<end])
        if let valueCount, values != valueCount, format.layout == .csv, Self.hasSeveralLines(record) {
          return try firstLine("\(values) values, the header has \(valueCount)")
        }
        return take(end)
      case .broken(let problem): return try firstLine(problem)
      case .more:
        if buffer.count - start > longestRecord { return try tooLong() }
        _ = try fill()
      }
    }
  }

  /// Where the next record begins, behind the byte order mark of a file.
  private var contentStart: Int {
    let hasMark = position.offset == 0 && buffer[start...].starts(with: DelimitedRow.byteOrderMark)
    return hasMark ? start + DelimitedRow.byteOrderMark.count : start
  }

  private static func hasSeveralLines(_ record: [UInt8]) -> Bool {
    record.dropLast().contains(UInt8(ascii: "\n"))
  }

  private mutating func tooLong() throws(SourceProblem) -> ListRecord {
    try firstLine("a record longer than \(longestRecord >> 20) MiB, or a quote that is not closed")
  }

  /// Hands on the line at `start` as a broken record.
  private mutating func firstLine(_ problem: String) throws(SourceProblem) -> ListRecord {
    while true {
      if let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n")) { return take(end + 1, problem) }
      if buffer.count - start > longestRecord {
        isInsideLongLine = true
        return take(buffer.count, problem)
      }
      if try !fill() { return take(buffer.count, problem) }
    }
  }

  private mutating func nextPiece() throws(SourceProblem) -> ListRecord? {
    if start == buffer.count, try !fill() { return nil }
    let end = buffer[start...].firstIndex(of: UInt8(ascii: "\n"))
    if end != nil { isInsideLongLine = false }
    return take(end.map { $0 + 1 } ?? buffer.count, "", isContinuation: true)
  }

  private mutating func take(
    _ end: Int, _ problem: String? = nil, isContinuation: Bool = false
  ) -> ListRecord {
    let bytes = Array(buffer[start..<end])
    let line = position.line + 1
    position.pass(bytes)
    start = end
    return ListRecord(bytes: bytes, line: line, problem: problem, isContinuation: isContinuation)
  }

  /// Reads on behind what is in the buffer; false at the end.
  private mutating func fill() throws(SourceProblem) -> Bool {
    guard !isAtEnd else { return false }
    buffer.removeFirst(start)
    start = 0
    do {
      let descriptor = descriptor
      let more = try unsafe [UInt8](unsafeUninitializedCapacity: 1 << 18) { target, count in
        count = unsafe try descriptor.read(into: UnsafeMutableRawBufferPointer(target))
      }
      isAtEnd = more.isEmpty
      buffer += more
    } catch {
      throw SourceProblem(file, position.line + 1, "cannot read: \(error)")
    }
    return !isAtEnd
  }
}
