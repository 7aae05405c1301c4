import NameSearch
import TestSupport
import Testing

@testable import LexiconTools

/// What the compiler makes of sources.
@Suite struct LexiconCompilerTests {
  private static let rows = [
    ["id", "name", "kind", "language", "role", "from", "until", "source"],
    ["a", "مُحَمَّد علي", "person", "ar", "name", "", "", "s"],
    ["b", "Mohammad Ali", "person", "en", "name", "", "", "s"],
    ["a", "Muhammad Ali", "person", "ar-Latn", "name", "1990", "2000-05", "s"],
    ["a", "Muhammad Ali", "person", "ar-Latn", "alias", "", "", "t"],
  ]

  @Test func theSameSourcesGiveTheSameBytes() throws {
    #expect(try SmallLexicon(rows: Self.rows).bytes == SmallLexicon(rows: Self.rows).bytes)
  }

  @Test func rowsOfAnEntityAreGathered() throws {
    let lexicon = try SmallLexicon(rows: Self.rows).lexicon
    let place = try #require(lexicon.entity(id: "a"))
    let entity = lexicon.entity(at: place)
    #expect([entity.id, entity.kind, entity.caption] == ["a", "person", "Muhammad Ali"])
    let names = lexicon.names(ofEntity: place)
    #expect(names.map(\.text) == ["مُحَمَّد علي", "Muhammad Ali"])
    #expect(names[1].from == "1990")
    #expect(names[1].until == "2000-05")
    #expect(names[1].source == "s")
    #expect(lexicon.verify().isEmpty)
  }

  @Test func namesOfOneSpellingShareAForm() throws {
    let lexicon = try SmallLexicon(names: ["محمد", "مـحمد", "محمد", "حسن"]).lexicon
    #expect(lexicon.nameCount == 4)
    #expect(lexicon.formCount == 2)
    #expect(LexiconSet([lexicon]).matches(for: Query("محمد")).matches.map(\.entity.id) == ["0", "1", "2"])
  }

  @Test func entitiesOfOneScriptAreFoundInTheOther() throws {
    let lexicon = try SmallLexicon(names: ["جمال عبد الناصر", "Zine El Abidine Ben Ali"]).lexicon
    let set = LexiconSet([try Lexicon.carried(), lexicon])
    #expect(set.matches(for: Query("Gamal Abdel Nasser")).matches.contains { $0.entity.id == "0" })
    #expect(set.matches(for: Query("زين العابدين بن علي")).matches.contains { $0.entity.id == "1" })
  }

  @Test func problemsNameFileAndLineAndTheRestIsKept() throws {
    let small = try SmallLexicon(rows: [
      ["id", "name"], ["", "x"], ["a", ""], ["b", "Hasan"], ["c", "()"],
    ])
    #expect(small.problems.map(\.line) == [2, 3, 5])
    #expect(small.lexicon.nameCount == 1)
  }

  @Test func knownWordsOfAFolderLeadToTheirArabic() throws {
    let carried = try Lexicon.carried()
    let small = try SmallLexicon(words: [carried], names: ["محمد حسن"])
    let set = LexiconSet([carried, small.lexicon])
    #expect(set.matches(for: Query("Mohd Hassan")).matches.map(\.entity.id).contains("0"))
  }

  @Test(arguments: [
    ("Person", "person"), ("Organization", "organization"), ("LegalEntity", "organization"),
    ("PublicBody", "public-body"), ("CryptoWallet", "crypto-wallet"), ("Vessel", "vessel"),
  ])
  func schemasBecomeKinds(_ schema: String, _ kind: String) {
    #expect(Kinds.kind(forSchema: schema) == kind)
  }

  @Test(arguments: [
    ("", true), ("2013", true), ("2013-08", true), ("2013-08-25", true), ("13", false), ("2013-8", false),
    ("2013-13", false), ("2013-08-32", false), ("2013-08-25-1", false), ("year", false), ("-2013", false),
  ])
  func dates(_ text: String, _ isDate: Bool) {
    #expect(LexiconChecker.isDate(text) == isDate)
  }

  @Test func countriesComeFromICU() throws {
    let set = LexiconSet([try Lexicon.carried()])
    for name in ["Turkey", "تركيا", "Turquie", "Türkiye", "ترکیه", "Турция"] {
      #expect(set.matches(for: Query(name)).matches.first?.entity.id == "country:TR", "\(name)")
    }
  }
}
