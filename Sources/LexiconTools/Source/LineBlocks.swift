/// Reads a file line by line as bytes, without a copy of each line.
///
/// `LineReader` gives strings and checks them; this is for readers of formats that check the bytes themselves.
package struct LineBlocks {
  /// One line.
  package struct Line {
    /// The block in which the line lies; other lines lie around it.
    package let bytes: [UInt8]
    /// The line in the block, without line end and byte order mark.
    package let range: Range<Int>
    /// Counted from 1.
    package let number: Int

    /// The bytes of the line alone.
    package var content: ArraySlice<UInt8> { bytes[range] }
  }

  /// A line, or what is wrong with it.
  package enum Item {
    case line(Line)
    case problem(SourceProblem)
  }

  private let input: InputFile
  private var block: [UInt8] = []
  private var position = 0
  private var number = 0
  private var isAtEnd = false

  package init(_ input: InputFile) { self.input = input }

  /// Returns the next line, or nil at the end.
  package mutating func next() throws(SourceProblem) -> Item? {
    var searched = position
    while true {
      if let end = Self.lineFeed(in: block, from: searched) {
        defer { position = end + 1 }
        return .line(finish(position..<end))
      }
      searched = block.count
      if isAtEnd {
        guard position < block.count else { return nil }
        defer { position = block.count }
        return .line(finish(position..<block.count))
      }
      guard block.count - position <= LineReader.longestLine else { return try passOver() }
      searched -= position
      try fill()
    }
  }

  /// Reads on, with what is left of the block before it.
  private mutating func fill() throws(SourceProblem) {
    let more = try read()
    isAtEnd = more.isEmpty
    if position == block.count {
      block = more
    } else {
      block = Array(block[position...]) + more
    }
    position = 0
  }

  private func read() throws(SourceProblem) -> [UInt8] {
    do {
      return try input.read()
    } catch {
      throw SourceProblem(error.file, number + 1, error.message)
    }
  }

  private mutating func passOver() throws(SourceProblem) -> Item {
    number += 1
    while true {
      block = try read()
      position = 0
      if let end = Self.lineFeed(in: block, from: 0) {
        position = end + 1
        break
      }
      if block.isEmpty {
        isAtEnd = true
        break
      }
    }
    return .problem(
      SourceProblem(
        input.name, number, "the line is longer than \(LineReader.longestLine >> 20) MiB; it was left out"))
  }

  private mutating func finish(_ range: Range<Int>) -> Line {
    number += 1
    var range = range
    if !range.isEmpty, block[range.upperBound - 1] == UInt8(ascii: "\r") {
      range = range.lowerBound..<range.upperBound - 1
    }
    if number == 1, block[range].starts(with: [0xEF, 0xBB, 0xBF]) {
      range = range.lowerBound + 3..<range.upperBound
    }
    return Line(bytes: block, range: range, number: number)
  }

  private static func lineFeed(in bytes: [UInt8], from start: Int) -> Int? {
    var place = start
    while place < bytes.count {
      if bytes[place] == UInt8(ascii: "\n") { return place }
      place += 1
    }
    return nil
  }
}
