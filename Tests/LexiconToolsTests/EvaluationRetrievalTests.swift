import TestSupport
import Testing

@testable import LexiconTools

/// Ranks, thresholds and their slow twins.
@Suite struct EvaluationRetrievalTests {
  private static let set = RetrievalSet(names: [
    EntityName(entity: "1", script: .arabic, name: "نور"),
    EntityName(entity: "1", script: .latin, name: "Nur"),
    EntityName(entity: "1", script: .latin, name: "Nour"),
    EntityName(entity: "2", script: .arabic, name: "نور"),
    EntityName(entity: "2", script: .latin, name: "Noor"),
    EntityName(entity: "2", script: .latin, name: "Nur"),
    EntityName(entity: "3", script: .arabic, name: "باسم"),
    EntityName(entity: "4", script: .latin, name: "Sami"),
    EntityName(entity: "5", script: .arabic, name: "حسن"),
    EntityName(entity: "5", script: .latin, name: "Hasan"),
  ])

  @Test func joinsEqualSpellings() {
    let set = Self.set
    #expect(set.arabic.names == ["نور", "باسم", "حسن"])
    #expect(set.latin.names == ["Nur", "Nour", "Noor", "Sami", "Hasan"])
    #expect((0..<3).map { Array(set.arabic.answers(to: $0)) } == [[0, 1, 2], [], [4]])
    #expect((0..<5).map { Array(set.latin.answers(to: $0)) } == [[0], [0], [0], [], [2]])
    let pairs = RetrievalSet(pairs: [
      NamePair(arabic: "نور", latin: "Nur"), NamePair(arabic: "نور", latin: "Nour"),
      NamePair(arabic: "نور", latin: "Nur"),
    ])
    #expect(Array(pairs.arabic.answers(to: 0)) == [0, 1])
  }

  @Test(
    arguments: [
      // Scores of Nur, Nour, Noor, Sami, Hasan for any query.
      ([9.0, 1, 1, 5, 3], [1, 3]),
      ([1, 1, 1, 5, 3], [3, 2]),
      ([5, 1, 1, 5, 3], [2, 3]),
      ([1, 1, 1, 1, 1], [3, 5]),
      ([.nan, .nan, 0, -1, .nan], [1, 5]),
      ([Double](repeating: -.infinity, count: 5), [3, 5]),
    ] as [([Double], [Int])])
  func ranksTiesLast(_ scores: [Double], _ ranks: [Int]) {
    let values = Dictionary(uniqueKeysWithValues: zip(Self.set.latin.names, scores))
    let measure = RetrievalMeasure(direction: .arabicToLatin)
    let result = measure.measure(Self.set) {
      values[$0] ?? 0
    } score: {
      $1
    }
    #expect(result.candidateCount == 5)
    #expect(result.parts.all.count == 2)
    #expect(result.answers.map(\.isCorrect) == ranks.map { $0 == 1 })
    let expected = (1 / Double(ranks[0]) + 1 / Double(ranks[1])) / 2
    #expect(abs((result.parts.all.meanReciprocalRank ?? 0) - expected) < 1e-12)
    #expect(result.parts.all.recallAt10 == 1)
  }

  @Test func preparesEachNameOnce() {
    var prepared: [String] = []
    let measure = RetrievalMeasure(direction: .latinToArabic, unanswerable: true)
    let result = measure.measure(Self.set) { (name: String) -> Int in
      prepared.append(name)
      return name.utf8.count
    } score: {
      Double(-abs($0 - $1))
    }
    #expect(prepared == Self.set.arabic.names + Self.set.latin.names)
    #expect(result.answers.count == 5 && result.parts.all.count == 4)
    #expect(result.answers.filter { !$0.isAnswerable }.map(\.isCorrect) == [false])
  }

  @Test func reportsSeenQueriesApart() {
    var record = TrainingRecord()
    record.add(arabic: "نور", latin: "Noor")
    let measure = RetrievalMeasure(direction: .arabicToLatin, record: record)
    let result = measure.measure(Self.set) {
      $0
    } score: {
      $0 == "نور" && $1 == "Nur" ? 1 : 0
    }
    #expect(result.parts.seen.count == 1 && result.parts.seen.recallAt1 == 1)
    #expect(result.parts.unseen.count == 1 && result.parts.unseen.recallAt1 == 0)
    #expect(result.parts.all.threshold?.threshold == 1)
    #expect(result.parts.unseen.threshold?.f1 == 0 && result.parts.seen.threshold?.f1 == 1)
  }

