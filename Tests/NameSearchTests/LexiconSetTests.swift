import NameSearch
import TestSupport
import Testing

/// The carried lexicon, and several lexicons together.
@Suite struct LexiconSetTests {
  private static let carried = Result { try Lexicon.carried() }

  @Test func theCarriedLexiconIsSound() throws {
    #expect(try Self.carried.get().verify().isEmpty)
  }

  @Test func aFormerNameFindsTheEntityAndSaysSo() throws {
    let set = LexiconSet([try Self.carried.get()])
    let matches = set.matches(for: Query("Union of Glory")).matches
    let match = try #require(matches.first { $0.entity.id == "org:jaysh-al-izza" })
    #expect(match.matched.role == NameRole.previousName.rawValue)
    #expect(match.matched.text == "Union of Glory")
  }

  @Test(arguments: [
    "Jaysh al-Izza", "Jeish el-Ezzah", "jaysh el 3ezza", "Джейш аль-Изза", "Army of Glory", "jy$ AlEzp",
    "جيش العزة",
  ])
  func spellingsOfOneEntity(_ name: String) throws {
    let set = LexiconSet([try Self.carried.get()])
    #expect(set.matches(for: Query(name)).matches.first?.entity.id == "org:jaysh-al-izza")
  }

  /// Initials are read letter by letter, an abbreviation that is spoken as a word is not.
  @Test(arguments: [
    ("x", false), ("KH", true), ("kh", true), ("خ", false), ("PLO", true), ("P.L.O.", true), ("p l o", true),
    ("Pilo", false), ("Daesh", true), ("Da'ish", true), ("Dayish", true),
  ])
  func initialsHaveTheirLetters(_ text: String, _ isFound: Bool) throws {
    let small = try SmallLexicon(rows: [
      ["id", "role", "name"], ["a", "name", "Kata'ib Hizballah"], ["a", "abbreviation", "KH"],
      ["b", "name", "Islamic State"], ["b", "abbreviation", "Daesh"],
      ["c", "name", "Palestine Liberation Organization"], ["c", "abbreviation", "PLO"],
    ])
    #expect(LexiconSet([small.lexicon]).matches(for: Query(text)).matches.isEmpty == !isFound)
  }

  /// A name that is read otherwise in the other script, or only like a word of another language, is another name.
  @Test(arguments: [
    ("حمص", "place:homs", ["org:hamas", "name:hamsho", "word:men"]),
    ("Aleppo", "place:aleppo", ["person:abdullah-ocalan", "word:father", "place:ibb"]),
    ("Mark", "name:mark", ["word:meadow"]),
    ("حماس", "org:hamas", ["place:homs"]),
  ])
  func otherNamesAreNotFound(_ name: String, _ expected: String, _ others: [String]) throws {
    let found = LexiconSet([try Self.carried.get()]).matches(for: Query(name), limit: 50).matches.map(
      \.entity.id)
    #expect(found.first == expected)
    #expect(found.allSatisfy { !others.contains($0) })
  }

  @Test func findsInAllOfThem() throws {
    let one = try SmallLexicon(rows: [["id", "name"], ["b", "Zyad Qandil"], ["c", "Qandil"]])
    let other = try SmallLexicon(rows: [["id", "name"], ["a", "Zyad Qandil"]])
    let set = LexiconSet([one.lexicon, other.lexicon])
    let matches = set.matches(for: Query("Zyad Qandil")).matches
    #expect(matches.map(\.entity.id) == ["a", "b"])
    #expect(matches.map { set.names(of: $0).map(\.text) } == [["Zyad Qandil"], ["Zyad Qandil"]])
    #expect(matches.map(\.lexicon) == [1, 0])
  }

  @Test func noLexiconsFindNothing() {
    #expect(LexiconSet([]).matches(for: Query("Ali")).matches.isEmpty)
  }

  @Test func knownWordsOfOneHelpToReadTheOther() throws {
    let carried = try Self.carried.get()
    let small = try SmallLexicon(words: [carried], names: ["Mohd Qandilzada"])
    let query = Query("Muhammad Qandilzada")
    #expect(LexiconSet([carried, small.lexicon]).matches(for: query).matches.map(\.entity.id) == ["0"])
    #expect(LexiconSet([small.lexicon]).matches(for: query).matches.isEmpty)
  }

  @Test func equalInputGivesTheSameFile() throws {
    let names = ["Khalid Hamdan", "Abu Walid", "Jaysh Hamdan"]
    #expect(try SmallLexicon(names: names).bytes == SmallLexicon(names: names).bytes)
  }
}
