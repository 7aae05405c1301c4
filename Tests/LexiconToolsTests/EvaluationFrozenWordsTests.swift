import ArabicText
import LexiconTools
import TestSupport
import Testing

/// The frozen list is well formed and can be scored.
@Suite struct EvaluationFrozenWordsTests {
  private static let rows = Result { try CaseRow.rows("frozen-words.tsv") }
  /// The letters of ALA-LC for Arabic, in NFC and lower case.
  private static let letters = Set("abdfghijklmnqrstuwyzāīūḥṣḍṭẓáʻʼ- ".unicodeScalars)

  @Test(arguments: try rows.get())
  func isWellFormed(_ row: CaseRow) {
    #expect(!row["class"].isEmpty)
    #expect(row["arabic"].unicodeScalars.allSatisfy { WritingSystem($0) == .arabic || $0 == " " })
    #expect(row["arabic"].unicodeScalars.elementsEqual(composed(row["arabic"]).unicodeScalars))
    #expect(row["latin"].unicodeScalars.elementsEqual(composed(row["latin"]).unicodeScalars))
    #expect(row["latin"].lowercased().unicodeScalars.allSatisfy(Self.letters.contains))
    let words = ComparisonForm.tokens(of: row["arabic"]).count
    #expect(words == ComparisonForm.tokens(of: row["latin"]).count)
    #expect((1...4).contains(words))
  }

  @Test func hasEachRowOnce() throws {
    let pairs = try FrozenWords.pairs()
    #expect(pairs.count >= 150)
    #expect(Set(pairs.map(\.arabic)).count == pairs.count)
  }

  @Test func canBeScored() throws {
    let pairs = try FrozenWords.pairs()
    let answers = Dictionary(pairs.map { ($0.arabic, $0.latin) }, uniquingKeysWith: { first, _ in first })
    let figures = try FrozenWords.figures { ComparisonForm.tokens(of: answers[$0] ?? "").map(String.init) }
    #expect(figures.words.all.share == 1 && figures.names.share == 1)
    #expect(figures.names.count == pairs.count)
    #expect([figures.unalignedRows, figures.unequalRows, figures.misansweredRows] == [0, 0, 0])
    let baseline = try ICUBaseline()
    let share = try #require(FrozenWords.figures(romanizeName: baseline.words).words.all.share)
    #expect(share < 0.1)
  }
}
