internal import FoundationEssentials

/// What `ism evaluate` measured: a section for each file, direction, form and system.
package struct EvaluationReport: Encodable, Sendable {
  /// The command that made the report, as it was typed.
  package var command = ""
  /// The day, such as 2025-01-31; given, since a report does not look at the clock.
  package var date = ""
  package var generation: [GenerationSection] = []
  package var catalogue: [CatalogueSection] = []
  package var schemes: [SchemeSection] = []
  package var retrieval: [RetrievalSection] = []
  package var candidates: [CandidateSection] = []
  package var comparison: [ComparisonSection] = []
  package var commonWords: [CommonWordSection] = []
  /// One threshold over all files and directions, for each system.
  package var pooledThresholds: [PooledThreshold] = []

  /// Proposals for the pairs of a file.
  package struct GenerationSection: Encodable, Sendable {
    package var file: String
    package var direction: ScriptDirection
    package var system: String
    package var form: ComparisonForm
    package var figures: GenerationMeasure.Result
  }

  /// Names of a catalogue file, romanized in context.
  package struct CatalogueSection: Encodable, Sendable {
    package var file: String
    package var system: String
    package var form: ComparisonForm
    package var figures: CatalogueFigures
  }

  /// Examples of a scheme.
  package struct SchemeSection: Encodable, Sendable {
    package var file: String
    package var scheme: String
    package var system: String
    package var figures: SchemeFigures
  }

  /// Search over the names of a file.
  package struct RetrievalSection: Encodable, Sendable {
    package var file: String
    package var direction: ScriptPair
    package var system: String
    package var candidates: Int
    package var figures: Parts<RetrievalFigures>
    /// Of the scores of first answers, when they are probabilities.
    package var reliability: Reliability?
  }

  /// The threshold of a system.
  package struct PooledThreshold: Encodable, Sendable {
    package var system: String
    package var queries: Int
    package var figures: ThresholdFigures
    /// Of the scores of all first answers, when they are probabilities.
    package var reliability: Reliability?
  }

  /// Search by candidates beside comparing with every name of a file.
  package struct CandidateSection: Encodable, Sendable {
    package var file: String
    package var direction: ScriptPair
    package var system: String
    package var candidates: Int
    package var figures: CandidateFigures
  }

  /// Comparing the labelled pairs of a file.
  package struct ComparisonSection: Encodable, Sendable {
    package var file: String
    package var system: String
    package var figures: ComparisonFigures
  }

  /// Comparing different names of a file that have a common word in common; right are those not taken to be the same.
  package struct CommonWordSection: Encodable, Sendable {
    package var file: String
    package var direction: ScriptPair
    package var system: String
    package var figures: Tally
  }

  package init(command: String = "", date: String = "") {
    self.command = command
    self.date = date
  }

  /// How many sections there are.
  package var sectionCount: Int {
    generation.count + catalogue.count + schemes.count + retrieval.count + candidates.count + comparison.count
      + commonWords.count
  }

  /// The report as JSON with sorted keys; the same report gives the same bytes.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    encoder.nonConformingFloatEncodingStrategy = .convertToString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    return String(decoding: try encoder.encode(self), as: UTF8.self)
  }
}
