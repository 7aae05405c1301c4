import Foundation
import Testing

/// A folder with a small lexicon, so that hits do not change with the carried one.
struct ScreenRun {
  let run: ProgramRun

  /// What stands for a row without a hit.
  static let nothing = ",,,,,,,"
  static let header = "hit_id,hit_kind,hit_caption,hit_score,hit_name,hit_language,hit_role,hit_column"

  init() throws {
    run = try ProgramRun()
    try run.write(
      "names.tsv",
      """
      id\tname\tkind\tlanguage\trole
      p1\tمحمد علي\tperson\tar\tname
      p1\tMohammed Ali\tperson\tar-Latn\tname
      o1\tJaysh al-Izza\tarmed-group\tar-Latn\tname
      o1\tUnion, of Glory\tarmed-group\ten\tpreviousName
      c1\tJaysh al-Izza\tcompany\tar-Latn\tname

      """)
    let compiled = try run.ism("compile", "names.tsv", "--output", "names.ism")
    try #require(compiled.status == 0, "\(compiled.complaints)")
  }

  /// Screens with the small lexicon alone.
  func screen(_ arguments: String..., input: String = "") throws -> ProgramRun.Result {
    try run.ism(
      ["screen"] + arguments + ["--no-default-lexicon", "--lexicon", "names.ism"],
      inputBytes: Array(input.utf8))
  }
}

