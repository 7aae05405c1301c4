import Testing

@testable import LexiconTools

/// The forms in which spellings are compared, and distances between them.
@Suite struct EvaluationFormsTests {
  @Test(arguments: [
    (ComparisonForm.exact, "ʿAlī", "ʻAlī"),
    (.exact, "‘Alī", "ʻAlī"),
    (.exact, "Raʾd, Ra’d, Ra'd", "Raʼd, Raʼd, Raʼd"),
    (.exact, "Ali\u{304}", "Alī"),
    (.scholarly, "Nāṭūr,  Ḥasan.", "nāṭūr ḥasan"),
    (.scholarly, "al-Nūr wa-al-Ḍiyāʾ", "al-nūr wa-al-ḍiyāʼ"),
    (.scholarly, "(ʿAbd) ; [al-Nūr]", "ʻabd al-nūr"),
    (.scholarly, "ʻIzz\u{A0}al-Dīn", "ʻizz al-dīn"),
    (.scholarly, " - . ", ""),
    (.everyday, "Ḥasan ʻAbd al-Nūr", "hasan abd al-nur"),
    (.everyday, "O'Neill", "oneill"),
    (.everyday, "Đorđe Kılıç Łódź", "dorde kilic lodz"),
    (.everyday, "İZMİR", "izmir"),
    (.everyday, "-Ali-", "ali"),
    (.everyday, "علي", ""),
    (.arabic, "مُحَمَّد،", "محمد"),
    (.arabic, "الرحمٰن", "الرحمن"),
    (.arabic, "ا\u{654}حمد", "أحمد"),
    (.arabic, "عبـــد  الله", "عبد الله"),
    (.arabic, "أحمد", "أحمد"),
  ])
  func formsKeys(_ form: ComparisonForm, _ text: String, _ expected: String) {
    #expect(form.key(of: text).unicodeScalars.elementsEqual(expected.unicodeScalars))
  }

  @Test func cutsWordsAtWhitespaceOnly() {
    #expect(ComparisonForm.tokens(of: " al-Nūr\t\u{2009}X،  \u{301}y ").map(String.init).count == 3)
    #expect(ComparisonForm.exact.words(of: "\"Nāṭūr, Ḥasan (X).\"") == ["Nāṭūr", "Ḥasan", "X"])
  }

  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("kitten", "sitting", 3),
    ("hasan", "ahsan", 2), ("نور", "نوري", 1),
  ])
  func countsEdits(_ left: String, _ right: String, _ expected: Int) {
    let distance = EditDistance()
    // A longer pair first: what it leaves in the row must not matter.
    _ = distance.distance(Array("some long text".unicodeScalars), Array("another long text".unicodeScalars))
    #expect(distance.distance(Array(left.unicodeScalars), Array(right.unicodeScalars)) == expected)
    #expect(distance.distance(Array(right.unicodeScalars), Array(left.unicodeScalars)) == expected)
  }

  @Test(arguments: [("ḥasan", "ḥasan", 0.0), ("", "ḥasan", 1), ("hasan", "ḥasan", 0.2), ("abcd", "a", 3)])
  func countsErrorsInScalars(_ text: String, _ reference: String, _ expected: Double) {
    #expect(EditDistance().characterErrorRate(of: text, against: reference) == expected)
  }
}
