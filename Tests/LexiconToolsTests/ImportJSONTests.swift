import FoundationEssentials
import TestSupport
import Testing

@testable import LexiconTools

/// The reader of JSON against rows of what is JSON, and against the decoder of Foundation.
@Suite struct ImportJSONTests {
  @Test(arguments: [
    "{}", "[]", "0", "-0", "0e3", "1.5e-10", "1E+2", "\"\"", "true", "false", "null", " [ 1 , 2 ] ",
    "{\"a\":{\"b\":[{}]}}",
    #""\u0041\n\"\\\/\b\f\r\t""#, #""\ud83d\ude00""#, "\"\u{7F}é\u{10FFFF}\"", "\r\n\t{\"\":null}\n",
  ])
  func passesOver(_ text: String) throws {
    var reader = JSONReader(Array(text.utf8))
    try reader.skip()
    try reader.finish()
  }

  /// Each text with the place of what is wrong, counted from 1, and what is said of it.
  @Test(arguments: [
    ("", 1, "a value is expected"), ("{", 2, "a key in quotation marks"), ("[1 2]", 4, "a comma or ]"),
    ("{\"a\" 1}", 6, "a colon"), ("{\"a\":1,}", 8, "a key in quotation marks"),
    ("[1,]", 4, "a value is expected"),
    ("[,1]", 2, "a value is expected"), ("{a:1}", 2, "a key in quotation marks"), ("01", 2, "more text"),
    ("-", 2, "a digit"), ("1.", 3, "a digit"), ("1e", 3, "a digit"), (".5", 1, "a value"),
    ("+1", 1, "a value"),
    ("tru", 1, "a value"), ("truex", 5, "more text"), ("nul", 1, "a value"), ("'a'", 1, "a value"),
    ("\"a", 1, "a string is not closed"), ("[\"a\nb\"]", 4, "a control character"),
    (#""\x""#, 2, "an unknown escape"),
    (#""\u12g4""#, 2, "four hexadecimal digits"), (#""\ud800""#, 2, "half of a surrogate pair"),
    (#""\udc00""#, 2, "half of a surrogate pair"), (#""\ud800\u0041""#, 2, "half of a surrogate pair"),
    ("{} {}", 4, "more text"), ("[1}", 3, "a comma or ]"), ("{\"a\":1]", 7, "a comma or }"),
  ])
  func refuses(_ text: String, _ place: Int, _ message: String) {
    let problem = #expect(throws: JSONProblem.self) {
      var reader = JSONReader(Array(text.utf8))
      try reader.skip()
      try reader.finish()
    }
    #expect(problem?.place == place, "\(text)")
    #expect(problem?.message.contains(message) == true, "\(text): \(problem?.message ?? "")")
  }

  /// Truncated, overlong, too high and out of order sequences (Unicode 15.0, table 3-7).
  @Test(
    arguments: [
      [0x80], [0xC0, 0x80], [0xC1, 0xBF], [0xC3], [0xE0, 0x9F, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
      [0xF0, 0x8F, 0x80, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80], [0xFF],
    ] as [[UInt8]])
  func refusesWhatIsNotUTF8(_ bytes: [UInt8]) {
    let problem = #expect(throws: JSONProblem.self) {
      var reader = JSONReader([0x22] + bytes + [0x22])
      try reader.skip()
    }
    #expect(problem == JSONProblem(place: 2, message: "not UTF-8"))
  }

  @Test func nestingHasALimit() throws {
    func read(_ depth: Int) throws {
      var reader = JSONReader(
        Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8))
      try reader.skip()
      try reader.finish()
    }
    try read(JSONReader.deepest)
    #expect(throws: JSONProblem.self) { try read(JSONReader.deepest + 1) }
    #expect(throws: JSONProblem.self) { try read(1_000_000) }
  }

  @Test func readsAPartOfItsBytes() throws {
    let bytes = Array("xx{\"a\":\"b\"}yy".utf8)
    var reader = JSONReader(bytes, in: 2..<11)
    #expect(try JSONValue(&reader) == .object(["a": .string("b")]))
    try reader.finish()
  }

  @Test func keysAreComparedAsTheyAreMeant() throws {
    var reader = JSONReader(Array(#"{"n\u0061me":1,"name":2,"names":3,"nam":4}"#.utf8))
    try reader.enterObject()
    var matches: [Bool] = []
    while let key = try reader.nextKey() {
      matches.append(reader.matches(key, "name"))
      try reader.skip()
    }
    #expect(matches == [true, true, false, false])
  }

  private static func hasExponent(_ bytes: [UInt8]) -> Bool {
    zip(bytes, bytes.dropFirst()).contains { (0x30...0x39).contains($0) && $1 | 0x20 == UInt8(ascii: "e") }
  }

  /// Random texts, and such with a byte changed, dropped or doubled.
  @Test(arguments: 0..<8)
  func agreesWithFoundation(_ seed: UInt64) {
    var texts = RandomJSON(seed: seed)
    var counts = (read: 0, refused: 0)
    for _ in 0..<400 {
      let text = texts.text()
      for bytes in [text, texts.changed(text), texts.changed(texts.changed(text))] {
        let slow = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes))
        let fast = try? JSONValue(bytes)
        // Foundation refuses 0e3, which RFC 8259 allows, and numbers that a Double cannot hold.
        if slow == nil, Self.hasExponent(bytes) { continue }
        #expect(fast == slow, "\(String(decoding: bytes, as: UTF8.self))")
        if fast == nil { counts.refused += 1 } else { counts.read += 1 }
      }
    }
    #expect(counts.read > 400 && counts.refused > 100)
  }
}

/// Any JSON value, read by either reader.
private enum JSONValue: Equatable, Decodable {
  case null
  case boolean(Bool)
  case number
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder) throws {
    if let members = try? decoder.container(keyedBy: Key.self) {
      var object: [String: JSONValue] = [:]
      for key in members.allKeys { object[key.stringValue] = try members.decode(JSONValue.self, forKey: key) }
      self = .object(object)
    } else if var elements = try? decoder.unkeyedContainer() {
      var array: [JSONValue] = []
      while !elements.isAtEnd { array.append(try elements.decode(JSONValue.self)) }
      self = .array(array)
    } else {
      let value = try decoder.singleValueContainer()
      if value.decodeNil() {
        self = .null
      } else if let boolean = try? value.decode(Bool.self) {
        self = .boolean(boolean)
      } else if let string = try? value.decode(String.self) {
        self = .string(string)
      } else {
        _ = try value.decode(Double.self)
        self = .number
      }
    }
  }