/// `ism screen` with the real program.
@Suite struct ScreenTests {
  @Test func answersATableWithTheTable() throws {
    let screen = try ScreenRun()
    try screen.run.write(
      "list.csv",
      "no,name,\"note\"\r\n1, Jaysh al-Izza ,\"a \"\"b\"\"\" \r\n2,محمد علي,\r\n\r\n3,Nobody,\"x\ny\"")
    let result = try screen.screen("list.csv", "--column", "name")
    #expect(
      result.output == """
        no,name,"note",\(ScreenRun.header)\r
        1, Jaysh al-Izza ,"a ""b\""" ,c1,company,Jaysh al-Izza,1.0,Jaysh al-Izza,ar-Latn,name,name\r
        2,محمد علي,,p1,person,Mohammed Ali,1.0,محمد علي,ar,name,name\r
        \r
        3,Nobody,"x
        y",\(ScreenRun.nothing)
        """)
    #expect(result.complaints == "ism: 2 hits in 2 of 3 rows\n")
    #expect(result.status == 0)
  }

  @Test func answersObjectsWithObjects() throws {
    let screen = try ScreenRun()
    let result = try screen.screen(
      "-", "--column", "properties.name",
      input:
        "{ \"id\" : 1, \"properties\":{\"name\":[\"x\",\"Union of Glory\"]} }\n{}\n\n{\"properties\":{\"name\":\"Nobody\"}}"
    )
    #expect(
      result.output == """
        { "id" : 1, "properties":{"name":["x","Union of Glory"]} ,"hit":{"caption":"Jaysh al-Izza",\
        "column":"properties.name","id":"o1","kind":"armed-group","matched":{"language":"en",\
        "name":"Union, of Glory","role":"previousName"},"score":\(try score(result.output))}}
        {"hit":null}

        {"properties":{"name":"Nobody"},"hit":null}
        """)
    #expect(result.complaints == "ism: 1 hit in 1 of 3 rows; 1 row without a name\n")
  }

  /// The first score of an output; what it is exactly is not what is tested.
  private func score(_ output: String) throws -> Substring {
    let rest = try #require(output.firstRange(of: "\"score\":"))
    return output[rest.upperBound...].prefix { $0 == "." || $0.isNumber }
  }

  @Test func allHitsAreRowsOfTheirOwn() throws {
    let screen = try ScreenRun()
    try screen.run.write("list.tsv", "name\nJaysh al-Izza\nNobody\nJaysh al-Izza")
    let result = try screen.screen("list.tsv", "--column", "name", "--all", "--hits-only", "--prefix", "m")
    let columns = ScreenRun.header.replacingOccurrences(of: "hit_", with: "m_").replacingOccurrences(
      of: ",", with: "\t")
    let company = "Jaysh al-Izza\tc1\tcompany\tJaysh al-Izza\t1.0\tJaysh al-Izza\tar-Latn\tname\tname"
    let group = "Jaysh al-Izza\to1\tarmed-group\tJaysh al-Izza\t1.0\tJaysh al-Izza\tar-Latn\tname\tname"
    #expect(result.output == "name\t\(columns)\n\(company)\n\(group)\n\(company)\n\(group)")
    #expect(result.complaints == "ism: 4 hits in 2 of 3 rows\n")
    let objects = try screen.screen(
      "-", "--column", "name", "--limit", "2", input: "{\"name\":\"Jaysh al-Izza\"}\n{\"name\":\"Nobody\"}\n")
    #expect(objects.lines.map { $0.contains("\"hit\":{") } == [true, true, false])
  }

  @Test func theBestOfSeveralColumnsCountsAndIsNamed() throws {
    let screen = try ScreenRun()
    try screen.run.write("list.csv", "a;b;a\nNobody;Mohamad Aly;محمد علي\nMohammed Ali;;\n")
    let result = try screen.screen("list.csv", "--column", "b", "--column", "3", "--column", "1")
    let found = result.lines.map { $0.split(separator: ";", omittingEmptySubsequences: false) }
    #expect(found.map { $0[10] } == ["hit_column", "3", "1"])
    #expect(found.map { $0[3] } == ["hit_id", "p1", "p1"])
    let ambiguous = try screen.screen("list.csv", "--column", "a")
    #expect(ambiguous.status == 2)
    #expect(
      ambiguous.complaints == "ism: list.csv:1: column 'a' stands 2 times in the header; give its number\n")
  }

  @Test func kindsNarrow() throws {
    let screen = try ScreenRun()
    try screen.run.write(
      "list.csv", "name,k\nJaysh al-Izza,Organization\nJaysh al-Izza,armed-group\nJaysh al-Izza,person\n")
    let result = try screen.screen("list.csv", "--column", "name", "--kind-column", "k")
    #expect(
      result.lines.map { $0.split(separator: ",", omittingEmptySubsequences: false)[2] } == [
        "hit_id", "c1", "o1", "",
      ])
    try screen.run.write("odd.csv", "name,k\nJaysh al-Izza,thing\n")
    let odd = try screen.screen("odd.csv", "--column", "name", "--kind-column", "k")
    #expect(
      odd.complaints
        == "ism: 1 hit in 1 of 1 row; in 1 row a country, date or kind such as 'thing' could not be read and was left aside\n"
    )
  }

  @Test func badRowsAreReportedAndKeptAndTheRestGoesOn() throws {
    let screen = try ScreenRun()
    let long = String(repeating: "ع", count: 50_000)
    let bad: [[UInt8]] = [
      Array("1,\"Jaysh\"x,a\n".utf8), Array("1,Jaysh al-Izza\r\n".utf8), Array("2,Jaysh,x,y\n".utf8),
      [0x31, 0x2C, 0xFF, 0x2C, 0x0A], Array("3,a\0b,x\n".utf8), Array("4,\(long),x\n".utf8),
    ]
    let good = Array("5,Jaysh al-Izza,\(long)\n".utf8)
    let list = Array("no,name,x\n".utf8) + bad.flatMap { $0 + good }
    try screen.run.write("list.csv", list)
    let result = try screen.screen("list.csv", "--column", "name", "--output", "out.csv")
    #expect(result.status == 2)
    #expect(
      result.complaints == """
        ism: list.csv:2: text behind a closing quote; write a quote inside of quotes twice
        ism: list.csv:4: 2 values, the header has 3
        ism: list.csv:6: 4 values, the header has 3
        ism: list.csv:8: not UTF-8; save the list as UTF-8
        ism: list.csv:10: a NUL byte; save the list as UTF-8 text
        ism: list.csv:12: the name has 100000 bytes; names have up to 4096
        out.csv: 6 hits in 6 of 6 rows; 6 rows could not be read, see out.csv.rejects

        """)
    #expect(try screen.run.bytes("out.csv.rejects") == bad.flatMap { $0 })
    let hit = Array(",c1,company,Jaysh al-Izza,1.0,Jaysh al-Izza,ar-Latn,name,name\n".utf8)
    let expected = Array("no,name,x,\(ScreenRun.header)\n".utf8) + bad.flatMap { _ in good.dropLast() + hit }
    #expect(try screen.run.bytes("out.csv") == expected)

    // Without bad rows the rejects of the run before are gone.
    try screen.run.write("list.csv", "no,name,x\n1,Nobody,\n")
    #expect(try screen.screen("list.csv", "--column", "name", "--output", "out.csv").status == 1)
    #expect(!FileManager.default.fileExists(atPath: screen.run.path("out.csv.rejects")))
    #expect(!FileManager.default.fileExists(atPath: screen.run.path("out.csv.journal")))
  }

  @Test func badObjectsAreReported() throws {
    let screen = try ScreenRun()
    let result = try screen.screen(
      "-", "--column", "name", "--rejects", "bad",
      input: "{\"name\":\"Nobody\"}\n{\"name\":\n{\"hit\":1}\n[1]\n")
    #expect(result.output == "{\"name\":\"Nobody\",\"hit\":null}\n")
    #expect(
      result.complaints == """
        ism: standard input:2: not JSON: no value at byte 10 of the line
        ism: standard input:3: the object has a member 'hit' already; give --prefix another word
        ism: standard input:4: not a JSON object
        ism: 0 hits in 0 of 1 row; 3 rows could not be read, see bad

        """)
    #expect(try screen.run.bytes("bad") == Array("{\"name\":\n{\"hit\":1}\n[1]\n".utf8))
  }

  @Test func theByteOrderMarkIsKeptOrAddedOnce() throws {
    let screen = try ScreenRun()
    for (list, arguments) in [
      ("\u{FEFF}name\nx\n", []), ("\u{FEFF}name\nx\n", ["--bom"]), ("name\nx\n", ["--bom"]),
    ] {
      try screen.run.write("list.csv", list)
      let result = try screen.run.ism(
        ["screen", "list.csv", "--column", "name", "--no-default-lexicon", "--lexicon", "names.ism"]
          + arguments,
        inputBytes: [])
      #expect(result.output == "\u{FEFF}name,\(ScreenRun.header)\nx,\(ScreenRun.nothing)\n")
    }
  }

  @Test func columnsAreNumbersWithoutAHeader() throws {
    let screen = try ScreenRun()
    let result = try screen.screen("-", "--column", "2", "--no-header", input: "1,Nobody\n2,محمد علي\n")
    #expect(
      result.output
        == "1,Nobody,\(ScreenRun.nothing)\n2,محمد علي,p1,person,Mohammed Ali,1.0,محمد علي,ar,name,2\n"
    )
  }

  @Test func evidenceIsAColumnOnRequest() throws {
    let screen = try ScreenRun()
    let table = try screen.screen("-", "--column", "name", "--explain", input: "name\nMohamad Aly\n")
    #expect(table.lines.first?.hasSuffix(",hit_column,hit_evidence") == true)
    let object = try screen.screen(
      "-", "--column", "name", "--explain", input: "{\"name\":\"Mohamad Aly\"}\n")
    #expect(object.output.contains("\"evidence\":["))
  }

  @Test func severalThreadsAnswerAsOne() throws {
    let screen = try ScreenRun()
    let names = ["محمد علي", "Jaysh al-Izza", "Nobody", "\"Mohammed\" Ali", "", "x,y"]
    var list = "no,name\n"
    for row in 0..<1500 { list += "\(row),\(names[(row * row + row / 7) % names.count])\n" }
    try screen.run.write("list.csv", list)
    let one = try screen.screen("list.csv", "--column", "name", "--threads", "1")
    #expect(one.status == 2)
    #expect(one.lines.count > 1000)
    for threads in ["2", "5"] {
      let several = try screen.screen("list.csv", "--column", "name", "--threads", threads)
      #expect(several.output == one.output)
      #expect(several.complaints == one.complaints)
    }
  }

  @Test(arguments: [
    (["--column", "title"], "ism: list.csv:1: no column 'title'; columns: no, name\n"),
    ([], "ism: --column says which column has the names. (see 'ism help', 'ism help COMMAND')\n"),
    (
      ["--column", "name", "--output", "list.csv"],
      "ism: list.csv: the same file as list.csv; name another one\n"
    ),
    (
      ["--column", "name", "--output", "./list.csv"],
      "ism: ./list.csv: the same file as list.csv; name another one\n"
    ),
    (
      ["--column", "name", "--report", "r.html"],
      "ism: --report and --resume need --output FILE. (see 'ism help', 'ism help COMMAND')\n"
    ),
    (
      ["--column", "name", "--output", "no/such/folder"],
      "ism: no/such/folder: cannot write: No such file or directory\n"
    ),
  ])
  func wrongUseSaysTheWayOut(_ arguments: [String], _ complaint: String) throws {
    let run = try ProgramRun()
    try run.write("list.csv", "no,name\n1,Hamas\n")
    let result = try run.ism(["screen", "list.csv"] + arguments, inputBytes: [])
    #expect(result.status == 2)
    #expect(result.complaints == complaint)
    #expect(try run.bytes("list.csv") == Array("no,name\n1,Hamas\n".utf8))
  }

  @Test(arguments: [
    ([0xFF, 0xFE, 0x61, 0x00], "UTF-16"), ([0x50, 0x4B, 0x03, 0x04, 0x00], "workbook"),
    ([0x1F, 0x8B, 0x08], "gzip"), (Array("name\rx\r".utf8), "carriage return"),
    (Array("[{\"name\":\"x\"}]".utf8), "JSON array"), ([], "empty"),
    ([0x6E, 0x61, 0xFF, 0x0A], "not UTF-8"),
  ])
  func otherFilesAreCalledWhatTheyAre(_ bytes: [UInt8], _ word: String) throws {
    let format = word == "JSON array" ? "jsonl" : "csv"
    let result = try ProgramRun().ism(
      ["screen", "-", "--column", "name", "--input-format", format], inputBytes: bytes)
    #expect(result.status == 2)
    #expect(result.complaints.contains(word), "\(result.complaints)")
    #expect(result.complaints.filter { $0 == "\n" }.count == 1)
  }

  @Test func aFullOutputIsAFailure() throws {
    let run = try ProgramRun()
    let result = try run.shell("printf 'name\\nHamas\\n' | \"$ISM\" screen - --column name > /dev/full")
    #expect(result.status == 2)
    #expect(result.complaints.contains("standard output: cannot write: No space left on device"))
  }

  @Test func aClosedPipeEndsQuietly() throws {
    let run = try ProgramRun()
    let filler = String(repeating: "x", count: 4000)
    try run.write("list.csv", "name,filler\n" + String(repeating: "Nobody,\(filler)\n", count: 300))
    let result = try run.shell(#""$ISM" screen list.csv --column name | head -n 1"#)
    #expect(result.output.hasPrefix("name,filler,hit_id"))
    #expect(result.complaints.isEmpty)
  }

  @Test func aPipeIsAnsweredBeforeItEnds() throws {
    let screen = try ScreenRun()
    // The second row is only sent to its end when the first one was answered.
    let result = try screen.run.shell(
      """
      mkfifo rows answers
      "$ISM" screen - --column name --no-default-lexicon --lexicon names.ism < rows > answers &
      exec 3> rows 4< answers
      printf 'name\\nNobody\\nمحمد ' >&3
      read -r header <&4; read -r first <&4
      printf 'علي\\n' >&3
      read -r second <&4
      exec 3>&-
      wait $!
      printf '%s\\n' "$header" "$first" "$second"
      """)
    #expect(
      result.output
        == "name,\(ScreenRun.header)\nNobody,\(ScreenRun.nothing)\nمحمد علي,p1,person,Mohammed Ali,1.0,محمد علي,ar,name,name\n"
    )
  }

  @Test func aTerminalShowsHowFarItIs() throws {
    let screen = try ScreenRun()
    try screen.run.write("list.csv", "name\n" + String(repeating: "محمد علي\n", count: 300))
    let result = try screen.run.shell(
      "script -qec '\"$ISM\" screen list.csv --column name --output out.csv --no-default-lexicon --lexicon names.ism' /dev/null < /dev/null"
    )
    #expect(result.status == 0)
    #expect(
      result.output.contains(/\r\u{1B}\[K64 rows, [0-9]+ rows\/s, 64 hits, 21 %, [0-9]+:[0-9][0-9] left/))
    #expect(result.output.hasSuffix("\u{1B}[Kout.csv: 300 hits in 300 of 300 rows\r\n"))
  }
}
