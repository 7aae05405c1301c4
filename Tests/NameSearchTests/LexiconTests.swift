import TestSupport
import Testing

@testable import NameSearch

/// Entities and names of a compiled lexicon, and the order of matches.
@Suite struct LexiconTests {
  private static let rows = [
    ["id", "kind", "language", "role", "name", "from", "until", "source"],
    ["person:b", "person", "ar-Latn", "name", "Khalid Hamdan", "", "", "press"],
    ["person:b", "person", "ar-Latn", "alias", "Abu Walid", "2011", "2013-08", "press"],
    ["person:b", "person", "en", "previousName", "Khaled Hamdan", "", "", ""],
    ["person:a", "person", "ar-Latn", "name", "Khalid Hamdan", "", "", ""],
    ["org:c", "organization", "", "", "Jaysh Hamdan", "", "", ""],
  ]
  private static let small = Result { try SmallLexicon(rows: rows) }

  private static func lexicon() throws -> Lexicon { try small.get().lexicon }

  private static func matches(_ name: String, limit: Int = 10) throws -> [Match] {
    LexiconSet([try lexicon()]).matches(for: Query(name), limit: limit).matches
  }

  @Test func counts() throws {
    let lexicon = try Self.lexicon()
    #expect(lexicon.entityCount == 3)
    #expect(lexicon.nameCount == 5)
    #expect(lexicon.formCount == 4)
    #expect(lexicon.byteCount == (try Self.small.get().bytes.count))
    #expect(try Self.small.get().problems.isEmpty)
    #expect(lexicon.hash.count == 16)
    #expect(lexicon.verify().isEmpty)
  }

  @Test func entityByID() throws {
    let lexicon = try Self.lexicon()
    let place = try #require(lexicon.entity(id: "person:b"))
    #expect(
      lexicon.entity(at: place)
        == LexiconEntity(
          id: "person:b", kind: "person", caption: "Khalid Hamdan", countries: [], dates: []))
    let organization = try #require(lexicon.entity(id: "org:c"))
    #expect(lexicon.entity(at: organization).kind == "organization")
  }

  @Test(arguments: ["", "person:", "person:B", "person:bb", "org:a"])
  func noEntityByOtherIDs(_ id: String) throws {
    #expect(try Self.lexicon().entity(id: id) == nil)
  }

  @Test func namesOfAnEntityInTheOrderOfTheSource() throws {
    let lexicon = try Self.lexicon()
    let place = try #require(lexicon.entity(id: "person:b"))
    let names = lexicon.names(ofEntity: place)
    #expect(names.map(\.text) == ["Khalid Hamdan", "Abu Walid", "Khaled Hamdan"])
    #expect(names.map(\.role) == ["name", "alias", "previousName"])
    #expect(names.map(\.language) == ["ar-Latn", "ar-Latn", "en"])
    #expect(names.map(\.from) == [nil, "2011", nil])
    #expect(names.map(\.until) == [nil, "2013-08", nil])
    #expect(names.map(\.source) == ["press", "press", nil])
  }

  @Test func noNamesOfAnEntityThatIsNotThere() throws {
    let lexicon = try Self.lexicon()
    #expect(lexicon.names(ofEntity: 3).isEmpty)
    #expect(lexicon.entity(at: 3).id.isEmpty)
  }

  @Test func aNameThatTwoEntitiesShareFindsBoth() throws {
    let matches = try Self.matches("Khalid Hamdan")
    #expect(matches.map(\.entity.id) == ["person:a", "person:b"])
    #expect(matches.map(\.score) == [1, 1])
    #expect(matches.map(\.matched.text) == ["Khalid Hamdan", "Khalid Hamdan"])
    #expect(matches.map(\.reason) == [.exact, .exact])
  }

  @Test func anEntityIsListedOnceWithItsClosestName() throws {
    let matches = try Self.matches("Khaled Hamdan")
    #expect(matches.map(\.entity.id) == ["person:b", "person:a"])
    #expect(matches.map(\.matched.text) == ["Khaled Hamdan", "Khalid Hamdan"])
    #expect(matches.map(\.matched.role) == ["previousName", "name"])
    let scores = matches.map(\.score)
    #expect(scores == scores.sorted(by: >))
    #expect(scores.first == 1 && scores.allSatisfy { $0 > 0 && $0 <= 1 })
  }

  @Test(arguments: [(0, 0), (1, 1), (2, 2), (100, 2)])
  func respectsTheLimit(_ limit: Int, _ count: Int) throws {
    let all = try Self.matches("Khalid Hamdan").map(\.entity.id)
    #expect(try Self.matches("Khalid Hamdan", limit: limit).map(\.entity.id) == Array(all.prefix(count)))
  }

  @Test(arguments: ["", "...", "\u{640}", "🕌", "Hamdan", "Khalid", "Walid Hamdan", "Khalid Hamdan Hamdan"])
  func findsNothing(_ name: String) throws {
    #expect(try Self.matches(name).isEmpty)
  }

  @Test func namesOfAMatch() throws {
    let set = LexiconSet([try Self.lexicon()])
    let match = try #require(set.matches(for: Query("Abu Walid")).matches.first)
    #expect(set.names(of: match).count == 3)
  }
}
