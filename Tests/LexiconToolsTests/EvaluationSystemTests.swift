import TestSupport
import Testing

@testable import LexiconTools

/// The files that paths mean, what training says of them, and examples of schemes.
@Suite struct EvaluationSystemTests {
  private let folder = Result { try TemporaryFolder() }

  private func write(_ text: String, to name: String) throws -> String {
    try folder.get().write(Array(text.utf8), to: name)
  }

  @Test func takesTheFilesOfAFolderInOrder() throws {
    let words = try write("arabic\tlatin\nنور\tNour\n", to: "b.tsv")
    let names = try write("entity_id\tscript\tname\n", to: "a.tsv")
    let other = try write("left\tright\n1\t2\n", to: "c.tsv")
    _ = try write("arabic\tlatin\n", to: "d.txt")
    let list = try PairFileList([words, folder.get().path + "/"])
    #expect(list.paths == [words, names, words])
    #expect(list.skipped.map(\.file) == [other])
    #expect(throws: SourceProblem.self) { try PairFileList([other]) }
    #expect(throws: SourceProblem.self) { try PairFileList([words + "x"]) }
  }

  @Test func aFolderNeedsFiles() throws {
    let path = try folder.get().path
    let empty = #expect(throws: SourceProblem.self) { try PairFileList([path]) }
    #expect(empty?.message == "a folder with no .tsv files")
    _ = try write("left\tright\n", to: "c.tsv")
    let foreign = #expect(throws: SourceProblem.self) { try PairFileList([path]) }
    #expect(foreign?.message == "none of its 1 .tsv files has pairs or entities")
  }

  @Test func trainingTellsCataloguesFromOtherPairs() throws {
    let everyday = try write("arabic\tlatin\tcount\nنور\tNour\t2\n", to: "everyday.tsv")
    let table = try write("arabic\tlatin\tfreq\nنور\tNūr\t9\n", to: "table.tsv")
    let titles = try write(
      "arabic\tlatin\ttoken_aligned\nباسم نور\tBāsim Nūr\t1\nx\ty\t2\n", to: "titles.tsv")
    let places = try write("entity_id\tscript\tname\n1\tArab\tحمص\n1\tLatn\tHoms\n", to: "places.tsv")
    var problems: [SourceProblem] = []
    var files: [String] = []
    let knowledge = try TrainingKnowledge(
      paths: [everyday, table, titles, places], onProgress: { files.append($0) }
    ) { problems.append($0) }
    #expect(files.count == 4)
    #expect(problems.map(\.line) == [3])
    #expect(knowledge.everyday.form(of: "نور") == "Nour" && knowledge.everyday.form(of: "باسم") == nil)
    #expect(knowledge.scholarly.form(of: "نور") == "Nūr" && knowledge.scholarly.form(of: "باسم") == "Bāsim")
    #expect(knowledge.record.containsPair(arabic: "حمص", latin: "Homs"))
    #expect(knowledge.record.containsPair(arabic: "نور", latin: "Nour"))
    let catalogues = try #require(knowledge.catalogueRecord)
    #expect(catalogues.containsWord("باسم") && !catalogues.containsWord("حمص"))
    #expect(!catalogues.containsPair(arabic: "نور", latin: "Nour"))
    #expect(try TrainingKnowledge(paths: [everyday]) { _ in }.catalogueRecord == nil)
  }

  @Test func combinesTheSpellingsOfWords() {
    let first: [Proposal] = [("abu", 0.75), ("abou", 0.25)]
    let second: [Proposal] = [("nur", 0.5), ("nour", 0.5)]
    let starts = EvaluatedIsm.combined([("", 1)], first, 10)
    #expect(starts.map(\.text) == ["abu", "abou"])
    let names = EvaluatedIsm.combined(starts, second, 3)
    #expect(names.map(\.text) == ["abu nur", "abu nour", "abou nur"])
    #expect(names.map(\.probability) == [0.375, 0.375, 0.125])
  }

  @Test func answersNothingToNothing() {
    let ism = EvaluatedIsm()
    #expect(ism.proposals(" ", .arabicToLatin, 10).isEmpty)
    #expect(ism.proposals("1990", .arabicToLatin, 10).isEmpty)
    #expect(ism.words("").isEmpty)
    #expect(ism.words("باسم، 1990").count == 2)
  }

  private static let examples = """
    scheme\tarabic\texpected
    alalc-ara-Arab-Latn-1997\tوَضْع\twaḍ‘
    ala-lc\tنُور\tnūr
    ala-lc\tنُور\tNŪR
    bgnpcgn-ara-Arab-Latn-1956\tالشَّارِقَة\tAsh Shāriqah
    somewhere-else\tنُور\tnour
    ala-lc\t\tnūr

    """

  @Test func measuresSchemes() throws {
    let path = try write(Self.examples, to: "examples.tsv")
    var problems: [SourceProblem] = []
    let measure = try SchemeMeasure(path: path) { problems.append($0) }
    #expect(problems.map(\.line) == [7])
    #expect(measure.unknown == ["somewhere-else"])
    #expect(measure.results.map(\.scheme) == ["ala-lc", "bgn-pcgn"])
    #expect(measure.results.map(\.transform) == ["Arabic-Latin", "Arabic-Latin/BGN"])
    #expect(
      measure.results.map(\.figures.exact) == [Tally(count: 3, correct: 2), Tally(count: 1, correct: 1)])
    #expect(measure.results.map(\.figures.withoutCase.correct) == [3, 1])
    #expect(measure.results.map { $0.icuFigures?.exact.count } == [3, 1])
    var report = EvaluationReport()
    report.add(measure, file: "examples", hasBaselines: true)
    #expect(report.schemes.map(\.system) == ["ism", "ICU Arabic-Latin", "ism", "ICU Arabic-Latin/BGN"])
    #expect(report.markdown().contains("| examples | ala-lc   | ism                  | 3    | 66.7  |"))
  }

  @Test func examplesNeedTheirColumns() throws {
    let path = try write("scheme\tarabic\tlatin\n", to: "examples.tsv")
    let problem = #expect(throws: SourceProblem.self) { try SchemeMeasure(path: path) { _ in } }
    #expect(problem?.message.hasPrefix("no column 'expected'") == true)
  }
}
