import TestSupport
import Testing

@testable import ArabicText

@Suite struct PairScorerTests {
  private static let rows = Result {
    try CaseRow.rows("scored-pairs.tsv").map { ($0["arabic"], $0["latin"]) }
  }
  private let scorer = PairScorer(.carried)

  private func score(_ left: String, _ right: String) -> Double {
    scorer.score(scorer.prepare(left), scorer.prepare(right))
  }

  @Test func rightPairsScoreAboveShuffledOnes() throws {
    let pairs = try Self.rows.get()
    for (place, pair) in pairs.enumerated() {
      let own = score(pair.0, pair.1)
      #expect(own > 0, "\(pair)")
      for (other, wrong) in pairs.enumerated() where other != place {
        #expect(own > score(pair.0, wrong.1), "\(pair) \(wrong)")
        #expect(score(pair.0, wrong.1) < 0.4, "\(pair) \(wrong)")
      }
    }
  }

  @Test func theOrderOfTheSidesIsNoDifference() throws {
    for (arabic, latin) in try Self.rows.get() { #expect(score(arabic, latin) == score(latin, arabic)) }
  }

  @Test func whatIsNoPairHasNoScore() {
    for (left, right) in [
      ("محمد", "محمد"), ("Ali", "Ali"), ("", "Ali"), ("محمد", ""), ("", ""), ("٣", "علي"), ("😀", "علي"),
      ("\u{64B}", "a"),
    ] {
      #expect(score(left, right) == -.infinity, "\(left) \(right)")
    }
  }

  @Test func signsSpacesAndMarksAreNoDifference() {
    #expect(score("محمد", "Muhammad") == score("مُحَمَّد", "Muḥammad"))
    #expect(score("عبد الله", "Abd Allah") == score("عبدالله", "Abd-Allah"))
    #expect(score("ﻣﺤﻤﺪ", "MUHAMMAD") == score("محمد", "muhammad"))
  }

  @Test func longSidesAreCut() {
    let long = String(repeating: "م", count: 10_000)
    let letters = String(repeating: "m", count: 10_000)
    #expect(score(long, letters) == score(String(long.prefix(64)), String(letters.prefix(64))))
    #expect(score("م", letters) < 0)
    #expect(score(long, "m") < 0)
  }

  /// The best division of a pair, against a table of all places.
  @Test(arguments: [0, 1])
  func agreesWithItsSlowTwin(_ seed: UInt64) throws {
    let small = try SmallTransducer(words: 160, seed: 40 + seed)
    let fast = PairScorer(small.transducer)
    let slow = SlowPairScorer(TransducerBytes(small.bytes))
    var names = ToyNames(seed: 70 + seed)
    for _ in 0..<25 {
      let (left, right) = (names.word(), names.word())
      for (arabic, latin) in [
        (left.arabic, left.everyday), (left.arabic, right.everyday), ("ظ" + left.arabic, "x"),
      ] {
        let (first, second) = (fast.prepare(arabic), fast.prepare(latin))
        let cost = slow.cost(arabic: Array(arabic.utf16), latin: Array(latin.utf16))
        let length = Double(max(arabic.utf16.count, latin.utf16.count))
        let expected = (fast.chance(first) + fast.chance(second) - Double(cost)) / 20 / length
        #expect(abs(fast.score(first, second) - expected) < 1e-3, "\(arabic) \(latin)")
      }
    }
  }

  @Test func agreesWithItsSlowTwinOnTheCarriedModel() throws {
    let slow = SlowPairScorer(TransducerBytes(try SmallTransducer.carriedBytes()))
    for (arabic, latin) in [("محمد", "mohamd"), ("دمشق", "dmashq"), ("علي", "shafiq")] {
      let (first, second) = (scorer.prepare(arabic), scorer.prepare(latin))
      let cost = slow.cost(arabic: Array(arabic.utf16), latin: Array(latin.utf16))
      let length = Double(max(arabic.utf16.count, latin.utf16.count))
      let expected = (scorer.chance(first) + scorer.chance(second) - Double(cost)) / 20 / length
      #expect(abs(scorer.score(first, second) - expected) < 1e-3, "\(arabic) \(latin)")
    }
  }
}
