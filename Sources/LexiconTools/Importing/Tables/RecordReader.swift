/// Reads a table record by record.
package protocol RecordReader {
  /// The next record, or nil at the end.
  mutating func next() throws(SourceProblem) -> RecordItem?
}

/// A record, or what is wrong with it.
package enum RecordItem {
  /// The fields, and the line on which they begin.
  case record([String], line: Int)
  case problem(SourceProblem)
}

/// Reads records that are lines, without quotation: tab-separated values.
package struct LineRecords: RecordReader {
  private var lines: LineBlocks
  private let input: InputFile
  private let delimiter: UInt8
  private let comment: UInt8?

  /// Makes a reader.
  ///
  /// - Parameters:
  ///   - input: an open file.
  ///   - delimiter: what stands between fields.
  ///   - comment: what a line begins with that is passed over.
  package init(_ input: InputFile, delimiter: UInt8 = 0x09, comment: UInt8? = nil) {
    lines = LineBlocks(input)
    self.input = input
    self.delimiter = delimiter
    self.comment = comment
  }

  package mutating func next() throws(SourceProblem) -> RecordItem? {
    while let item = try lines.next() {
      switch item {
      case .problem(let problem): return .problem(problem)
      case .line(let line):
        if line.range.isEmpty || line.bytes[line.range.lowerBound] == comment { continue }
        return fields(of: line)
      }
    }
    return nil
  }

  private func fields(of line: LineBlocks.Line) -> RecordItem {
    var values: [String] = []
    var start = line.range.lowerBound
    for place in line.range.lowerBound...line.range.upperBound {
      let isEnd = place == line.range.upperBound
      guard isEnd || line.bytes[place] == delimiter || line.bytes[place] == 0 else { continue }
      if !isEnd, line.bytes[place] == 0 {
        return .problem(
          SourceProblem(
            input.name, line.number, "a NUL byte; save the file as UTF-8 text (the line was left out)"))
      }
      guard let value = String(validating: line.bytes[start..<place], as: UTF8.self) else {
        return .problem(
          SourceProblem(input.name, line.number, "not UTF-8; save the file as UTF-8 (the line was left out)"))
      }
      values.append(value)
      start = place + 1
    }
    return .record(values, line: line.number)
  }
}
