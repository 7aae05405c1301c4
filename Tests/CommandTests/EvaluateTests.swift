import Foundation
import Testing

/// `ism evaluate` of the real program.
@Suite struct EvaluateTests {
  private let run = Result { try ProgramRun() }

  private static let words = "arabic\tlatin\nنور\tNour\nباسم\tBasim\nسامي\tSami\n"
  private static let catalogue =
    "arabic\tlatin\tclass\ttoken_aligned\nباسم، نور\tBāsim, Nūr\tperson\t1\nسامي\tSāmī\tperson\t1\n"
  private static let variants =
    "latin1\tlatin2\tlabel\nNour\tNur\t1\nNour\tSami\t0\nnour\tNour\t0\nNour\tnour\t1\n"
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
    try run.write("dev/foreign.tsv", "left\tright\nNour\tNur\n")
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
    #expect(result.complaints.contains("dev/foreign.tsv:1: neither pairs nor entities"))
    #expect(result.lines.first == "{")
    let report = try object(result)
    #expect(
      Set(report.keys) == [
        "candidates", "catalogue", "command", "commonWords", "comparison", "date", "generation",
        "pooledThresholds", "retrieval", "schemes",
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

  @Test func comparesLabelledSpellings() throws {
    let run = try run.get()
    try run.write("variants.tsv", Self.variants)
    let result = try run.ism("evaluate", "variants.tsv", "--no-default-lexicon")
    #expect(result.status == 0)
    let sections = try sections(object(result), "comparison")
    #expect(sections.map { $0["system"] as? String } == ["ism", "ICU Arabic-Latin; Latin-ASCII"])
    for section in sections {
      #expect(try number(section, "figures", "pairs") == 2)
      #expect(try number(section, "figures", "leftOut") == 2)
      #expect(try number(section, "figures", "best", "f1") == 1)
    }
    #expect(try number(sections[0], "figures", "own", "threshold") == 0.6)
    #expect(try number(sections[0], "figures", "own", "f1") == 1)
    let page = try run.ism("evaluate", "variants.tsv", "--no-default-lexicon", "--format", "markdown")
    #expect(page.output.contains("## Labelled pairs"))
    #expect(page.output.contains("| default threshold | 100.0 |"))
  }

  /// Six persons with one family name, in two spellings of each script.
  private static let persons: String = {
    let firsts = [
      ("سامي", "Sami", "Samy"), ("باسم", "Basim", "Bassem"), ("نادية", "Nadia", "Nadya"),
      ("خالد", "Khalid", "Khaled"), ("رنا", "Rana", "Ranah"), ("عمر", "Umar", "Omar"),
    ]
    var text = "entity_id\tscript\tname\n"
    for (number, first) in firsts.enumerated() {
      text += "\(number)\tArab\t\(first.0) الحداد\n\(number)\tArab\t\(first.0) حداد\n"
      text += "\(number)\tLatn\t\(first.1) al-Haddad\n\(number)\tLatn\t\(first.2) Haddad\n"
    }
    return text
  }()

  @Test func measuresScriptsScansAndCommonWords() throws {
    let run = try run.get()
    try run.write("persons.tsv", Self.persons)
    let arguments = [
      "evaluate", "persons.tsv", "--no-default-lexicon", "--no-baselines", "--same-script", "--full-scan",
      "--common-words",
    ]
    let result = try run.ism(arguments, inputBytes: [])
    #expect(result.status == 0, "\(result.complaints)")
    let report = try object(result)
    let directions = ["arabic-latin", "latin-arabic", "arabic-arabic", "latin-latin"]
    #expect(try sections(report, "retrieval").map { $0["direction"] as? String } == directions)
    let scans = try sections(report, "candidates")
    #expect(scans.map { $0["direction"] as? String } == directions)
    #expect(try scans.map { try number($0, "figures", "right", "share") } == [1, 1, 1, 1])
    #expect(try scans.allSatisfy { try number($0, "figures", "first", "share") >= 0.8 })
    #expect(try scans.map { try number($0, "figures", "first", "count") } == [12, 12, 6, 6])
    let words = try sections(report, "commonWords")
    #expect(words.map { $0["direction"] as? String } == ["arabic-arabic", "latin-latin", "arabic-latin"])
    for section in words { #expect(try number(section, "figures", "count") >= 30) }
    let pooled = try #require(sections(report, "pooledThresholds").first)
    #expect(try number(pooled, "reliability", "count") == 36)
    #expect(try number(pooled, "reliability", "ece") >= 0)
    let page = try run.ism(arguments + ["--format", "markdown"], inputBytes: []).output
    for title in [
      "## Finding a name in the other script and its own", "## Candidates beside a full scan",
      "## Different names with a common word", "| all searches |",
    ] { #expect(page.contains(title)) }
  }

  @Test func spellingsWithoutLabelsAreSearched() throws {
    let run = try run.get()
    try run.write("spellings.tsv", "name1\tname2\nنادية\tنادیه\nسامي\tسامى\nسامى\tسامي\n")
    let result = try run.ism("evaluate", "spellings.tsv", "--no-default-lexicon", "--no-baselines")
    let sections = try sections(object(result), "retrieval")
    #expect(sections.map { $0["direction"] as? String } == ["arabic-arabic"])
    #expect(try number(sections[0], "figures", "all", "queries") == 2)
    #expect(try number(sections[0], "figures", "all", "recallAt1") == 1)
  }

  /// Training keeps a fifth of the entities of Latin files aside.
  @Test func entitiesKeptAsideAreUnseen() throws {
    let run = try run.get()
    let rows = (0..<60).map { "\($0)\tLatn\tSami \($0)\n\($0)\tLatn\tSamy \($0)\n" }
    try run.write("latin.tsv", "entity_id\tscript\tname\n" + rows.joined())
    let result = try run.ism(
      "evaluate", "latin.tsv", "--train", "latin.tsv", "--same-script", "--no-baselines",
      "--no-default-lexicon")
    let section = try #require(sections(object(result), "retrieval").first)
    let unseen = try number(section, "figures", "unseen", "queries")
    #expect((1..<30).contains(unseen))
    #expect(try number(section, "figures", "seen", "queries") == 60 - unseen)
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
      (["dev/foreign.tsv"], "or name1 and name2, or latin1 and latin2 (columns here: left, right)"),
      (["dev/words.tsv", "--train", "variants.tsv"], "variants.tsv:1: neither pairs nor entities"),
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
    try run.write("variants.tsv", Self.variants)
    try FileManager.default.createDirectory(atPath: run.path("empty"), withIntermediateDirectories: true)
    let result = try run.ism(["evaluate"] + arguments, inputBytes: [])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.complaints.contains(complaint), "\(result.complaints)")
    #expect(result.complaints.split(separator: "\n").count == 1)
  }
}
