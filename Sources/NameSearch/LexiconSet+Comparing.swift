internal import ArabicText

extension LexiconSet {
  /// Whether two names are the same name.
  ///
  /// Needs no entry of either in a lexicon; what the lexicons know of words and names helps.
  public func compare(_ left: String, _ right: String) -> Comparison {
    let (first, second) = (Query(left), Query(right))
    // One direction for each pair, so that exchanging the names changes nothing.
    let isTurned = Self.precedes(second, first)
    let (query, name) = isTurned ? (second, first) : (first, second)
    guard !query.isEmpty, !name.isEmpty else { return Comparison(left: left, right: right) }
    let found = workspaces.withWorkspace { best(query.searched, name.searched, $0) }
    var items = found?.items ?? []
    var evidence = found?.evidence ?? Evidence()
    let policy = RankingPolicy()
    lazy var share = sharedEntity(query, name)
    if Self.mayShareEntity(evidence) || mayBeWrittenEntity(query, name, evidence), let share,
      RankingPolicy.sharedEntity * share > policy.score(evidence)
    {
      evidence.becomeSharedEntity(share)
      items.append(.sharedEntity(query.text, name.text))
    } else if evidence.features[.missingShare] > 0, share == nil, areKnownApart(query, name) {
      evidence.isKnownApart = true
      items.append(
        EvidenceItem(
          kind: Evidence.Reason.apart.rawValue, query: query.text, name: name.text, key: "known", cost: 0,
          explanation: "a lexicon has '\(query.text)' and '\(name.text)' as names of different entities"))
    } else if policy.score(evidence) < RankingPolicy.sameThreshold,
      let whole = whole(query, name, found?.evidence), whole > policy.score(evidence)
    {
      return Comparison(
        left: left, right: right, score: whole, verdict: policy.verdict(whole),
        evidence: [.whole(left, right)])
    } else if found == nil {
      return Comparison(left: left, right: right)
    }
    let score = policy.score(evidence)
    return Comparison(
      left: left, right: right, score: score, verdict: policy.verdict(score),
      evidence: isTurned ? items.map(\.exchanged) : items)
  }

  private static func precedes(_ left: Query, _ right: Query) -> Bool {
    let (first, second) = (left.readings.first?.letters ?? [], right.readings.first?.letters ?? [])
    return first.lexicographicallyPrecedes(second)
  }

  /// Whether a lexicon has the names for different entities, as they are written.
  private func areKnownApart(_ left: Query, _ right: Query) -> Bool {
    lexicons.contains { lexicon in
      left.readings.contains(where: lexicon.tellsApart) && right.readings.contains(where: lexicon.tellsApart)
    }
  }
}

extension Comparison {
  /// Names of which nothing is the same.
  init(left: String, right: String) {
    self.init(left: left, right: right, score: 0, verdict: .different, evidence: [])
  }
}

extension EvidenceItem {
  /// The same with the names exchanged.
  fileprivate var exchanged: EvidenceItem {
    let kinds = ["queryOnly": "nameOnly", "nameOnly": "queryOnly"]
    return EvidenceItem(
      kind: kinds[kind] ?? kind, query: name, name: query, key: key, cost: cost, explanation: explanation)
  }
}
