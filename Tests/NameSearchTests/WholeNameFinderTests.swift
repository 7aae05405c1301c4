import ArabicText
import TestSupport
import Testing

@testable import NameSearch

/// What looking up reads of forms, and how it keeps what it found.
@Suite struct WholeNameFinderTests {
  private static let small = Result {
    var random = RandomNames(seed: 15)
    let made = (0..<120).map { _ in random.name(isArabic: Bool.random(using: &random.generator), longest: 5) }
    return try SmallLexicon(names: made + ["Assad, Bashar", "محمد", "Ali محمد", "a", "ab"])
  }

  /// Reading many forms together gives what reading one by one does.
  @Test func formsReadTogetherHaveTheirLetters() throws {
    let lexicon = try Self.small.get().lexicon
    var generator = SeededGenerator(seed: 16)
    var read = FormLetters()
    for count in [0, 1, 2, 64, 200] {
      let candidates = (0..<count).map { _ in
        CandidateFinder.Candidate(
          form: Int.random(in: 0..<lexicon.formCount + 2, using: &generator), reading: 0, reason: .skeleton)
      }
      read.load(candidates[...], lexicon.vocabulary)
      for (place, candidate) in candidates.enumerated() {
        var letters: [UInt16] = []
        lexicon.vocabulary.appendLetters(ofForm: candidate.form, to: &letters)
        #expect(Array(read.letters[read.range(at: place)]) == letters)
      }
    }
  }

  @Test func textOfFormsIsThatOfTheirLetters() throws {
    let names = ["Assad, Bashar", "محمد Ali", "Şükrü Ḥāfiẓ", "ﷺ", "x𐤀y", "𐤀, a", "日本, a", "€5"]
    for lexicon in [try Self.small.get().lexicon, try SmallLexicon(names: names).lexicon] {
      for form in 0...lexicon.formCount {
        var letters: [UInt16] = []
        lexicon.vocabulary.appendLetters(ofForm: form, to: &letters)
        #expect(lexicon.formText(form) == String(decoding: letters, as: UTF16.self))
      }
    }
  }

  @Test func formsSayWhetherTheyAreArabic() throws {
    let lexicon = try Self.small.get().lexicon
    var name = NameText()
    for form in 0..<lexicon.formCount {
      lexicon.load(form: form, into: &name)
      let vocabulary = lexicon.vocabulary
      #expect(vocabulary.hasArabicWord(ofForm: form) == name.words.contains { $0.isArabic })
      #expect(vocabulary.hasArabicWord(ofForm: form, first: true) == (name.words.first?.isArabic == true))
    }
  }

  @Test(arguments: 0..<6)
  func aSetOfFormsIsASet(_ seed: UInt64) {
    var generator = SeededGenerator(seed: 90 + seed)
    var forms = FormSet()
    for _ in 0..<40 {
      forms.removeAll()
      var twin: Set<UInt32> = []
      let bounds: [UInt32] = [3, 40, 5000, .max]
      let most = bounds.randomElement(using: &generator) ?? 3
      for _ in 0..<Int.random(in: 0...600, using: &generator) {
        let form = UInt32.random(in: 0...most, using: &generator)
        #expect(forms.insert(form) == twin.insert(form).inserted)
      }
      #expect(forms.count == twin.count)
    }
  }

  /// A search that asks for good matches alone, and leaves out what costs more, finds the good ones of all.
  @Test(arguments: [0.8, 0.85, 0.95])
  func goodMatchesAreThoseOfAll(_ least: Double) throws {
    let sets = [LexiconSet([try Self.small.get().lexicon]), LexiconSet([try Lexicon.carried()])]
    let texts = [
      "Mohammad", "Mohamed Ali", "el Sisi", "Abdurrahman", "Abd el Rahman", "abou bakr", "gencler", "Gençler",
      "Hasan", "Houssein", "Qaddafi", "Ghadafi Muammar", "Jaysh al-Izza", "Jeish el Ezzah", "حسن", "عبدالله",
      "محمد علي", "جيش العزه", "Doctor Bashar al Assad", "Assad, Bashar", "m7md", "yousef", "Sa'id", "Saeed",
    ]
    var random = RandomNames(seed: 81)
    let more = (0..<150).map { _ in
      random.name(isArabic: Bool.random(using: &random.generator), longest: 3)
    }
    func facts(_ matches: [Match]) -> [String] {
      matches.map { "\($0.lexicon) \($0.place) \($0.score) \($0.matched.text) \($0.reason)" }
    }
    var found = 0
    for set in sets {
      for text in texts + more {
        let all = set.wholeNames(for: Query(text), limit: 64).matches.filter { $0.score >= least }
        let good = set.wholeNames(for: Query(text), limit: 64, atLeast: least).matches
        #expect(facts(good) == facts(all), "\(text)")
        found += good.count
        let best = set.wholeNames(for: Query(text), limit: 64, atLeast: least, onlyBest: true).matches
        let most = all.first?.score
        #expect(facts(best.filter { $0.score == most }) == facts(all.filter { $0.score == most }), "\(text)")
      }
    }
    #expect(found > 40)
  }

