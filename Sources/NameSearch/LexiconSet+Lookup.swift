internal import ArabicText

extension LexiconSet {
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
    var ranking = Ranking()
    lookUp(query, into: &ranking)
    return ranking.list(lexicons, limit: limit)
  }

  /// Adds the entities that have a name.
  func lookUp(_ query: Query, into ranking: inout Ranking) {
    guard !query.isEmpty else { return }
    if query.isCut { ranking.isCut = true }
    let keys = CandidateFinder.Keys(query, known: known)
    let policy = RankingPolicy()
    workspaces.withWorkspace { workspace in
      var loaded: Int?
      for (index, lexicon) in lexicons.enumerated() {
        let finder = CandidateFinder(keys, in: lexicon)
        if finder.isCut { ranking.isCut = true }
        for candidate in finder.candidates {
          lexicon.load(form: candidate.form, into: &workspace.name)
          let name = workspace.name.uninverted ?? workspace.name
          let reading = query.readings[candidate.reading].uninverted ?? query.readings[candidate.reading]
          let score: Double
          if reading.letters == name.letters {
            score = 1
          } else if reading.foldedHash() == name.foldedHash() {
            score = RankingPolicy.foldedEqual
          } else {
            guard Self.canBeSame(reading, name) else { continue }
            if loaded != candidate.reading { workspace.aligner.load(reading) }
            loaded = candidate.reading
            guard let evidence = workspace.aligner.align(with: name), evidence.isWholeName else { continue }
            score = policy.score(evidence)
            guard score >= RankingPolicy.sameThreshold else { continue }
          }
          ranking.add(form: candidate.form, of: lexicon, index, score, candidate.reason)
        }
      }
    }
  }

  /// Whether the lengths of two names can belong to one name: Arabic leaves out vowels, and titles may be missing.
  private static func canBeSame(_ left: NameText, _ right: NameText) -> Bool {
    if left.words.contains(where: \.isTitle) || right.words.contains(where: \.isTitle) { return true }
    let (own, other) = (left.letters.count, right.letters.count)
    guard let first = left.words.first, let second = right.words.first, first.isArabic == second.isArabic
    else {
      return own <= 4 * other + 4 && other <= 4 * own + 4
    }
    return 2 * own <= 3 * other + 8 && 2 * other <= 3 * own + 8
  }
}

extension Evidence {
  /// Whether every word but titles has its counterpart, in the same order.
  fileprivate var isWholeName: Bool {
    features[.moves] == 0 && features[.turn] == 0
      && pieces.allSatisfy { $0.reason != .queryOnly && $0.reason != .nameOnly && $0.reason != .initial }
  }
}
