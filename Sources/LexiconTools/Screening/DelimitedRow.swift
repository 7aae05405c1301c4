/// Cuts a record of a table into its values.
struct DelimitedRow {
  /// The values as they are written, with their quotes.
  let values: [ArraySlice<UInt8>]
  /// Where the line end begins.
  let contentEnd: Int
  /// The line end; nothing where the file ends without one.
  let lineEnd: ArraySlice<UInt8>
  private let isQuoted: Bool

  /// Cuts a record whose quotes `RecordBorders` could read.
  init(_ bytes: [UInt8], format: ListFormat) {
    var end = bytes.count
    if end > 0, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    if end < bytes.count, end > 0, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    contentEnd = end
    lineEnd = bytes[end...]
    isQuoted = format.layout == .csv
    let start = bytes.starts(with: Self.byteOrderMark) ? Self.byteOrderMark.count : 0
    values = Self.cut(bytes[start..<max(start, end)], at: format.delimiter, isQuoted: isQuoted)
  }

  /// The mark that some programs put before UTF-8 text.
  static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  private static func cut(
    _ content: ArraySlice<UInt8>, at delimiter: UInt8, isQuoted: Bool
  ) -> [ArraySlice<UInt8>] {
    var values: [ArraySlice<UInt8>] = []
    var start = content.startIndex
    var quotes = QuoteState.start
    for place in content.indices {
      let isBorder =
        isQuoted
        ? quotes.take(content[place], delimiter: delimiter) == .delimiter : content[place] == delimiter
      guard isBorder else { continue }
      values.append(content[start..<place])
      start = place + 1
    }
    values.append(content[start...])
    return values
  }

  /// The text of a value, without its quotes.
  func text(_ place: Int) -> String {
    guard place < values.count else { return "" }
    let value = values[place]
    guard isQuoted, value.first == UInt8(ascii: "\""), let close = value.lastIndex(of: UInt8(ascii: "\"")),
      close > value.startIndex
    else { return String(decoding: value, as: UTF8.self) }
    var text: [UInt8] = []
    var isSecond = false
    for byte in value[(value.startIndex + 1)..<close] {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { text.append(byte) }
    }
    return String(decoding: text, as: UTF8.self)
  }
}
