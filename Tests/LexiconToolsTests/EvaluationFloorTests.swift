import ArabicText
import LexiconTools
import TestSupport
import Testing

/// The carried model does not get worse on the frozen list.
@Suite struct EvaluationFloorTests {
  private static func floor(_ list: String) throws -> Double {
    let row = try #require(CaseRow.rows("floors.tsv").first { $0["list"] == list })
    return try #require(Double(row["floor"]))
  }

  @Test func floorsAreShares() throws {
    #expect(try (0...1).contains(Self.floor("frozen-words")))
  }

  @Test(.enabled(if: Transducer.carried.isTrained, "the carried model has no weights"))
  func frozenWordsStayRight() throws {
    let figures = try FrozenWords.figures(romanizeName: EvaluatedIsm().words)
    let share = try #require(figures.words.all.share)
    #expect(figures.misansweredRows == 0)
    #expect(try share >= Self.floor("frozen-words"))
  }
}
