/// The best name of each entity so far.
struct Ranking {
  private struct Key: Hashable {
    let lexicon: Int
    let entity: Int
  }
  private struct Best {
    let score: Double
    let name: Int
    let form: Int
    let reason: CandidateReason
  }

  /// Whether names or entities were left out.
  var isCut = false
  private var best: [Key: Best] = [:]
  /// The highest score.
  private(set) var bestScore: Double = 0

  /// The least score of a spelling of a translation: words of other languages are not spelled in many ways.
  private static let leastTranslation = 0.9
  /// The most entities of one name that are listed.
  private static let entityLimit = 4096

  /// The highest score that an entity has in both rankings: the lower of the two scores; 0 when they share none.
  func sharedScore(_ other: Ranking) -> Double {
    best.reduce(0) { max($0, min($1.value.score, other.best[$1.key]?.score ?? 0)) }
  }

  /// A name of an entity, with its form and score.
  struct Candidate {
    let lexicon: Int
    let name: Int
    let form: Int
    let score: Double
  }

  /// Lets `body` put another name and score in the place of those of the best entities; with nil an entity is left out.
  mutating func revise(best count: Int, _ body: (Candidate) -> Candidate?) {
    // Of equal scores the first of the source, so that the same are looked at in every run.
    let ordered = best.sorted {
      ($1.value.score, $0.key.lexicon, $0.key.entity) < ($0.value.score, $1.key.lexicon, $1.key.entity)
    }
    for (key, old) in ordered.prefix(count) {
      let candidate = Candidate(lexicon: key.lexicon, name: old.name, form: old.form, score: old.score)
      best[key] = body(candidate).map {
        Best(score: $0.score, name: $0.name, form: $0.form, reason: old.reason)
      }
    }
  }

  /// Leaves out what scores less than a part of the best of the same lexicon, where that is at least `least`, unless `isSpared`.
  mutating func drop(below part: Double, whenBest least: Double, unless isSpared: (Candidate) -> Bool) {
    var most: [Int: Double] = [:]
    for (key, value) in best { most[key.lexicon] = max(most[key.lexicon] ?? 0, value.score) }
    best = best.filter { key, value in
      guard let most = most[key.lexicon], most >= least else { return true }
      return value.score >= part * most
        || isSpared(Candidate(lexicon: key.lexicon, name: value.name, form: value.form, score: value.score))
    }
  }

  /// Adds the entities that have a form.
  ///
  /// Initials count only for the same letters, whatever they sound like: "x" is not "KH". `hasOtherLetters` is asked for them.
  mutating func add(
    form: Int, of lexicon: Lexicon, _ index: Int, _ score: Double, _ reason: CandidateReason,
    kinds: Set<String> = [], hasOtherLetters: () -> Bool = { false }
  ) {
    var count = 0
    lexicon.forEachName(ofForm: form) { place in
      if lexicon.isInitials(place), hasOtherLetters() { return true }
      if reason != .words, score < Self.leastTranslation,
        lexicon.role(ofName: place) == NameRole.translation.rawValue
      {
        return true
      }
      if !kinds.isEmpty, !kinds.contains(lexicon.kind(ofName: place)) { return true }
      count += 1
      guard count <= Self.entityLimit else {
        isCut = true
        return false
      }
      add(
        Key(lexicon: index, entity: lexicon.entity(ofName: place)),
        Best(score: score, name: place, form: form, reason: reason))
      return true
    }
  }

  private mutating func add(_ key: Key, _ new: Best) {
    // Of names that are equally close, the first of the source says it best.
    if let old = best[key], old.score > new.score || (old.score == new.score && old.name <= new.name) {
      return
    }
    best[key] = new
    bestScore = max(bestScore, new.score)
  }

  /// The matches, the best first.
  func list(
    _ lexicons: [Lexicon], limit: Int, minimumScore: Double = 0,
    evidence: ((_ lexicon: Int, _ form: Int) -> [EvidenceItem])? = nil
  ) -> MatchList {
    let ordered = best.filter { $0.value.score >= minimumScore }.sorted { $0.value.score > $1.value.score }
    guard let last = ordered.prefix(limit).last else { return MatchList(matches: [], isCut: isCut) }
    // Only what can be among the first is read from the file; equal scores are ordered by id.
    var matches = ordered.prefix { $0.value.score >= last.value.score }.map { key, best in
      let lexicon = lexicons[key.lexicon]
      return (
        Match(
          entity: lexicon.entity(at: key.entity), score: best.score, matched: lexicon.name(at: best.name),
          reason: best.reason, lexicon: key.lexicon, place: key.entity), best.form
      )
    }
    matches.sort { left, right in
      left.0.score == right.0.score ? left.0.entity.id < right.0.entity.id : left.0.score > right.0.score
    }
    let first = matches.prefix(limit).map { match, form in
      var match = match
      if let evidence { match.evidence = evidence(match.lexicon, form) }
      return match
    }
    return MatchList(matches: first, isCut: isCut)
  }
}
