import Testing

/// `ism complete` with the lexicon that the program carries, in an empty folder.
@Suite struct CompleteTests {
  @Test(arguments: [
    ("Damasc", "place:damascus"), ("دمش", "place:damascus"), ("Jaysh al-Izz", "org:jaysh-al-izza"),
    ("جيش العز", "org:jaysh-al-izza"),
  ])
  func completes(_ text: String, _ id: String) throws {
    let result = try ProgramRun().ism("complete", "--format", "tsv", "--limit", "1", text)
    #expect(result.status == 0)
    #expect(result.lines.count == 2)
    #expect(result.lines.first == "query\tid\tkind\tcaption\tname\tlanguage\trole")
    let fields = try #require(result.lines.last).split(separator: "\t", omittingEmptySubsequences: false)
    #expect(fields.prefix(2) == [text[...], id[...]])
  }

  @Test(arguments: ["", "...", "qqqqq"])
  func nothingBeginsSo(_ text: String) throws {
    let result = try ProgramRun().ism("complete", "--format", "jsonl", text)
    #expect(result.status == 1)
    #expect(result.output == "{\"completions\":[],\"query\":\"\(text)\"}\n")
  }

  @Test func wrongUse() throws {
    #expect(try ProgramRun().ism("complete", "--limit", "0", "a").status == 2)
    #expect(try ProgramRun().ism("complete").status == 2)
  }
}
