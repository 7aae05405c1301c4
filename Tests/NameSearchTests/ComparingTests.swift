import NameSearch
import TestSupport
import Testing

/// What `compare` says of pairs of names.
@Suite struct ComparingTests {
  private static let set = Result { LexiconSet([try Lexicon.carried()]) }

  @Test(arguments: [
    ("Samir Haddad", "سمير حداد", "same"),
    ("Haddad, Samir", "Samir Haddad", "same"),
    ("Dr. Samir Haddad", "Samir Haddad", "same"),
    ("Abdul Karim Nasser", "عبد الكريم ناصر", "same"),
    ("Abu Yusuf", "Abi Yusuf", "same"),
    ("7asan 3ali", "حسن علي", "same"),
    ("Tariq bin Ziyad", "Ziyad bin Tariq", "different"),
    ("Mohamed Khalil", "Mohamed Nasser", "different"),
    ("Liwa al-Fajr", "Liwa al-Nasr", "different"),
    ("Abd al-Karim", "Abu Karim", "different"),
    ("...", "...", "different"),
  ])
  func verdict(_ left: String, _ right: String, _ expected: String) throws {
    let set = try Self.set.get()
    let comparison = set.compare(left, right)
    #expect(comparison.verdict.rawValue == expected, "\(comparison.score) \(comparison.evidence)")
    let turned = set.compare(right, left)
    #expect(turned.score == comparison.score)
  }

  @Test func evidenceSaysWhatIsLeftOver() throws {
    let comparison = try Self.set.get().compare("Samir Haddad", "Samir Nouri Haddad")
    #expect(comparison.evidence.map(\.kind) == ["equal", "equal", "nameOnly"])
    #expect(comparison.evidence.last?.name == "nouri")
    #expect(
      try Self.set.get().compare("Samir Nouri Haddad", "Samir Haddad").evidence.last?.kind != "nameOnly")
  }
}
