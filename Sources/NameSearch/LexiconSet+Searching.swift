internal import ArabicText

extension LexiconSet {
  /// The most forms of a lexicon that are compared with a query, for a number of matches.
  static func comparedForms(_ limit: Int) -> Int { max(64, min(limit, 256)) }

  /// When so many forms in a row are no better than the best, those that promise less are not compared.
  private static func idleForms(_ limit: Int) -> Int { max(20, min(2 * limit, 256)) }

  /// Forms that promise less than this part of the best are not compared.
  private static let leastPromise: Float = 0.3

  /// Ranked approximate matches, the best first.
  ///
  /// Forms are proposed by the words they share with the query, in any spelling and order, and are then compared like
  /// `compare` does. Words are looked for in usual spellings first, and further when nothing is the same name by these.
  ///
  /// - Returns: matches by score, then by id. A query without letters or digits matches nothing.
  /// - Complexity: grows with the names that share the query's rarest words, up to limits that the result reports.
  public func search(_ query: Query, _ options: SearchOptions = SearchOptions()) -> MatchList {
    var ranking = Ranking(tellsParts: true)
    guard !query.isEmpty else { return ranking.list(lexicons, limit: 0) }
    if query.isCut { ranking.isCut = true }
    let shared = sharedForms(query)
    return workspaces.withWorkspace { workspace in
      let readings = query.searched
      for reading in readings { search(reading, .usual, options, workspace, &ranking) }
      if !shared.isEmpty { addShared(shared, readings, options, workspace, &ranking) }
      if ranking.bestWhole < RankingPolicy.sameThreshold {
        addWholes(query, readings, options, workspace, &ranking)
      }
      // What usual spellings found is kept; when it is poor, unusual ones and typing errors are looked for too.
      if ranking.bestWhole < RankingPolicy.sameThreshold {
        for reading in readings { search(reading, .wide, options, workspace, &ranking) }
      }
      settleScripts(query, best: 2 * min(options.limit, 128), &workspace.scripts, &ranking) { lexicon, form in
        readings.reduce(0) { score, reading in
          workspace.aligner.load(reading)
          let evidence = workspace.aligner.compare(withForm: form, ofLexicon: lexicon)
          return max(score, evidence.map(RankingPolicy().score) ?? 0)
        }
      }
      guard options.explains else {
        return ranking.list(lexicons, limit: options.limit, minimumScore: options.minimumScore)
      }
      return ranking.list(lexicons, limit: options.limit, minimumScore: options.minimumScore) {
        lexicon, form in
        explain(query, lexicon, form, shared, workspace)
      }
    }
  }

  /// Adds forms that an entity has which the query names.
  private func addShared(
    _ forms: [SharedForm], _ readings: [NameText], _ options: SearchOptions, _ workspace: SearchWorkspace,
    _ ranking: inout Ranking
  ) {
    for shared in forms {
      let mayShare = readings.allSatisfy { reading in
        workspace.aligner.load(reading)
        return Self.mayShareEntity(
          workspace.aligner.compare(withForm: shared.form, ofLexicon: shared.lexicon))
      }
      guard mayShare else { continue }
      ranking.add(
        form: shared.form, of: lexicons[shared.lexicon], shared.lexicon,
        RankingPolicy.sharedEntity * shared.share, .words, kinds: options.kinds)
    }
  }

