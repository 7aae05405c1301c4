import Foundation
import Testing

/// `ism evaluate` of the real program.
@Suite struct EvaluateTests {
  private let run = Result { try ProgramRun() }

  private static let words = "arabic\tlatin\nنور\tNour\nباسم\tBasim\nسامي\tSami\n"
  private static let catalogue =
    "arabic\tlatin\tclass\ttoken_aligned\nباسم، نور\tBāsim, Nūr\tperson\t1\nسامي\tSāmī\tperson\t1\n"
  private static let places =
    "entity_id\tscript\tname\n1\tArab\tدرعا\n1\tLatn\tDaraa\n2\tArab\tحمص\n2\tLatn\tHoms\n3\tLatn\tHama\n"

  /// A folder `dev` to measure on and a folder `train` of what was seen.
  private func folders() throws -> ProgramRun {
    let run = try run.get()
    for folder in ["dev", "train"] {
      try FileManager.default.createDirectory(atPath: run.path(folder), withIntermediateDirectories: true)
    }
    try run.write("dev/catalogue.tsv", Self.catalogue)
    try run.write("dev/places.tsv", Self.places)
    try run.write("dev/variants.tsv", "latin1\tlatin2\tlabel\nNour\tNur\t1\n")
    try run.write("dev/words.tsv", Self.words)
    try run.write("train/table.tsv", "arabic\tlatin\tfreq\nباسم\tBāsim\t5\nنور\tNūr\t3\n")
    try run.write("train/words.tsv", "arabic\tlatin\nنور\tNour\nباسم\tBassem\n")
    return run
  }

