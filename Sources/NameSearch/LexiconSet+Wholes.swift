internal import ArabicText

/// Names whose words part elsewhere: what the letter tables say of them as wholes, where word by word says less.
extension LexiconSet {
  /// From this score of `wholeNames` on names are taken to be one; below it stand spellings that other names have too.
  private static let sureWhole = 0.85
  /// Shorter names, and those of one word, are alike by chance.
  private static let leastLetters = 8

  /// Adds the names that the query spells as a whole: "Fazlurrahman" finds فضل الرحمن.
  ///
  /// Words that are known to be different stay so.
  func addWholes(
    _ query: Query, _ readings: [NameText], _ options: SearchOptions, _ workspace: SearchWorkspace,
    _ ranking: inout Ranking
  ) {
    guard Self.isLong(query) else { return }
    var whole = Ranking()
    lookUp(query, into: &whole)
    whole.forEach(atLeast: Self.sureWhole) { candidate in
      let lexicon = lexicons[candidate.lexicon]
      let name = Query(lexicon.formText(candidate.form))
      let found = best(readings, name.searched, workspace)
      guard let whole = self.whole(query, name, found?.evidence) else { return }
      ranking.add(
        form: candidate.form, of: lexicon, candidate.lexicon, max(found?.score ?? 0, whole), .skeleton,
        kinds: options.kinds)
    }
  }

  /// The score of two names that are one as wholes; nil when they are not, or too short to tell.
  func whole(_ query: Query, _ name: Query, _ evidence: Evidence?) -> Double? {
    guard Self.isLong(query), Self.isLong(name), Self.hasManyWords(query.searched, name.searched),
      Self.mayShareEntity(evidence)
    else { return nil }
    // The same whichever name is first.
    let score = workspaces.withWorkspace {
      max($0.names.score(of: query, name), $0.names.score(of: name, query))
    }
    return score >= Self.sureWhole ? RankingPolicy.wholeName * score : nil
  }

  private static func isLong(_ query: Query) -> Bool {
    query.readings.contains { $0.letterCount >= leastLetters }
  }

  private static func hasManyWords(_ readings: [NameText], _ others: [NameText]) -> Bool {
    readings.contains { $0.words.count > 1 } || others.contains { $0.words.count > 1 }
  }
}

extension EvidenceItem {
  /// What is said of two names that are one as wholes.
  static func whole(_ query: String, _ name: String) -> EvidenceItem {
    EvidenceItem(
      kind: Evidence.Reason.joined.rawValue, query: query, name: name, key: "spelling", cost: 0,
      explanation: "'\(query)' and '\(name)' are the same words, written together or apart")
  }
}