  /// What a writer remembers of a text is what it found the first time.
  @Test func namesOfATextAreRemembered() throws {
    let set = LexiconSet([try Lexicon.carried()])
    let kept = SpelledNames(set)
    for text in ["Mohamed", "Houssein", "Mohamed", "nobody at all", "Houssein", "nobody at all"] {
      let again = kept.matches(of: text, Query(text)).map(\.entity.id)
      #expect(again == SpelledNames(set).matches(of: text, Query(text)).map(\.entity.id))
    }
    #expect(kept.matches(of: "Mohamed", Query("Mohamed")).allSatisfy { $0.score >= SpelledNames.leastScore })
    // Asked for the best alone first, it still finds the others.
    for onlyBest in [true, false] {
      let others = kept.matches(of: "Saeed", Query("Saeed"), onlyBest: onlyBest).filter { $0.score < 1 }
      #expect(others.isEmpty == onlyBest)
    }
  }

  /// One value serves query after query, and finds what a new one finds.
  @Test func nothingIsLeftOfAnEarlierQuery() throws {
    let small = try Self.small.get()
    let kept = LexiconSet([small.lexicon])
    for form in 0..<small.lexicon.formCount {
      let query = Query(small.lexicon.formText(form))
      let (first, second) = (kept.matches(for: query), LexiconSet([small.lexicon]).matches(for: query))
      #expect(first.matches.map(\.place) == second.matches.map(\.place))
      #expect(first.matches.map(\.score) == second.matches.map(\.score))
      #expect(first.isCut == second.isCut)
    }
  }

  /// A ranking against a dictionary, with few entities and with many.
  @Test(arguments: [1, 5, 12, 13, 14, 100])
  func aRankingKeepsTheBestOfEach(_ entities: Int) throws {
    let rows = (0..<entities * 3).map { ["e\($0 % entities)", "Name\($0) Qandil"] }
    let lexicon = try SmallLexicon(rows: [["id", "name"]] + rows).lexicon
    var generator = SeededGenerator(seed: UInt64(entities))
    var ranking = Ranking()
    var twin: [Int: (score: Double, name: Int)] = [:]
    func compare() {
      let found = ranking.list([lexicon], limit: 1000).matches
      let expected = twin.map { (place: $0.key, score: $0.value.score) }.sorted {
        $0.score == $1.score
          ? lexicon.id(ofEntity: $0.place) < lexicon.id(ofEntity: $1.place) : $0.score > $1.score
      }
      #expect(found.map(\.place) == expected.map(\.place))
      #expect(found.map(\.score) == expected.map(\.score))
    }
    for _ in 0..<3 * entities {
      let form = Int.random(in: 0..<lexicon.formCount, using: &generator)
      let score = Double(Int.random(in: 1...9, using: &generator)) / 10
      ranking.add(form: form, of: lexicon, 0, score, .skeleton)
      lexicon.forEachName(ofForm: form) { name in
        let old = twin[lexicon.entity(ofName: name)]
        if old.map({ ($0.score, -$0.name) < (score, -name) }) ?? true {
          twin[lexicon.entity(ofName: name)] = (score, name)
        }
        return true
      }
    }
    compare()
    ranking.revise(best: 1000) { candidate in
      candidate.score == 0.5
        ? nil
        : Ranking.Candidate(
          lexicon: candidate.lexicon, name: candidate.name, form: candidate.form, score: candidate.score / 2)
    }
    twin = twin.filter { $0.value.score != 0.5 }.mapValues { ($0.score / 2, $0.name) }
    compare()
    ranking.drop(below: 0.7, whenBest: 0.1) { $0.name % 2 == 0 }
    let most = twin.values.map(\.score).max() ?? 0
    twin = twin.filter { most < 0.1 || $0.value.score >= 0.7 * most || $0.value.name % 2 == 0 }
    compare()
  }
}
