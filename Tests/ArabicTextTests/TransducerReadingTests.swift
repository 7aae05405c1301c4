import TestSupport
import Testing

@testable import ArabicText

/// Letters and what ALA-LC writes for them, brought together as vocalized Arabic.
@Suite struct TransducerReadingTests {
  @Test(arguments: try CaseRow.rows("transducer-reading.tsv"))
  func reads(_ row: CaseRow) {
    let chunks = row["chunks"].split(separator: "|", omittingEmptySubsequences: false)
    let reading = ScholarlyReading(
      letters: Array(row["letters"].utf16), chunks: chunks.map { Array($0.utf16) })
    // By scalars in canonical order: the order of shadda and vowel is no difference.
    #expect(
      composed(reading.arabic).unicodeScalars.elementsEqual(composed(row["arabic"]).unicodeScalars),
      "\(reading.arabic)")
  }

  /// What chunks say is what the scheme's rules make of the vocalized word.
  @Test(arguments: try CaseRow.rows("transducer-reading.tsv"))
  func isRomanizedBack(_ row: CaseRow) throws {
    let word = row["arabic"]
    // The rules write -h where no word follows that makes a construct.
    guard !row["chunks"].hasSuffix("|t") || !word.hasSuffix("ة") else { return }
    // "īw" and "ūw" stand for a doubled letter; chunks may write two.
    let scholarly = row["chunks"].replacing("|", with: "").replacing("iyy", with: "īy")
    guard row["class"] != "fewer chunks" else { return }
    #expect(try Scheme.named("ala-lc").romanize(word, capitals: .none) == scholarly)
  }

  @Test(arguments: try CaseRow.rows("transducer-round-trip.tsv"))
  func theCarriedModelRestoresVowels(_ row: CaseRow) throws {
    let best = try #require(Transducer.carried.vocalizations(of: [row["arabic"]], at: 0, best: 1).first)
    #expect(best.scholarly == row["scholarly"])
    #expect(try Scheme.named("ala-lc").romanize(best.arabic, capitals: .none) == row["scholarly"])
  }

  @Test func theTableOfRoundTripsIsLong() throws {
    #expect(try CaseRow.rows("transducer-round-trip.tsv").count >= 60)
  }

  @Test func vowelMarksAreAddedToTheLettersGiven() throws {
    for word in ["محمد", "القذافي", "والكتاب", "مؤمن", "آمنة", "زكريا"] {
      for item in Transducer.carried.vocalizations(of: [word], at: 0, best: 10) {
        var letters: [UInt16] = []
        TransducerText.appendArabic(item.arabic, to: &letters)
        #expect(letters == Array(word.utf16), "\(item.arabic)")
      }
    }
  }
}

/// What is known of the words beside a word.
@Suite struct TransducerContextTests {
  private func context(_ name: String, _ place: Int) -> LetterFeatures.Context {
    LetterFeatures.Name(name.split(separator: " ")).context(at: place)
  }

  @Test func commasAndEndsMakePositions() {
    let plain = (0..<3).map { context("نور سامي باسم", $0).position }
    #expect(Set(plain).count == 3)
    let inverted = (0..<3).map { context("نور، سامي باسم", $0).position }
    #expect(zip(plain, inverted).allSatisfy { $0 != $1 })
    // The Latin comma is one too, and a full stop ends a phrase but inverts nothing.
    #expect((0..<3).map { context("نور, سامي باسم", $0).position } == inverted)
    let stopped = (0..<3).map { context("نور. سامي باسم", $0).position }
    #expect(stopped != inverted && stopped[0] != plain[0] && stopped[1] != plain[1] && stopped[2] == plain[2])
  }

  @Test func aLateCommaIsNoInversion() {
    let name = "ا ب ت ث، ج"
    let early = "ا ب ت، ث ج"
    #expect(context(name, 0).position != context(early, 0).position)
    #expect(context(name, 0).position == context("ا ب ت ث ج", 0).position)
  }

  @Test func neighboursCountAndPunctuationDoesNot() {
    let middle = context("نور سامي باسم", 1)
    #expect(middle.previous == context("نور، سامي باسم", 1).previous)
    #expect(middle.previous != context("باسم سامي باسم", 1).previous)
    #expect(middle.next == context("نور سامي بَاسِم", 1).next)
    #expect(middle.nextStart == context("نور سامي بالي", 1).nextStart)
    #expect(middle.nextStart != context("نور سامي الباسم", 1).nextStart)
    #expect(middle.first == context("نور علي", 0).first)
    #expect(middle.first != context("باسم سامي باسم", 1).first)
    // Nothing beside it, and nothing but signs beside it.
    #expect(context("سامي", 0).next == context("سامي 12", 0).next)
    #expect(context("سامي", 0).nextStart == 0)
  }

  @Test func lettersOfPersianMarkTheWholeName() {
    #expect(context("نور گل", 0).isForeign != context("نور كل", 0).isForeign)
    #expect(context("نور گل", 0).isForeign == context("نور گل", 1).isForeign)
  }

  @Test func theNextWordMakesAConstruct() {
    let carried = Transducer.carried
    #expect(carried.vocalizations(of: ["جامعة", "حلب"], at: 0, best: 1).first?.scholarly == "jāmiʻat")
    #expect(carried.vocalizations(of: ["الجامعة"], at: 0, best: 1).first?.scholarly == "al-jāmiʻah")
  }
}
