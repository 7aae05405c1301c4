import NameSearch

extension CandidateSearch {
  /// Of what a search finds so many are looked at beside the completions.
  private static let searched = 20

  /// The entities that may be meant by what a person has typed so far, the best first, each once.
  ///
  /// The entity with this id; those with just this name; those whose name is beyond doubt this one in another spelling or script; those with a
  /// name that goes on from here; and then what else the name may be.
  func suggestions(_ typed: String, limit: Int) -> [Candidate] {
    let completions = lexicon.lexicons.completions(for: Query(typed), limit: limit).completions
    let found = candidates(typed, kinds: [], limit: Self.searched)
    func completed(_ isWhole: Bool) -> [Candidate] {
      completions.filter { $0.isWhole == isWhole }.map {
        Candidate(entity: $0.entity, score: isWhole ? 1 : 0, matched: $0.matched)
      }
    }
    let ordered =
      found.filter { $0.matched == nil } + completed(true)
      + found.filter { $0.score >= Candidate.certainScore } + completed(false) + found
    var seen: Set<String> = []
    return Array(ordered.filter { seen.insert($0.entity.id).inserted }.prefix(limit))
  }
}
