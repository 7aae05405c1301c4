import TestSupport
import Testing

@testable import LexiconTools

/// The whole way from files to a report.
@Suite struct EvaluationReportTests {
  private let folder = Result { try TemporaryFolder() }

  private func report() throws -> EvaluationReport {
    let folder = try folder.get()
    let pairs = try folder.write(Array("arabic\tlatin\nنور\tNour\nباسم\tBasim\n".utf8), to: "words.tsv")
    let catalogue = try folder.write(
      Array("arabic\tlatin\tclass\ttoken_aligned\nباسم، نور\tBāsim, Nūr\tperson\t1\nx\tx\tperson\t2\n".utf8),
      to: "catalogue.tsv")
    let places = try folder.write(
      Array(
        "entity_id\tscript\tname\n1\tArab\tدرعا\n1\tLatn\tDaraa\n2\tArab\tحمص\n2\tLatn\tHoms\n3\tLatn\tHama\n"
          .utf8
      ), to: "places.tsv")
    var table = FrequentFormBaseline()
    table.add(NamePair(arabic: "نور", latin: "Nour"))
    var scholarly = FrequentFormBaseline()
    scholarly.add(NamePair(arabic: "نور", latin: "Nūr"))
    var record = TrainingRecord()
    record.add(arabic: "نور", latin: "Nour")
    var lengths = EvaluatedSystem(name: "length|same")
    lengths.retrieval = RetrievalMethod(hasProbabilities: true) {
      $0.utf16.count
    } score: {
      1 / (1 + Double(abs($0 - $1)))
    }
    var evaluator = Evaluator(systems: [
      .icu(try ICUBaseline()), .frequentForm(everyday: table, scholarly: scholarly), lengths,
    ])
    evaluator.record = record
    let problems = Problems()
    evaluator.onProblem = { problems.all.append($0) }
    var report = EvaluationReport(command: "ism evaluate", date: "2025-01-31")
    for path in [pairs, catalogue, places] { try evaluator.evaluate(path: path, into: &report) }
    evaluator.finish(&report)
    #expect(problems.all.map(\.line) == [3])
    return report
  }

  private final class Problems {
    var all: [SourceProblem] = []
  }

  @Test func hasASectionForEachFileDirectionAndSystem() throws {
    let report = try report()
    #expect(report.generation.map(\.system) == ["ICU Arabic-Latin; Latin-ASCII", "most frequent form"])
    #expect(report.generation.map(\.figures.parts.all.best1) == [0, 1])
    #expect(report.generation.map(\.figures.parts.seen.count) == [1, 1])
    #expect(report.generation.map(\.figures.answered) == [2, 1])
    #expect(report.generation.map(\.figures.reliability.count) == [0, 1])
    #expect(report.catalogue.map(\.form) == [.scholarly, .everyday, .scholarly, .everyday])
    #expect(report.catalogue.map(\.figures.words.all.correct) == [0, 0, 1, 1])
    #expect(report.catalogue.map(\.figures.words.seen.correct) == [0, 0, 1, 1])
    #expect(report.retrieval.count == 3 * 2 * 2)
    #expect(report.retrieval.map(\.reliability).filter { $0 != nil }.count == 6)
    #expect(report.retrieval.filter { $0.file == "places" }.map(\.candidates) == [3, 3, 2, 2])
    #expect(report.pooledThresholds.map(\.system) == ["ICU Arabic-Latin; Latin-ASCII", "length|same"])
    #expect(report.pooledThresholds.map(\.queries) == [10, 10])
    // All answers together weigh the same.
    let answers = report.retrieval.compactMap(\.reliability)
    #expect(report.pooledThresholds.map { $0.reliability?.count } == [nil, 10])
    let pooled = try #require(report.pooledThresholds.last?.reliability)
    #expect(
      (0..<10).allSatisfy { bin in
        pooled.bins[bin].count == answers.reduce(0) { $0 + $1.bins[bin].count }
          && pooled.bins[bin].correct == answers.reduce(0) { $0 + $1.bins[bin].correct }
      })
  }

  @Test func theSameReportGivesTheSameBytes() throws {
    let json = try report().json()
    #expect(json == (try report().json()))
    let keys = ["\"catalogue\"", "\"command\"", "\"date\"", "\"generation\"", "\"retrieval\""]
    let places = try keys.map { try #require(json.firstRange(of: $0)?.lowerBound) }
    #expect(places == places.sorted())
    #expect(json.contains("\"accuracy1\" : 0.5"))
  }

  @Test func infiniteScoresCanBeWritten() throws {
    var report = EvaluationReport()
    let figures = try #require(ThresholdFigures.best([RankedAnswer(score: .infinity, isCorrect: true)]))
    report.pooledThresholds = [EvaluationReport.PooledThreshold(system: "x", queries: 1, figures: figures)]
    #expect(try report.json().contains("\"threshold\" : \"inf\""))
    #expect(report.markdown().hasSuffix("\n"))
  }

  @Test func writesTables() throws {
    let page = try report().markdown()
    let expected = """
      # Results

      Measured on 2025-01-31 with:

      ```
      ism evaluate
      ```
      """
    #expect(page.hasPrefix(expected))
    #expect(
      page.contains(
        "| file  | direction    | system                        | form     | part   | pairs | 1-best |"))
    #expect(
      page.contains(
        "| words | arabic-latin | most frequent form            | everyday | all    | 2     | 50.0   |"))
    #expect(page.contains("length\\|same"))
    for line in page.split(separator: "\n") where line.hasPrefix("|") { #expect(line.hasSuffix("|")) }
    // No word of the files stands on the page.
    #expect(!page.unicodeScalars.contains { $0.value >= 0x600 && $0.value < 0x700 })
  }

  @Test func asksEachNameOfACatalogueOnce() throws {
    let path = try folder.get().write(
      Array(
        "arabic\tlatin\ttoken_aligned\nباسم نور\tBāsim Nūr\t1\nباسم نور\tBasim Nūr\t1\nنور\tNour\t1\n".utf8),
      to: "twice.tsv")
    let questions = Questions()
    var system = EvaluatedSystem(name: "counts")
    system.romanizeName = { name in
      questions.names.append(name)
      return ComparisonForm.tokens(of: name).map { $0 == "نور" ? "nūr" : "bāsim" }
    }
    system.generateScholarly = { word, limit in
      questions.words.append(word)
      #expect(limit == 10)
      return [("x", 0.5), ("basim", 0.2)]
    }
    var evaluator = Evaluator(systems: [system])
    evaluator.tasks = [.catalogue]
    evaluator.record = TrainingRecord()
    var report = EvaluationReport()
    try evaluator.evaluate(path: path, into: &report)
    #expect(questions.names == ["باسم نور", "نور"])
    #expect(Set(questions.words) == ["باسم", "نور"] && questions.words.count == 2)
    // "Basim" for "Bāsim" is an error of marks only, "Nour" for "Nūr" another spelling.
    #expect(
      report.catalogue.map(\.figures.words.all) == [Tally(count: 5, correct: 3), Tally(count: 5, correct: 4)])
    #expect(report.catalogue.map(\.figures.unseenWords.best5) == [1, 2])
    #expect(report.retrieval.isEmpty)
    try evaluator.evaluate(path: path, directions: [.latinToArabic], into: &report)
    #expect(report.sectionCount == 2)
  }

  private final class Questions {
    var names: [String] = []
    var words: [String] = []
  }
}
