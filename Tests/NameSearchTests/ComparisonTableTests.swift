import NameSearch
import TestSupport
import Testing

/// What `compare` says of pairs that people who look names up have to tell apart, each way round.
@Suite struct ComparisonTableTests {
  private static let set = Result { LexiconSet([try Lexicon.carried()]) }

  /// What is the same is found, and what is different is never judged the same.
  @Test(arguments: try CaseRow.rows("comparisons.tsv"))
  func verdict(_ row: CaseRow) throws {
    let set = try Self.set.get()
    let comparison = set.compare(row["left"], row["right"])
    switch row["verdict"] {
    case "same": #expect(comparison.verdict == .same, "\(comparison.score)")
    case "possible": #expect(comparison.verdict == .possible, "\(comparison.score)")
    case "not same": #expect(comparison.verdict != .same, "\(comparison.score)")
    case "different": #expect(comparison.verdict == .different, "\(comparison.score)")
    default: Issue.record("no verdict")
    }
    #expect(set.compare(row["right"], row["left"]).score == comparison.score)
  }
}
