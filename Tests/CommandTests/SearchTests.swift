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

  /// Answers come while more names are waited for, also while half a name is there.
  @Test func aPipeIsAnsweredBeforeItEnds() throws {
    let result = try ProgramRun().shell(
      """
      mkfifo names answers
      "$ISM" search - --limit 1 < names > answers &
      exec 3> names 4< answers
      printf 'Jeish el-Ezzah\\nHa' >&3
      read -r first <&4
      printf 'mas\\n' >&3
      read -r second <&4
      exec 3>&-
      wait $!
      printf '%s\\n' "$first" "$second"
      """)
    #expect(result.status == 0)
    #expect(result.lines.count == 2)
    #expect(result.lines.first?.hasSuffix(#""query":"Jeish el-Ezzah"}"#) == true, "\(result.output)")
    #expect(result.lines.last?.hasSuffix(#""query":"Hamas"}"#) == true, "\(result.output)")
  }

  @Test func aLineThatCannotBeReadIsAnsweredInItsPlace() throws {
    let lines: [[UInt8]] = (0..<100).map { Array("Ali \($0)\n".utf8) + [0xFF, 0x0A] }
    let run = try ProgramRun().ism(["search", "-", "--limit", "1"], inputBytes: lines.flatMap(\.self))
    #expect(run.status == 2)
    #expect(run.lines.count == 200)
    for (place, line) in run.lines.enumerated() {
      #expect(line.contains(place.isMultiple(of: 2) ? "\"query\":\"Ali \(place / 2)\"" : "\"error\":"))
    }
    #expect(run.complaints.split(separator: "\n").count == 100)
  }

  @Test func aFolderIsNoInput() throws {
    let run = try ProgramRun().shell("\"$ISM\" search - < .")
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(run.complaints.contains("standard input:1: cannot read"), "\(run.complaints)")
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
