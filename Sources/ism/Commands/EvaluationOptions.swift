import ArgumentParser
import LexiconTools

/// What `ism evaluate` measures, and in which direction.
struct EvaluationOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "generation (words one by one), catalogue (words in context), retrieval (search) or all, the default.",
      valueName: "task"),
    completion: .list(EvaluationTask.allCases.map(\.rawValue) + ["all"]),
    transform: { text in
      if text == "all" { return Set(EvaluationTask.allCases) }
      guard let task = EvaluationTask(rawValue: text) else {
        throw ValidationError("unknown task '\(text)'; tasks: generation, catalogue, retrieval, all")
      }
      return [task]
    })
  var task = Set(EvaluationTask.allCases)
  @Option(
    help: ArgumentHelp(
      "From which script: arabic-latin, latin-arabic or both, the default.", valueName: "direction"),
    completion: .list(ScriptDirection.allCases.map(\.rawValue) + ["both"]),
    transform: { text in
      if text == "both" { return ScriptDirection.allCases }
      guard let direction = ScriptDirection(rawValue: text) else {
        throw ValidationError("unknown direction '\(text)'; directions: arabic-latin, latin-arabic, both")
      }
      return [direction]
    })
  var direction = ScriptDirection.allCases
  @Option(help: ArgumentHelp("The most queries for search, evenly spread over a file.", valueName: "count"))
  var queries = 1000
  @Flag(help: "Search also for names that have no answer; an answer to them is an error at any threshold.")
  var unanswerable = false
  @Flag(help: "Take the answers of every other query out of the lists that are searched.")
  var openSet = false
  @Flag(help: "Search names of entities in their own script too.")
  var sameScript = false
  @Flag(help: "Compare queries with every name of the list too, and count what search misses.")
  var fullScan = false
  @Flag(
    help:
      "Compare different names of a file that share a common word, and count what is taken to be the same.")
  var commonWords = false
  @Flag(name: .customLong("no-baselines"), help: "Measure nothing but Ism itself.")
  var noBaselines = false

  var hasBaselines: Bool { !noBaselines }
  var directions: [ScriptDirection] { direction }

  func validate() throws {
    guard queries > 0 else { throw ValidationError("--queries needs a number above 0.") }
  }

  /// Sets what is measured.
  func configure(_ evaluator: inout Evaluator) {
    evaluator.tasks = task
    evaluator.queries = queries
    evaluator.hasUnanswerable = unanswerable
    evaluator.hasOpenSet = openSet
    evaluator.hasSameScript = sameScript
    evaluator.hasFullScan = fullScan
    evaluator.hasCommonWords = commonWords
  }
}
