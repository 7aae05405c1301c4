/// Walks through JSON (RFC 8259) and checks it, without making values of it.
struct JSONScanner {
  /// Deeper nesting is refused, as no list needs it and the walk is recursive.
  static let deepest = 200

  private let bytes: [UInt8]
  var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The byte at the place; nil at the end.
  var current: UInt8? { place < bytes.count ? bytes[place] : nil }

  func fault(_ message: String) -> JSONRow.Fault {
    JSONRow.Fault(message: "not JSON: \(message) at byte \(place + 1) of the line")
  }

  mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { place += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard current == byte else { return false }
    place += 1
    return true
  }

  /// The members of the object at the place.
  mutating func members(depth: Int = 0) throws(JSONRow.Fault) -> [(name: String, value: Range<Int>)] {
    var members: [(String, Range<Int>)] = []
    place += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return members }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw fault("a member without a name") }
      let name = try string()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw fault("no colon behind a name") }
      members.append((name, try value(depth)))
      if take(UInt8(ascii: "}")) { return members }
      guard take(UInt8(ascii: ",")) else { throw fault("no comma or brace behind a value") }
    }
  }

  /// The elements of the array at the place.
  mutating func elements(depth: Int = 0) throws(JSONRow.Fault) -> [Range<Int>] {
    var elements: [Range<Int>] = []
    place += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return elements }
    while true {
      elements.append(try value(depth))
      if take(UInt8(ascii: "]")) { return elements }
      guard take(UInt8(ascii: ",")) else { throw fault("no comma or bracket behind a value") }
    }
  }

  /// Passes over a value and the space around it.
  private mutating func value(_ depth: Int) throws(JSONRow.Fault) -> Range<Int> {
    guard depth < Self.deepest else { throw fault("nested deeper than \(Self.deepest)") }
    skipSpace()
    let start = place
    switch current {
    case UInt8(ascii: "\""): try skipString()
    case UInt8(ascii: "{"): _ = try members(depth: depth + 1)
    case UInt8(ascii: "["): _ = try elements(depth: depth + 1)
    default: try skipWord()
    }
    let end = place
    skipSpace()
    return start..<end
  }

  /// Passes over a number, `true`, `false` or `null`.
  private mutating func skipWord() throws(JSONRow.Fault) {
    let start = place
    while let byte = current, Self.isWordByte(byte) { place += 1 }
    let word = String(decoding: bytes[start..<place], as: UTF8.self)
    if ["true", "false", "null"].contains(word) { return }
    guard word.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?/) != nil else {
      place = start
      throw fault("no value")
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "E"),
      UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }

  private mutating func skipString() throws(JSONRow.Fault) {
    place += 1
    while let byte = current {
      if byte == UInt8(ascii: "\"") {
        place += 1
        return
      }
      if byte < 0x20 { throw fault("a control character in a string") }
      place += 1
      if byte == UInt8(ascii: "\\") { try skipEscape() }
    }
    throw fault("a string that is not closed")
  }

  private mutating func skipEscape() throws(JSONRow.Fault) {
    guard let kind = current else { throw fault("a string that is not closed") }
    place += 1
    if kind == UInt8(ascii: "u") {
      guard place + 4 <= bytes.count, hexadecimal(place) != nil else { throw fault("a broken \\u escape") }
      place += 4
    } else if !"\"\\/bfnrt".utf8.contains(kind) {
      throw fault("an unknown escape")
    }
  }

  private func hexadecimal(_ place: Int) -> UInt16? {
    guard place + 4 <= bytes.count else { return nil }
    var value: UInt16 = 0
    for byte in bytes[place..<place + 4] {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue else { return nil }
      value = value << 4 | UInt16(digit)
    }
    return value
  }

  /// The text of the string at the place; half of a surrogate pair becomes U+FFFD.
  mutating func string() throws(JSONRow.Fault) -> String {
    let start = place + 1
    try skipString()
    let content = bytes[start..<place - 1]
    guard content.contains(UInt8(ascii: "\\")) else { return String(decoding: content, as: UTF8.self) }
    var text: [UInt8] = []
    var index = start
    while index < content.endIndex {
      guard bytes[index] == UInt8(ascii: "\\") else {
        text.append(bytes[index])
        index += 1
        continue
      }
      let scalar = escaped(&index)
      text += Array(String(scalar).utf8)
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// The scalar of the escape at `index`, which is passed over; two escapes may be one scalar.
  private func escaped(_ index: inout Int) -> Unicode.Scalar {
    let kind = bytes[index + 1]
    index += 2
    switch kind {
    case UInt8(ascii: "b"): return "\u{8}"
    case UInt8(ascii: "f"): return "\u{C}"
    case UInt8(ascii: "n"): return "\n"
    case UInt8(ascii: "r"): return "\r"
    case UInt8(ascii: "t"): return "\t"
    case UInt8(ascii: "u"): break
    default: return Unicode.Scalar(kind)
    }
    let unit = hexadecimal(index) ?? 0xFFFD
    index += 4
    if UTF16.isLeadSurrogate(unit), bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u"),
      let trail = hexadecimal(index + 2), UTF16.isTrailSurrogate(trail)
    {
      index += 6
      return Unicode.Scalar(0x10000 + (UInt32(unit & 0x3FF) << 10 | UInt32(trail & 0x3FF))) ?? "\u{FFFD}"
    }
    return Unicode.Scalar(unit) ?? "\u{FFFD}"
  }
}
