/// A way to score names against each other, whatever it prepares names into.
package struct RetrievalMethod {
  /// Whether scores are probabilities in 0…1 that should be checked for reliability.
  package let hasProbabilities: Bool
  private let run:
    (RetrievalMeasure, RetrievalSet, _ openSet: Bool) throws(SourceProblem) -> RetrievalMeasure.Result

  /// Makes a method of its two functions; see `RetrievalMeasure.measure`.
  package init<Prepared>(
    hasProbabilities: Bool = false, prepare: @escaping (String) -> Prepared,
    score: @escaping (Prepared, Prepared) -> Double
  ) {
    self.hasProbabilities = hasProbabilities
    run = { measure, set, _ in measure.measure(set, prepare: prepare, score: score) }
  }

  /// Makes a method of a search over lists of names; see `RetrievalMeasure.measure(_:openSet:prepare:)`.
  package init(
    searchingLists prepare:
      @escaping ([String]) throws(SourceProblem) -> (String) -> [(place: Int, score: Double)]
  ) {
    hasProbabilities = true
    run = { (measure, set, openSet) throws(SourceProblem) in
      try measure.measure(set, openSet: openSet, prepare: prepare)
    }
  }

  /// Measures the method; whether half of the queries have no answer concerns searches of lists only.
  package func measure(
    _ set: RetrievalSet, _ measure: RetrievalMeasure, openSet: Bool = false
  ) throws(SourceProblem) -> RetrievalMeasure.Result {
    try run(measure, set, openSet)
  }
}

/// Something that is measured: a model or a baseline, by what it can do.
package struct EvaluatedSystem {
  /// What reports call it.
  package let name: String
  /// Proposes everyday spellings of a word or name, likeliest first.
  package var generate: ((String, ScriptDirection, Int) -> [Proposal])?
  /// Romanizes a name of a catalogue; see `CatalogueMeasure.measure`.
  package var romanizeName: ((String) -> [String])?
  /// Proposes scholarly spellings of a catalogue's word, likeliest first.
  package var generateScholarly: ((String, Int) -> [Proposal])?
  package var retrieval: RetrievalMethod?
  /// Says of two names how well they fit.
  package var comparison: ComparisonMethod?
  /// Searches a list by candidates and by comparing with every name of it.
  package var candidates: CandidateMeasure.Method?
  /// Whether the probabilities of proposals mean something, so that they are checked for reliability.
  package var hasProbabilities = true

  package init(name: String) { self.name = name }

  /// ICU's rules, in everything they can do.
  package static func icu(_ baseline: ICUBaseline) -> EvaluatedSystem {
    var system = EvaluatedSystem(name: "ICU " + ICUBaseline.transform)
    system.generate = baseline.proposals
    system.romanizeName = baseline.words
    system.generateScholarly = { baseline.proposals($0, .arabicToLatin, $1) }
    system.retrieval = baseline.retrieval
    system.comparison = baseline.comparison
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
