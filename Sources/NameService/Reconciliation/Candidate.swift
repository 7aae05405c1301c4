import ArabicText
import NameSearch

/// An entity that a query may mean, with what a client needs to decide.
struct Candidate: Sendable {
  let entity: LexiconEntity
  /// 0…1.
  let score: Double
  /// The name that is closest to the query; nil when the query is the entity's id.
  let matched: LexiconName?
  /// Whether it is the entity beyond doubt.
  var isCertain = false
  /// How many of the other conditions it meets; nil when there were none.
  var conditions: Double?

  /// From this score on one entity alone is taken without a person's look.
  static let certainScore = 0.9
}

/// Finds candidates.
struct CandidateSearch: Sendable {
  let lexicon: LoadedLexicon

  /// The candidates of a name or an id, the best first.
  ///
  /// An entity whose id is the query, or whose name is the query letter for letter, comes first. `isCertain` is set on the first
  /// and on no other, and only when no second entity is as good: not when two entities have the same name. No kinds are all kinds.
  func candidates(_ query: String, kinds: Set<String>, limit: Int) -> [Candidate] {
    var options = SearchOptions()
    // Two are needed to see that one is alone.
    options.limit = max(limit, 5)
    options.kinds = kinds
    // What is taken to be another name is no candidate.
    options.minimumScore = RankingPolicy.possibleThreshold
    let list = lexicon.lexicons.search(Query(query), options)
    let text = NameText(query)
    let matches =
      list.matches.filter { Self.isSame($0, text) } + list.matches.filter { !Self.isSame($0, text) }
    var candidates = matches.map { Candidate(entity: $0.entity, score: $0.score, matched: $0.matched) }
    if let first = matches.first {
      candidates[0].isCertain = Self.isCertain(
        first, second: matches.dropFirst().first, text: text, isCut: list.isCut)
    }
    if let found = lexicon.entity(id: query) {
      candidates.removeAll { $0.entity.id == query }
      for place in candidates.indices { candidates[place].isCertain = false }
      candidates.insert(Candidate(entity: found.entity, score: 1, matched: nil, isCertain: true), at: 0)
    }
    return Array(candidates.prefix(limit))
  }

  private static func isSame(_ match: Match, _ text: NameText) -> Bool {
    !text.isEmpty && NameText(match.matched.text).folded == text.folded
  }

  private static func isCertain(_ first: Match, second: Match?, text: NameText, isCut: Bool) -> Bool {
    // A weak alias identifies nobody, and a list that was cut may hide a second one.
    guard !isCut, first.matched.role != NameRole.weakAlias.rawValue else { return false }
    guard let second else { return isSame(first, text) || first.score >= Candidate.certainScore }
    if isSame(first, text) { return !isSame(second, text) }
    return first.score >= Candidate.certainScore && second.score < RankingPolicy.sameThreshold
  }
}
