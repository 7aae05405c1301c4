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
    // Titles.
    ("الدكتور سمير حداد", "سمير حداد", "same"),
    ("السيد سمير حداد", "سمير حداد", "same"),
    ("السيد حداد", "حداد", "possible"),
    ("ولي العهد الأمير سمير بن فهد", "سمير بن فهد", "same"),
    ("رئيس الوزراء سمير حداد", "سمير حداد", "same"),
    ("الرئيس السوري سمير حداد", "سمير حداد", "same"),
    ("Field Marshal Samir Haddad", "Samir Haddad", "same"),
    // The family name first.
    ("الحداد سمير", "سمير الحداد", "same"),
    ("Samir al-Haddad", "Haddad Samir", "same"),
    ("Samir Ben Bella", "Ben Bella Samir", "same"),
    ("سمير بن فهد", "فهد بن سمير", "different"),
    // Numbers.
    ("Samir Haddad 1965", "Samir Haddad", "same"),
    ("Brigade 13", "Brigade 14", "different"),
    ("Brigade 13", "Brigade", "different"),
    // Countries.
    ("Government of Iraq", "Iraqi Government", "same"),
    ("Syria Ministry of Health", "Syrian Ministry of Health", "same"),
    ("Iraqi Ministry of Oil", "Iranian Ministry of Oil", "different"),
    ("وزارة الصحة العراقية", "وزارة الصحة الإيرانية", "different"),
    ("وزارة الصحة السورية", "وزارة الصحة السعودية", "different"),
    ("Iraq", "Iraqi", "different"),
    // Organizations of one sort and of two.
    ("University of Texas", "University of Baghdad", "different"),
    ("Ihsan Charity Association", "Amal Charity Association", "possible"),
    ("Liwa al-Fajr", "Fajr Brigade", "same"),
    ("Tajin LLC", "Tajin Limited", "same"),
    ("Tajin LLC", "LLC", "different"),
    // One skeleton, two names.
    ("حمص", "حماس", "different"),
    ("عبد الله", "عبد الإله", "possible"),
    ("Aleppo", "Apo", "different"),
    ("Kataib Hezbollah", "Hezbollah", "possible"),
    // Written together.
    ("سميرالحداد", "سمير الحداد", "same"),
    ("SamirAlHaddad", "Samir al-Haddad", "same"),
  ])
  func verdict(_ left: String, _ right: String, _ expected: String) throws {
    let set = try Self.set.get()
    let comparison = set.compare(left, right)
    #expect(comparison.verdict.rawValue == expected, "\(comparison.score) \(comparison.evidence)")
    let turned = set.compare(right, left)
    #expect(turned.score == comparison.score)
  }

  @Test(arguments: [("حمص", "حماس"), ("نور", "ناورو"), ("غزة", "جيزة")])
  func oneSkeletonIsNoEntity(_ left: String, _ right: String) throws {
    #expect(try Self.set.get().compare(left, right).evidence.allSatisfy { $0.kind != "translation" })
  }

  @Test func knownApartIsSaid() throws {
    let evidence = try Self.set.get().compare("Kataib Hezbollah", "Hezbollah").evidence
    #expect(evidence.last?.kind == "apart")
  }

  @Test func evidenceSaysWhatIsLeftOver() throws {
    let comparison = try Self.set.get().compare("Samir Haddad", "Samir Nouri Haddad")
    #expect(comparison.evidence.map(\.kind) == ["equal", "equal", "nameOnly"])
    #expect(comparison.evidence.last?.name == "nouri")
    #expect(
      try Self.set.get().compare("Samir Nouri Haddad", "Samir Haddad").evidence.last?.kind != "nameOnly")
  }
}
