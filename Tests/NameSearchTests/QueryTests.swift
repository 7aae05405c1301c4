import ArabicText
import TestSupport
import Testing

@testable import NameSearch

/// The ways to read what was asked.
@Suite struct QueryTests {
  @Test(arguments: [
    ("Bashar Assad", ["bashar assad"]),
    ("Assad, Bashar", ["assad , bashar", "bashar assad"]),
    ("jy$ AlEzp", ["jy alezp", "جيش العزة", "jy al ezp"]),
    ("سميرالحداد", ["سميرالحداد", "سمير الحداد"]),
    ("محمدبن سلمان", ["محمدبن سلمان", "محمد بن سلمان"]),
    ("SamirHaddad", ["samirhaddad", "samir haddad"]),
    ("عبدالرحمن الطالباني", ["عبدالرحمن الطالباني"]),
    ("رسالة جمال", ["رسالة جمال"]),
    ("$*", []),
    ("$*b", ["b", "شذب"]),
    ("", []),
    ("...", []),
  ])
  func readings(_ text: String, _ expected: [String]) {
    let query = Query(text)
    #expect(query.readings.map(\.normalized) == expected)
    #expect(query.isEmpty == expected.isEmpty)
    #expect(query.text == text)
  }

  /// Looking first whether anything is glued leaves nothing out.
  @Test(arguments: 0..<6)
  func gluedWordsAreAllSeen(_ seed: UInt64) {
    var generator = SeededGenerator(seed: 80 + seed)
    let parts = [
      "ا", "ل", "ال", "بن", "عبد", "م", "د", "سم", " ", "-", "a", "b", "B", "é", "É", "Ж", "ж", "7",
    ]
    for _ in 0..<2000 {
      let count = Int.random(in: 0...8, using: &generator)
      let text = (0..<count).map { _ in parts.randomElement(using: &generator) ?? "" }.joined()
      #expect(GluedWords.apart(text) == GluedWords.cut(text), "\(text)")
    }
  }
}
