package import NameSearch

/// The text section while it grows.
package struct TextPool {
  package private(set) var bytes: [UInt8] = []
  private var shared: [String: TextSpan] = [:]

  /// Appends a piece.
  package mutating func append(_ text: some Collection<UInt8>) -> TextSpan {
    let span = TextSpan(offset: bytes.count, count: text.count)
    bytes.append(contentsOf: text)
    return span
  }

  /// Appends a piece that occurs often, once.
  package mutating func share(_ text: String) -> TextSpan {
    if let span = shared[text] { return span }
    let span = append(text.utf8)
    shared[text] = span
    return span
  }

  /// The bytes of a piece.
  package subscript(span: TextSpan) -> ArraySlice<UInt8> { bytes[span.offset..<span.offset + span.count] }
}

/// Strings that records refer to by number.
package struct StringTable {
  package private(set) var strings: [String] = []
  private var numbers: [String: Int] = [:]

  /// The number of a string; a new string gets the next.
  package mutating func number(of string: String) -> Int {
    if let number = numbers[string] { return number }
    numbers[string] = strings.count
    strings.append(string)
    return strings.count - 1
  }
}
