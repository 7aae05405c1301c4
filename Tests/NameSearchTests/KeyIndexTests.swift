import ArabicText
import LexiconTools
import TestSupport
import Testing

@testable import NameSearch

/// Lookups by key must give what a scan over all names gives.
@Suite struct KeyIndexTests {
  private static let names: [String] = {
    var random = RandomNames(seed: 31)
    let made = (0..<600).map { _ in
      random.name(isArabic: Bool.random(using: &random.generator), longest: 5)
    }
    return made + [
      "Assad, Bashar", "Hassan, Ali", "Sheikh Ahmad Yassin", "Ziaur Rahman", "Brigade 313", "al al",
    ]
  }()

  private static func found(_ index: KeyIndex, _ key: UInt64) -> [Int] {
    var forms: [Int] = []
    index.forEach(key) { form in
      forms.append(Int(form))
      return true
    }
    return forms
  }

  private static func compare(_ lexicon: Lexicon, words: [Lexicon]) {
    let scan = LinearScan(lexicon, words: words)
    #expect(scan.forms.count == lexicon.formCount)
    for form in scan.forms {
      for key in form.exact { #expect(found(lexicon.exact, key) == scan.forms(exact: key)) }
      for key in form.skeleton { #expect(found(lexicon.skeleton, key) == scan.forms(skeleton: key)) }
    }
    var generator = SeededGenerator(seed: 32)
    for _ in 0..<200 {
      let key = generator.next()
      #expect(found(lexicon.exact, key) == scan.forms(exact: key))
      #expect(found(lexicon.skeleton, key) == scan.forms(skeleton: key))
    }
  }

  @Test func equalsAScan() throws {
    let lexicon = try SmallLexicon(names: Self.names).lexicon
    #expect(lexicon.formCount > 400)
    Self.compare(lexicon, words: [])
  }

  @Test func equalsAScanWithKnownWords() throws {
    let carried = try Lexicon.carried()
    let names = ["Mohd Ali", "Muhammad Ali", "Hocine", "Hussein", "Assad, Mohd"]
    let lexicon = try SmallLexicon(words: [carried], names: names).lexicon
    Self.compare(lexicon, words: [carried])
  }

  @Test(arguments: 0..<12)
  func equalsAScanOfFewNames(_ count: Int) throws {
    let small = try SmallLexicon(names: Array(Self.names.prefix(count)))
    Self.compare(small.lexicon, words: [])
  }

  @Test func stopsWhenTold() throws {
    let lexicon = try SmallLexicon(names: ["Hasan", "Hassan", "Hossein"]).lexicon
    let key = try #require(SkeletonBuilder().keys(of: NameText("Hasan"), limit: 1) { _ in [] }.first)
    #expect(Self.found(lexicon.skeleton, key).count == 3)
    var count = 0
    lexicon.skeleton.forEach(key) { _ in
      count += 1
      return count < 2
    }
    #expect(count == 2)
  }

  @Test func findsEveryEntityByItsID() throws {
    let lexicon = try SmallLexicon(names: Self.names).lexicon
    for place in 0..<lexicon.entityCount {
      #expect(lexicon.entity(id: lexicon.entity(at: place).id) == place)
    }
  }
}
