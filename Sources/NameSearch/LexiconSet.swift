internal import ArabicText

/// One or several lexicons that are searched together.
public struct LexiconSet: Sendable {
  /// The lexicons, in the order given.
  public let lexicons: [Lexicon]
  /// The words that any of them knows.
  package let known: KnownWords

  /// The most entities of one name that are listed.
  private static let entityLimit = 4096

  /// Combines lexicons.
  ///
  /// Words that one of them knows help to read the names of all.
  public init(_ lexicons: [Lexicon]) {
    self.lexicons = lexicons
    known = KnownWords(lexicons)
  }

  /// Finds the entities that have this name, in any spelling of it.
  ///
  /// Forms are proposed by exact folded form and by skeleton key and are then compared word by word, so a shared key
  /// alone is no match. A query without letters or digits matches nothing.
  ///
  /// - Parameters:
  ///   - query: a name.
  ///   - limit: the most matches to return.
  /// - Returns: the matches, the best first.
  /// - Complexity: O(1) in the size of the lexicons for keys of bounded frequency; linear in the forms that share a
  ///   key with the query, up to a limit that the result reports.
  public func matches(for query: Query, limit: Int = 10) -> MatchList {
    guard !query.isEmpty else { return MatchList(matches: [], isCut: false) }
    let keys = CandidateFinder.Keys(query, known: known)
    var ranking = Ranking()
    var aligner = NameAligner(known: known)
    let policy = RankingPolicy()
    var name = NameText()
    for (index, lexicon) in lexicons.enumerated() {
      let finder = CandidateFinder(keys, in: lexicon)
      if finder.isCut { ranking.isCut = true }
      for candidate in finder.candidates {
        lexicon.load(form: candidate.form, into: &name)
        guard let evidence = Self.align(query, candidate.reading, with: name, &aligner) else {
          continue
        }
        let score = policy.score(evidence)
        var count = 0
        lexicon.forEachName(ofForm: candidate.form) { place in
          count += 1
          guard count <= Self.entityLimit else { return false }
          ranking.add(
            lexicon: index, entity: lexicon.entity(ofName: place), name: place, score, candidate.reason)
          return true
        }
        if count > Self.entityLimit { ranking.isCut = true }
      }
    }
    return ranking.list(lexicons, limit: limit)
  }

  /// All names of the entity of a match, in the order of the source.
  public func names(of match: Match) -> [LexiconName] {
    lexicons[match.lexicon].names(ofEntity: match.place)
  }

  /// Aligns with the name as it stands and, when it has a comma, with its words turned around.
  private static func align(
    _ query: Query, _ reading: Int, with name: NameText, _ aligner: inout NameAligner
  ) -> Evidence? {
    let text = query.readings[reading]
    let straight = aligner.align(text, number: reading, with: name)
    guard let turned = name.uninverted, let other = aligner.align(text, number: reading, with: turned) else {
      return straight
    }
    guard let straight, straight.cost <= other.cost else { return other }
    return straight
  }
}

/// The best name of each entity so far.
private struct Ranking {
  struct Key: Hashable {
    let lexicon: Int
    let entity: Int
  }
  struct Best {
    let score: Double
    let name: Int
    let reason: CandidateReason
  }

  var isCut = false
  private var best: [Key: Best] = [:]

  mutating func add(lexicon: Int, entity: Int, name: Int, _ score: Double, _ reason: CandidateReason) {
    let key = Key(lexicon: lexicon, entity: entity)
    // Of names that are equally close, the first of the source says it best.
    if let old = best[key], old.score > score || (old.score == score && old.name <= name) { return }
    best[key] = Best(score: score, name: name, reason: reason)
  }

  func list(_ lexicons: [Lexicon], limit: Int) -> MatchList {
    let ordered = best.sorted { $0.value.score > $1.value.score }
    guard let last = ordered.prefix(limit).last else { return MatchList(matches: [], isCut: isCut) }
    // Only what can be among the first is read from the file; equal scores are ordered by id.
    var matches = ordered.prefix { $0.value.score >= last.value.score }.map { key, best in
      let lexicon = lexicons[key.lexicon]
      return Match(
        entity: lexicon.entity(at: key.entity), score: best.score, matched: lexicon.name(at: best.name),
        reason: best.reason, lexicon: key.lexicon, place: key.entity)
    }
    matches.sort { left, right in
      left.score == right.score ? left.entity.id < right.entity.id : left.score > right.score
    }
    return MatchList(matches: Array(matches.prefix(limit)), isCut: isCut)
  }
}
