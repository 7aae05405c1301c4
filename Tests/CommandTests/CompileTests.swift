import Foundation
import Testing

/// `ism compile` and what becomes of bad input.
@Suite struct CompileTests {
  @Test func compilesFollowTheMoney() throws {
    let run = try ProgramRun()
    try run.write(
      "e.ftm.json",
      #"""
      {"id":"a","schema":"Person","properties":{"name":["محمد علي"],"alias":["Abu Hasan"],"country":["sy"]}}
      {"id":"b","schema":"Organization","properties":{"name":["Jaysh al-Test"],"previousName":["Tajammu al-Test"],"abbreviation":["JTX"]}}
      {"id":"c","schema":"Ownership","properties":{}}
      {"id":"d","schema":"CryptoWallet","properties":{"name":["Nur Wallet"],"weakAlias":["NW"]}}

      """#)
    let compiled = try run.ism("compile", "e.ftm.json", "--output", "e.ism")
    #expect(compiled.status == 0)
    #expect(
      compiled.complaints.contains("6 names of 3 entities")
        || compiled.complaints.contains("7 names of 3 entities"))
    let result = try run.ism(
      "lookup", "--no-default-lexicon", "--lexicon", "e.ism", "--format", "tsv", "Mohamed Aly",
      "Tajamu' at-Test", "Nur wallet")
    let rows = result.lines.dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
    #expect(rows.map { $0[1] } == ["a", "b", "d"])
    #expect(rows.map { $0[2] } == ["person", "organization", "crypto-wallet"])
    #expect(rows[1][7] == "previousName")
  }

  /// Each bad source with what the complaint says; the last column tells whether good rows are still written.
  @Test(
    arguments: [
      (
        "not UTF-8", Array("id\tname\na\t".utf8) + [0xC3, 0x28, 0x0A] + Array("b\tHasan\n".utf8),
        ":2: not UTF-8", true
      ),
      ("NUL", Array("id\tname\na\tHa\0san\nb\tHasan\n".utf8), ":2: a NUL byte", true),
      ("empty file", [], "empty file", false),
      ("only comments", Array("# nothing\n\n".utf8), "empty file", false),
      ("no name column", Array("id\ttitle\na\tHasan\n".utf8), ":1: no column 'name' in the header", false),
      ("no id", Array("id\tname\n\tHasan\nb\tHasan\n".utf8), ":2: no id", true),
      ("no name", Array("id\tname\na\t\nb\tHasan\n".utf8), ":2: no name", true),
      (
        "too many columns", Array("id\tname\na\tHasan\tmore\nb\tHasan\n".utf8),
        ":2: 3 columns, the header has 2", true
      ),
      (
        "unknown role", Array("id\tname\trole\na\tHasan\tnick\nb\tHasan\tname\n".utf8),
        ":2: unknown role 'nick'", true
      ),
      (
        "nothing to find", Array("id\tname\na\t...\nb\tHasan\n".utf8), ":2: '...' has no letter or digit",
        true
      ),
      (
        "kind changes", Array("id\tname\tkind\nb\tHasan\tperson\nb\tAli\tplace\n".utf8),
        ":3: 'b' changes its kind", true
      ),
      ("header twice", Array("id\tname\tname\na\tx\ty\n".utf8), ":1: column 'name' stands twice", false),
    ] as [(String, [UInt8], String, Bool)])
  func reportsABadSource(_ title: String, _ bytes: [UInt8], _ complaint: String, _ isWritten: Bool) throws {
    let run = try ProgramRun()
    try run.write("in.tsv", bytes)
    let result = try run.ism("compile", "in.tsv", "--output", "out.ism")
    #expect(result.status == 2, "\(title)")
    #expect(
      result.complaints.contains("in.tsv" + (complaint.hasPrefix(":") ? "" : ": ") + complaint), "\(title)")
    #expect(FileManager.default.fileExists(atPath: run.path("out.ism")) == isWritten, "\(title)")
    if isWritten {
      #expect(try run.ism("lookup", "--no-default-lexicon", "--lexicon", "out.ism", "Hasan").status == 0)
    }
  }

  /// Problems of a folder's words once named the folder instead of the file.
  @Test func aProblemInAFolderNamesItsFile() throws {
    let run = try ProgramRun()
    try FileManager.default.createDirectory(atPath: run.path("src/Names"), withIntermediateDirectories: true)
    try run.write(
      "src/Names/n.tsv",
      "id\tkind\tarabic\tlatin\tsource\nname:a\tgiven-name\tحَسَن\tHasan\tx\nname:b\tgiven-name\t...\tOmar\tx\n"
    )
    let result = try run.ism("compile", "src", "--output", "out.ism")
    #expect(result.status == 2)
    #expect(result.complaints.contains("src/Names/n.tsv:3: '...' has no letter or digit"))
  }

  @Test func aLineOfTenMegabytesIsLeftOut() throws {
    let run = try ProgramRun()
    try run.write("in.tsv", "id\tname\na\t" + String(repeating: "x", count: 10 << 20) + "\nb\tHasan\n")
    let result = try run.ism("compile", "in.tsv", "--output", "out.ism")
    #expect(result.status == 2)
    #expect(result.complaints.contains("in.tsv:2: the line is longer than 4 MiB"))
    #expect(try run.ism("lookup", "--no-default-lexicon", "--lexicon", "out.ism", "Hasan").status == 0)
  }

  @Test func brokenJSONIsReportedAndTheRestGoesOn() throws {
    let run = try ProgramRun()
    try run.write(
      "e.json",
      "{\"id\":\"a\",\n[]\n{\"id\":\"b\",\"schema\":\"Person\",\"properties\":{\"name\":[\"Hasan\"]}}\n")
    let result = try run.ism("compile", "e.json", "--output", "out.ism")
    #expect(result.status == 2)
    #expect(result.complaints.contains("e.json:1: not a FollowTheMoney entity"))
    #expect(result.complaints.contains("e.json:2: not a FollowTheMoney entity"))
    #expect(try run.ism("lookup", "--no-default-lexicon", "--lexicon", "out.ism", "Hasan").status == 0)
  }

  @Test func foldersAndMissingFilesAreNamed() throws {
    let run = try ProgramRun()
    try FileManager.default.createDirectory(atPath: run.path("dir"), withIntermediateDirectories: true)
    try run.write("in.tsv", "id\tname\na\tHasan\n")
    #expect(
      try run.ism("compile", "missing.tsv", "--output", "out.ism").complaints.contains(
        "missing.tsv: cannot open"))
    #expect(try run.ism("compile", "dir", "--output", "out.ism").complaints.contains("no .tsv files"))
    let result = try run.ism("compile", "in.tsv", "--output", "dir")
    #expect(result.status == 2)
    #expect(result.complaints.contains("a directory where a file is meant"))
    #expect(try run.ism("lookup", "--lexicon", "dir", "x").complaints.contains("not a file"))
  }

  @Test func noPermissionIsNamed() throws {
    let run = try ProgramRun()
    try run.write("in.tsv", "id\tname\na\tHasan\n")
    // Root may read everything, so root runs a copy of the program as nobody.
    let result = try run.shell(
      """
      cp "$ISM" copy; chmod 755 . copy; chmod 000 in.tsv
      if [ "$(id -u)" = 0 ]; then nobody="setpriv --reuid 65534 --clear-groups"; fi
      exec $nobody ./copy compile in.tsv --output out.ism
      """)
    #expect(result.status == 2)
    #expect(result.complaints.contains("in.tsv: cannot open: Permission denied"))
  }

  /// Whether a small disk can be made here: mounting needs rights that not every machine gives.
  private static let canMount: Bool = {
    let probe = #"unshare --mount sh -c 'mkdir d && mount -t tmpfs -o size=64k none d'"#
    return (try? ProgramRun().shell(probe))?.status == 0
  }()

  @Test(.enabled(if: canMount, "needs the right to mount a small tmpfs"))
  func aFullDiskLeavesTheOldFile() throws {
    let run = try ProgramRun()
    var rows = "id\tname\n"
    for number in 0..<20_000 { rows += "e\(number)\tName Number \(number)\n" }
    try run.write("big.tsv", rows)
    try run.write("small.tsv", "id\tname\na\tHasan\n")
    try FileManager.default.createDirectory(atPath: run.path("disk"), withIntermediateDirectories: true)
    let result = try run.shell(
      """
      unshare --mount sh -c 'mount -t tmpfs -o size=128k none disk || exit 99
        "$ISM" compile small.tsv --output disk/l.ism && "$ISM" compile big.tsv --output disk/l.ism; status=$?
        ls disk; "$ISM" verify disk/l.ism; exit $status' || exit $?
      """)
    #expect(result.status == 2)
    #expect(result.complaints.contains("disk/l.ism: cannot write"))
    #expect(result.output.contains("l.ism\ndisk/l.ism: sound, 1 names"))
  }

  @Test func aKilledCompileLeavesTheOldFile() throws {
    let run = try ProgramRun()
    var rows = "id\tname\n"
    for number in 0..<60_000 { rows += "e\(number)\tName Number \(number)\n" }
    try run.write("big.tsv", rows)
    try run.write("small.tsv", "id\tname\na\tHasan\n")
    #expect(try run.ism("compile", "small.tsv", "--output", "l.ism").status == 0)
    let before = try run.bytes("l.ism")
    _ = try run.shell(
      #"(cat big.tsv; exec sleep 4) | "$ISM" compile - --output l.ism & pid=$!; sleep 1; kill -KILL $pid; wait $pid"#
    )
    #expect(try run.bytes("l.ism") == before)
    #expect(try run.ism("verify", "l.ism").status == 0)
  }

  @Test func genericWordsAreMadeOfTheTablesOfAFolder() throws {
    let run = try ProgramRun()
    let header = "id\tkind\thead\tarabic\tlatin\tenglish\tfrench\tturkish\tsource\n"
    for name in ["organizations", "places"] { try run.write("\(name).tsv", header) }
    try run.write(
      "compounds.tsv",
      header + "word:x\tword\torganization\tهِلَال أَحْمَر\tHilal Ahmar\tRed Crescent|Crescent\t\t\tpress\n")
    let prepared = try run.shell("mkdir -p folder/Words empty && mv *.tsv folder/Words")
    #expect(prepared.status == 0)
    let made = try run.ism("compile", "folder", "--generic-words", "--output", "x.words")
    #expect(made.status == 0)
    let bytes = try run.bytes("x.words")
    #expect(bytes.starts(with: Array("ISMWORDS".utf8)))
    // Header, row, four spellings, three phrases of two words.
    #expect(bytes.count == (4 + 2 + 4 + 3 * 3) * 8)
    #expect(made.complaints.contains("x.words: \(bytes.count) bytes"))
    _ = try run.shell("cp folder/Words/compounds.tsv folder/Words/places.tsv")
    #expect(try run.ism("compile", "folder", "--generic-words", "--output", "y.words").status == 0)
    #expect(try run.bytes("y.words").count == (4 + 2 * (2 + 4 + 3 * 3)) * 8)
  }

  @Test(arguments: [
    (["folder", "--generic-words"], "folder/Words/organizations.tsv: cannot open"),
    (["missing", "--generic-words"], "--generic-words takes one source folder"),
    (["folder", "folder", "--generic-words"], "--generic-words takes one source folder"),
  ])
  func reportsAFolderWithoutGenericWords(_ arguments: [String], _ complaint: String) throws {
    let run = try ProgramRun()
    try FileManager.default.createDirectory(atPath: run.path("folder"), withIntermediateDirectories: true)
    let result = try run.shell(
      #""$ISM" compile \#(arguments.joined(separator: " ")) --output x.words; status=$?; ls; exit $status"#)
    #expect(result.status != 0)
    #expect(result.complaints.contains(complaint))
    #expect(!result.output.contains("x.words"))
  }
}
