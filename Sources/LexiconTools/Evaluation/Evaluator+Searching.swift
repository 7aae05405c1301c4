extension Evaluator {
  /// Measures search from each script to the other.
  mutating func measureRetrieval(
    _ set: @autoclosure () -> RetrievalSet, _ file: String, _ directions: [ScriptDirection],
    _ report: inout EvaluationReport
  ) throws(SourceProblem) {
    guard tasks.contains(.retrieval) else { return }
    let set = set()
    for direction in directions {
      let measure = RetrievalMeasure(
        direction: direction, queries: queries, unanswerable: hasUnanswerable, record: record)
      try measureSearch(set, file, ScriptPair(direction), measure, &report)
    }
  }

  /// Measures search within each script, the first name of each entity in the list of the others.
  ///
  /// Of files of Latin names that were trained on, names of entities that training kept aside are unseen.
  mutating func measureWithinScripts(
    _ names: [EntityName], _ file: String, isTrained: Bool = false, _ report: inout EvaluationReport
  ) throws(SourceProblem) {
    guard tasks.contains(.retrieval) else { return }
    for script in [EntityName.Script.arabic, .latin] {
      let set = RetrievalSet(variants: names, script)
      let scripts = ScriptPair(within: script)
      var measure = RetrievalMeasure(
        direction: scripts.direction, queries: queries, unanswerable: hasUnanswerable)
      if isTrained, names.allSatisfy({ $0.script == .latin }) {
        let seen = Set(names.filter { !PairCorpus.isMeasured($0.entity) }.map(\.name))
        measure.isSeen = { query, _ in seen.contains(query) }
      }
      try measureSearch(set, file, scripts, measure, &report)
    }
  }

  private mutating func measureSearch(
    _ set: RetrievalSet, _ file: String, _ scripts: ScriptPair, _ measure: RetrievalMeasure,
    _ report: inout EvaluationReport
  ) throws(SourceProblem) {
    guard !set.sides(scripts.direction).candidates.names.isEmpty else { return }
    for system in systems {
      guard let method = system.retrieval else { continue }
      onProgress?("\(file), search \(scripts.rawValue), \(system.name)")
      let result = try method.measure(set, measure, openSet: hasOpenSet)
      guard result.parts.all.count > 0 else { continue }
      pooled[system.name, default: []] += result.answers
      report.retrieval.append(
        EvaluationReport.RetrievalSection(
          file: file, direction: scripts, system: system.name, candidates: result.candidateCount,
          figures: result.parts,
          reliability: method.hasProbabilities ? Self.reliability(result.answers) : nil))
    }
    if hasFullScan { try measureCandidates(set, file, scripts, &report) }
  }

  private func measureCandidates(
    _ set: RetrievalSet, _ file: String, _ scripts: ScriptPair, _ report: inout EvaluationReport
  ) throws(SourceProblem) {
    let measure = CandidateMeasure(direction: scripts.direction, queries: queries)
    for system in systems {
      guard let method = system.candidates else { continue }
      onProgress?("\(file), full scan \(scripts.rawValue), \(system.name)")
      let (figures, candidates) = try measure.measure(set, method)
      guard figures.first.count > 0 else { continue }
      report.candidates.append(
        EvaluationReport.CandidateSection(
          file: file, direction: scripts, system: system.name, candidates: candidates, figures: figures))
    }
  }

  /// How far the scores of first answers are the shares of right ones.
  static func reliability(_ answers: [RankedAnswer]) -> Reliability {
    Reliability(answers.map { ($0.score, $0.isCorrect) })
  }
}
