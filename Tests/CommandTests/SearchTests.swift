import Foundation
import Testing

/// `ism search` and `ism compare` as programs.
@Suite struct SearchTests {
  @Test func findsAndExplains() throws {
    let run = try ProgramRun().ism(
      "search", "Jeish el-Izza", "--explain", "--limit", "1", "--format", "jsonl")
    #expect(run.status == 0)
    #expect(run.output.contains("\"id\":\"org:jaysh-al-izza\""))
    #expect(run.output.contains("\"evidence\":[{"))
  }

  @Test func streamsInOrder() throws {
    let names = (0..<300).map { "Name\($0) Ali" } + ["", "Hassan"]
    let run = try ProgramRun().ism("search", "-", "--limit", "1", input: names.joined(separator: "\n") + "\n")
    let queries = run.lines.compactMap { $0.components(separatedBy: "\"query\":\"").last?.dropLast(2) }.map(
      String.init)
    #expect(queries == names)
  }

  @Test func refusesWrongOptions() throws {
    #expect(try ProgramRun().ism("search", "Ali", "--min-score", "2").status == 2)
    #expect(try ProgramRun().ism("compare", "Ali").status == 2)
  }

  @Test func comparesPairsOfAStream() throws {
    let run = try ProgramRun().ism("compare", "-", input: "Ali\tعلي\nAli\nOmar\tHassan\n")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 3)
    #expect(lines.first?.contains("\"verdict\":\"same\"") == true)
    #expect(lines.last?.contains("\"verdict\":\"different\"") == true)
    #expect(run.status == 2)
    #expect(run.complaints.contains("standard input:2"))
  }
}
