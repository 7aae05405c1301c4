/// Reads a file line by line, in memory that does not grow with the file.
package struct LineReader: ~Copyable {
  /// A longer line is reported and passed over.
  package static let longestLine = 4 << 20

  private let input: InputFile
  private var buffer: [UInt8] = []
  private var position = 0
  /// Up to here the buffer has no line end behind `position`.
  private var searched = 0
  private var isAtEnd = false
  private var line = 0

  /// A line, or what is wrong with it.
  package enum Item {
    /// Valid UTF-8 without NUL bytes; the line end and a byte order mark are left out.
    case text(String, line: Int)
    case problem(SourceProblem)
  }

  /// Opens a file; `-` is standard input.
  package init(path: String) throws(SourceProblem) { self.init(try InputFile(path: path)) }

  /// Reads an open file.
  package init(_ input: InputFile) { self.input = input }

  /// Returns the next line, or nil at the end.
  package mutating func next() throws(SourceProblem) -> Item? {
    var bytes: [UInt8] = []
    var isTooLong = false
    while true {
      if position == buffer.count, try !fill() {
        guard !bytes.isEmpty || isTooLong else { return nil }
        return finish(bytes, isTooLong)
      }
      let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n"))
      let piece = buffer[position..<(end ?? buffer.count)]
      if bytes.count + piece.count > Self.longestLine {
        isTooLong = true
        bytes = []
      } else if !isTooLong {
        bytes.append(contentsOf: piece)
      }
      position = (end ?? buffer.count - 1) + 1
      if end != nil { return finish(bytes, isTooLong) }
    }
  }

  /// Whether `next` can return without waiting for more input, now or within a time; -1 waits as long as it takes for more.
  ///
  /// It may say no when a part of a line comes.
  package mutating func isReady(waiting milliseconds: Int32) -> Bool {
    if hasWholeLine() { return true }
    guard input.isReady(waiting: milliseconds) else { return false }
    // What cannot be read `next` says.
    guard let more = try? input.read() else { return true }
    buffer.removeFirst(position)
    searched = max(0, searched - position)
    position = 0
    buffer += more
    isAtEnd = more.isEmpty
    return hasWholeLine()
  }

  /// Whether a line ends in the buffer; each byte is looked at once, however often it is asked.
  private mutating func hasWholeLine() -> Bool {
    if isAtEnd || buffer.count - position > Self.longestLine { return true }
    if buffer[max(position, searched)...].contains(UInt8(ascii: "\n")) { return true }
    searched = buffer.count
    return false
  }

  private mutating func fill() throws(SourceProblem) -> Bool {
    guard !isAtEnd else { return false }
    do {
      buffer = try input.read()
    } catch {
      throw SourceProblem(error.file, line + 1, error.message)
    }
    (position, searched) = (0, 0)
    isAtEnd = buffer.isEmpty
    return !isAtEnd
  }

  private mutating func finish(_ bytes: [UInt8], _ isTooLong: Bool) -> Item {
    line += 1
    if isTooLong {
      return .problem(
        SourceProblem(
          input.name, line, "the line is longer than \(Self.longestLine >> 20) MiB; it was left out"))
    }
    var bytes = bytes[...]
    if bytes.last == UInt8(ascii: "\r") { bytes.removeLast() }
    if line == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    guard !bytes.contains(0) else {
      return .problem(
        SourceProblem(input.name, line, "a NUL byte; save the file as UTF-8 text (the line was left out)"))
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      return .problem(
        SourceProblem(input.name, line, "not UTF-8; save the file as UTF-8 (the line was left out)"))
    }
    return .text(text, line: line)
  }
}
