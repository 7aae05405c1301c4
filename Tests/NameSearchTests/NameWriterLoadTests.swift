import ArabicText
import TestSupport
import Testing

@testable import NameSearch

/// Texts that nobody writes: they take time in proportion to their length, and end.
@Suite struct NameWriterLoadTests {
  private let writer: NameWriter

  init() throws { writer = NameWriter(lexicons: LexiconSet([try Lexicon.carried()])) }

  private static let texts: [String] = [
    String(repeating: "بتكمس", count: 2000),
    String(repeating: "محمد وكتب العزة عبدالرحمن ", count: 250),
    String(repeating: "kalmas", count: 1700),
    String(repeating: "ḥassānī", count: 1500),
    String(repeating: "Mohammed al-Izza wa-Kutub ", count: 250),
    String(repeating: "Ḥassān 7amza 😀 محمد Мухаммад ", count: 100),
    String(repeating: "\u{64E}\u{651}", count: 5000),
    String(repeating: "al-", count: 2000),
    String(repeating: "abd al ", count: 1000),
    String(repeating: "وال", count: 3000),
    String(repeating: "\u{2060}\u{200D}", count: 3000),
    String(repeating: "'", count: 10_000),
    String(repeating: "king ", count: 3000),
    String(repeating: "Mount Major General Ali ", count: 300),
    String(repeating: "of the ", count: 1500),
    String(repeating: "Sanaa, ", count: 1000),
    String(repeating: "Banque d'", count: 1000),
    "\u{301}\u{64E}a\u{64E}ب\u{301}",
    "🏴󠁧󠁢󠁥󠁮󠁧󠁿 جيش\u{200F} العزة",
  ]

  @Test(.timeLimit(.minutes(20)), arguments: texts.indices)
  func longTextsEnd(_ place: Int) throws {
    let text = Self.texts[place]
    _ = writer.romanize(text, scheme: try Scheme.named("common"), best: 5)
    _ = writer.romanize(text, scheme: try Scheme.named("ala-lc"), best: 5)
    _ = writer.arabize(text, best: 5)
    _ = writer.arabize(text, best: 5, vowels: true)
    _ = writer.normalize(text, scheme: try Scheme.named("din-31635"))
    let variants = writer.variants(of: text)
    #expect(variants.count <= 20)
  }

  @Test(.timeLimit(.minutes(20))) func aNameOfTenThousandWordsEnds() throws {
    let scheme = try Scheme.named("ala-lc")
    let arabic = writer.romanize(String(repeating: "محمد وكتب ", count: 5000), scheme: scheme)
    #expect(arabic.outputs.count == 1)
    let latin = writer.normalize(String(repeating: "Mohammed Kutub ", count: 5000), scheme: scheme)
    #expect(latin.normalized.split(separator: " ").count == 10_000)
  }

  @Test func randomNamesAreWrittenInEveryWay() throws {
    var generator = SeededGenerator(seed: 11)
    let signs = Array("ابتةىيوأإمحدنل ال abdehilmnor-' َُِّْ3ʻāḥ,.😀ж")
    let scheme = try Scheme.named("ala-lc")
    for _ in 0..<300 {
      let count = Int.random(in: 0...12, using: &generator)
      let text = String((0..<count).compactMap { _ in signs.randomElement(using: &generator) })
      let outputs =
        writer.romanize(text, scheme: scheme, best: 3).outputs + writer.arabize(text, best: 3).outputs
      #expect(outputs.allSatisfy { (0...1).contains($0.score) })
      _ = writer.normalize(text, scheme: scheme)
      let scores = writer.variants(of: text).map(\.score)
      #expect(scores == scores.sorted(by: >))
    }
  }
}
