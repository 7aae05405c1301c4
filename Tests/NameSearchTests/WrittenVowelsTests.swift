import ArabicText
import Testing

@testable import NameSearch

/// What spellings that show their vowels say of each other.
@Suite struct WrittenVowelsTests {
  private func vowels(_ word: String) -> WrittenVowels { WrittenVowels(NameText(word).letters[...]) }

  @Test(arguments: [
    ("Sālim", "Salīm"), ("Rāshid", "Rašīd"), ("Kāmil", "Kamāl"), ("ʻĀmir", "ʻAmīr"), ("حُسْن", "حَسَن"),
    ("مُحْسِن", "مُحَسَّن"), ("سَلْمَان", "سُلْمَان"), ("عَمْر", "عُمَر"), ("عَمّان", "عُمَان"), ("عمّان", "عُمَان"),
    ("سَلَّام", "سَلَام"), ("مَكِّي", "مَكِي"), ("حمّام", "حَمَام"),
  ])
  func twoWords(_ word: String, _ other: String) {
    #expect(vowels(word).contradict(vowels(other)))
    #expect(vowels(other).contradict(vowels(word)))
  }

  /// What is left out contradicts nothing, and neither do cases, scripts or other consonants.
  @Test(arguments: [
    ("Sālim", "Salim"), ("Ibrāhīm", "Ibrahīm"), ("Ḥusain", "Ḥusayn"), ("Fāṭima", "Fāṭimah"),
    ("Sālim", "سَلِيم"),
    ("حَسَن", "حسن"), ("خَالِد", "خالِدٌ"), ("مُحَمَّدُ", "مُحَمَّدَ"), ("جَمَال", "جمَال"), ("سَلِيم", "سَالِم"),
    ("Sālim", "Salīma"), ("", "Sālim"), ("", ""), ("عمّان", "عمان"), ("محمّد", "مُحَمَّد"), ("محمّد", "مُحمد"),
    ("النّور", "النُور"), ("عليّ", "عَلِي"),
  ])
  func perhapsOne(_ word: String, _ other: String) {
    #expect(!vowels(word).contradict(vowels(other)))
    #expect(!vowels(other).contradict(vowels(word)))
  }

  /// Vocalized Arabic has the lengths that macrons show.
  @Test(arguments: [
    ("سَالِم", "Sālim"), ("سَلِيم", "Salīm"), ("حُسَيْنِي", "Ḥusaynī"), ("مَحْمُود", "Maḥmūd"), ("مُوسَى", "Mūsā"),
    ("آدَم", "Ādam"), ("إِبْرَاهِيم", "Ibrāhīm"), ("طَيِّبِي", "Ṭayyibī"), ("رَحْمٰن", "Raḥmān"),
  ])
  func lengths(_ arabic: String, _ latin: String) {
    let lengths = WrittenVowels(lengthsOf: NameText(arabic).letters[...])
    #expect(lengths == vowels(latin))
  }

  /// Two spellings agree that say something of the same letters.
  @Test(arguments: [
    ("عَمّان", "عَمَّان", true), ("عمّان", "عَمَّان", true), ("عمّان", "عُمَان", false), ("عمان", "عُمَان", false),
    ("Sālim", "Sālim", true), ("Sālim", "سَالِم", false), ("سَلِيم", "سَلِيمَة", false),
  ])
  func agreement(_ word: String, _ other: String, _ agrees: Bool) {
    #expect(vowels(word).agree(vowels(other)) == agrees)
    #expect(vowels(other).agree(vowels(word)) == agrees)
  }
}
