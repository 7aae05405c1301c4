import FoundationEssentials
import TestSupport
import Testing

@testable import NameService

/// `JSONReader` against the standard, and against Foundation's decoder.
@Suite struct JSONReaderTests {
  static let documents: [(String, JSONValue)] = [
    ("null", .null), (" true\n", true), ("[]", []), ("{}", [:]), ("-0", 0), ("1e2", 100),
    ("-12.5e-1", .number(-1.25)),
    (#""a\"\\\/\b\f\n\r\té""#, "a\"\\/\u{8}\u{C}\n\r\té"), (#""\ud83d\ude00""#, "😀"), (#""جيش""#, "جيش"),
    (#"{"a":[1,{"b":null}],"a":2}"#, ["a": 2]), (#"{"":""}"#, ["": ""]),
  ]

  @Test(arguments: documents)
  func valid(_ text: String, _ value: JSONValue) throws {
    #expect(try JSONReader.value(of: Array(text.utf8)) == value)
  }

  @Test(arguments: [
    "", " ", "nul", "truex", "[1,]", "[1 2]", "{\"a\"}", "{\"a\":1,}", "{a:1}", "'a'", "01", "-", "1.", "1e",
    "+1", ".5",
    "1e999", "\"", "\"\\x\"", "\"\\u12g4\"", "\"\\ud83d\"", "\"\\ud83d\\u0041\"", "\"\\ude00\"", "\"\n\"",
    "[", "{\"a\":",
    "1 1", "NaN", "/*a*/1", "\u{FEFF}1",
  ])
  func invalid(_ text: String) {
    #expect(throws: JSONReader.Problem.self) { try JSONReader.value(of: Array(text.utf8)) }
  }

  @Test func bytesThatAreNotUTF8() {
    #expect(throws: JSONReader.Problem.self) { try JSONReader.value(of: [0x22, 0xC3, 0x28, 0x22]) }
  }

  @Test func depthIsLimited() throws {
    func nested(_ depth: Int) -> [UInt8] {
      Array((String(repeating: "[", count: depth) + String(repeating: "]", count: depth)).utf8)
    }
    _ = try JSONReader.value(of: nested(60))
    #expect(throws: JSONReader.Problem.self) { try JSONReader.value(of: nested(100)) }
    // Far beyond what a stack could hold.
    #expect(throws: JSONReader.Problem.self) { try JSONReader.value(of: nested(1_000_000)) }
  }

  @Test func problemsHaveAPlace() {
    let problem = #expect(throws: JSONReader.Problem.self) { try JSONReader.value(of: Array("[1, x]".utf8)) }
    #expect(problem?.description == "malformed JSON at byte 4: a value is expected")
  }

  /// What it accepts and refuses of changed documents, Foundation does too.
  @Test func agreesWithFoundation() {
    let seed = #"{"queries":{"q0":{"query":"جيش \"x\" A","limit":5,"type":["a",null,true,-1.5e2]}}}"#
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<3000 {
      var bytes = Array(seed.utf8)
      for _ in 0..<Int.random(in: 0...2, using: &generator) {
        let place = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0...2, using: &generator) {
        case 0: bytes.remove(at: place)
        case 1:
          bytes[place] = UInt8(ascii: "{}[],:\"\\0x ".unicodeScalars.randomElement(using: &generator) ?? "x")
        default: bytes.insert(bytes[place], at: place)
        }
      }
      let ours = try? JSONReader.value(of: bytes)
      let theirs = try? JSONDecoder().decode(AnyJSON.self, from: Data(bytes)).value
      // Foundation keeps the first of two equal keys, so only whether both accept is compared.
      #expect((ours == nil) == (theirs == nil), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  private struct AnyJSON: Decodable {
    let value: JSONValue

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .null
      } else if let bool = try? container.decode(Bool.self) {
        value = .bool(bool)
      } else if let number = try? container.decode(Double.self) {
        value = .number(number)
      } else if let string = try? container.decode(String.self) {
        value = .string(string)
      } else if let array = try? container.decode([AnyJSON].self) {
        value = .array(array.map(\.value))
      } else {
        value = .object(try container.decode([String: AnyJSON].self).mapValues(\.value))
      }
    }
  }
}