  private func search(
    _ reading: NameText, _ reach: WordReach, _ options: SearchOptions, _ workspace: SearchWorkspace,
    _ ranking: inout Ranking
  ) {
    let plan = SearchPlan(reading, translations)
    let kinds = options.kinds
    let policy = RankingPolicy()
    workspace.aligner.load(reading)
    for (index, lexicon) in lexicons.enumerated() {
      let tellsApart = lexicon.tellsApart(reading)
      let isWanted: ((UInt32) -> Bool)? = kinds.isEmpty ? nil : { lexicon.hasName(ofForm: Int($0), kinds) }
      workspace.finder.find(
        plan, in: lexicon, reach, limit: Self.comparedForms(options.limit), isWanted: isWanted)
      if workspace.finder.isCut { ranking.isCut = true }
      // Where even the best promises nothing, all are compared.
      let most = workspace.finder.candidates.first?.promise ?? 0
      let least = most > 0 ? most * Self.leastPromise : -.infinity
      var best = 0.0
      var idle = 0
      for candidate in workspace.finder.candidates where candidate.promise >= least {
        guard idle < Self.idleForms(options.limit) else { break }
        // Parts of names are many, and are not what is mostly looked for.
        let isPart = lexicon.knowsWords && lexicon.isNamePart(form: Int(candidate.form))
        if !isPart { idle += 1 }
        guard var evidence = workspace.aligner.compare(withForm: Int(candidate.form), ofLexicon: index)
        else { continue }
        evidence.isKnownApart = tellsApart && evidence.features[.missingShare] > 0
        let score = policy.score(evidence)
        if score > best, !isPart { (best, idle) = (score, 0) }
        ranking.add(form: Int(candidate.form), of: lexicon, index, score, .words, kinds: kinds)
      }
    }
  }

  /// What `search` would find if it compared the query with every name: slow, to measure what its candidates miss.
  package func scan(_ query: Query, limit: Int) -> MatchList {
    var ranking = Ranking()
    let policy = RankingPolicy()
    workspaces.withWorkspace { workspace in
      for reading in query.searched {
        workspace.aligner.load(reading)
        for (index, lexicon) in lexicons.enumerated() {
          for form in 0..<lexicon.vocabulary.formCount {
            lexicon.load(form: form, into: &workspace.name)
            let name = workspace.name.uninverted ?? workspace.name
            guard let evidence = workspace.aligner.align(with: name) else { continue }
            ranking.add(form: form, of: lexicon, index, policy.score(evidence), .words)
          }
        }
      }
    }
    return ranking.list(lexicons, limit: limit)
  }

  /// The evidence that a form fits, by the reading that fits best.
  private func explain(
    _ query: Query, _ lexicon: Int, _ form: Int, _ shared: [SharedForm], _ workspace: SearchWorkspace
  ) -> [EvidenceItem] {
    lexicons[lexicon].load(form: form, into: &workspace.name)
    let name = workspace.name.uninverted ?? workspace.name
    let found = best(query.searched, [name], workspace)
    var items = found?.items ?? []
    if found?.score ?? 0 < RankingPolicy.sameThreshold,
      let whole = whole(query, Query(lexicons[lexicon].formText(form)), found?.evidence),
      whole > found?.score ?? 0
    {
      items = [.whole(query.text, lexicons[lexicon].formText(form))]
    }
    let share = shared.first { $0.lexicon == lexicon && $0.form == form }?.share ?? 0
    if Self.mayShareEntity(found?.evidence), RankingPolicy.sharedEntity * share > found?.score ?? 0 {
      items.append(.sharedEntity(query.text, lexicons[lexicon].formText(form)))
    }
    return items
  }

  /// The best of all pairs of readings.
  func best(
    _ readings: [NameText], _ others: [NameText], _ workspace: SearchWorkspace
  ) -> (score: Double, evidence: Evidence, items: [EvidenceItem])? {
    let policy = RankingPolicy()
    var best: (score: Double, evidence: Evidence, left: NameText, right: NameText)?
    for reading in readings {
      workspace.aligner.load(reading)
      for other in others {
        guard let evidence = workspace.aligner.align(with: other) else { continue }
        let score = policy.score(evidence)
        if score > best?.score ?? -1 { best = (score, evidence, reading, other) }
      }
    }
    return best.map { ($0.score, $0.evidence, $0.evidence.items($0.left, $0.right)) }
  }
}

extension Query {
  /// What is compared: each reading with the words after a comma first, each once.
  var searched: [NameText] {
    var result: [NameText] = []
    for reading in readings.map({ $0.uninverted ?? $0 })
    where !result.contains(where: { $0.letters == reading.letters }) {
      result.append(reading)
    }
    return result
  }
}
