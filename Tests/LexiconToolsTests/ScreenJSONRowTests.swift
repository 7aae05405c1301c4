import Testing

@testable import LexiconTools

/// Objects of JSON Lines.
@Suite struct ScreenJSONRowTests {
  @Test(arguments: [
    (#"{"name":"Hamas"}"#, "name", ["Hamas"]),
    (#" { "a" : 1 , "name" : [ "x" , "y" , 3, null, ["z"], {"name":"w"} ] } "#, "name", ["x", "y", "3"]),
    (#"{"properties":{"name":["x"]}}"#, "properties.name", ["x"]),
    (#"{"properties.name":"x","properties":{"name":"y"}}"#, "properties.name", ["x"]),
    (#"{"a.b":{"c":"x"}}"#, "a.b.c", ["x"]),
    (#"{"a":{"b.c":"x"}}"#, "a.b.c", ["x"]),
    (#"{"name":"x","name":"y"}"#, "name", ["y"]),
    (#"{"name":null,"n":true}"#, "name", []),
    (#"{"n":true}"#, "n", []),
    (#"{"n":-1.5e+3}"#, "n", ["-1.5e+3"]),
    (#"{"name":{"x":"y"}}"#, "name", []),
    ("{}", "name", []),
    (#"{"na\u006de":"\u062d\u0645\u0627\u0633 \"\\\/\b\f\n\r\t"}"#, "name", ["حماس \"\\/\u{8}\u{C}\n\r\t"]),
    (#"{"name":"\ud83d\ude00 \ud83d \ude00x"}"#, "name", ["😀 \u{FFFD} \u{FFFD}x"]),
    (#"{"name":"\ud83d\u0041"}"#, "name", ["\u{FFFD}A"]),
    ("\u{FEFF}{\"name\":\"x\"}\r\n", "name", ["x"]),
  ])
  func readsMembers(_ line: String, _ path: String, _ expected: [String]) throws {
    #expect(try JSONRow(Array(line.utf8)).texts(path) == expected)
  }

  @Test(arguments: [
    "", "x", "[]", "\"a\"", "{", "{\"a\"", "{\"a\":", "{\"a\":1", "{\"a\":1,", "{\"a\":1,}", "{\"a\":01}",
    "{\"a\":1.}", "{\"a\":tru}", "{\"a\":\"x}", "{\"a\":\"\\x\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\u{1}\"}",
    "{a:1}",
    "{\"a\":1} x", "{\"a\":1}{}", "{\"a\":[1,]}", "{\"a\":[1 2]}", "{\"a\" 1}", "{\"a\":\"\\", "{\"a\":\"\\u",
    "{\"a\":" + String(repeating: "[", count: 100_000),
    "{\"a\":" + String(repeating: "[", count: 300) + String(repeating: "]", count: 300) + "}",
  ])
  func refusesWhatIsNoObject(_ line: String) {
    #expect(throws: JSONRow.Fault.self) { try JSONRow(Array(line.utf8)) }
  }

  @Test(arguments: [("{}", 1), ("{ } ", 2), (#"{"a":{"b":"}"}} "#, 14)])
  func knowsWhereAMemberCanBePut(_ line: String, _ closing: Int) throws {
    #expect(try JSONRow(Array(line.utf8)).closing == closing)
  }

  @Test(arguments: ["", "a\"b\\c", "a\nb\tc\rd\u{1}\u{1F}", "حماس 😀"])
  func writtenStringsAreReadBack(_ text: String) throws {
    var bytes = Array("{\"a\":".utf8)
    JSONText.append(text, to: &bytes)
    bytes += "}".utf8
    #expect(try JSONRow(bytes).texts("a") == [text])
  }
}
