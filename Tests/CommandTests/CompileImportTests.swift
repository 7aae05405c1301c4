import Foundation
import Testing

/// `ism compile` with the formats of publishers, by the real program.
@Suite struct CompileImportTests {
  private static let samples = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appendingPathComponent("Samples").path

  private func ids(_ run: ProgramRun, _ name: String, in lexicon: String = "out.ism") throws -> [String] {
    let result = try run.ism(
      "lookup", "--no-default-lexicon", "--lexicon", lexicon, "--format", "tsv", "--limit", "3", name)
    return result.lines.dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false).prefix(3).dropFirst().joined(separator: " ")
    }
  }

  /// Other names come first here; they are read behind what they belong to.
  @Test func severalPublishersBecomeOneLexicon() throws {
    let run = try ProgramRun()
    let files = [
      "ALT.CSV", "SDN.CSV", "geonames-other-names.txt", "geonames-places.txt", "wikidata.json",
      "security-council.xml", "entities.ftm.json",
    ]
    let compiled = try run.ism(
      ["compile", "--output", "out.ism"] + files.map { "\(Self.samples)/\($0)" }, inputBytes: [])
    #expect(compiled.status == 2)
    for place in [
      "SDN.CSV:5: ", "geonames-other-names.txt:10: ", "geonames-places.txt:4: ", "wikidata.json:4: ",
      "security-council.xml:34: ", "entities.ftm.json:3: ", "entities.ftm.json:8: ", "entities.ftm.json:9: ",
    ] {
      #expect(compiled.complaints.contains(place), "\(place)")
    }
    #expect(compiled.complaints.contains("; 8 problems"))
    #expect(try ids(run, "Sharikat at-Tajriba").first == "ofac:9001 organization")
    #expect(try ids(run, "OLD NAME, Samir").first == "ofac:9002 person")
    #expect(try ids(run, "Trial Village") == ["geonames:9000001 place"])
    #expect(try !ids(run, "A place that was not read").contains { $0.contains("9999999") })
    #expect(try ids(run, "Deneme Partisi").first == "wikidata:Q900000004 party")
    #expect(try ids(run, "Samy Tajribah").first == "unsc:TEi.001 person")
    #expect(try ids(run, "لجنة التجربة").first == "NK-test2 public-body")
    #expect(try run.ism("verify", "out.ism").status == 0)
  }

  @Test func tablesAreReadByTheirColumns() throws {
    let run = try ProgramRun()
    let compiled = try run.ism(
      "compile", "\(Self.samples)/clients.csv", "--columns",
      "id=No,name=Name|Name (Arabic),alias=Also known as,kind=Type,date=Born,country=Land",
      "--name-separator", " / ",
      "--output", "out.ism")
    #expect(compiled.status == 2)
    #expect(compiled.complaints.contains("clients.csv:6: text behind a closing quotation mark"))
    #expect(compiled.complaints.contains("7 names of 4 entities"))
    #expect(try ids(run, "Abu Tajriba") == ["1 person"])
    #expect(try ids(run, "دار التجربة").first == "3 company")
    #expect(try ids(run, "Layla Lulu Probe").first == "5 person")
  }

  @Test func aMissingColumnIsNamedWithTheOthers() throws {
    let run = try ProgramRun()
    try run.write("in.csv", "Nr,Title\n1,Hasan\n")
    let plain = try run.ism("compile", "in.csv", "--output", "out.ism")
    #expect(plain.complaints.contains("in.csv:1: no column 'id' in the header"))
    let mapped = try run.ism("compile", "in.csv", "--columns", "id=Nr,name=Name", "--output", "out.ism")
    #expect(mapped.complaints.contains("in.csv:1: no column 'Name' in the header"))
    #expect(mapped.complaints.contains("columns here: Nr, Title"))
    #expect(mapped.status == 2)
  }

  @Test(arguments: [
    (["--columns", "nick=A"], "'nick=A' is no field and column"),
    (["--delimiter", "ab"], "'ab' is no delimiter"),
    (["--input-format", "xls"], "unknown format 'xls'"),
  ])
  func wrongOptionsAreNamed(_ options: [String], _ complaint: String) throws {
    let run = try ProgramRun()
    try run.write("in.tsv", "id\tname\na\tHasan\n")
    let result = try run.ism(["compile", "in.tsv", "--output", "out.ism"] + options, inputBytes: [])
    #expect(result.status == 2)
    #expect(result.complaints.contains(complaint))
  }

  @Test func aCompressedDumpComesThroughAPipe() throws {
    let run = try ProgramRun()
    let result = try run.shell(
      "gzip -c '\(Self.samples)/wikidata.json' | zcat | \"$ISM\" compile - --output out.ism --input-format wikidata"
    )
    #expect(result.complaints.contains("standard input:4: not an item of Wikidata"))
    #expect(try ids(run, "سمير التجربة").first == "wikidata:Q900000001 person")
  }

  /// An id that stands in two files is one entity; a file without kinds leaves the kind as it is, and a narrower kind
  /// takes the place of a wider one, in any order.
  @Test(arguments: [
    ["a.tsv", "b.json", "c.csv"], ["c.csv", "b.json", "a.tsv"], ["b.json", "a.tsv", "c.csv"],
  ])
  func theSameIDInSeveralFilesIsOneEntity(_ files: [String]) throws {
    let run = try ProgramRun()
    try run.write("a.tsv", "id\tname\tsource\nx\tDar at-Tajriba\tmine\n")
    try run.write(
      "b.json", #"{"id":"x","schema":"LegalEntity","properties":{"name":["دار التجربة"]}}"# + "\n")
    try run.write("c.csv", "id,name,kind\nx,Trial House,company\n")
    let compiled = try run.ism(["compile", "--output", "out.ism"] + files, inputBytes: [])
    #expect(compiled.status == 0, "\(compiled.complaints)")
    #expect(compiled.complaints.contains("3 names of 1 entities"))
    for name in ["Dar at-Tajriba", "دار التجربة", "Trial House"] {
      #expect(try ids(run, name) == ["x company"])
    }
  }

  @Test func aKindThatCannotBeIsReported() throws {
    let run = try ProgramRun()
    try run.write("a.tsv", "id\tname\tkind\nx\tHasan\tperson\n")
    try run.write("b.tsv", "id\tname\tkind\nx\tDar Hasan\tcompany\n")
    let compiled = try run.ism("compile", "a.tsv", "b.tsv", "--output", "out.ism")
    #expect(compiled.status == 2)
    #expect(compiled.complaints.contains("b.tsv:2: 'x' changes its kind from 'person' to 'company'"))
  }

  @Test func sourcesStayWithTheirNames() throws {
    let run = try ProgramRun()
    try run.write("a.tsv", "id\tname\tsource\nx\tHasan\town\ny\tOmar\t\n")
    #expect(try run.ism("compile", "a.tsv", "--source", "given", "--output", "out.ism").status == 0)
    let strings = try String(decoding: run.bytes("out.ism"), as: UTF8.self)
    #expect(strings.contains("own") && strings.contains("given"))
  }

  /// Lines of 50,000 characters in every layout; a name that long is reported, and what is no name may be any length.
  @Test func longLines() throws {
    let run = try ProgramRun()
    let long = String(repeating: "طويل ", count: 10_000)
    try run.write(
      "a.json",
      #"{"id":"a","schema":"Person","properties":{"notes":["\#(long)"],"name":["Hasan"]}}"# + "\n"
        + #"{"id":"b","schema":"Person","properties":{"name":["\#(long)","Omar"]}}"# + "\n")
    try run.write("b.csv", "id,name,note\nc,Layla,\"\(long)\n\"\nd,\(long),\n")
    try run.write(
      "c.xml",
      "<L><INDIVIDUAL><DATAID>1</DATAID><COMMENTS1>\(long)</COMMENTS1><FIRST_NAME>Samir</FIRST_NAME></INDIVIDUAL><INDIVIDUAL><DATAID>2</DATAID><FIRST_NAME>\(long)</FIRST_NAME></INDIVIDUAL></L>\n"
    )
    try run.write(
      "d.txt",
      (["1", "Nur", "Nur", "", "1", "1", "P", "PPL", "SY", long] + [String](repeating: "", count: 9)).joined(
        separator: "\t") + "\n")
    try run.write(
      "e.json",
      #"[\#n{"type":"item","id":"Q1","labels":{"en":{"language":"en","value":"Karim"}},"claims":{"P31":[{"mainsnak":{"datavalue":{"value":{"id":"Q5"}}}}]},"sitelinks":{"x":"\#(long)"}}\#n]"#
    )
    let compiled = try run.ism(
      "compile", "a.json", "b.csv", "c.xml", "d.txt", "e.json", "--output", "out.ism")
    #expect(compiled.status == 2)
    #expect(compiled.complaints.contains("a.json:2: a name has 90000 bytes"))
    #expect(compiled.complaints.contains("b.csv:4: a name has 90000 bytes"))
    #expect(compiled.complaints.contains("c.xml:1: a name has "))
    #expect(compiled.complaints.contains("6 names of 6 entities"), "\(compiled.complaints)")
    for name in ["Hasan", "Omar", "Layla", "Samir", "Nur", "Karim"] {
      #expect(try ids(run, name).count == 1, "\(name)")
    }
  }

  /// Bytes that are not UTF-8 in the middle, and a file that ends early: what is whole is kept.
  @Test(arguments: [
    "clients.csv", "entities.ftm.json", "geonames-places.txt", "geonames-other-names.txt", "wikidata.json",
    "security-council.xml", "SDN.CSV", "ALT.CSV",
  ])
  func damagedFilesKeepWhatIsWhole(_ file: String) throws {
    let run = try ProgramRun()
    let sample = Array(try Data(contentsOf: URL(fileURLWithPath: "\(Self.samples)/\(file)")))
    let options = file == "clients.csv" ? ["--columns", "id=No,name=Name"] : []
    let lines = sample.split(separator: 0x0A, omittingEmptySubsequences: false)
    let bad = lines.count / 2
    // A byte that is not UTF-8 in the middle of the middle line; half of the last lines gone.
    var damaged: [UInt8] = []
    for (number, line) in lines.enumerated() where number < lines.count - 2 {
      damaged +=
        number == bad ? line.prefix(line.count / 2) + [0xFF] + line.dropFirst(line.count / 2) : Array(line)
      damaged.append(0x0A)
    }
    damaged.removeLast(min(10, damaged.count))
    try run.write(file, damaged)
    let compiled = try run.ism(["compile", file, "--output", "out.ism"] + options, inputBytes: [])
    #expect(compiled.status == 2, "\(compiled.complaints)")
    #expect(compiled.complaints.contains("\(file):\(bad + 1): "), "\(compiled.complaints)")
    #expect(try run.ism("verify", "out.ism").status == 0)
  }

  @Test(arguments: ["ftm", "geonames", "wikidata", "un", "ofac", "csv", "tsv"])
  func anEmptyFileIsNoSource(_ format: String) throws {
    let run = try ProgramRun()
    try run.write("empty", "")
    let result = try run.ism("compile", "empty", "--input-format", format, "--output", "out.ism")
    #expect(result.status == 2)
    #expect(result.complaints.contains("empty: empty file"))
  }

  /// What each format says of random bytes is a complaint, never a crash.
  @Test(arguments: ["ftm", "geonames", "wikidata", "un", "ofac", "csv", "tsv", "auto"])
  func randomBytesAreNoSource(_ format: String) throws {
    let run = try ProgramRun()
    var state: UInt64 = 7
    let bytes = (0..<200_000).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return UInt8(truncatingIfNeeded: state >> 56)
    }
    try run.write("noise", bytes)
    let result = try run.ism("compile", "noise", "--input-format", format, "--output", "out.ism")
    #expect(result.status == 2)
    #expect(result.complaints.contains("ism: noise:"))
  }
}
