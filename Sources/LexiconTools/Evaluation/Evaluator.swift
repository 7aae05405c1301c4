/// A way to score names against each other, whatever it prepares names into.
package struct RetrievalMethod {
  /// Whether scores are probabilities in 0…1 that should be checked for reliability.
  package let hasProbabilities: Bool
  private let run: (RetrievalMeasure, RetrievalSet) -> RetrievalMeasure.Result

  /// Makes a method of its two functions; see `RetrievalMeasure.measure`.
  package init<Prepared>(
    hasProbabilities: Bool = false, prepare: @escaping (String) -> Prepared,
    score: @escaping (Prepared, Prepared) -> Double
  ) {
    self.hasProbabilities = hasProbabilities
    run = { $0.measure($1, prepare: prepare, score: score) }
  }

  /// Measures the method.
  package func measure(_ set: RetrievalSet, _ measure: RetrievalMeasure) -> RetrievalMeasure.Result {
    run(measure, set)
  }
}

/// Something that is measured: a model or a baseline, by what it can do.
package struct EvaluatedSystem {
  package let name: String
  /// Proposes everyday spellings of a word or name, likeliest first.
  package var generate: ((String, ScriptDirection, Int) -> [Proposal])?
  /// Romanizes a name of a catalogue; see `CatalogueMeasure.measure`.
  package var romanizeName: ((String) -> [String])?
  /// Proposes scholarly spellings of a catalogue's word, likeliest first.
  package var generateScholarly: ((String, Int) -> [Proposal])?
  package var retrieval: RetrievalMethod?
  /// Whether the probabilities of proposals mean something, so that they are checked for reliability.
  package var hasProbabilities = true

  package init(name: String) { self.name = name }

  /// ICU's rules, in everything they can do.
  package static func icu(_ baseline: ICUBaseline) -> EvaluatedSystem {
    var system = EvaluatedSystem(name: "ICU")
    system.generate = baseline.proposals
    system.romanizeName = baseline.words
    system.generateScholarly = { baseline.proposals($0, .arabicToLatin, $1) }
    system.retrieval = baseline.retrieval
    system.hasProbabilities = false
    return system
  }

  /// The most frequent forms of everyday and of scholarly training pairs.
  package static func frequentForm(
    everyday: FrequentFormBaseline, scholarly: FrequentFormBaseline
  ) -> EvaluatedSystem {
    var system = EvaluatedSystem(name: "most frequent form")
    system.generate = everyday.proposals
    system.romanizeName = scholarly.words
    system.generateScholarly = { scholarly.proposals($0, .arabicToLatin, $1) }
    return system
  }
}

/// Measures systems on files: the whole of `ism evaluate` but its command line.
///
/// A file of pairs with a column `token_aligned` is a catalogue; other pairs are words and names of everyday spelling.
/// Search is measured on all files.
package struct Evaluator {
  package var systems: [EvaluatedSystem]
  /// What training saw; nil reports nothing apart.
  package var record: TrainingRecord?
  /// What training saw of catalogues, by whose words those of catalogue files are reported apart.
  package var catalogueRecord: TrainingRecord?
  /// The form in which Latin spellings of pairs are compared; Arabic ones are compared as `arabic`.
  package var pairForm = ComparisonForm.everyday
  /// The form in which the words of catalogues are compared.
  package var catalogueForm = ComparisonForm.scholarly
  /// How many queries a search measures, evenly spread over a file; nil is all.
  package var queries: Int?
  /// Whether queries without a right answer count for thresholds.
  package var hasUnanswerable = false
  /// Called with what is measured next.
  package var onProgress: ((String) -> Void)?
  /// Called for each line that was left out.
  package var onProblem: ((SourceProblem) -> Void)?
  private var pooled: [String: [RankedAnswer]] = [:]

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
    let rows = try PairFile.rows(path: path) { onProblem?($0) }
    let file = Self.name(of: path)
    switch rows {
    case .pairs(let pairs):
      if pairs.contains(where: { $0.isTokenAligned != nil }) {
        measureCatalogue(pairs, file, &report)
      } else {
        measureGeneration(pairs, file, directions, &report)
      }
      measureRetrieval(RetrievalSet(pairs: pairs), file, directions, &report)
    case .names(let names): measureRetrieval(RetrievalSet(names: names), file, directions, &report)
    }
  }

  /// Adds the thresholds over all files measured so far.
  package func finish(_ report: inout EvaluationReport) {
    report.pooledThresholds = systems.compactMap { system in
      let answers = pooled[system.name] ?? []
      return ThresholdFigures.best(answers).map {
        EvaluationReport.PooledThreshold(system: system.name, queries: answers.count, figures: $0)
      }
    }
  }

  private func measureGeneration(
    _ pairs: [NamePair], _ file: String, _ directions: [ScriptDirection], _ report: inout EvaluationReport
  ) {
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
    let measure = CatalogueMeasure(form: catalogueForm, record: catalogueRecord ?? record)
    for system in systems {
      guard let romanizeName = system.romanizeName else { continue }
      onProgress?("\(file), words in context, \(system.name)")
      let figures = measure.measure(pairs, romanizeName: romanizeName, generate: system.generateScholarly)
      report.catalogue.append(
        EvaluationReport.CatalogueSection(
          file: file, system: system.name, form: catalogueForm, figures: figures))
    }
  }

  private mutating func measureRetrieval(
    _ set: RetrievalSet, _ file: String, _ directions: [ScriptDirection], _ report: inout EvaluationReport
  ) {
    for direction in directions {
      let measure = RetrievalMeasure(
        direction: direction, queries: queries, unanswerable: hasUnanswerable, record: record)
      for system in systems {
        guard let method = system.retrieval else { continue }
        onProgress?("\(file), search \(direction.rawValue), \(system.name)")
        let result = method.measure(set, measure)
        guard result.parts.all.count > 0 else { continue }
        pooled[system.name, default: []] += result.answers
        let reliability = Reliability(result.answers.map { ($0.score, $0.isCorrect) })
        report.retrieval.append(
          EvaluationReport.RetrievalSection(
            file: file, direction: direction, system: system.name, candidates: result.candidateCount,
            figures: result.parts, reliability: method.hasProbabilities ? reliability : nil))
      }
    }
  }

  /// A file without its folder and ending: reports show no paths of a machine.
  private static func name(of path: String) -> String {
    let file = path.split(separator: "/").last.map(String.init) ?? path
    return file.hasSuffix(".tsv") ? String(file.dropLast(4)) : file
  }
}
