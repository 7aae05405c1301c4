internal import ArabicText

extension LexiconSet {
  /// How many names of an entity are looked at.
  private static let names = 256

  /// Takes an Arabic query back from Latin names that only spell other Arabic names of their entity.
  ///
  /// "Hamas" can be read as حمص, but an entity that is also written حماس is not meant by it: of names in both scripts the Arabic
  /// one says which letters were meant. A translation into another language is no spelling at all.
  ///
  /// - Parameters:
  ///   - query: the query.
  ///   - count: how many entities are looked at.
  ///   - aligner: what compares the names of an entity.
  ///   - ranking: where the best are looked at.
  ///   - score: the score of the query and a form of a lexicon, 0 when they are not the same name.
  func settleScripts(
    _ query: Query, best count: Int, _ aligner: inout WholeNameAligner, _ ranking: inout Ranking,
    score: (_ lexicon: Int, _ form: Int) -> Double
  ) {
    guard query.readings.first?.words.contains(where: { $0.isArabic }) == true else { return }
    aligner.removeAll()
    var number = 0
    var (latin, arabic) = (NameText(), NameText())
    ranking.revise(best: count) { candidate in
      let lexicon = lexicons[candidate.lexicon]
      guard !lexicon.vocabulary.hasArabicWord(ofForm: candidate.form) else { return candidate }
      if lexicon.knownRole(ofName: candidate.name) == .translation { return nil }
      lexicon.load(form: candidate.form, into: &latin)
      number += 1
      var best: Ranking.Candidate?
      var isSpelling = false
      for name in lexicon.nameRange(ofEntity: lexicon.entity(ofName: candidate.name)).prefix(Self.names) {
        let form = lexicon.form(ofName: name)
        lexicon.load(form: form, into: &arabic)
        guard arabic.words.first?.isArabic == true,
          aligner.compare(latin, number: number, with: arabic) != nil
        else { continue }
        isSpelling = true
        let own = score(candidate.lexicon, form)
        if own > best?.score ?? 0 {
          best = Ranking.Candidate(lexicon: candidate.lexicon, name: name, form: form, score: own)
        }
      }
      return isSpelling ? best : candidate
    }
  }
}
