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
  let kinds: KindTree

  /// A match, with what decides whether it is certain.
  private struct Found {
    let match: Match
    /// The entity's name that is the query letter for letter; nil when it has none.
    let exact: LexiconName?
    /// Whether the entity is a word or a part of names.
    let isNamePart: Bool

    var isWeak: Bool { (exact ?? match.matched).role == NameRole.weakAlias.rawValue }
    var candidate: Candidate {
      // Vowel marks that only one of the two has cost a name a little; letter for letter it is the same.
      Candidate(entity: match.entity, score: exact == nil ? match.score : 1, matched: exact ?? match.matched)
    }
  }

  /// The fewest that are looked at: whether one is alone the others show, and one with exactly this name may stand behind.
  private static let fewest = 20

  /// The candidates of a name or an id, the best first.
  ///
  /// An entity whose id is the query comes first, then those with a name that is the query letter for letter, and of these the
  /// bearers of a name before the words and parts of names. `isCertain` is set on the first and on no other, and only when no
  /// second entity is as good: not when two entities have the same name. No kinds are all kinds.
  func candidates(_ query: String, kinds wanted: Set<String>, limit: Int) -> [Candidate] {
    var options = SearchOptions()
    options.limit = max(limit, Self.fewest)
    options.kinds = wanted
    // What is taken to be another name is no candidate.
    options.minimumScore = RankingPolicy.possibleThreshold
    let list = lexicon.lexicons.search(Query(query), options)
    let text = NameText(query)
    let found = list.matches.map { match in
      Found(
        match: match, exact: exactName(of: match, text),
        isNamePart: kinds.nameParts.contains(match.entity.kind))
    }
    let exact = found.filter { $0.exact != nil }
    let ordered =
      exact.filter { !$0.isNamePart } + exact.filter(\.isNamePart) + found.filter { $0.exact == nil }
    var candidates = ordered.map(\.candidate)
    if let first = ordered.first {
      candidates[0].isCertain =
        list.isCut
        ? isOnlyBearer(first, of: query, wanted) : Self.isCertain(first, beside: ordered.dropFirst())
    }
    if let found = lexicon.entity(id: query) {
      candidates.removeAll { $0.entity.id == query }
      for place in candidates.indices { candidates[place].isCertain = false }
      candidates.insert(Candidate(entity: found.entity, score: 1, matched: nil, isCertain: true), at: 0)
    }
    return Array(candidates.prefix(limit))
  }

  /// The name of an entity that is the query letter for letter.
  ///
  /// The match itself may show another name of the entity that scored as well.
  private func exactName(of match: Match, _ text: NameText) -> LexiconName? {
    guard !text.isEmpty, match.score >= RankingPolicy.sameThreshold else { return nil }
    if NameText(match.matched.text).folded == text.folded { return match.matched }
    return lexicon.lexicons.names(of: match).first { NameText($0.text).folded == text.folded }
  }

  /// Whether the first is meant beyond doubt.
  ///
  /// A weak alias identifies nobody; a word or a part of names is no rival to a bearer.
  private static func isCertain(_ first: Found, beside others: ArraySlice<Found>) -> Bool {
    guard !first.isWeak else { return false }
    let rivals = others.filter { first.isNamePart || !$0.isNamePart }
    if first.exact != nil { return rivals.allSatisfy { $0.exact == nil } }
    return first.match.score >= Candidate.certainScore
      && rivals.allSatisfy { $0.match.score < RankingPolicy.sameThreshold }
  }

  /// Whether nobody else has exactly this name: the keys of whole names find also those that a search, which was cut, may miss.
  private func isOnlyBearer(_ first: Found, of query: String, _ wanted: Set<String>) -> Bool {
    guard first.exact != nil, !first.isWeak else { return false }
    let list = lexicon.lexicons.matches(for: Query(query), limit: Self.fewest)
    let text = NameText(query)
    return !list.isCut
      && list.matches.allSatisfy { match in
        let isWanted = wanted.isEmpty || wanted.contains(match.entity.kind)
        let isRival = isWanted && (first.isNamePart || !kinds.nameParts.contains(match.entity.kind))
        return match.entity.id == first.match.entity.id || !isRival || exactName(of: match, text) == nil
      }
  }
}
