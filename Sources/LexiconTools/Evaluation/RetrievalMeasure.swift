/// How well right answers are ranked.
package struct RetrievalFigures: Equatable, Sendable {
  /// Queries that have a right answer.
  package private(set) var count = 0
  private var first = 0
  private var firstTen = 0
  private var reciprocalSum = 0.0
  /// At one threshold for all queries of the file and direction: the one that is best for all parts together.
  package internal(set) var threshold: ThresholdFigures?

  package init() {}

  /// Adds a query by the rank of its best right answer, counted from 1.
  package mutating func add(rank: Int) {
    count += 1
    if rank <= 1 { first += 1 }
    if rank <= 10 { firstTen += 1 }
    reciprocalSum += 1 / Double(rank)
  }

  /// The share of queries with a right answer in the first place, R@1; nil when nothing was measured.
  package var recallAt1: Double? { Tally(count: count, correct: first).share }
  /// The share of queries with a right answer in the first ten places, R@10; nil when nothing was measured.
  package var recallAt10: Double? { Tally(count: count, correct: firstTen).share }
  /// The mean of 1 / rank, MRR; nil when nothing was measured.
  package var meanReciprocalRank: Double? { count > 0 ? reciprocalSum / Double(count) : nil }
}

extension RetrievalFigures: Encodable {
  private enum CodingKeys: String, CodingKey { case queries, recallAt1, recallAt10, mrr, threshold }

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: CodingKeys.self)
    try container.encode(count, forKey: .queries)
    try container.encodeIfPresent(recallAt1?.reported, forKey: .recallAt1)
    try container.encodeIfPresent(recallAt10?.reported, forKey: .recallAt10)
    try container.encodeIfPresent(meanReciprocalRank?.reported, forKey: .mrr)
    try container.encodeIfPresent(threshold, forKey: .threshold)
  }
}

