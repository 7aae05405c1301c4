import ArabicText
import NameSearch
import TestSupport
import Testing

/// Every name is found by itself, however it is written.
@Suite struct SelfMatchTests {
  private static let names: [String] = {
    var random = RandomNames(seed: 41)
    return (0..<300).map { _ in
      random.name(isArabic: Bool.random(using: &random.generator), longest: 6)
    }.filter { !NameText($0).isEmpty }
  }()
  private static let small = Result { try SmallLexicon(names: names) }

  private static func score(of name: String, for query: String) throws -> Double? {
    let lexicon = try small.get().lexicon
    let matches = LexiconSet([lexicon]).matches(for: Query(query), limit: 1000).matches
    let place = names.firstIndex(of: name)
    return matches.first { $0.entity.id == place.map(String.init) }?.score
  }

  @Test(arguments: names)
  func findsItself(_ name: String) throws {
    #expect(try Self.score(of: name, for: name) == 1)
  }

  @Test(arguments: names)
  func findsItselfInCapitalsAndWithPunctuation(_ name: String) throws {
    #expect(try Self.score(of: name, for: " (\(name.uppercased()))... ") == 1)
  }

  @Test(arguments: names.prefix(100))
  func differsWithAWordMore(_ name: String) throws {
    #expect(try Self.score(of: name, for: name + " Qwrtzm") == nil)
  }

  @Test func formsOfTheCarriedLexiconFindThemselves() throws {
    let carried = try Lexicon.carried()
    let set = LexiconSet([carried])
    var generator = SeededGenerator(seed: 42)
    for _ in 0..<200 {
      let text = carried.formText(Int.random(in: 0..<carried.formCount, using: &generator))
      let first = set.matches(for: Query(text), limit: 1).matches.first
      #expect(first?.score == 1, "\(text)")
      let folded = set.matches(for: Query(NameText(text).folded), limit: 1).matches.first
      #expect(folded?.score ?? 0 >= 0.9, "\(text)")
    }
  }
}
