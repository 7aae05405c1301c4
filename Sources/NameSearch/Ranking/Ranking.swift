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

  /// The most entities of one name that are listed.
  private static let entityLimit = 4096

  /// The entities, each with the lexicon it is in.
  var entities: Set<[Int]> { Set(best.keys.map { [$0.lexicon, $0.entity] }) }

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
