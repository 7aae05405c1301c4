import Testing

/// Random tables come back byte for byte, with what was found behind each row.
@Suite struct ScreenTableTests {
  /// A table as bytes, and the answer to it.
  private struct Table {
    var bytes = ""
    var answer = ""
    var rejects = ""
    var badRows = 0
  }

  /// Random numbers: the minimal standard generator of Park and Miller.
  private struct Numbers {
    var state: UInt64
    mutating func next(_ count: Int) -> Int {
      state = state * 48271 % 2_147_483_647
      return Int(state) % count
    }
  }

  private static let names: [(text: String, hit: String?)] = [
    ("محمد علي", "p1;person;Mohammed Ali;1.0;محمد علي;ar;name;name"),
    ("Mohammed Ali", "p1;person;Mohammed Ali;1.0;Mohammed Ali;ar-Latn;name;name"),
    ("Jaysh al-Izza", "c1;company;Jaysh al-Izza;1.0;Jaysh al-Izza;ar-Latn;name;name"),
    ("Nobody", nil), ("", nil),
  ]
  private static let others = [
    "", "x", " y ", "\"quoted\"", "\"a;b\"", "\"two\r\nlines\"", "\"\"\"\"", "مرحبا", "o'clock", "5\" pipe",
  ]
  private static let bad = ["short", "a;\"b\"c;d", "a;b;c;d;e"]

  private func table(_ seed: UInt64) -> Table {
    var numbers = Numbers(state: seed + 1)
    var table = Table()
    let ends = [["\n"], ["\r\n"], ["\n", "\r\n"]][numbers.next(3)]
    let columns = ScreenRun.header.split(separator: ",").joined(separator: ";")
    let mark = numbers.next(2) == 0 ? "\u{FEFF}" : ""
    let header = ["no;\"name\"; note ", "\"no\";name;note", " no;name;\"no;te\""][numbers.next(3)]
    table.bytes = mark + header + ends[0]
    table.answer = mark + header + ";" + columns + ends[0]
    let count = numbers.next(200)
    for row in 0..<count {
      let end = row == count - 1 && numbers.next(2) == 0 ? "" : ends[numbers.next(ends.count)]
      if numbers.next(12) == 0, !end.isEmpty {
        let line = Self.bad[numbers.next(Self.bad.count)] + end
        table.bytes += line
        table.rejects += line
        table.badRows += 1
        continue
      }
      let name = Self.names[numbers.next(Self.names.count)]
      let written = numbers.next(2) == 0 ? name.text : "\"\(name.text)\"" + ["", " "][numbers.next(2)]
      let line =
        Self.others[numbers.next(Self.others.count)] + ";" + written + ";"
        + Self.others[numbers.next(Self.others.count)]
      table.bytes += line + end
      table.answer += line + ";" + (name.hit ?? ";;;;;;;") + end
    }
    return table
  }

  @Test(arguments: 0..<12)
  func bytesStayAsTheyAre(_ seed: UInt64) throws {
    let screen = try ScreenRun()
    let table = table(seed)
    try screen.run.write("list.csv", table.bytes)
    let result = try screen.screen(
      "list.csv", "--column", "name", "--output", "out.csv", "--threads", seed % 2 == 0 ? "1" : "3")
    #expect(String(decoding: try screen.run.bytes("out.csv"), as: UTF8.self) == table.answer)
    #expect((result.status == 2) == (table.badRows > 0))
    if table.badRows > 0 {
      #expect(try screen.run.bytes("out.csv.rejects") == Array(table.rejects.utf8))
    }
  }
}