/// Measures how a score ranks the names of one script for queries in the other.
///
/// Candidates are all names of the other script. A right answer has as its rank one more than the number of wrong
/// candidates with the same score or a better one, so a score that is the same for all names finds nothing. Of several
/// right answers the best counts.
package struct RetrievalMeasure {
  private let direction: ScriptDirection
  private let queryLimit: Int?
  private let hasUnanswerable: Bool
  /// Whether training saw a query with one of its answers; nil when that is not known.
  package var isSeen: ((_ query: String, _ answers: [String]) -> Bool)?

  /// What was measured.
  package struct Result: Sendable {
    package var parts = Parts(each: RetrievalFigures())
    /// How many names were searched.
    package var candidateCount = 0
    /// The first answers in the order of the queries, for a threshold over several files.
    package var answers: [RankedAnswer] = []
  }

  /// Makes a measure.
  ///
  /// - Parameters:
  ///   - direction: the script of the queries and that of the candidates.
  ///   - queries: take so many queries, evenly spread over the file; nil takes all.
  ///   - unanswerable: whether queries without a right answer are asked too; they only count for the threshold, where
  ///     accepting an answer to them is an error.
  ///   - record: what training saw; a query is seen when it stood there with one of its right answers.
  package init(
    direction: ScriptDirection, queries: Int? = nil, unanswerable: Bool = false,
    record: TrainingRecord? = nil
  ) {
    self.direction = direction
    queryLimit = queries
    hasUnanswerable = unanswerable
    isSeen = record.map { record in
      { query, answers in
        answers.contains { answer in
          direction == .arabicToLatin
            ? record.containsPair(arabic: query, latin: answer)
            : record.containsPair(arabic: answer, latin: query)
        }
      }
    }
  }

  /// Ranks all candidates for each query.
  ///
  /// Each candidate is prepared once and each query once. The loop over the candidates allocates nothing itself.
  ///
  /// - Parameters:
  ///   - set: the names.
  ///   - prepare: makes of a name what `score` needs.
  ///   - score: how well a query (first) and a candidate (second) fit; more is better.
  /// - Returns: the figures and the first answers.
  /// - Complexity: O(queries · candidates) calls of `score`.
  package func measure<Prepared>(
    _ set: RetrievalSet, prepare: (String) -> Prepared, score: (Prepared, Prepared) -> Double
  ) -> Result {
    let (queries, candidates) = set.sides(direction)
    let prepared = candidates.names.map(prepare)
    var result = Result()
    result.candidateCount = prepared.count
    for query in chosenQueries(queries) {
      let right = queries.answers(to: query)
      let (rank, top) = Self.rank(prepare(queries.names[query]), among: prepared, right, score)
      let isSeen =
        right.isEmpty ? nil : isSeen?(queries.names[query], right.map { candidates.names[Int($0)] })
      if !right.isEmpty { result.parts.update(isSeen: isSeen) { $0.add(rank: rank) } }
      result.answers.append(
        RankedAnswer(
          score: top, isCorrect: !right.isEmpty && rank == 1, isAnswerable: !right.isEmpty, isSeen: isSeen))
    }
    addThreshold(to: &result)
    return result
  }

  /// Asks a search for each query.
  ///
  /// What a search does not return has no rank. With `openSet` the answers of every other query are taken out of the list,
  /// so that it has none.
  ///
  /// - Parameters:
  ///   - set: the names.
  ///   - openSet: whether half of the queries have no answer.
  ///   - prepare: makes a search of the list of candidates; it returns places in the list with scores, the best first.
  /// - Returns: the shares and ranks.
  /// - Throws: `SourceProblem` when the list cannot be searched.
  package func measure(
    _ set: RetrievalSet, openSet: Bool,
    prepare: ([String]) throws(SourceProblem) -> (String) -> [(place: Int, score: Double)]
  ) throws(SourceProblem) -> Result {
    let (queries, candidates) = set.sides(direction)
    let chosen = chosenQueries(queries)
    var isLeftOut = [Bool](repeating: false, count: candidates.names.count)
    if openSet {
      for (number, query) in chosen.enumerated() where number % 2 == 1 {
        for answer in queries.answers(to: query) { isLeftOut[Int(answer)] = true }
      }
    }
    let listed = candidates.names.indices.filter { !isLeftOut[$0] }
    let search = try prepare(listed.map { candidates.names[$0] })
    var result = Result()
    result.candidateCount = listed.count
    for query in chosen {
      let right = queries.answers(to: query).filter { !isLeftOut[Int($0)] }
      let found = search(queries.names[query]).map { (place: Int32(listed[$0.place]), score: $0.score) }
      let best = found.first { right.contains($0.place) }?.score
      let rank =
        best.map { best in 1 + found.count { $0.score >= best && !right.contains($0.place) } } ?? .max
      let isSeen =
        right.isEmpty ? nil : isSeen?(queries.names[query], right.map { candidates.names[Int($0)] })
      if !right.isEmpty { result.parts.update(isSeen: isSeen) { $0.add(rank: rank) } }
      result.answers.append(
        RankedAnswer(
          score: found.first?.score ?? -.infinity, isCorrect: rank == 1, isAnswerable: !right.isEmpty,
          isSeen: isSeen))
    }
    addThreshold(to: &result)
    return result
  }

  private func chosenQueries(_ side: RetrievalSet.Side) -> [Int] {
    side.chosen(limit: queryLimit, withoutAnswers: hasUnanswerable)
  }

  /// The rank of the best right answer, and the best score of all.
  private static func rank<Prepared>(
    _ query: Prepared, among candidates: [Prepared], _ right: ArraySlice<Int32>,
    _ score: (Prepared, Prepared) -> Double
  ) -> (rank: Int, top: Double) {
    func value(_ place: Int) -> Double {
      let value = score(query, candidates[place])
      return value.isNaN ? -.infinity : value
    }
    var best = -Double.infinity
    for place in right { best = max(best, value(Int(place))) }
    var top = best
    var rank = 1
    var nextRight = right.startIndex
    for place in candidates.indices {
      if nextRight < right.endIndex, right[nextRight] == place {
        nextRight += 1
        continue
      }
      let value = value(place)
      if value >= best { rank += 1 }
      if value > top { top = value }
    }
    return (rank, top)
  }

  private func addThreshold(to result: inout Result) {
    guard let best = ThresholdFigures.best(result.answers) else { return }
    result.parts.all.threshold = best
    guard isSeen != nil else { return }
    // Queries without a right answer are in neither part.
    let seen = result.answers.filter { $0.isSeen == true }
    let unseen = result.answers.filter { $0.isSeen == false }
    if !seen.isEmpty { result.parts.seen.threshold = ThresholdFigures(threshold: best.threshold, seen) }
    if !unseen.isEmpty { result.parts.unseen.threshold = ThresholdFigures(threshold: best.threshold, unseen) }
  }
}
