/// Reads JSON (RFC 8259) in one pass.
///
/// It allows nothing that the standard does not: no comment, no trailing comma, no byte that is not UTF-8. A key that stands
/// twice in an object counts once, the last time.
package struct JSONReader {
  private let bytes: [UInt8]
  private var place = 0
  /// Nested arrays and objects beyond this are refused, so that a short text cannot use up the stack.
  private static let deepest = 64

  /// Why a text is not JSON.
  package struct Problem: Error, CustomStringConvertible {
    package let description: String
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Reads a text that holds one value.
  ///
  /// - Complexity: O(*n*).
  package static func value(of bytes: [UInt8]) throws(Problem) -> JSONValue {
    var reader = JSONReader(bytes)
    let value = try reader.value(depth: 0)
    reader.skipSpace()
    guard reader.place == bytes.count else { throw reader.problem("something follows the value") }
    return value
  }

  private func problem(_ text: String) -> Problem {
    Problem(description: "malformed JSON at byte \(place): \(text)")
  }

  private mutating func skipSpace() {
    while place < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[place]) { place += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard place < bytes.count, bytes[place] == byte else { return false }
    place += 1
    return true
  }

  private mutating func value(depth: Int) throws(Problem) -> JSONValue {
    guard depth <= Self.deepest else { throw problem("nested deeper than \(Self.deepest)") }
    skipSpace()
    guard place < bytes.count else { throw problem("the text ends where a value is expected") }
    switch bytes[place] {
    case UInt8(ascii: "{"): return .object(try object(depth: depth))
    case UInt8(ascii: "["): return .array(try array(depth: depth))
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return .number(try number())
    }
  }

  private mutating func word(_ word: String, _ value: JSONValue) throws(Problem) -> JSONValue {
    guard bytes[place...].starts(with: word.utf8) else { throw problem("a value is expected") }
    place += word.utf8.count
    return value
  }

  private mutating func array(depth: Int) throws(Problem) -> [JSONValue] {
    place += 1
    var values: [JSONValue] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return values }
    while true {
      values.append(try value(depth: depth + 1))
      skipSpace()
      if take(UInt8(ascii: "]")) { return values }
      guard take(UInt8(ascii: ",")) else { throw problem("',' or ']' is expected") }
    }
  }

  private mutating func object(depth: Int) throws(Problem) -> [String: JSONValue] {
    place += 1
    var fields: [String: JSONValue] = [:]
    skipSpace()
    if take(UInt8(ascii: "}")) { return fields }
    while true {
      skipSpace()
      guard place < bytes.count, bytes[place] == UInt8(ascii: "\"") else {
        throw problem("a key is expected")
      }
      let key = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw problem("':' is expected") }
      fields[key] = try value(depth: depth + 1)
      skipSpace()
      if take(UInt8(ascii: "}")) { return fields }
      guard take(UInt8(ascii: ",")) else { throw problem("',' or '}' is expected") }
    }
  }

  private mutating func number() throws(Problem) -> Double {
    let start = place
    _ = take(UInt8(ascii: "-"))
    let whole = digits()
    // No zero stands in front of other digits.
    guard whole == 1 || (whole > 1 && bytes[place - whole] != UInt8(ascii: "0")) else {
      throw problem("a value is expected")
    }
    if take(UInt8(ascii: ".")), digits() == 0 { throw problem("a digit is expected") }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      if digits() == 0 { throw problem("a digit is expected") }
    }
    guard let value = Double(String(decoding: bytes[start..<place], as: UTF8.self)), value.isFinite else {
      throw problem("the number is too large")
    }
    return value
  }

  private mutating func digits() -> Int {
    let start = place
    while place < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[place]) { place += 1 }
    return place - start
  }
}

// MARK: Strings

extension JSONReader {
  private mutating func string() throws(Problem) -> String {
    place += 1
    var text: [UInt8] = []
    var start = place
    while place < bytes.count {
      switch bytes[place] {
      case UInt8(ascii: "\""):
        text += bytes[start..<place]
        guard let string = String(validating: text, as: UTF8.self) else {
          throw problem("the string is not UTF-8")
        }
        place += 1
        return string
      case UInt8(ascii: "\\"):
        text += bytes[start..<place]
        place += 1
        text += Array(String(try escape()).utf8)
        start = place
      case 0..<0x20: throw problem("a control character stands in a string")
      default: place += 1
      }
    }
    throw problem("the string has no end")
  }

  private mutating func escape() throws(Problem) -> Unicode.Scalar {
    guard place < bytes.count else { throw problem("the string has no end") }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return Unicode.Scalar(byte)
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): return try unicodeEscape()
    default: throw problem("unknown escape")
    }
  }

  private mutating func unicodeEscape() throws(Problem) -> Unicode.Scalar {
    let first = try unit()
    if let scalar = Unicode.Scalar(first) { return scalar }
    // Half of a surrogate pair: the other half must follow.
    guard (0xD800..<0xDC00).contains(first), take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
      throw problem("half of a surrogate pair")
    }
    let second = try unit()
    guard (0xDC00..<0xE000).contains(second),
      let scalar = Unicode.Scalar(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    else { throw problem("half of a surrogate pair") }
    return scalar
  }

  private mutating func unit() throws(Problem) -> UInt32 {
    guard place + 4 <= bytes.count else { throw problem("the escape is too short") }
    let digits = bytes[place..<place + 4]
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
      let value = UInt32(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw problem("the escape is not hexadecimal") }
    place += 4
    return value
  }
}
