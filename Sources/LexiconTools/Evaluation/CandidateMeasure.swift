internal import NameSearch

/// How often a search finds first what comparing with every name finds first.
package struct CandidateFigures: Equatable, Encodable, Sendable {
  /// Of the queries for which comparing with every name finds anything.
  package internal(set) var first = Tally()
  /// Of those of them whose first name is taken to be the same as the query.
  package internal(set) var same = Tally()
  /// Of those for which comparing with every name finds a right answer first, how often search does too.
  package internal(set) var right = Tally()

  package init() {}
}

/// Measures what the candidates of a search miss.
///
/// A query is right when both find the same name first, or one with the same score.
package struct CandidateMeasure {
  /// Places in a list with their scores, the best first.
  package typealias Search = (String) -> [(place: Int, score: Double)]
  /// Makes the search of a list and its full scan.
  package typealias Method = ([String]) throws(SourceProblem) -> (search: Search, scan: Search)

  /// Scores that differ by less are the same.
  private static let tolerance = 1e-9

  private let direction: ScriptDirection
  private let queryLimit: Int?

  /// Makes a measure; it asks the queries that `RetrievalMeasure` asks with the same limit.
  package init(direction: ScriptDirection, queries: Int? = nil) {
    self.direction = direction
    queryLimit = queries
  }

  /// Asks both for each query.
  ///
  /// - Throws: `SourceProblem` when the list cannot be searched.
  package func measure(
    _ set: RetrievalSet, _ method: Method
  ) throws(SourceProblem) -> (figures: CandidateFigures, candidates: Int) {
    let (queries, candidates) = set.sides(direction)
    let chosen = queries.chosen(limit: queryLimit, withoutAnswers: false)
    var figures = CandidateFigures()
    guard !chosen.isEmpty else { return (figures, candidates.names.count) }
    let (search, scan) = try method(candidates.names)
    for query in chosen {
      let name = queries.names[query]
      guard let best = scan(name).first else { continue }
      let found = search(name).first
      let isFound =
        found.map { $0.place == best.place || abs($0.score - best.score) <= Self.tolerance } ?? false
      figures.first.add(isFound)
      if best.score >= RankingPolicy.sameThreshold { figures.same.add(isFound) }
      let answers = queries.answers(to: query)
      guard answers.contains(Int32(best.place)) else { continue }
      figures.right.add(found.map { answers.contains(Int32($0.place)) } ?? false)
    }
    return (figures, candidates.names.count)
  }
}
