import FoundationEssentials
import LexiconTools
import TestSupport
import Testing

/// The carried model does not get worse on the frozen list.
@Suite struct EvaluationFloorTests {
  /// Whether the carried model has weights: a file without them has a few kilobytes.
  private static let isTrained: Bool = {
    let path = "\(PackageFolder.path)/Lexicon/Compiled/default.transducer"
    let bytes = try? Data(contentsOf: URL(filePath: path))
    return (bytes?.count ?? 0) > 1 << 16
  }()

  private static func floor(_ list: String) throws -> Double {
    let row = try #require(CaseRow.rows("floors.tsv").first { $0["list"] == list })
    return try #require(Double(row["floor"]))
  }

  @Test func floorsAreShares() throws {
    #expect(try (0...1).contains(Self.floor("frozen-words")))
  }

  @Test(.enabled(if: isTrained, "the carried model has no weights"))
  func frozenWordsStayRight() throws {
    let figures = try FrozenWords.figures(romanizeName: EvaluatedIsm().words)
    let share = try #require(figures.words.all.share)
    #expect(figures.misansweredRows == 0)
    #expect(try share >= Self.floor("frozen-words"))
  }
}