  @Test(arguments: [(nil, 10), (0, 0), (1, 1), (3, 3), (10, 10), (11, 10)] as [(Int?, Int)])
  func takesQueriesEvenly(_ limit: Int?, _ expected: Int) {
    let names = (0..<10).map { NamePair(arabic: "ن\($0)", latin: "n\($0)") }
    var asked: [String] = []
    let measure = RetrievalMeasure(direction: .arabicToLatin, queries: limit)
    _ = measure.measure(RetrievalSet(pairs: names)) { (name: String) -> String in
      if !name.hasPrefix("n") { asked.append(name) }
      return name
    } score: { _, _ in
      0
    }
    #expect(asked.count == expected)
    if limit == 3 { #expect(asked == ["ن0", "ن3", "ن6"]) }
  }

  /// All ranks by sorting all candidates, ties with right answers last.
  private func slowRank(_ scores: [Double], _ right: Set<Int>) -> Int {
    let order = scores.indices.sorted {
      (scores[$0], right.contains($1) ? 1 : 0) > (scores[$1], right.contains($0) ? 1 : 0)
    }
    return (order.firstIndex { right.contains($0) } ?? order.count) + 1
  }

  @Test(arguments: 0..<20)
  func ranksLikeSorting(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let count = Int.random(in: 1...30, using: &generator)
    let names = (0..<count).flatMap { _ in
      let entity = "\(Int.random(in: 0..<count, using: &generator))"
      return [
        EntityName(
          entity: entity, script: .arabic, name: "ن\(Int.random(in: 0..<count, using: &generator))"),
        EntityName(
          entity: entity, script: .latin, name: "n\(Int.random(in: 0..<count, using: &generator))"),
      ]
    }
    let set = RetrievalSet(names: names)
    var scores: [[String]: Double] = [:]
    for query in set.arabic.names {
      for candidate in set.latin.names {
        scores[[query, candidate]] = Double(Int.random(in: 0...4, using: &generator))
      }
    }
    let result = RetrievalMeasure(direction: .arabicToLatin).measure(set) {
      $0
    } score: {
      scores[[$0, $1]] ?? 0
    }
    var expected = RetrievalFigures()
    for query in set.arabic.names.indices {
      let row = set.latin.names.map { scores[[set.arabic.names[query], $0]] ?? 0 }
      let entities = Set(names.filter { $0.name == set.arabic.names[query] }.map(\.entity))
      let right = set.latin.names.indices.filter { place in
        names.contains { $0.name == set.latin.names[place] && entities.contains($0.entity) }
      }
      if !right.isEmpty { expected.add(rank: slowRank(row, Set(right))) }
    }
    expected.threshold = result.parts.all.threshold
    #expect(result.parts.all == expected)
  }

  /// The best F1 by trying the score of each answer.
  private func slowBest(_ answers: [RankedAnswer]) -> (threshold: Double, f1: Double)? {
    var best: (threshold: Double, f1: Double)?
    for threshold in Set(answers.map(\.score)).subtracting([-.infinity]).sorted(by: >) {
      let accepted = answers.filter { $0.score >= threshold }
      let correct = Double(accepted.filter(\.isCorrect).count)
      let precision = correct / Double(accepted.count)
      let answerable = answers.filter(\.isAnswerable).count
      let recall = answerable > 0 ? correct / Double(answerable) : 0
      let f1 = precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0
      if f1 > (best?.f1 ?? -1) + 1e-12 { best = (threshold, f1) }
    }
    return best
  }

  @Test(arguments: 0..<50)
  func findsTheThresholdOfTheSlowTwin(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    let steps = [1, 3, 20, 1000].randomElement(using: &generator) ?? 1
    let answers = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
      let isAnswerable = Int.random(in: 0..<4, using: &generator) > 0
      let score = Int.random(in: -1...steps, using: &generator)
      return RankedAnswer(
        score: score < 0 ? [-.infinity, .nan][seed % 2] : Double(score) / Double(steps),
        isCorrect: score >= 0 && isAnswerable && Bool.random(using: &generator), isAnswerable: isAnswerable)
    }
    let (fast, slow) = (ThresholdFigures.best(answers), slowBest(answers))
    #expect(fast?.threshold == slow?.threshold)
    #expect(abs((fast?.f1 ?? 0) - (slow?.f1 ?? 0)) < 1e-9)
    if let fast { #expect(ThresholdFigures(threshold: fast.threshold, answers) == fast) }
  }
}
