/// Reads records of fields with quotation as RFC 4180 says: a field in quotation marks may hold delimiters, line breaks
/// and doubled quotation marks.
///
/// Line ends may be LF, CR LF or CR, and a quotation mark inside a field that does not begin with one stands for itself,
/// as spreadsheets write it. A broken record costs its first line: reading goes on behind it.
package struct QuotedRecords: RecordReader {
  private let input: InputFile
  private let delimiter: UInt8
  private var buffer: [UInt8] = []
  private var position = 0
  private var line = 1
  private var isAtEnd = false
  private var isAtStart = true

  package init(_ input: InputFile, delimiter: UInt8) {
    self.input = input
    self.delimiter = delimiter
  }

  /// What stands at the position.
  private enum Outcome {
    case record(fields: [Field], end: Int, lineBreaks: Int)
    case unfinished(isQuoted: Bool)
    case broken(String)
  }

  /// A field in the buffer.
  private struct Field {
    /// Without the quotation marks around it.
    let range: Range<Int>
    let hasDoubledMarks: Bool
  }

  package mutating func next() throws(SourceProblem) -> RecordItem? {
    if isAtStart {
      while buffer.count < 3, !isAtEnd { try fill() }
      isAtStart = false
      if buffer.starts(with: [0xEF, 0xBB, 0xBF]) { position = 3 }
    }
    while true {
      if position == buffer.count {
        if isAtEnd { return nil }
        try fill()
        continue
      }
      switch scan() {
      case .record(let fields, let end, let lineBreaks):
        let first = line
        defer {
          position = end
          line += lineBreaks
        }
        return finish(fields, first)
      case .broken(let message): return try passOver(message)
      case .unfinished(let isQuoted):
        guard !isAtEnd else {
          return try passOver("a quotation mark is not closed; close it, or double it inside a field")
        }
        guard buffer.count - position <= LineReader.longestLine else {
          return try passOver(
            isQuoted
              ? "a quotation mark is not closed within \(LineReader.longestLine >> 20) MiB; close it"
              : "the line is longer than \(LineReader.longestLine >> 20) MiB; it was left out")
        }
        try fill()
      }
    }
  }

  private mutating func fill() throws(SourceProblem) {
    let more: [UInt8]
    do {
      more = try input.read()
    } catch {
      throw SourceProblem(error.file, line, error.message)
    }
    isAtEnd = more.isEmpty
    buffer = position == buffer.count ? more : Array(buffer[position...]) + more
    position = 0
  }

  /// Goes behind the line break after the position.
  private mutating func passOver(_ message: String) throws(SourceProblem) -> RecordItem {
    let problem = SourceProblem(input.name, line, message)
    line += 1
    while true {
      if let end = buffer[position...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) {
        position = end
        // The second half of a line end may stand in the next block.
        if buffer[end] == 0x0D, end + 1 == buffer.count, !isAtEnd { try fill() }
        let isPair = buffer[position...].starts(with: [0x0D, 0x0A])
        position += isPair ? 2 : 1
        return .problem(problem)
      }
      position = buffer.count
      guard !isAtEnd else { return .problem(problem) }
      try fill()
    }
  }

  private func scan() -> Outcome {
    var (place, lineBreaks) = (position, 0)
    var fields: [Field] = []
    while true {
      let isQuoted = place < buffer.count && buffer[place] == UInt8(ascii: "\"")
      if isQuoted {
        guard let end = closingMark(after: place, &lineBreaks) else { return .unfinished(isQuoted: true) }
        fields.append(Field(range: place + 1..<end.place, hasDoubledMarks: end.hasDoubledMarks))
        place = end.place + 1
      } else {
        let first = place
        while place < buffer.count, !isBorder(buffer[place]) { place += 1 }
        fields.append(Field(range: first..<place, hasDoubledMarks: false))
      }
      guard place < buffer.count else {
        return isAtEnd
          ? .record(fields: fields, end: place, lineBreaks: lineBreaks) : .unfinished(isQuoted: false)
      }
      switch buffer[place] {
      case delimiter: place += 1
      case 0x0A: return .record(fields: fields, end: place + 1, lineBreaks: lineBreaks + 1)
      case 0x0D:
        if place + 1 == buffer.count, !isAtEnd { return .unfinished(isQuoted: false) }
        let isPair = place + 1 < buffer.count && buffer[place + 1] == 0x0A
        return .record(fields: fields, end: place + (isPair ? 2 : 1), lineBreaks: lineBreaks + 1)
      default: return .broken("text behind a closing quotation mark; double the marks inside a field")
      }
    }
  }

  private func isBorder(_ byte: UInt8) -> Bool { byte == delimiter || byte == 0x0A || byte == 0x0D }

  /// The mark that closes the field that is opened at a place; nil when it does not stand in the buffer.
  private func closingMark(
    after opening: Int, _ lineBreaks: inout Int
  ) -> (place: Int, hasDoubledMarks: Bool)? {
    var place = opening + 1
    var hasDoubledMarks = false
    while place < buffer.count {
      switch buffer[place] {
      case UInt8(ascii: "\""):
        if place + 1 == buffer.count { return isAtEnd ? (place, hasDoubledMarks) : nil }
        guard buffer[place + 1] == UInt8(ascii: "\"") else { return (place, hasDoubledMarks) }
        hasDoubledMarks = true
        place += 1
      case 0x0A: lineBreaks += 1
      case 0x0D where place + 1 < buffer.count && buffer[place + 1] != 0x0A: lineBreaks += 1
      default: break
      }
      place += 1
    }
    return nil
  }

  private func finish(_ fields: [Field], _ line: Int) -> RecordItem {
    var values: [String] = []
    values.reserveCapacity(fields.count)
    for field in fields {
      let bytes = buffer[field.range]
      guard !bytes.contains(0) else {
        return .problem(
          SourceProblem(input.name, line, "a NUL byte; save the file as UTF-8 text (the line was left out)"))
      }
      guard var value = String(validating: bytes, as: UTF8.self) else {
        return .problem(
          SourceProblem(input.name, line, "not UTF-8; save the file as UTF-8 (the line was left out)"))
      }
      if field.hasDoubledMarks { value = Self.withSingleMarks(value) }
      values.append(value)
    }
    return .record(values, line: line)
  }

  private static func withSingleMarks(_ value: String) -> String {
    var result = String.UnicodeScalarView()
    var isSecond = false
    for scalar in value.unicodeScalars {
      let isMark = scalar == "\""
      if isMark && isSecond {
        isSecond = false
        continue
      }
      isSecond = isMark
      result.append(scalar)
    }
    return String(result)
  }
}
