import TestSupport
import Testing

@testable import ArabicText

/// The scorer of word pairs finds what a slow search over all ways finds, and knows what belongs together.
@Suite struct WordPairScorerTests {
  private static let model = PairModel.carried

  /// The cheapest way through two words of one script, by trying all.
  private static func slowCost(_ query: [UInt8], _ word: [UInt8], _ script: PairSymbols.Script) -> Int32 {
    var lattice = PairLattice()
    lattice.load(query.span, from: script, to: script, model: model)
    let letters = query.map { model.letterCost($0, script) }
    var known: [Int: Int32] = [:]
    func cost(_ row: Int, _ column: Int) -> Int32 {
      if row == query.count, column == word.count { return 0 }
      let key = row * 100 + column
      if let cost = known[key] { return cost }
      var best = Int32.max / 2
      for edge in lattice.edges(from: row) {
        let count = Int(edge.count)
        guard column + count <= word.count, Int(edge.to) > row || count > 0 else { continue }
        let chunk = word[column..<column + count].enumerated().reduce(UInt32(0)) {
          $0 | UInt32($1.element) << UInt32($1.offset * 8)
        }
        if chunk == edge.symbols { best = min(best, Int32(edge.cost) + cost(Int(edge.to), column + count)) }
      }
      if column < word.count { best = min(best, WordPairScorer.extraLetter + cost(row, column + 1)) }
      if row < query.count {
        best = min(best, WordPairScorer.extraLetter + letters[row] + cost(row + 1, column))
      }
      if row < query.count, column < word.count {
        best = min(best, WordPairScorer.otherLetter + letters[row] + cost(row + 1, column + 1))
      }
      if row + 1 < query.count, column + 1 < word.count, query[row] == word[column + 1],
        query[row + 1] == word[column]
      {
        best = min(best, WordPairScorer.swappedLetters + cost(row + 2, column + 2))
      }
      known[key] = best
      return best
    }
    return cost(0, 0)
  }

  @Test func agreesWithTheSlowSearch() {
    var random = SeededGenerator(seed: 5)
    let words = [
      "muhammad", "mohamed", "hussein", "husayn", "qadhafi", "kaddafi", "yusuf", "yousef", "ali", "aly",
    ]
    for text in words {
      let query = PairSymbols.folded(Array(text.utf16))
      var scorer = WordPairScorer(Self.model)
      scorer.prepare(query.span, .latin, against: .latin)
      for other in words {
        var word = PairSymbols.folded(Array(other.utf16))
        if Bool.random(using: &random) { word.swapAt(1, 2) }
        // A way that is far less likely than chance is not followed, so such a pair costs more or has no cost.
        let slow = Self.slowCost(query, word, .latin)
        let cost = scorer.cost(word.span)
        if slow <= scorer.queryChance { #expect(cost == slow) } else if let cost { #expect(cost >= slow) }
      }
    }
  }

  /// A spelling costs less as one of its own name than as one of another.
  @Test(arguments: [
    ("muhammad", "محمد", "محمود"), ("mahmoud", "محمود", "محمد"), ("hussein", "حسين", "حسن"),
    ("khalid", "خالد", "وليد"), ("ghassan", "غسان", "حسان"), ("yousef", "يوسف", "يونس"),
    ("tariq", "طارق", "تارك"), ("shihab", "شهاب", "سحاب"),
  ])
  func ranksAcrossScripts(_ latin: String, _ right: String, _ wrong: String) throws {
    for isArabicQuery in [false, true] {
      func cost(_ arabic: String) throws -> Int32 {
        let letters = PairSymbols.rich(NameText(arabic).letters, isScholarly: false)
        let spelling = PairSymbols.rich(NameText(latin).letters, isScholarly: false)
        var scorer = WordPairScorer(Self.model)
        if isArabicQuery {
          scorer.prepare(letters.span, .arabic, against: .latin)
          return scorer.cost(spelling.span).map { $0 - scorer.queryChance } ?? 0
        }
        scorer.prepare(spelling.span, .latin, against: .arabic)
        return scorer.cost(letters.span).map { $0 - scorer.queryChance } ?? 0
      }
      #expect(try cost(right) < cost(wrong))
    }
  }

  @Test func emptyAndEndlessWordsHaveNoCost() {
    var scorer = WordPairScorer(Self.model)
    let (none, word, endless) = (
      [UInt8](), [UInt8](repeating: 13, count: 5), [UInt8](repeating: 13, count: 5000)
    )
    scorer.prepare(word.span, .latin, against: .latin)
    #expect(scorer.cost(none.span) == nil)
    #expect(scorer.cost(endless.span) == nil)
    scorer.prepare(none.span, .latin, against: .arabic)
    #expect(scorer.cost(word.span) == nil)
    scorer.prepare(endless.span, .latin, against: .latin)
    #expect(scorer.cost(word.span) == nil || scorer.queryChance > 0)
  }
}
