import TestSupport
import Testing

@testable import ArabicText
@testable import NameSearch

/// The article of the next word that Latin writes onto a word: "Habibur Rahman".
@Suite struct LentArticleTests {
  @Test(arguments: [
    ("Habibur Rahman", 2), ("Mojibor Rahman", 2), ("Nurul Amin", 2), ("Qamrun Nahar", 2),
    ("Mansur Rahimi", 2),
    // No article of this word, no u, a stem too short, a particle, nothing behind it.
    ("Habibur Salam", 0), ("Jamal Amin", 0), ("Gul Agha", 0), ("Abdul Amin", 0), ("Habibur", 0),
    ("Habib ur Rahman", 0), ("حبيب الرحمن", 0), ("", 0),
  ])
  func isSeenAtTheEnd(_ name: String, _ length: Int) {
    let text = NameText(name)
    #expect((text.words.isEmpty ? 0 : text.lentArticleLength(0)) == length)
  }

  private static let names = [
    "فضل الرحمن", "Habibur Rahman", "Siraj al-Islam", "عزيز الحق", "Khairul Anam", "Mansur Rahimi",
    "Omar Khalil", "عزيز الرحمن", "Lutfun Nahar",
  ]
  private static let list = Result { LexiconSet([try SmallLexicon(names: names).lexicon]) }

  /// In a list that knows no words, whichever side has it.
  @Test(arguments: [
    ("Fazlur Rehman", "فضل الرحمن"), ("Fazlor Rahman", "فضل الرحمن"), ("حبيب الرحمن", "Habibur Rahman"),
    ("Habib al-Rahman", "Habibur Rahman"), ("Habib Rahman", "Habibur Rahman"),
    ("Serajul Islam", "Siraj al-Islam"), ("خير الأنام", "Khairul Anam"), ("منصور رحيمي", "Mansur Rahimi"),
    ("لطف النهار", "Lutfun Nahar"), ("Lutf al-Nahar", "Lutfun Nahar"),
  ])
  func isFound(_ query: String, _ name: String) throws {
    let first = try #require(Self.list.get().search(Query(query)).matches.first)
    #expect(first.matched.text == name)
    #expect(first.score >= RankingPolicy.sameThreshold)
  }

  @Test func isExplained() throws {
    let comparison = try LexiconSet([Lexicon.carried()]).compare("Fuladur Rahman", "فولاذ الرحمن")
    #expect(comparison.evidence.contains { $0.explanation.contains("the article is written onto the word") })
  }
}

/// Names that are one as wholes, whose words part elsewhere.
@Suite struct WholesTests {
  private static let names = ["فضل الرحمن", "قمر الزمان", "حسن", "Salim Barakat", "Abdullah II"]
  private static let list = Result { LexiconSet([try SmallLexicon(names: names).lexicon]) }

  @Test(arguments: [
    ("Fazlurrahman", "فضل الرحمن"), ("Kamaruzzaman", "قمر الزمان"), ("Qamar uz Zaman", "قمر الزمان"),
  ])
  func areFound(_ query: String, _ name: String) throws {
    var options = SearchOptions()
    options.explains = true
    let set = try Self.list.get()
    let first = try #require(set.search(Query(query), options).matches.first)
    #expect(first.matched.text == name)
    #expect(first.score >= RankingPolicy.sameThreshold)
    #expect(!first.evidence.isEmpty)
    #expect(set.compare(query, name).verdict == .same)
  }

  /// Short names, numbers and other words stay what word by word says of them.
  @Test(arguments: [("Hasna", "حسن"), ("Abdullah I", "Abdullah II"), ("Salima Barakat", "Salim Barakat")])
  func othersStayOthers(_ query: String, _ name: String) throws {
    let set = try LexiconSet([Lexicon.carried()])
    #expect(set.compare(query, name).verdict != .same)
  }
}
