import TestSupport
import Testing

@testable import LexiconTools

/// Records of lists: their borders, and that nothing of a file is lost.
@Suite struct ScreenRecordTests {
  private func records(
    _ bytes: [UInt8], _ format: ListFormat, valueCount: Int? = nil, longest: Int = 4 << 20
  ) throws -> [ListRecord] {
    let folder = try TemporaryFolder()
    var reader = try ListReader(path: folder.write(bytes, to: "list"))
    reader.format = format
    reader.valueCount = valueCount
    reader.longestRecord = longest
    var records: [ListRecord] = []
    while let record = try reader.next() { records.append(record) }
    #expect(reader.position.offset == bytes.count)
    return records
  }

  @Test(arguments: [
    ("", []),
    ("a,b", ["1 a,b"]),
    ("a,b\r\nc,d\r\n", ["1 a,b\r\n", "2 c,d\r\n"]),
    ("a,\"b\nc\"\nd,e\n", ["1 a,\"b\nc\"\n", "3 d,e\n"]),
    ("a,\"b \"\"c\"\"\n\" ,d\ne\n", ["1 a,\"b \"\"c\"\"\n\" ,d\n", "3 e\n"]),
    // A quote inside of a value is a letter.
    ("a \"b\nc\" d\n", ["1 a \"b\n", "2 c\" d\n"]),
    ("\u{FEFF}\"a,\nb\",c\nd\n", ["1 \u{FEFF}\"a,\nb\",c\n", "3 d\n"]),
    // A stray quote costs its line and no other.
    ("a,\"b\nc,d\n", ["1 !a,\"b\n", "2 c,d\n"]),
    ("a,\"b\"x\nc,d\n", ["1 !a,\"b\"x\n", "2 c,d\n"]),
    ("1,\"b\n2,c\n3,\"d\",e\n", ["1 !1,\"b\n", "2 2,c\n", "3 3,\"d\",e\n"]),
  ])
  func cutsTables(_ text: String, _ expected: [String]) throws {
    let found = try records(Array(text.utf8), ListFormat(.csv)).map {
      "\($0.line) \($0.problem == nil ? "" : "!")\(String(decoding: $0.bytes, as: UTF8.self))"
    }
    #expect(found == expected)
  }

  @Test func aQuotedValueOverSeveralLinesHasToFitTheHeader() throws {
    let text = "1,\"b,x\n2,c,y\n3,d\",z\n"
    #expect(try records(Array(text.utf8), ListFormat(.csv), valueCount: 3).map(\.line) == [1])
    let other = "1,\"b,x\n2,c,y\n3\",d,z,w\n4,e,f\n"
    let found = try records(Array(other.utf8), ListFormat(.csv), valueCount: 3)
    #expect(found.map(\.line) == [1, 2, 3, 4])
    #expect(found.map { $0.problem != nil } == [true, false, false, false])
  }

  @Test(arguments: [ListFormat.Layout.csv, .tsv, .jsonl])
  func aLineWithoutEndIsHandedOnInPieces(_ layout: ListFormat.Layout) throws {
    let long = [UInt8](repeating: UInt8(ascii: "x"), count: 1 << 20)
    let bytes = Array("a\n".utf8) + long + Array("\nb\n".utf8)
    let found = try records(bytes, ListFormat(layout), longest: 1 << 16)
    #expect(found.flatMap(\.bytes) == bytes)
    #expect(found.count > 3)
    let problems = found.filter { $0.problem != nil && !$0.isContinuation }
    #expect(problems.map(\.line) == [2])
    #expect(found.last?.line == 3)
    #expect(found.last?.problem == nil)
  }

  /// The clear and slow way: the state of every byte is found from the beginning of its record.
  private func slowRecords(_ bytes: [UInt8]) -> [[UInt8]] {
    var records: [[UInt8]] = []
    var rest = bytes[...]
    while !rest.isEmpty {
      let whole = rest.indices.first { place in
        rest[place] == UInt8(ascii: "\n") && slowValues(Array(rest[...place])) != nil
      }
      if let whole {
        records.append(Array(rest[...whole]))
      } else if slowValues(Array(rest)) != nil {
        records.append(Array(rest))
      } else {
        records.append(Array(rest[...(rest.firstIndex(of: UInt8(ascii: "\n")) ?? rest.endIndex - 1)]))
      }
      rest = rest.dropFirst(records[records.count - 1].count)
    }
    return records
  }