  init(_ bytes: [UInt8]) throws {
    var reader = JSONReader(bytes)
    self = try JSONValue(&reader)
    try reader.finish()
  }

  init(_ reader: inout JSONReader) throws {
    switch try reader.kind() {
    case .object:
      var object: [String: JSONValue] = [:]
      try reader.enterObject()
      while let key = try reader.nextKey() { object[reader.string(of: key)] = try JSONValue(&reader) }
      self = .object(object)
    case .array:
      var array: [JSONValue] = []
      try reader.enterArray()
      while try reader.nextElement() { array.append(try JSONValue(&reader)) }
      self = .array(array)
    case .string: self = .string(try reader.string())
    case .boolean:
      self = .boolean(reader.nextByte() == UInt8(ascii: "t"))
      try reader.skip()
    case .number:
      try reader.skip()
      self = .number
    case .null:
      try reader.skip()
      self = .null
    }
  }
}

/// Makes JSON texts.
///
/// Keys of an object are different, since readers may disagree about the others.
private struct RandomJSON {
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  private mutating func choose(_ choices: [String]) -> String {
    choices.randomElement(using: &generator) ?? ""
  }

  mutating func text() -> [UInt8] { Array(value(depth: 0).utf8) }

  private mutating func value(depth: Int) -> String {
    switch Int.random(in: depth > 3 ? 2...5 : 0...5, using: &generator) {
    case 0:
      let members = (0..<Int.random(in: 0...4, using: &generator)).map { place in
        "\"k\(place)\(choose(["", "é", "\\n"]))\"" + choose([":", " : "]) + value(depth: depth + 1)
      }
      return "{" + members.joined(separator: choose([",", " , "])) + "}"
    case 1:
      let elements = (0..<Int.random(in: 0...4, using: &generator)).map { _ in value(depth: depth + 1) }
      return "[" + elements.joined(separator: choose([",", "\t,"])) + "]"
    case 2: return choose(["true", "false", "null"])
    case 3: return choose(["0", "-1", "12.5", "1e3", "2E-2", "-0.0"])
    default:
      let pieces = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
        choose([
          "a", "محمد", "é", "\\\"", "\\\\", "\\u0061", "\\ud83d\\ude00", "😀", " ", "\\n", "/", "\\/", "{",
          ",",
        ])
      }
      return "\"" + pieces.joined() + "\""
    }
  }

  mutating func changed(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    guard let place = bytes.indices.randomElement(using: &generator) else { return bytes }
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: bytes.remove(at: place)
    case 1: bytes.insert(bytes[place], at: place)
    // No NUL bytes: they make Foundation take the text for UTF-16.
    default:
      bytes[place] = Array("{}[],:\"\\u019eEtfn \u{1}\u{7F}é".utf8).randomElement(using: &generator) ?? 1
    }
    return bytes
  }
}
