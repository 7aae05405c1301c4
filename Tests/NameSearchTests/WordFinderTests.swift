import ArabicText
import TestSupport
import Testing

@testable import NameSearch

/// The search in the trie against its slow twin, which tries all ways for all words.
@Suite struct WordFinderTests {
  private static let words: [String] = {
    var random = RandomNames(seed: 77)
    let made = (0..<150).map { _ in random.name(isArabic: Bool.random(using: &random.generator), longest: 1) }
    return made + ["Muhammad", "Mohamed", "محمد", "Ahmad", "أحمد", "حسن", "Hassan", "aaaaaaaa", "Zarqawi"]
  }()
  private static let small = Result { try SmallLexicon(names: words) }

  /// The symbols of all words of all names.
  private static var allWords: [(symbols: [UInt8], script: PairSymbols.Script)] {
    words.flatMap { $0.split(separator: " ") }.flatMap {
      NameText(String($0)).normalized.split(separator: " ")
    }
    .compactMap { symbols(String($0)) }
  }

  private static func symbols(_ text: String) -> (symbols: [UInt8], script: PairSymbols.Script)? {
    let name = NameText(text)
    guard let word = name.words.first else { return nil }
    var symbols: [UInt8] = []
    let script = WordKey.append(name.letters[word.range], to: &symbols)
    return symbols.isEmpty ? nil : (symbols, script)
  }

  @Test(arguments: ["Muhamad", "Muahmmad", "محمد", "Zarkaoui", "aaaaaa", "حسين", "q", "Ahmet"], [0, 1])
  func findsWhatAFullScanFinds(_ text: String, _ typos: Int) throws {
    let vocabulary = try Self.small.get().lexicon.vocabulary
    let query = try #require(Self.symbols(text))
    let limit: Int32 = 150
    var finder = WordFinder()
    for target in [PairSymbols.Script.arabic, .latin] {
      finder.find(
        query.symbols.span, query.script, in: vocabulary, target,
        WordFinder.Effort(regret: limit, window: limit, words: 10_000, states: 1 << 17, typos: UInt8(typos)))
      #expect(!finder.isCut)
      let found = Dictionary(uniqueKeysWithValues: finder.found.map { ($0.key, Int($0.regret)) })
      let twin = SlowWordCost(query.symbols, from: query.script, to: target)
      var expected: [UInt32: Int] = [:]
      for word in Self.allWords where word.script == target {
        guard let key = vocabulary.key(word.symbols, target),
          let regret = twin.regret(word.symbols, typos: typos), regret <= Int(limit)
        else { continue }
        expected[key] = regret
      }
      #expect(found == expected)
      #expect(finder.found.map(\.regret) == finder.found.map(\.regret).sorted())
    }
  }

  /// Looking ahead changes the order of the search, and the way to a word may be a longer one, but no word is lost.
  @Test(arguments: ["Muhamad", "محمد", "Zarkaoui", "aaaaaa", "حسين"], [0, 1] as [UInt8])
  func lookingAheadLosesNoWord(_ text: String, _ typos: UInt8) throws {
    let vocabulary = try Self.small.get().lexicon.vocabulary
    let query = try #require(Self.symbols(text))
    var effort = WordFinder.Effort(regret: 150, window: 150, words: 10_000, states: 1 << 17, typos: typos)
    var finder = WordFinder()
    for target in [PairSymbols.Script.arabic, .latin] {
      effort.ahead = 0
      finder.find(query.symbols.span, query.script, in: vocabulary, target, effort)
      let exact = Dictionary(uniqueKeysWithValues: finder.found.map { ($0.key, $0.regret) })
      effort.ahead = 12
      finder.find(query.symbols.span, query.script, in: vocabulary, target, effort)
      #expect(!finder.isCut)
      let found = Dictionary(uniqueKeysWithValues: finder.found.map { ($0.key, $0.regret) })
      #expect(Set(found.keys) == Set(exact.keys))
      #expect(found.allSatisfy { key, regret in regret >= exact[key] ?? .max })
      #expect(finder.found.map(\.regret) == finder.found.map(\.regret).sorted())
    }
  }

  /// Behind an article that Latin writes onto words, a word costs what it costs there, and the article.
  @Test(arguments: ["أسد", "خطيب", "زرقاوي", "أحمد"])
  func looksBehindGluedArticles(_ text: String) throws {
    let endings = ["assad", "khatib", "zarqawi", "ahmad", "hadi", "mir"]
    let words = endings + endings.flatMap { ["al\($0)", "el\($0)", "l\($0)"] }
    let lexicon = try SmallLexicon(names: words).lexicon
    let query = try #require(Self.symbols(text))
    let limit: Int32 = 150
    var finder = WordFinder()
    finder.find(
      query.symbols.span, query.script, in: lexicon.vocabulary, .latin,
      WordFinder.Effort(regret: limit, window: limit, words: 10_000, states: 1 << 17, typos: 0), article: true
    )
    let found = Dictionary(uniqueKeysWithValues: finder.found.map { ($0.key, Int($0.regret)) })
    let twin = SlowWordCost(query.symbols, from: query.script, to: .latin)
    var expected: [UInt32: Int] = [:]
    for word in words.compactMap(Self.symbols) {
      var least = twin.regret(word.symbols, typos: 0) ?? .max
      for (article, cost) in GluedArticle.latin where word.symbols.starts(with: article) {
        let rest = Array(word.symbols[article.count...])
        guard !rest.isEmpty, let regret = twin.regret(rest, typos: 0) else { continue }
        least = min(least, regret + Int(cost))
      }
      guard least <= Int(limit) else { continue }
      expected[try #require(lexicon.vocabulary.key(word.symbols, .latin))] = least
    }
    #expect(found == expected)
  }

  @Test func everyWordFindsItself() throws {
    let lexicon = try Self.small.get().lexicon
    var finder = WordFinder()
    for word in Self.words.compactMap(Self.symbols) {
      let key = try #require(lexicon.vocabulary.key(word.symbols, word.script))
      let found = lexicon.wordCandidates.candidates(
        word.symbols, word.script, wantsHeads: false, .usual, &finder)
      #expect(found.keys.contains { $0.key == key })
    }
  }
}
