import Testing

@testable import LexiconTools

/// Which Arabic shows every vowel.
@Suite struct VowelRulesTests {
  @Test(arguments: [
    // Short vowels, doubling, sukun; the last letter is free.
    "حَسَن", "مُحَمَّد", "أَحْمَد", "حَقّ", "عَلِيّ",
    // Long vowels and diphthongs.
    "جَمَال", "سَعِيد", "مَحْمُود", "دَوْلَة", "حُسَيْن", "آدَم", "آب", "مُصْطَفَى", "الرَّحْمٰن",
    // The article, with a prefix too.
    "الشَّام", "الأَسَد", "الاِشْتِرَاكِي", "وَالشُّؤُون", "لِلشُّؤُون", "بِالله",
    // Words that stay bare, and what is no letter.
    "الله", "عَبْد الله", "ابن سِينَا", "بن عَلِيّ", "حِزْب (لُبْنَان) 2", "",
  ])
  func shows(_ text: String) {
    #expect(TextRules.showsEveryVowel(text))
  }

  @Test(arguments: [
    "حسن", "حَسن", "محَمَّد", "أَحمَد", "مُحَمّد", "جمَال", "سعِيد", "دولَة", "حُسَين", "الشام", "بنك", "حُسَيْن علي",
  ])
  func misses(_ text: String) {
    #expect(!TextRules.showsEveryVowel(text))
  }
}
