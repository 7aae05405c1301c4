import TestSupport
import Testing

/// Pairs of names that are the same or are not.
@Suite struct PairsTests {
  private static let rows = Result { try CaseRow.rows("pairs.tsv") }
  private static let lexicon = Result { try PairLexicon(rows.get()) }

  @Test(arguments: try rows.get())
  func findsWhatIsTheSame(_ row: CaseRow) throws {
    #expect(["same", "different"].contains(row["verdict"]))
    #expect(try Self.lexicon.get().finds(row) == (row["verdict"] == "same"))
  }

  @Test func compilesAllButTheEmpty() throws {
    let uncompiled = try Self.lexicon.get().uncompiled
    #expect(uncompiled.allSatisfy { $0["class"] == "empty" })
    #expect(uncompiled.count == 2)
  }
}
