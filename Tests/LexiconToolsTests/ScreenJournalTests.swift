import TestSupport
import Testing

@testable import LexiconTools

/// The journal of a run.
@Suite struct ScreenJournalTests {
  private var journal: ScreenJournal {
    var journal = ScreenJournal(settings: "abc", lexicons: "1 2", inputSize: 12345)
    journal.inputOffset = 77
    journal.outputOffset = 99
    journal.rejectsOffset = 3
    journal.counts = ScreenCounts(
      rows: 7, found: 2, hits: 3, rejected: 1, cut: 4, nameless: 5, unread: 6)
    return journal
  }

  @Test func isReadAsItWasWritten() throws {
    let folder = try TemporaryFolder()
    let output = folder.file("out.csv")
    #expect(try ScreenJournal.read(for: output) == nil)
    try journal.write(for: output)
    #expect(try ScreenJournal.read(for: output) == journal)
    ScreenJournal.remove(for: output)
    #expect(try ScreenJournal.read(for: output) == nil)
  }

  @Test func aChangedByteIsFound() throws {
    let folder = try TemporaryFolder()
    let output = folder.file("out.csv")
    try journal.write(for: output)
    let bytes = try folder.bytes(of: "out.csv.journal")
    let first = try #require(bytes.firstIndex(of: UInt8(ascii: "\n")))
    for place in first + 1..<bytes.count - 1 {
      var changed = bytes
      changed[place] ^= 1
      try folder.write(changed, to: "out.csv.journal")
      #expect(throws: SourceProblem.self) { try ScreenJournal.read(for: output) }
    }
  }

  @Test func saysWhatDiffers() {
    #expect(journal.difference(from: journal) == nil)
    var other = journal
    other.settings = "x"
    #expect(journal.difference(from: other)?.contains("options") == true)
    other = journal
    other.lexicons = "1"
    #expect(journal.difference(from: other)?.contains("lexicons") == true)
    other = journal
    other.inputSize = 12346
    #expect(journal.difference(from: other)?.contains("list was changed") == true)
    other.inputSize = -1
    #expect(journal.difference(from: other) == nil)
  }
}
