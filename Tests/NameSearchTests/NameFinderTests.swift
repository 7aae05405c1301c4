import ArabicText
import TestSupport
import Testing

@testable import NameSearch

/// Which forms a search proposes, and in which order.
@Suite struct NameFinderTests {
  private static let names = [
    "Calderinho", "Huggenheimer", "Windthauser", "Mourinho", "Alotaibi", "Elkhatib", "Alali", "Kal", "Caldi",
    "Rinio", "Nio", "Hog", "Heimer", "Win", "Hauser", "Mor", "Renio",
  ]
  private static let small = Result { try SmallLexicon(names: names) }

  private static func proposed(_ query: String) throws -> [String] {
    let lexicon = try small.get().lexicon
    var finder = NameFinder()
    finder.find(SearchPlan(NameText(query), WordTranslations([])), in: lexicon, .wide, limit: 64)
    return finder.candidates.map {
      var letters: [UInt16] = []
      lexicon.vocabulary.appendLetters(ofForm: Int($0.form), to: &letters)
      return String(decoding: letters, as: UTF16.self)
    }
  }

  /// What stands behind a short word in a long one was worth as much as if nothing were left before it.
  @Test(arguments: [
    ("كالديرينيو", "calderinho"), ("هوغينهايمر", "huggenheimer"), ("ويندهاوزر", "windthauser"),
    ("مورينيو", "mourinho"),
  ])
  func aWholeWordComesBeforeTheEndOfOne(_ query: String, _ expected: String) throws {
    #expect(try Self.proposed(query).first == expected)
  }

  /// An Arabic word with the article was not looked for behind one that Latin writes onto the word.
  @Test(arguments: [("العتيبي", "alotaibi"), ("الخطيب", "elkhatib"), ("العلي", "alali")])
  func isFoundBehindAGluedArticle(_ query: String, _ expected: String) throws {
    #expect(try Self.proposed(query).first == expected)
  }
}