  /// The values of a whole record by the grammar of RFC 4180; nil when it is none.
  private func slowValues(_ record: [UInt8]) -> [String]? {
    var line = String(decoding: record, as: UTF8.self).unicodeScalars[...]
    if line.last == "\n" { line.removeLast() }
    if line.last == "\r", record.last == UInt8(ascii: "\n") { line.removeLast() }
    var values: [String] = []
    while true {
      if line.first == "\"" {
        var value = String.UnicodeScalarView()
        line.removeFirst()
        while true {
          guard let scalar = line.popFirst() else { return nil }
          if scalar != "\"" {
            value.append(scalar)
          } else if line.first == "\"" {
            value.append(line.removeFirst())
          } else {
            break
          }
        }
        while line.first == " " || line.first == "\r" { line.removeFirst() }
        values.append(String(value))
      } else {
        let value = line.prefix { $0 != "," }
        if value.contains("\n") { return nil }
        line.removeFirst(value.count)
        values.append(String(String.UnicodeScalarView(value)))
      }
      guard let next = line.popFirst() else { return values }
      if next != "," { return nil }
      if line.isEmpty { return values + [""] }
    }
  }

  @Test(arguments: 0..<60)
  func randomTablesAreCutAsTheSlowWayCutsThem(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let pieces = ["a", "ب", "\"", "\"\"", ",", "\n", "\r\n", " ", "\",\"", "\"\n"]
    let text = (0..<Int.random(in: 0...60, using: &generator))
      .map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
    let bytes = Array(text.utf8)
    let found = try records(bytes, ListFormat(.csv))
    #expect(found.flatMap(\.bytes) == bytes)
    #expect(found.map(\.bytes) == slowRecords(bytes), "\(text.debugDescription)")
    for record in found where record.problem == nil {
      let row = DelimitedRow(record.bytes, format: ListFormat(.csv))
      #expect(row.values.indices.map { row.text($0) } == slowValues(record.bytes), "\(text.debugDescription)")
    }
  }

  @Test(arguments: [
    ("a,b;c;d\n", "list", nil, nil, ListFormat(.csv, delimiter: UInt8(ascii: ";"))),
    ("a\tb,c\n", "list", nil, nil, ListFormat(.tsv)),
    ("a\tb\tc,d\n", "list.csv", nil, nil, ListFormat(.csv, delimiter: UInt8(ascii: "\t"))),
    ("\u{FEFF}\"a;b;c\",d\n", "list.CSV", nil, nil, ListFormat(.csv)),
    ("name\n", "-", nil, nil, ListFormat(.csv)),
    ("  {\"a\":1,\"b\":2}\n", "-", nil, nil, ListFormat(.jsonl)),
    ("{x},y\n", "list.csv", nil, nil, ListFormat(.csv)),
    ("a,b|c\n", "list.tsv", nil, nil, ListFormat(.tsv)),
    ("a,b|c\n", "list.tsv", nil, UInt8(ascii: "|"), ListFormat(.csv, delimiter: UInt8(ascii: "|"))),
    ("a,b\n", "list.json", ListFormat.Layout.csv, nil, ListFormat(.csv)),
  ])
  func formatsAreFoundOut(
    _ text: String, _ path: String, _ layout: ListFormat.Layout?, _ delimiter: UInt8?, _ expected: ListFormat
  ) {
    #expect(ListFormat(path: path, head: Array(text.utf8), layout: layout, delimiter: delimiter) == expected)
  }

  @Test func aChecksumDoesNotDependOnThePieces() {
    let bytes = (0..<1000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    var whole = ByteChecksum()
    whole.combine(bytes)
    for size in [1, 3, 8, 13, 999] {
      var pieces = ByteChecksum()
      for start in stride(from: 0, to: bytes.count, by: size) {
        pieces.combine(bytes[start..<min(start + size, bytes.count)])
      }
      #expect(pieces.digits == whole.digits)
    }
    var shorter = ByteChecksum()
    shorter.combine(bytes.dropLast())
    #expect(shorter.digits != whole.digits)
    var zeros = ByteChecksum()
    zeros.combine([0])
    #expect(zeros.digits != ByteChecksum().digits)
  }
}
