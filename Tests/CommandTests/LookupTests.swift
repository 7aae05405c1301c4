import Testing

/// `ism lookup` with the lexicon that the program carries, in an empty folder.
@Suite struct LookupTests {
  @Test(arguments: [
    "جيش العزة",
    "جَيْش العِزّة",
    "جيش العزه",
    "Jaysh al-Izza",
    "Jaish al Izzah",
    "Jeish el-Ezza",
    "JAYSH AL-ʿIZZAH",
    "Ǧaiš al-ʿIzza",
    "Army of Glory",
    "Джейш аль-Изза",
    "jaysh el 3ezza",
    "jy$ AlEzp",
  ])
  func findsTheGroup(_ name: String) throws {
    let result = try ProgramRun().ism("lookup", "--format", "tsv", name)
    #expect(result.status == 0)
    let fields = try #require(result.lines.dropFirst().first).split(
      separator: "\t", omittingEmptySubsequences: false)
    #expect(fields[1] == "org:jaysh-al-izza")
    #expect(fields[7] != "previousName")
  }

  @Test(arguments: ["Tajamu' al-'Izza", "Tajammu al Izzah", "تجمع العزة", "Union of Glory"])
  func marksAFormerName(_ name: String) throws {
    let result = try ProgramRun().ism("lookup", "--format", "tsv", name)
    let fields = try #require(result.lines.dropFirst().first).split(
      separator: "\t", omittingEmptySubsequences: false)
    #expect(fields[1] == "org:jaysh-al-izza")
    #expect(fields[7] == "previousName")
  }

  @Test func neighboursStayApart() throws {
    let result = try ProgramRun().ism("lookup", "Jaysh al-Islam")
    #expect(result.status == 0)
    #expect(!result.output.contains("org:jaysh-al-izza"))
  }

  @Test(arguments: ["", "ـــ", "()", "...", "😀", "\u{200F}\u{200E}", "'", "$$", "& |", "<>"])
  func nothingMatchesNothing(_ name: String) throws {
    let result = try ProgramRun().ism("lookup", "--format", "jsonl", "--", name)
    #expect(result.status == 1)
    #expect(result.output.contains("\"matches\":[]"))
    #expect(result.complaints.isEmpty)
  }

  @Test func answersAStreamInOrder() throws {
    let result = try ProgramRun().ism("lookup", "-", input: "Jaysh al-Izza\nno such name anywhere\nHamas\n")
    #expect(result.status == 0)
    #expect(result.lines.count == 3)
    #expect(result.lines[0].contains(#""query":"Jaysh al-Izza""#))
    #expect(result.lines[1] == #"{"matches":[],"query":"no such name anywhere"}"#)
    #expect(result.lines[2].contains(#""query":"Hamas""#))
  }

  @Test func aBadLineOfAStreamIsReportedAndTheRestGoesOn() throws {
    let bytes = Array("Hamas\n".utf8) + [0xFF, 0xFE, 0x0A] + Array("Fatah\n".utf8)
    let result = try ProgramRun().ism(["lookup", "-"], inputBytes: bytes)
    #expect(result.status == 2)
    #expect(result.lines.count == 3)
    #expect(result.lines[1].contains("not UTF-8"))
    #expect(result.complaints.contains("standard input:2: not UTF-8"))
    #expect(result.lines[2].contains(#""query":"Fatah""#))
  }

  @Test func showsAllNames() throws {
    let result = try ProgramRun().ism("lookup", "--all-names", "--format", "jsonl", "Jaysh al-Izza")
    #expect(result.output.contains("Army of Glory"))
    #expect(result.output.contains("جَيْش العِزَّة"))
  }

  @Test func aClosedPipeEndsQuietly() throws {
    let run = try ProgramRun()
    try run.write("names", String(repeating: "Hamas\n", count: 20_000))
    let result = try run.shell(#""$ISM" lookup - < names | head -n 1"#)
    #expect(result.status == 0)
    #expect(result.complaints.isEmpty)
  }

  @Test func aFullOutputIsAFailure() throws {
    let result = try ProgramRun().shell(#""$ISM" lookup Hamas > /dev/full"#)
    #expect(result.status == 2)
    #expect(result.complaints.contains("cannot write the output"))
  }

  @Test func severalLexiconsAnswerTogether() throws {
    let run = try ProgramRun()
    try run.write("a.tsv", "id\tname\na\tمحمد علي\n")
    try run.write("b.tsv", "id\tname\tkind\nb\tMohammad Ali\tperson\n")
    #expect(try run.ism("compile", "a.tsv", "--output", "a.ism").status == 0)
    #expect(try run.ism("compile", "b.tsv", "--output", "b.ism").status == 0)
    let result = try run.ism(
      "lookup", "--no-default-lexicon", "--lexicon", "a.ism", "--lexicon", "b.ism", "--format", "csv",
      "Mohamed Ali")
    #expect(result.lines.dropFirst().map { $0.split(separator: ",")[1] }.sorted() == ["a", "b"])
  }

  @Test(arguments: [
    ["lookup"], ["lookup", "--limit", "0", "x"], ["lookup", "--format", "xml", "x"], ["nothing"],
    ["lookup", "--no-default-lexicon", "x"], ["lookup", "--lexicon", "missing.ism", "x"],
  ])
  func wrongUseIsExitCodeTwo(_ arguments: [String]) throws {
    let result = try ProgramRun().ism(arguments, inputBytes: [])
    #expect(result.status == 2)
    #expect(!result.complaints.isEmpty)
    #expect(result.output.isEmpty)
  }
}