  private func object(_ result: ProgramRun.Result) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    return try #require(object as? [String: Any])
  }

  private func sections(_ object: [String: Any], _ key: String) throws -> [[String: Any]] {
    try #require(object[key] as? [[String: Any]])
  }

  /// A number by the path to it.
  private func number(_ section: [String: Any], _ path: String...) throws -> Double {
    var value: Any? = section
    for key in path { value = (value as? [String: Any])?[key] }
    return try #require(value as? NSNumber).doubleValue
  }

  @Test func measuresAFolder() throws {
    let result = try folders().ism("evaluate", "dev", "--train", "train")
    #expect(result.status == 0)
    #expect(result.complaints.contains("dev/variants.tsv:1: neither pairs nor entities"))
    #expect(result.lines.first == "{")
    let report = try object(result)
    #expect(
      Set(report.keys) == [
        "catalogue", "command", "date", "generation", "pooledThresholds", "retrieval", "schemes",
      ])
    #expect(report["command"] as? String == "ism evaluate dev --train train")
    let table = try #require(
      sections(report, "generation").first { $0["system"] as? String == "most frequent form" })
    #expect(table["file"] as? String == "words" && table["direction"] as? String == "arabic-latin")
    // Nour is seen, and Basim but for its marks; Sami is not.
    #expect(try number(table, "figures", "parts", "all", "count") == 3)
    #expect(try number(table, "figures", "parts", "seen", "count") == 2)
    #expect(try number(table, "figures", "parts", "seen", "accuracy1") == 0.5)
    #expect(try number(table, "figures", "parts", "unseen", "count") == 1)
    #expect(try number(table, "figures", "parts", "unseen", "accuracy1") == 0)
    let files = Set(try sections(report, "retrieval").compactMap { $0["file"] as? String })
    #expect(files == ["catalogue", "places", "words"])
  }

  @Test func measuresCataloguesWithAndWithoutMarks() throws {
    let run = try folders()
    try run.write("train/table.tsv", "arabic\tlatin\tfreq\nباسم\tBasim\t5\nنور\tNūr\t3\n")
    let result = try run.ism("evaluate", "dev/catalogue.tsv", "--train", "train", "--task", "catalogue")
    #expect(result.status == 0)
    let report = try object(result)
    #expect(try sections(report, "retrieval").isEmpty)
    let all = try sections(report, "catalogue")
    #expect(all.contains { $0["system"] as? String == "ism" })
    #expect(all.contains { $0["system"] as? String == "ICU Arabic-Latin; Latin-ASCII" })
    let table = all.filter { $0["system"] as? String == "most frequent form" }
    #expect(table.map { $0["form"] as? String } == ["scholarly", "everyday"])
    for (section, right) in zip(table, [1.0, 2]) {
      #expect(try number(section, "figures", "words", "all", "count") == 3)
      #expect(try number(section, "figures", "words", "seen", "correct") == right)
      // سامي is in no training file.
      #expect(try number(section, "figures", "words", "unseen", "count") == 1)
      #expect(try number(section, "figures", "unseenWords", "count") == 1)
      #expect(try number(section, "figures", "unseenWords", "accuracy10") == 0)
    }
  }

  @Test func printsTables() throws {
    let result = try folders().ism(
      "evaluate", "dev/words.tsv", "--train", "train/words.tsv", "--format", "markdown", "--direction",
      "arabic-latin")
    #expect(result.status == 0)
    #expect(result.lines.first == "# Results")
    #expect(result.output.contains("| most frequent form "))
    #expect(!result.output.contains("latin-arabic |"))
    #expect(result.output.hasSuffix("|\n") && !result.output.hasSuffix("\n\n"))
  }

  @Test func queriesAreASample() throws {
    let result = try folders().ism("evaluate", "dev/words.tsv", "--task", "retrieval", "--queries", "2")
    let sections = try sections(object(result), "retrieval")
    #expect(!sections.isEmpty)
    for section in sections {
      #expect(try number(section, "figures", "all", "queries") == 2)
      #expect(section["candidates"] as? Int == 3)
    }
  }

  @Test func baselinesCanBeLeftOut() throws {
    let result = try folders().ism("evaluate", "dev/catalogue.tsv", "--no-baselines", "--no-default-lexicon")
    let report = try object(result)
    let systems = try ["generation", "catalogue", "retrieval"].flatMap {
      try sections(report, $0).compactMap { $0["system"] as? String }
    }
    #expect(Set(systems) == ["ism"])
  }

  @Test func measuresSchemes() throws {
    let run = try run.get()
    try run.write(
      "examples.tsv", "scheme\tarabic\texpected\nalalc-ara-Arab-Latn-1997\tنُور\tnūr\nelsewhere\tx\ty\n")
    let result = try run.ism("evaluate", "--schemes", "examples.tsv")
    #expect(result.status == 0)
    #expect(result.complaints.contains("examples.tsv: no scheme for elsewhere"))
    let sections = try sections(object(result), "schemes")
    #expect(sections.map { $0["system"] as? String } == ["ism", "ICU Arabic-Latin"])
    #expect(sections.map { $0["scheme"] as? String } == ["ala-lc", "ala-lc"])
    #expect(try number(sections[0], "figures", "exact", "share") == 1)
  }

  @Test func nothingToMeasureIsExitCodeOne() throws {
    let result = try folders().ism("evaluate", "dev/words.tsv", "--task", "catalogue")
    #expect(result.status == 1)
    #expect(result.complaints == "dev/words.tsv: nothing in it that is measured\n")
  }

  @Test func aLineLeftOutIsReported() throws {
    let run = try run.get()
    try run.write("words.tsv", Self.words + "نور\n")
    let result = try run.ism("evaluate", "words.tsv", "--no-baselines", "--task", "generation")
    #expect(result.complaints.contains("words.tsv:5: nothing in column 'latin'"))
    let measured = try run.ism("evaluate", "words.tsv", "--task", "generation")
    #expect(measured.status == 2)
    #expect(try sections(object(measured), "generation").count >= 1)
  }

  /// Wrong uses with what the one line on standard error says.
  @Test(
    arguments: [
      (["missing.tsv"], "missing.tsv: cannot open"),
      (["dev/variants.tsv"], "dev/variants.tsv:1: neither pairs nor entities"),
      (["dev/words.tsv", "--train", "missing"], "missing: cannot open"),
      (["dev/words.tsv", "--model", "missing"], "missing: cannot open"),
      (["dev/words.tsv", "--lexicon", "missing"], "missing"),
      (["empty"], "empty: a folder with no .tsv files"),
      (["--schemes", "dev/words.tsv"], "dev/words.tsv:1: no column 'scheme'"),
      ([], "Give files to measure on"),
      (["-"], "instead of -"),
      (["dev", "--task", "all-of-it"], "unknown task 'all-of-it'"),
      (["dev", "--direction", "up"], "unknown direction 'up'"),
      (["dev", "--format", "xml"], "unknown format 'xml'"),
      (["dev", "--queries", "0"], "--queries needs a number above 0"),
    ] as [([String], String)])
  func failsInOneLine(_ arguments: [String], _ complaint: String) throws {
    let run = try folders()
    try FileManager.default.createDirectory(atPath: run.path("empty"), withIntermediateDirectories: true)
    let result = try run.ism(["evaluate"] + arguments, inputBytes: [])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.complaints.contains(complaint), "\(result.complaints)")
    #expect(result.complaints.split(separator: "\n").count == 1)
  }
}
