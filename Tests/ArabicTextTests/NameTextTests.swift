import TestSupport
import Testing

@testable import ArabicText

/// Normalization and folding.
@Suite struct NameTextTests {
  @Test(arguments: try CaseRow.rows("normalized.tsv"))
  func normalizes(_ row: CaseRow) {
    let normalized = NameText(row["text"]).normalized
    #expect(normalized.unicodeScalars.elementsEqual(row["normalized"].unicodeScalars))
  }

  @Test(arguments: try CaseRow.rows("normalized.tsv"))
  func normalizedTextsStayAsTheyAre(_ row: CaseRow) {
    let normalized = NameText(row["text"]).letters
    #expect(NameText(String(decoding: normalized, as: UTF16.self)).letters == normalized)
  }

  @Test(arguments: try CaseRow.rows("folded.tsv"))
  func folds(_ row: CaseRow) {
    #expect(NameText(row["text"]).folded == row["folded"])
  }

  @Test(arguments: try CaseRow.rows("folded.tsv"))
  func hashesTheFoldedForm(_ row: CaseRow) {
    #expect(NameText(row["text"]).foldedHash() == NameText(row["folded"]).foldedHash())
  }

  @Test func keepsWordsApartInTheHash() {
    #expect(NameText("abu bakr").foldedHash() != NameText("abubakr").foldedHash())
    #expect(NameText("abu bakr").foldedHash() != NameText("bakr abu").foldedHash())
    #expect(NameText("abu bakr umar").foldedHash(ofWords: 1..<2) == NameText("bakr").foldedHash())
  }

  @Test(arguments: [
    "", " ", "...", "()", ",", "،،", "-", "'", "ʿ", "’ ʾ",
    "\u{640}\u{640}\u{640}", "\u{200F}\u{200E}", "\u{64E}", "\u{651}", "\u{301}", "\u{FE0F}",
    "🕌", "🇸🇾", "👨‍👩‍👧", "★", "!?",
  ])
  func isEmptyWithoutLetters(_ text: String) {
    let name = NameText(text)
    #expect(name.isEmpty)
    #expect(name.letters.isEmpty)
    #expect(name.folded.isEmpty)
    #expect(name.uninverted == nil)
  }

  @Test(arguments: [
    "A", "1", "a, b", "🕌 a",
    "ء",
    "٣",
  ])
  func isNotEmptyWithALetterOrDigit(_ text: String) {
    #expect(!NameText(text).isEmpty)
  }
}
