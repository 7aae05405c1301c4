import Foundation
import Testing

/// Runs that were interrupted, and go on as if they had not been.
@Suite struct ScreenResumeTests {
  private static let options = "--column name --no-default-lexicon --lexicon names.ism"

  /// A folder with a list of rows of all kinds, and the answers of a run that was not interrupted.
  private func prepared() throws -> ScreenRun {
    let screen = try ScreenRun()
    let rows = [
      "محمد علي", "Jaysh al-Izza", "Nobody", "\"Union, of\" Glory", "\"two\nlines\"", "",
      "Jaysh al-Izza,too much",
    ]
    var list = "no,name\n"
    for row in 0..<3000 { list += "\(row),\(rows[(row * row + row / 11) % rows.count])\n" }
    try screen.run.write("list.csv", list)
    let whole = try screen.run.shell("\"$ISM\" screen list.csv \(Self.options) --output whole.csv")
    try #require(whole.status == 2)
    return screen
  }

  private func expectWhole(_ screen: ScreenRun, _ name: String) throws {
    #expect(try screen.run.bytes(name) == screen.run.bytes("whole.csv"))
    #expect(try screen.run.bytes(name + ".rejects") == screen.run.bytes("whole.csv.rejects"))
    #expect(!FileManager.default.fileExists(atPath: screen.run.path(name + ".journal")))
  }

  /// Starts a run whose list comes through a pipe that stays open, and sends it a signal when some of its answers are
  /// safe: it cannot be at the end by then.
  private func interrupt(_ screen: ScreenRun, signal: String) throws -> ProgramRun.Result {
    try screen.run.shell(
      """
      mkfifo pipe
      "$ISM" screen - \(Self.options) --output out.csv --sync-every 0 < pipe &
      exec 3> pipe
      head -c 20011 list.csv >&3
      tries=0
      until grep -q '^inputOffset.[1-9][0-9][0-9][0-9]' out.csv.journal 2> /dev/null; do
        tries=$((tries + 1)); test $tries -lt 3000 || exit 99
        sleep 0.05
      done
      kill -\(signal) $!
      wait $!
      status=$?
      exec 3>&-
      exit $status
      """)
  }

  @Test func aKilledRunGoesOn() throws {
    let screen = try prepared()
    let killed = try interrupt(screen, signal: "KILL")
    #expect(killed.status == 128 + 9)
    let part = try screen.run.bytes("out.csv")
    let whole = try screen.run.bytes("whole.csv")
    #expect(!part.isEmpty && part.count < whole.count)
    // What came behind the last place that was safe is cut off.
    try screen.run.write("out.csv", part + Array("17,half of a ro".utf8))
    let result = try screen.run.shell(
      "\"$ISM\" screen - \(Self.options) --output out.csv --resume < list.csv")
    #expect(result.status == 2)
    #expect(result.complaints.contains("out.csv: "))
    try expectWhole(screen, "out.csv")
    // The summary counts the rows of both runs.
    let again = try screen.run.shell("\"$ISM\" screen list.csv \(Self.options) --output whole.csv")
    let last = again.complaints.split(separator: "\n").last.map(String.init)
    #expect(
      result.complaints.split(separator: "\n").last.map(String.init)
        == last?.replacingOccurrences(of: "whole.csv", with: "out.csv"))
  }

  @Test func aRunThatIsAskedToStopMakesItsAnswersSafe() throws {
    let screen = try prepared()
    let stopped = try interrupt(screen, signal: "TERM")
    #expect(stopped.status == 2)
    #expect(stopped.complaints.contains("; interrupted, --resume goes on"))
    let refused = try screen.run.shell("\"$ISM\" screen list.csv \(Self.options) --output out.csv")
    #expect(refused.status == 2)
    #expect(
      refused.complaints
        == "ism: out.csv: an interrupted run left its answers here; go on with --resume, or begin again without out.csv.journal\n"
    )
    #expect(
      try screen.run.shell("\"$ISM\" screen list.csv \(Self.options) --output out.csv --resume").status == 2)
    try expectWhole(screen, "out.csv")
  }

  @Test func aFullDiskIsAFailureThatCanBeResumed() throws {
    let screen = try prepared()
    // Blocks of 512 bytes; the signal is ignored, so that writing fails as on a full disk.
    let full = try screen.run.shell(
      "trap '' XFSZ; ulimit -f 60; \"$ISM\" screen list.csv \(Self.options) --output out.csv --sync-every 0")
    #expect(full.status == 2)
    #expect(full.complaints.contains("out.csv: cannot write: File too large"), "\(full.complaints)")
    let list = try screen.run.bytes("list.csv")
    try screen.run.write("list.csv", list + Array("3001,Nobody\n".utf8))
    let longer = try screen.run.shell("\"$ISM\" screen list.csv \(Self.options) --output out.csv --resume")
    #expect(longer.complaints.contains("the list was changed since the run was interrupted"))
    try screen.run.write("list.csv", list)
    #expect(
      try screen.run.shell("\"$ISM\" screen list.csv \(Self.options) --output out.csv --resume").status == 2)
    try expectWhole(screen, "out.csv")
  }

  @Test func whatWasChangedIsNotGoneOnWith() throws {
    let screen = try prepared()
    _ = try interrupt(screen, signal: "KILL")
    let part = try screen.run.bytes("out.csv")
    func expectRefusal(_ command: String, _ words: String) throws {
      let result = try screen.run.shell(command)
      #expect(result.status == 2)
      #expect(result.complaints.contains(words), "\(result.complaints)")
      #expect(result.complaints.filter { $0 == "\n" }.count == 1)
      #expect(try screen.run.bytes("out.csv") == part)
    }
    let again = "\"$ISM\" screen list.csv --output out.csv --resume"
    try expectRefusal("\(again) \(Self.options) --explain", "the options are not those")
    try expectRefusal("\(again) --column name", "the lexicons are not those")
    let list = try screen.run.bytes("list.csv")
    try screen.run.write("list.csv", Array("no,name\n9".utf8) + list.dropFirst("no,name\n0".utf8.count))
    try expectRefusal("\(again) \(Self.options)", "the list was changed")
    try screen.run.write("list.csv", list.prefix(500))
    try expectRefusal("\(again) \(Self.options)", "the list was changed")
    try screen.run.write("list.csv", list)
    let journal = try screen.run.bytes("out.csv.journal")
    try screen.run.write("out.csv.journal", journal.dropLast(30))
    try expectRefusal("\(again) \(Self.options)", "the journal is damaged")
    try screen.run.write("out.csv.journal", journal)
    #expect(try screen.run.shell("\(again) \(Self.options)").status == 2)
    try expectWhole(screen, "out.csv")
  }

  @Test func nothingToGoOnWithIsSaidOrIsTheBeginning() throws {
    let screen = try prepared()
    let begun = try screen.run.shell("\"$ISM\" screen list.csv \(Self.options) --output out.csv --resume")
    #expect(begun.status == 2)
    try expectWhole(screen, "out.csv")
    let done = try screen.run.shell("\"$ISM\" screen list.csv \(Self.options) --output out.csv --resume")
    #expect(done.status == 2)
    #expect(done.complaints.contains("no journal beside it"))
    try expectWhole(screen, "out.csv")
  }
}
