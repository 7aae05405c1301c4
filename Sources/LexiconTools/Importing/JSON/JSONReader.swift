/// Reads one JSON text (RFC 8259) from bytes, value by value, in the order in which they stand.
///
/// What is not asked for is passed over without making anything of it, but it is checked: a text that this reader
/// reads to its end is JSON in valid UTF-8. Keys may repeat; what a repetition means is the caller's to say.
///
///     var reader = JSONReader(bytes)
///     try reader.enterObject()
///     while let key = try reader.nextKey() {
///       if reader.matches(key, "id") { id = try reader.string() } else { try reader.skip() }
///     }
///     try reader.finish()
struct JSONReader {
  /// What kind of value comes next.
  enum Kind: String {
    case object, array, string, number, boolean, null
  }

  /// A string where it stands.
  struct Text {
    /// Between the quotation marks.
    let range: Range<Int>
    let hasEscapes: Bool
  }

  /// Objects and arrays may stand in each other this deep.
  static let deepest = 128

  let bytes: [UInt8]
  private let start: Int
  let end: Int
  var position: Int
  private var depth = 0
  /// Whether an object or array was opened and nothing of it was read.
  private var isFresh = false

  /// Makes a reader of a part of an array, or of all of it.
  init(_ bytes: [UInt8], in range: Range<Int>? = nil) {
    self.bytes = bytes
    (start, end) = (range?.lowerBound ?? 0, range?.upperBound ?? bytes.count)
    position = start
  }

  /// The next byte that is no white space; 0 at the end.
  mutating func nextByte() -> UInt8 {
    while position < end {
      let byte = bytes[position]
      guard byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 else { return byte }
      position += 1
    }
    return 0
  }

  /// The byte here; 0 at the end, where none stands.
  func byte(at place: Int) -> UInt8 { place < end ? bytes[place] : 0 }

  /// An error at a place.
  func problem(_ message: String, at place: Int? = nil) -> JSONProblem {
    let place = place ?? position
    return JSONProblem(
      place: place - start + 1, message: place >= end ? "the text ends here; " + message : message)
  }

  /// The kind of the next value.
  mutating func kind() throws(JSONProblem) -> Kind {
    switch nextByte() {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default: throw problem("a value is expected")
    }
  }

  /// Goes into an object.
  mutating func enterObject() throws(JSONProblem) { try enter(UInt8(ascii: "{"), "an object is expected") }

  /// Goes into an array.
  mutating func enterArray() throws(JSONProblem) { try enter(UInt8(ascii: "["), "an array is expected") }

  private mutating func enter(_ opening: UInt8, _ message: String) throws(JSONProblem) {
    guard nextByte() == opening else { throw problem(message) }
    depth += 1
    guard depth <= Self.deepest else { throw problem("nested deeper than \(Self.deepest)") }
    position += 1
    isFresh = true
  }

  /// The next key of the object, whose value comes next; nil when the object is at its end, which is then left.
  mutating func nextKey() throws(JSONProblem) -> Text? {
    guard try goOn(to: UInt8(ascii: "}"), "a comma or } is expected") else { return nil }
    guard nextByte() == UInt8(ascii: "\"") else { throw problem("a key in quotation marks is expected") }
    let key = try text()
    guard nextByte() == UInt8(ascii: ":") else { throw problem("a colon is expected") }
    position += 1
    return key
  }

  /// Whether another element of the array comes; when not, the array is left.
  mutating func nextElement() throws(JSONProblem) -> Bool {
    try goOn(to: UInt8(ascii: "]"), "a comma or ] is expected")
  }

  private mutating func goOn(to closing: UInt8, _ message: String) throws(JSONProblem) -> Bool {
    let isFirst = isFresh
    isFresh = false
    let byte = nextByte()
    if byte == closing {
      position += 1
      depth -= 1
      return false
    }
    if isFirst { return true }
    guard byte == UInt8(ascii: ",") else { throw problem(message) }
    position += 1
    return true
  }

  /// The next value, which must be a string.
  mutating func string() throws(JSONProblem) -> String {
    guard nextByte() == UInt8(ascii: "\"") else { throw problem("a string is expected") }
    return string(of: try text())
  }

  /// The next value when it is a string; anything else is passed over and gives nil.
  mutating func stringOrSkip() throws(JSONProblem) -> String? {
    if nextByte() == UInt8(ascii: "\"") { return string(of: try text()) }
    try skip()
    return nil
  }

  /// The next value when it is a whole number of up to 18 digits; anything else is passed over and gives nil.
  mutating func integerOrSkip() throws(JSONProblem) -> Int? {
    let byte = nextByte()
    let first = position
    try skip()
    guard byte == UInt8(ascii: "-") || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte),
      position - first <= 18
    else { return nil }
    return Int(String(decoding: bytes[first..<position], as: UTF8.self))
  }

  /// Passes over the next value.
  mutating func skip() throws(JSONProblem) {
    switch try kind() {
    case .string: _ = try text()
    case .number: try skipNumber()
    case .boolean: try skipWord(byte(at: position) == UInt8(ascii: "t") ? "true" : "false")
    case .null: try skipWord("null")
    case .object:
      try enterObject()
      while try nextKey() != nil { try skip() }
    case .array:
      try enterArray()
      while try nextElement() { try skip() }
    }
  }

  /// Makes sure that nothing but white space is left.
  mutating func finish() throws(JSONProblem) {
    _ = nextByte()
    guard position == end else { throw problem("more text behind the value") }
  }

  private mutating func skipWord(_ word: StaticString) throws(JSONProblem) {
    let expected = word.description.utf8
    guard bytes[position..<end].starts(with: expected) else { throw problem("a value is expected") }
    position += expected.count
  }

  private mutating func skipNumber() throws(JSONProblem) {
    if byte(at: position) == UInt8(ascii: "-") { position += 1 }
    if byte(at: position) == UInt8(ascii: "0") { position += 1 } else { try skipDigits() }
    if byte(at: position) == UInt8(ascii: ".") {
      position += 1
      try skipDigits()
    }
    if byte(at: position) | 0x20 == UInt8(ascii: "e") {
      position += 1
      let sign = byte(at: position)
      if sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { position += 1 }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(JSONProblem) {
    let first = position
    while position < end, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position]) { position += 1 }
    guard position > first else { throw problem("a digit is expected") }
  }
}

/// What keeps bytes from being JSON.
struct JSONProblem: Error, Equatable {
  /// The byte, counted from 1.
  let place: Int
  let message: String
}
