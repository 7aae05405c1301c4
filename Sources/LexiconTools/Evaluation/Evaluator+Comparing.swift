extension Evaluator {
  /// Measures a file of spellings: comparing when its rows are labelled, else search.
  mutating func measure(
    _ spellings: SpellingFile, _ file: String, _ directions: [ScriptDirection],
    _ report: inout EvaluationReport
  ) throws(SourceProblem) {
    guard tasks.contains(.retrieval) else { return }
    guard spellings.isLabelled else {
      let names = spellings.names
      try measureRetrieval(RetrievalSet(names: names), file, directions, &report)
      return try measureWithinScripts(names, file, &report)
    }
    let measure = ComparisonMeasure(spellings.pairs)
    for system in systems {
      guard let method = system.comparison else { continue }
      onProgress?("\(file), labelled pairs, \(system.name)")
      let figures = measure.measure(method)
      guard figures.pairs > 0 else { continue }
      report.comparison.append(
        EvaluationReport.ComparisonSection(file: file, system: system.name, figures: figures))
    }
  }

  /// Compares different names that share a common word.
  func measureCommonWords(
    _ measure: @autoclosure () -> CommonWordMeasure, _ file: String, _ report: inout EvaluationReport
  ) {
    guard hasCommonWords, tasks.contains(.retrieval) else { return }
    let measure = measure()
    for scripts in [ScriptPair.withinArabic, .withinLatin, .arabicToLatin] {
      for system in systems {
        guard let method = system.comparison, let figures = measure.measure(scripts, method),
          figures.count > 0
        else { continue }
        onProgress?("\(file), common words \(scripts.rawValue), \(system.name)")
        report.commonWords.append(
          EvaluationReport.CommonWordSection(
            file: file, direction: scripts, system: system.name, figures: figures))
      }
    }
  }
}
