/// What can be measured on a file.
package enum EvaluationTask: String, CaseIterable, Sendable {
  /// Proposals for words and names, one by one.
  case generation
  /// Names of a catalogue, romanized word by word in context.
  case catalogue
  /// Search for names of the other script.
  case retrieval
}

/// Measures systems on files: the whole of `ism evaluate` but its command line.
///
/// A file of pairs with a column `token_aligned` is a catalogue; other pairs are words and names of everyday spelling.
/// Search is measured on all files but those of labelled spellings, on which comparing is.
package struct Evaluator {
  package var systems: [EvaluatedSystem]
  /// What is measured.
  package var tasks = Set(EvaluationTask.allCases)
  /// What training saw; nil reports nothing apart.
  package var record: TrainingRecord?
  /// What training saw of catalogues, by whose words those of catalogue files are reported apart.
  package var catalogueRecord: TrainingRecord?
  /// The form in which Latin spellings of pairs are compared; Arabic ones are compared as `arabic`.
  package var pairForm = ComparisonForm.everyday
  /// The forms in which the words of catalogues are compared, each with figures of its own.
  ///
  /// What is right in `everyday` and wrong in `scholarly` differs in marks only: long vowels, dots, apostrophes. The
  /// references have errors of that kind too.
  package var catalogueForms = [ComparisonForm.scholarly, .everyday]
  /// How many queries a search measures, evenly spread over a file; nil is all.
  package var queries: Int?
  /// Whether queries without a right answer count for thresholds.
  package var hasUnanswerable = false
  /// Whether the answers of every other query are taken out of the lists that are searched.
  package var hasOpenSet = false
  /// Whether search is measured within each script of files of entities too.
  package var hasSameScript = false
  /// Whether search is measured beside comparing with every name.
  package var hasFullScan = false
  /// Whether different names that share a common word are compared.
  package var hasCommonWords = false
  /// The files that training saw.
  package var trainingPaths: Set<String> = []
  /// Called with what is measured next.
  package var onProgress: ((String) -> Void)?
  /// Called for each line that was left out.
  package var onProblem: ((SourceProblem) -> Void)?
  var pooled: [String: [RankedAnswer]] = [:]

  package init(systems: [EvaluatedSystem]) { self.systems = systems }

  /// Measures all systems on a file and adds the sections to a report.
  ///
  /// - Parameters:
  ///   - path: a file of pairs or entities.
  ///   - directions: what is measured; a file of Arabizi says something from Latin to Arabic only.
  ///   - report: gets the sections.
  /// - Throws: `SourceProblem` when nothing of the file can be used.
  package mutating func evaluate(
    path: String, directions: [ScriptDirection] = ScriptDirection.allCases,
    into report: inout EvaluationReport
  ) throws(SourceProblem) {
    let onProblem = onProblem
    if let spellings = try SpellingFile(path: path, report: { onProblem?($0) }) {
      return try measure(spellings, Self.name(of: path), directions, &report)
    }
    let rows = try PairFile.rows(path: path) { onProblem?($0) }
    let file = Self.name(of: path)
    switch rows {
    case .pairs(let pairs):
      if pairs.contains(where: { $0.isTokenAligned != nil }) {
        // Catalogues say how Arabic is romanized and nothing about the way back.
        if directions.contains(.arabicToLatin) { measureCatalogue(pairs, file, &report) }
      } else {
        measureGeneration(pairs, file, directions, &report)
      }
      try measureRetrieval(RetrievalSet(pairs: pairs), file, directions, &report)
      measureCommonWords(CommonWordMeasure(pairs: pairs), file, &report)
    case .names(let names):
      try measureRetrieval(RetrievalSet(names: names), file, directions, &report)
      if hasSameScript {
        try measureWithinScripts(names, file, isTrained: trainingPaths.contains(path), &report)
      }
      measureCommonWords(CommonWordMeasure(names: names), file, &report)
    }
  }

  /// Adds the thresholds over all files measured so far.
  package func finish(_ report: inout EvaluationReport) {
    report.pooledThresholds = systems.compactMap { system in
      let answers = pooled[system.name] ?? []
      let hasProbabilities = system.retrieval?.hasProbabilities ?? false
      return ThresholdFigures.best(answers).map {
        EvaluationReport.PooledThreshold(
          system: system.name, queries: answers.count, figures: $0,
          reliability: hasProbabilities ? Self.reliability(answers) : nil)
      }
    }
  }

  private func measureGeneration(
    _ pairs: [NamePair], _ file: String, _ directions: [ScriptDirection], _ report: inout EvaluationReport
  ) {
    guard tasks.contains(.generation) else { return }
    for direction in directions {
      let form = direction == .arabicToLatin ? pairForm : .arabic
      let measure = GenerationMeasure(direction: direction, form: form, record: record)
      for system in systems {
        guard let generate = system.generate else { continue }
        onProgress?("\(file), \(direction.rawValue), \(system.name)")
        var figures = measure.measure(pairs) { generate($0, direction, $1) }
        // A system that proposes nothing in this direction cannot do it.
        if figures.answered == 0 { continue }
        if !system.hasProbabilities { figures.reliability = Reliability() }
        report.generation.append(
          EvaluationReport.GenerationSection(
            file: file, direction: direction, system: system.name, form: form, figures: figures))
      }
    }
  }

  private func measureCatalogue(_ pairs: [NamePair], _ file: String, _ report: inout EvaluationReport) {
    guard tasks.contains(.catalogue) else { return }
    for system in systems {
      guard let romanizeName = system.romanizeName else { continue }
      onProgress?("\(file), words in context, \(system.name)")
      // Each name and word is romanized once, whatever the number of forms.
      let names = Answers(romanizeName)
      let proposals = system.generateScholarly.map { generate in Answers { generate($0, 10) } }
      for form in catalogueForms {
        let measure = CatalogueMeasure(form: form, record: catalogueRecord ?? record)
        let generate = proposals.map { proposals in
          { (word: String, limit: Int) in Array(proposals.answer(word).prefix(limit)) }
        }
        let figures = measure.measure(pairs, romanizeName: names.answer, generate: generate)
        report.catalogue.append(
          EvaluationReport.CatalogueSection(
            file: file, system: system.name, form: form, figures: figures))
      }
    }
  }

  /// A file without its folder and ending: reports show no paths of a machine.
  package static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".tsv") ? String(file.dropLast(4)) : file
  }
}

/// Answers of a system, so that each question is asked once.
private final class Answers<Answer> {
  private var known: [String: Answer] = [:]
  private let ask: (String) -> Answer

  init(_ ask: @escaping (String) -> Answer) { self.ask = ask }

  func answer(_ question: String) -> Answer {
    if let answer = known[question] { return answer }
    let answer = ask(question)
    known[question] = answer
    return answer
  }
}
