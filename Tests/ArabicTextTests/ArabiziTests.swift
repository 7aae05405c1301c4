import ArabicText
import Testing

/// Digits that stand for Arabic letters, and those that are numbers.
@Suite struct ArabiziTests {
  @Test(arguments: [
    ("7amza", ["hamza"]), ("6are2", ["tareʾ", "tareq"]), ("2a7mad 7'aled", ["ʾahmad xaled", "qahmad xaled"]),
    ("'3aleb", ["galeb"]), ("8ada", ["qada", "gada"]), ("8\'ada 2asem", ["8\'ada ʾasem", "8\'ada qasem"]),
    ("sa3'eer", ["sageer"]), ("9'iya", ["diya"]),
    ("9th Division", []), ("2nd 7amza", ["2nd hamza"]), ("Brigade 313", []), ("17", []), ("", []),
  ])
  func readings(_ text: String, _ readings: [String]) {
    let letters = NameText(text).letters
    #expect(Arabizi.readings(of: letters).map { NameText(letters: $0).normalized } == readings)
  }

  /// An ending behind digits makes an ordinal of them.
  @Test(arguments: [
    ("9th", 2), ("1st", 2), ("105th", 2), ("3e", 1), ("2ème", 3), ("7amza", 0), ("7a", 0), ("9", 0),
    ("th", 0),
    ("", 0),
  ])
  func endings(_ word: String, _ count: Int) {
    #expect(Ordinals.endingLength(NameText(word).letters[...]) == count)
  }
}
