import ArabicText
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
}
