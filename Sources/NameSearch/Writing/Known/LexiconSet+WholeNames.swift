internal import ArabicText

extension LexiconSet {
  /// The entities whose name a query spells by the letter tables, word for word and in order.
  ///
  /// `lookup` and writing need the same name for sure: the tables of letters decide, and the score says how
  /// regular a spelling is: 1 for the same normalized letters, at least 0.9 for the same folded form, 0.97 for a regular
  /// romanization, and less the more the letters differ.
  func wholeNames(for query: Query, limit: Int) -> MatchList {
    var ranking = Ranking()
    lookUp(query, into: &ranking)
    return ranking.list(lexicons, limit: limit)
  }

  /// Adds the entities that have a name.
  func lookUp(_ query: Query, into ranking: inout Ranking) {
    guard !query.isEmpty else { return }
    if query.isCut { ranking.isCut = true }
    let keys = CandidateFinder.Keys(query, known: known)
    var aligner = WholeNameAligner(known: known)
    var name = NameText()
    for (index, lexicon) in lexicons.enumerated() {
      let finder = CandidateFinder(keys, in: lexicon)
      if finder.isCut { ranking.isCut = true }
      for candidate in finder.candidates {
        lexicon.load(form: candidate.form, into: &name)
        guard let evidence = Self.align(query, candidate.reading, with: name, &aligner) else { continue }
        ranking.add(
          form: candidate.form, of: lexicon, index, Self.score(evidence), candidate.reason,
          hasOtherLetters: {
            !evidence.isFoldedEqual && query.readings[candidate.reading].foldedLetters != name.foldedLetters
          })
      }
    }
    settleScripts(query, best: 64, &ranking) { lexicon, form in
      lexicons[lexicon].load(form: form, into: &name)
      return query.readings.indices.reduce(0) { score, reading in
        max(score, Self.align(query, reading, with: name, &aligner).map(Self.score) ?? 0)
      }
    }
    // In the same script it may be mistyped.
    let isArabic = query.readings[0].words[0].isArabic
    ranking.drop(below: Self.leastBesideSame, whenBest: RankingPolicy.foldedEqual - 0.09) { candidate in
      let lexicon = lexicons[candidate.lexicon]
      lexicon.load(form: candidate.form, into: &name)
      return name.words.first?.isArabic == isArabic
        && lexicon.role(ofName: candidate.name) != NameRole.weakAlias.rawValue
    }
  }

  /// Beside a name that is the same but for marks, irregular spellings with less than this part of its score are other names.
  private static let leastBesideSame = 0.8

  /// Aligns with the name as it stands and, when it has a comma, with its words turned around.
  private static func align(
    _ query: Query, _ reading: Int, with name: NameText, _ aligner: inout WholeNameAligner
  ) -> WholeNameEvidence? {
    let text = query.readings[reading]
    let straight = aligner.align(text, number: reading, with: name)
    guard let turned = name.uninverted, let other = aligner.align(text, number: reading, with: turned) else {
      return straight
    }
    guard let straight, straight.cost <= other.cost else { return other }
    return straight
  }

  private static func score(_ evidence: WholeNameEvidence) -> Double {
    if evidence.isIdentical { return 1 }
    if evidence.isFoldedEqual { return max(0.9, 0.99 - 0.01 * Double(evidence.cost)) }
    // Costs weigh less in a longer name.
    let scale = 8 + Double(evidence.letterCount) / 2
    return 0.97 * scale / (scale + Double(evidence.cost))
  }
}

extension NameText {
  /// The folded form without its spaces.
  fileprivate var foldedLetters: String { folded.filter { $0 != " " } }
}
