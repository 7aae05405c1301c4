import ArabicText
import TestSupport
import Testing

@testable import NameSearch

/// Approximate search over a small list.
@Suite struct SearchTests {
  private static let names = [
    "Khalid Hamdan al-Rifai", "خالد حمدان", "Samir Nouri Haddad", "Abd al-Rahman Qandil", "Jaysh al-Wadi",
    "Jaysh al-Nahr", "Yusuf bin Tariq", "Tariq bin Yusuf", "Mohamed Ali Sabbagh", "Mohamed Ali",
    "Ali Mohamed Nasser",
    "زياد منصور القاضي", "Layla Mansour", "Brigade 12", "Brigade 21",
  ]
  private static let small = Result { try SmallLexicon(names: names) }

  private static func first(_ query: String) throws -> String? {
    let set = LexiconSet([try Lexicon.carried(), try small.get().lexicon])
    let own = set.search(Query(query)).matches.first { Int($0.entity.id) != nil }
    return own.flatMap { Int($0.entity.id) }.map { names[$0] }
  }

  @Test(arguments: [
    ("Khaled Hamdaan Rifai", "Khalid Hamdan al-Rifai"),  // spelling
    ("Haddad, Samir Nouri", "Samir Nouri Haddad"),  // order
    ("Samir Haddad", "Samir Nouri Haddad"),  // a part dropped
    ("Samir Nuori Haddad", "Samir Nouri Haddad"),  // a typing error
    ("Abdurrahman Kandil", "Abd al-Rahman Qandil"),  // written together
    ("Ziad Mansur Qadi", "زياد منصور القاضي"),  // the other script
    ("Leila Mansoor", "Layla Mansour"),
    ("Jeish el-Wadi", "Jaysh al-Wadi"),
    ("Yusuf bin Tariq", "Yusuf bin Tariq"),
    ("Brigade 12", "Brigade 12"),
    ("Khalid Hamdan Alrifai", "Khalid Hamdan al-Rifai"),  // the article glued
    ("زياد منصورالقاضي", "زياد منصور القاضي"),
    ("YusufBinTariq", "Yusuf bin Tariq"),
  ])
  func finds(_ query: String, _ expected: String) throws { #expect(try Self.first(query) == expected) }

  @Test func answersOnlyAsked() throws {
    let set = LexiconSet([try Self.small.get().lexicon])
    var options = SearchOptions()
    options.limit = 2
    options.minimumScore = 0.5
    let list = set.search(Query("Mohamed Ali"), options)
    #expect(list.matches.count <= 2)
    #expect(list.matches.allSatisfy { $0.score >= 0.5 && $0.evidence.isEmpty })
    options.explains = true
    let explained = try #require(set.search(Query("Mohamed Ali"), options).matches.first)
    #expect(explained.evidence.map(\.kind) == ["equal", "equal"])
    options.kinds = ["place"]
    #expect(set.search(Query("Mohamed Ali"), options).matches.isEmpty)
    #expect(set.search(Query("()")).matches.isEmpty)
  }

  /// Words that fold to the same and are cut differently had each other's rarity, whichever came first.
  @Test func scoresDoNotDependOnWhatWasAskedBefore() throws {
    let lexicon = try Lexicon.carried()
    let names = ["على ما", "'Athlah ألما", "إلدار", "الدار", "Aldar", "al-Dar"]
    var options = SearchOptions()
    options.minimumScore = 0.1
    func scores(_ set: LexiconSet, _ name: String) -> [String] {
      set.search(Query(name), options).matches.map { "\($0.entity.id) \($0.score)" }
    }
    let used = LexiconSet([lexicon])
    for name in names { _ = scores(used, name) }
    for name in names { #expect(scores(used, name) == scores(LexiconSet([lexicon]), name)) }
  }

  @Test func aScanOfAllNamesFindsNothingBetter() throws {
    var random = RandomNames(seed: 31)
    let names = (0..<300).map { _ in random.name(isArabic: Bool.random(using: &random.generator), longest: 3)
    }
    let set = LexiconSet([try SmallLexicon(names: names).lexicon])
    let workspace = SearchWorkspace(words: set.words, known: set.known)
    var (asked, missed) = (0, 0)
    for name in names.prefix(120) {
      var letters = Array(name.unicodeScalars)
      let place = Int.random(in: letters.indices, using: &random.generator)
      letters.remove(at: place)
      let query = Query(String(String.UnicodeScalarView(letters)))
      guard !query.isEmpty else { continue }
      let scan = names.map { set.best(query.searched, Query($0).searched, workspace)?.score ?? 0 }.max() ?? 0
      guard scan >= 0.5 else { continue }
      asked += 1
      if (set.search(query).matches.first?.score ?? 0) < scan - 1e-6 { missed += 1 }
    }
    #expect(asked > 20)
    withKnownIssue("short words with a typing error are not searched far enough", isIntermittent: true) {
      #expect(missed * 200 <= asked, "\(missed) of \(asked)")
    }
  }

  /// With the lexicon that knows parts of names, those who bear a name are found beside it, and before it on equal terms.
  @Test(arguments: [
    ("Kaddafi", "person:muammar-gaddafi", 1), ("Maliki", "person:nouri-al-maliki", 10),
    ("Bashir", "person:omar-al-bashir", 10), ("Ibn Khaldoun", "person:ibn-khaldun", 1),
    ("R. T. Erdogan", "person:recep-tayyip-erdogan", 1),
    ("M. H. Heikal", "person:mohamed-hassanein-heikal", 3),
    ("Khalil al-Wazir (Abu Jihad)", "person:khalil-al-wazir", 1),
  ])
  func whoBearsANameIsFound(_ text: String, _ id: String, _ most: Int) throws {
    let found = LexiconSet([try Lexicon.carried()]).search(Query(text)).matches.prefix(most)
    #expect(found.contains { $0.entity.id == id }, "\(found.map(\.entity.id))")
  }

  @Test(arguments: [
    String(repeating: "Mohamed ", count: 10_000), String(repeating: "a", count: 1 << 20),
    String(repeating: "محمد ", count: 5000), String(repeating: "ا", count: 40),
    String(repeating: "ab", count: 30),
    (0..<2000).map { "Name\($0)" }.joined(separator: " "),
  ])
  func hostileQueriesEnd(_ text: String) throws {
    let set = LexiconSet([try Lexicon.carried(), try Self.small.get().lexicon])
    let start = threadSeconds()
    let list = set.search(Query(text))
    _ = set.matches(for: Query(text))
    _ = set.compare(text, text + " b")
    // Far above what it takes: this is about queries that never end.
    #expect(threadSeconds() - start < 20)
    if text.utf8.count > Query.longest { #expect(list.isCut) }
  }
}
