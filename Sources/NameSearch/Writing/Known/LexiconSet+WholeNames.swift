internal import ArabicText

extension LexiconSet {
  /// The entities whose name a query spells by the letter tables, word for word and in order.
  ///
  /// `lookup` and writing need the same name for sure: the tables of letters decide, and the score says how
  /// regular a spelling is: 1 for the same normalized letters, at least 0.9 for the same folded form, 0.97 for a regular
  /// romanization, and less the more the letters differ.
  /// With `least`, only those are found that score at least so much; with `onlyBest`, only those are sure to be found that score
  /// more than all others.
  func wholeNames(
    for query: Query, limit: Int, atLeast least: Double = 0, onlyBest: Bool = false
  ) -> MatchList {
    var ranking = Ranking()
    lookUp(query, atLeast: least, onlyBest: onlyBest, into: &ranking)
    return ranking.list(lexicons, limit: limit, minimumScore: least)
  }

  /// Adds the entities that have a name; with `knowing`, those alone of lexicons that know words.
  ///
  /// Names that score less than `least` may be left out, and with `onlyBest` those that score less than the best.
  func lookUp(
    _ query: Query, knowing: Bool = false, atLeast least: Double = 0, onlyBest: Bool = false,
    into ranking: inout Ranking
  ) {
    guard !query.isEmpty else { return }
    if query.isCut { ranking.isCut = true }
    workspaces.withWorkspace { workspace in
      workspace.names.load(query, atLeast: least)
      for (index, lexicon) in lexicons.enumerated() where !knowing || lexicon.knowsWords {
        workspace.names.find(query, in: lexicon, index, onlyBest: onlyBest, into: &ranking)
      }
      settleScripts(query, best: 64, &workspace.scripts, &ranking) { lexicon, form in
        workspace.names.score(of: query, lexicons[lexicon], form: form)
      }
    }
    // In the same script it may be mistyped.
    let isArabic = query.readings[0].words[0].isArabic
    ranking.drop(below: Self.leastBesideSame, whenBest: RankingPolicy.foldedEqual - 0.09) { candidate in
      let lexicon = lexicons[candidate.lexicon]
      return lexicon.vocabulary.hasArabicWord(ofForm: candidate.form, first: true) == isArabic
        && lexicon.knownRole(ofName: candidate.name) != .weakAlias
    }
  }

  /// Beside a name that is the same but for marks, irregular spellings with less than this part of its score are other names.
  private static let leastBesideSame = 0.8
}
