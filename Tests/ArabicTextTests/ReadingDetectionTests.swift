import TestSupport
import Testing

@testable import ArabicText

@Suite struct ReadingDetectionTests {
  @Test(arguments: try CaseRow.rows("reading-detected.tsv"))
  func recognizes(_ row: CaseRow) {
    #expect(SpellingTradition.detect(row["spelling"]) == row["class"], "\(row["spelling"])")
  }

  @Test(arguments: ["a", "3", "'", "$", "x", "\u{1F600}", "х", "ş", "3'", "a'", "7a ", "\u{301}", "\u{0}"])
  func longTextsEnd(_ unit: String) {
    #expect(Scheme.identifiers.contains(SpellingTradition.detect(String(repeating: unit, count: 10_000))))
  }

  @Test func itsLinesAreUnderstood() {
    #expect(SpellingTradition.problem == nil)
  }

  @Test func whatItAnswersIsAScheme() throws {
    #expect(try Scheme.named(SpellingTradition.unsure).kind == .reading)
  }
}
