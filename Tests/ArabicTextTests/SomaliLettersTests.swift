import ArabicText
import Testing

/// Letters of Somali spelling, and those of other languages that look like them.
@Suite struct SomaliLettersTests {
  @Test(arguments: [
    ("Saciid", "saʿīd"), ("Xaliimo", "ḥalīmo"), ("Faarax", "fāraḥ"), ("Cali Xirsi", "ʿali ḥirsi"),
    ("Xuseen", "ḥusayn"), ("Jaamac Cilmi", "jāmaʿ ʿilmi"),
  ])
  func readings(_ text: String, _ reading: String) {
    let letters = SomaliLetters.reading(of: NameText(text).letters)
    #expect(letters.map { NameText(letters: $0).normalized } == reading)
  }

  @Test(arguments: [
    "Cemal", "Xavier", "Alexander", "XVIII Corps", "Louis XVII", "Cheikh Saad", "Scheer", "Nuur", "", "x",
    "Rebecca Moore",
  ])
  func others(_ text: String) {
    let letters = SomaliLetters.reading(of: NameText(text).letters)
    #expect(letters == nil, "\(letters.map { NameText(letters: $0).normalized } ?? "")")
  }

  /// Two letters that are one consonant, and others.
  @Test(arguments: [
    ("kh", true), ("sh", true), ("gh", true), ("dj", true), ("ss", false), ("ali", false), ("ab", false),
    ("md", false), ("ou", false),
  ])
  func consonants(_ text: String, _ isOne: Bool) {
    let letters = Array(text.utf16)
    #expect((letters.count == 2 && ConsonantPairs.contains(letters[0], letters[1])) == isOne)
  }
}
