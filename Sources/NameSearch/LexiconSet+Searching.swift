internal import ArabicText

extension LexiconSet {
  /// Ranked approximate matches, the best first.
  ///
  /// - Returns: matches by score, then by id. A query without letters or digits matches nothing.
  public func search(_ query: Query, _ options: SearchOptions = SearchOptions()) -> MatchList {
    let found = matches(for: query, limit: options.kinds.isEmpty ? options.limit : Int.max)
    let kept = found.matches.filter { match in
      match.score >= options.minimumScore
        && (options.kinds.isEmpty || options.kinds.contains(match.entity.kind))
    }
    return MatchList(matches: Array(kept.prefix(options.limit)), isCut: found.isCut)
  }

  /// Whether two names are the same name.
  ///
  /// Needs no entry of either in a lexicon; what the lexicons know of words and names helps.
  public func compare(_ left: String, _ right: String) -> Comparison {
    let (query, name) = (Query(left), Query(right))
    var aligner = NameAligner(known: known)
    let policy = RankingPolicy()
    var best: (score: Double, evidence: Evidence, left: NameText, right: NameText)?
    for (number, reading) in query.readings.enumerated() {
      for other in name.readings {
        guard let evidence = aligner.align(reading, number: number, with: other) else { continue }
        let score = policy.score(evidence)
        if score > best?.score ?? -1 { best = (score, evidence, reading, other) }
      }
    }
    guard let best else {
      return Comparison(left: left, right: right, score: 0, verdict: .different, evidence: [])
    }
    return Comparison(
      left: left, right: right, score: best.score, verdict: policy.verdict(best.score),
      evidence: best.evidence.items(best.left, best.right))
  }
}

extension Evidence {
  /// The pieces for a person.
  func items(_ query: NameText, _ name: NameText) -> [EvidenceItem] {
    pieces.map { piece in
      let (left, right) = (query.text(ofWords: piece.queryWords), name.text(ofWords: piece.nameWords))
      return EvidenceItem(
        kind: piece.reason.rawValue, query: left, name: right,
        key: piece.reason == .equal ? "exact" : piece.reason == .known ? "known" : "skeleton",
        cost: Double(piece.cost) / 4,
        explanation: left.isEmpty || right.isEmpty
          ? "only one name has the title '\(left)\(right)'" : "'\(left)' is another spelling of '\(right)'")
    }
  }
}

extension NameText {
  /// Consecutive words as a string.
  func text(ofWords range: Range<Int>) -> String {
    range.isEmpty
      ? ""
      : String(
        decoding: letters[words[range.lowerBound].start..<words[range.upperBound - 1].end], as: UTF16.self)
  }
}
