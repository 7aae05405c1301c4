import Testing

/// Help, completion, `parse` and `stats` of the real program.
@Suite struct HelpTests {
  @Test(arguments: [
    "lookup", "complete", "screen", "romanize", "arabize", "normalize", "variants", "parse", "compile",
    "check", "verify",
    "stats", "train", "evaluate", "serve",
  ])
  func everyCommandHasExamples(_ command: String) throws {
    let result = try ProgramRun().ism("help", command)
    #expect(result.status == 0)
    #expect(result.output.contains("Example"))
    #expect(result.output.contains("ism \(command)"))
  }

  @Test(arguments: ["bash", "zsh", "fish"])
  func completionScripts(_ shell: String) throws {
    let result = try ProgramRun().ism("--generate-completion-script", shell)
    #expect(result.status == 0)
    #expect(result.output.contains("lookup"))
  }

  @Test func versionIsPrinted() throws {
    #expect(try ProgramRun().ism("--version").output == "0.1.0\n")
  }

  @Test func parseShowsParts() throws {
    let result = try ProgramRun().ism("parse", "--format", "tsv", "Sheikh Ali ibn Abi Talib al-Hashimi")
    #expect(
      result.lines.dropFirst().map { $0.split(separator: "\t").dropFirst().joined(separator: "=") } == [
        "Sheikh=title", "Ali=name", "ibn Abi Talib=nasab", "al-Hashimi=nisba",
      ])
  }

  @Test func parseOfNothingIsExitCodeOne() throws {
    #expect(try ProgramRun().ism("parse", "()").status == 1)
  }

  @Test func statsCount() throws {
    let result = try ProgramRun().ism("stats", "--format", "tsv")
    #expect(result.status == 0)
    #expect(result.lines.contains { $0.contains("\tkind\tarmed-group\t") })
    #expect(result.lines.contains { $0.contains("\trole\tpreviousName\t") })
  }
}
