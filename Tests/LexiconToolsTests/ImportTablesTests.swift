import TestSupport
import Testing

@testable import LexiconTools

/// Records with quotation, the map of columns, and what is found out about a file.
@Suite struct ImportTablesTests {
  /// Each record as its line and its fields; a problem as its line and an exclamation mark.
  private func records(_ bytes: [UInt8], delimiter: Character = ",") throws -> [String] {
    let folder = try TemporaryFolder()
    return try records(InputFile(path: folder.write(bytes, to: "table.csv")), delimiter: delimiter)
  }

  private func records(_ input: InputFile, delimiter: Character = ",") throws -> [String] {
    var reader = QuotedRecords(input, delimiter: delimiter.asciiValue ?? 0)
    var records: [String] = []
    while let item = try reader.next() {
      switch item {
      case .record(let fields, let line): records.append("\(line) " + fields.joined(separator: "|"))
      case .problem(let problem): records.append("\(problem.line ?? 0)! \(problem.message.prefix(16))")
      }
    }
    return records
  }

  @Test(arguments: [
    ("", []),
    ("a,b\n", ["1 a|b"]),
    ("a,b", ["1 a|b"]),
    ("\u{FEFF}a,b\r\nc,d\r\n", ["1 a|b", "2 c|d"]),
    ("a\rb\r", ["1 a", "2 b"]),
    ("\"a\",\"b,c\"\n", ["1 a|b,c"]),
    ("\"a\"\"b\",\"\"\"\"\n", ["1 a\"b|\""]),
    ("\"a\nb\",c\nd,e\n", ["1 a\nb|c", "3 d|e"]),
    ("\"a\r\nb\"\r\nc\r\n", ["1 a\r\nb", "3 c"]),
    ("a\"b,c\n", ["1 a\"b|c"]),
    (",\n\n,", ["1 |", "2 ", "3 |"]),
    ("\"\"", ["1 "]),
    ("\"a\"b\nc\n", ["1! text behind a cl", "2 c"]),
    ("\"a\nb\nc", ["1! a quotation mark", "2 b", "3 c"]),
    ("a\0b\nc\n", ["1! a NUL byte; save", "2 c"]),
  ])
  func readsRecords(_ text: String, _ expected: [String]) throws {
    #expect(try records(Array(text.utf8)) == expected)
  }

  /// The line feed behind a broken record once counted as a line of its own where a block ended before it.
  @Test(arguments: 1...12)
  func blocksMayEndAnywhere(_ size: Int) throws {
    let bytes = Array("\u{FEFF}\"a\"b\r\nc,\"d\"\"\r\n\"\r\ne\rf".utf8)
    let blocks = stride(from: 0, to: bytes.count, by: size).map {
      Array(bytes[$0..<min(bytes.count, $0 + size)])
    }
    #expect(
      try records(InputFile(blocks: blocks, name: "table.csv")) == [
        "1! text behind a cl", "2 c|d\"\r\n", "4 e", "5 f",
      ])
  }

  @Test func reportsWhatIsNotUTF8() throws {
    #expect(try records([0x61, 0x2C, 0xC3, 0x0A, 0x62]) == ["1! not UTF-8; save ", "2 b"])
  }

  @Test func anOpenQuotationMarkDoesNotSwallowTheFile() throws {
    var text = "\"open,a\n"
    for number in 0..<400_000 { text += "row \(number),b\n" }
    let read = try records(Array(text.utf8))
    #expect(read.first == "1! a quotation mark")
    #expect(read.count == 400_001)
    #expect(read.last == "400001 row 399999|b")
  }

  /// What is written by the rules is read back, also where blocks meet.
  @Test(arguments: [("," as Character, 1 as UInt64), (";", 2), ("\t", 3)])
  func readsBackWhatIsWritten(_ delimiter: Character, _ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = [
      "a", "محمد", "\"", "\n", "\r\n", String(delimiter), " ", "é", String(repeating: "x", count: 900),
    ]
    var text = ""
    var expected: [String] = []
    var line = 1
    while text.utf8.count < 3 << 20 {
      let fields = (0..<3).map { _ in
        (0..<Int.random(in: 0...5, using: &generator)).map { _ in
          pieces.randomElement(using: &generator) ?? ""
        }.joined()
      }
      expected.append("\(line) " + fields.joined(separator: "|"))
      // By scalars, since a carriage return and a line feed are one character.
      line += 1 + fields.joined().unicodeScalars.count { $0 == "\n" }
      text += fields.map { "\"" + $0.replacingMarks() + "\"" }.joined(separator: String(delimiter)) + "\r\n"
    }
    #expect(try records(Array(text.utf8), delimiter: delimiter) == expected)
  }

  @Test(arguments: [
    ("a,b;c\n", ","), ("a;b;c,d\n", ";"), ("a\tb\n", "\t"), ("\"a,b,c\";d\n", ";"), ("a\n", ","),
    ("a|b\n", "|"),
    ("", ","),
  ])
  func findsTheDelimiter(_ head: String, _ delimiter: String) {
    #expect(InputDetection.delimiter(in: Array(head.utf8)) == delimiter.utf8.first)
  }

  @Test(arguments: [
    ("id\tname\n", "x", InputFormat.tsv), ("id,name\n", "x.csv", .csv), ("id;name\n", "-", .csv),
    ("id\tname, full\n", "x.csv", .tsv), ("{\"id\":1}\n", "x", .ftm), ("", "x.ndjson", .ftm),
    ("{\"labels\":{},\"claims\":{}}\n", "x", .wikidata), ("[\n{", "x.json", .wikidata),
    ("\u{FEFF}\n<?xml?>", "x", .un),
    ("1\t2\tar\tx\t\t\t\t\t\t\n", "x.txt", .geonames), ("1\t2\tar\n", "x.txt", .tsv),
    ("36,\"X\",-0- ,\"P\",-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- \r\n", "x", .ofac),
    ("36,12,\"aka\",\"X\",-0- \r\n", "x", .ofac), ("36,12,\"X\"\r\n", "x", .csv), ("", "x", .tsv),
  ])
  func findsTheFormat(_ head: String, _ name: String, _ format: InputFormat) {
    #expect(InputDetection.format(of: Array(head.utf8), named: name) == format, "\(head)")
  }

  @Test func columnsAreMapped() throws {
    let map = try ColumnMap("id=ID, name=Name, full|Other name ,alias=A")
    #expect(map.given(.id) == ["ID"])
    #expect(map.given(.name) == ["Name, full", "Other name"])
    #expect(map.given(.alias) == ["A"])
    #expect(map.given(.kind) == nil)
  }

  @Test(arguments: ["", "ID", "nick=A", "id=", "id=A|B", "id=A,id=B"])
  func refusesAMap(_ text: String) {
    #expect(throws: ColumnMap.ParsingError.self) { try ColumnMap(text) }
  }
}

extension String {
  fileprivate func replacingMarks() -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in unicodeScalars { scalars.append(contentsOf: scalar == "\"" ? [scalar, scalar] : [scalar]) }
    return String(scalars)
  }
}
