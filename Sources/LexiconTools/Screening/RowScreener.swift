internal import NameSearch

/// An entity that a row may mean.
struct ScreenHit: Sendable {
  let match: Match
  /// The score of the match, lowered by what the facts of the row say against it.
  let score: Double
  /// The column with the name that was closest.
  let column: String
  let remarks: [FactRemark]
}

/// Finds the hits of rows.
struct RowScreener: Sendable {
  let lexicons: LexiconSet
  let limit: Int
  let minimumScore: Double
  let explains: Bool
  let facts: RowFacts

  /// More matches than are wanted are asked for, since some are lowered or left out afterwards.
  private static let reserve = 40

  /// The hits of a row, the best first.
  struct Result {
    var hits: [ScreenHit] = []
    /// Whether a name was too frequent to compare all that share its keys, or too long to look for all of it.
    var isCut = false
    /// A fact that could not be read.
    var unread: String?
  }

  private struct Place: Hashable {
    let lexicon: Int
    let entity: Int
  }

  /// Finds the hits of a row: of several names of one row, the closest counts for each entity.
  ///
  /// Name parts and words are in a lexicon to read names with, and are no hits unless the kind asks for them.
  func hits(of row: ListRow) -> Result {
    let facts = facts.facts(of: row)
    var result = Result(unread: facts.unread)
    var options = SearchOptions()
    options.limit = limit + Self.reserve
    options.minimumScore = minimumScore
    options.kinds = facts.kinds
    options.explains = explains
    var best: [Place: ScreenHit] = [:]
    for name in row.names {
      let list = lexicons.search(Query(name.text), options)
      if list.isCut { result.isCut = true }
      for match in list.matches where !facts.kinds.isEmpty || !Kinds.isNamePart(match.entity.kind) {
        let hit = self.hit(match, name.column, facts)
        let place = Place(lexicon: match.lexicon, entity: match.place)
        if hit.score >= minimumScore, hit.score > best[place]?.score ?? -1 { best[place] = hit }
      }
    }
    let sorted = best.values.sorted { left, right in
      if left.score != right.score { return left.score > right.score }
      if left.match.entity.id != right.match.entity.id { return left.match.entity.id < right.match.entity.id }
      return left.match.lexicon < right.match.lexicon
    }
    result.hits = Array(sorted.prefix(limit))
    return result
  }

  private func hit(_ match: Match, _ column: String, _ facts: RowFacts.Facts) -> ScreenHit {
    let remarks =
      facts.canLower
      ? self.facts.remarks(facts, countries: match.entity.countries, dates: match.entity.dates) : []
    let score = remarks.reduce(match.score) { $0 * $1.factor }
    return ScreenHit(match: match, score: score, column: column, remarks: remarks)
  }
}
