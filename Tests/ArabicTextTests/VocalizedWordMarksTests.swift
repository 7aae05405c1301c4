import Testing

@testable import ArabicText

@Suite struct VocalizedWordMarksTests {
  @Test(arguments: [
    ("حسن", "حَسَن", true),
    ("حَسن", "حَسَن", true),
    ("حُسن", "حَسَن", false),
    ("حسّن", "حَسَن", false),
    ("حَسَنٌ", "حَسَن", true),
    ("محمّد", "مُحَمَّد", true),
    ("كَتِاب", "كِتَاب", false),
    ("قَذَّافِي", "قَذَّافِي", true),
  ])
  func allows(_ written: String, _ form: String, _ expected: Bool) {
    #expect(VocalizedWord(written).allows(VocalizedWord(form)) == expected)
  }

  @Test func theArticle() {
    #expect(VocalizedWord("الشَّام").withoutArticle == "شَام")
    #expect(VocalizedWord("شَام").withArticle == "الشَّام")
    #expect(VocalizedWord("جَيْش").withArticle == "الجَيْش")
    #expect(VocalizedWord("شام").withArticle == "الشام")
    #expect(VocalizedWord("الجيش").beginsWithArticle)
    #expect(!VocalizedWord("إِلْيَاس").beginsWithArticle)
  }

  @Test(arguments: [
    ("عبدالرحمن", ["عبد", "الرحمن"]),
    ("نورالدين", ["نور", "الدين"]),
    ("محمد", ["محمد"]),
    ("", [""]),
  ])
  func compounds(_ word: String, _ parts: [String]) {
    #expect(VocalizedWord.parts(ofCompound: word) == parts)
  }

  @Test func bareLetters() {
    #expect(VocalizedWord.bare("الرَّحْمٰن") == "الرحمن")
    #expect(VocalizedWord.bare("أَحْمَد") == "أحمد")
    #expect(VocalizedWord.bare("abc 7") == "abc 7")
  }
}
