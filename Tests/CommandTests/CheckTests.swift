import Foundation
import Testing

/// `ism check` on a small source folder with one problem at a time.
@Suite struct CheckTests {
  private static let header = "id\tkind\tlanguage\trole\tname\tfrom\tuntil\tsource\n"
  private static let good = "org:test\tarmed-group\tar\tname\tجَيْش\t2013\t2015-02\tpress\n"

  private func check(entities: String, names: String = "") throws -> ProgramRun.Result {
    let run = try ProgramRun()
    for folder in ["Lexicon/Entities", "Lexicon/Names"] {
      try FileManager.default.createDirectory(atPath: run.path(folder), withIntermediateDirectories: true)
    }
    try run.write("Lexicon/Sources.tsv", "key\ttitle\tterms\npress\tPress\tfacts\n")
    try run.write(
      "Lexicon/Languages.tsv",
      "tag\tscript\tgloss\nar\tArab\t\nar-Latn\tLatn\t\nen\tLatn\t\nar-Latn-FR\tLatn\t\n")
    try run.write("Lexicon/Entities/e.tsv", entities)
    if !names.isEmpty { try run.write("Lexicon/Names/n.tsv", names) }
    return try run.ism("check", "Lexicon")
  }

  @Test func goodSourcesHaveNoProblems() throws {
    let result = try check(
      entities: Self.header + Self.good,
      names:
        "id\tkind\tgender\tarabic\tlatin\tfrench\tsource\nname:hasan\tgiven-name\tmale\tحَسَن\tHasan|Hassan\tHacene\tpress\n"
    )
    #expect(result.status == 0)
    #expect(result.output.isEmpty)
  }

  /// A word that has no vowel to show but that of its first letter.
  @Test func aWordWithoutMarksCanBeWrittenOut() throws {
    let result = try check(entities: Self.header + "org:test\tarmed-group\tar\tname\tآب\t\t\tpress\n")
    #expect(result.status == 0, "\(result.output)")
  }

  @Test(arguments: [
    (good + good, ":3: repeats line 2"),
    ("org:test\tarmed-group\tar\tname\tجيش\t\t\tpress\n", ":2: 'جيش' is not vocalized"),
    ("org:test\ttribe\tar\tname\tجَيْش\t\t\tpress\n", ":2: unknown kind 'tribe'"),
    ("org:test\tarmed-group\txx\tname\tجَيْش\t\t\tpress\n", ":2: unknown language 'xx'"),
    ("org:test\tarmed-group\tar\tnick\tجَيْش\t\t\tpress\n", ":2: unknown role 'nick'"),
    ("org:test\tarmed-group\tar\tname\tجَيْش\t\t\t\n", ":2: no source"),
    ("org:test\tarmed-group\tar\tname\tجَيْش\t\t\tme\n", ":2: unknown source 'me'"),
    ("org:test\tarmed-group\tar\tname\tجَيْش\t2013-13\t\tpress\n", ":2: from: '2013-13' is not a date"),
    (
      "org:test\tarmed-group\tar\tname\tجَيْش\t2015\t2013\tpress\n",
      ":2: the name ended (2013) before it began (2015)"
    ),
    ("org:test\tarmed-group\ten\tname\tArmу\t\t\tpress\n", ":2: 'Armу' mixes scripts (Cyrl, Latn)"),
    (
      "org:test\tarmed-group\tar\tname\tعَلِی\t\t\tpress\n", "a letter of persian that looks like one of Arabic"
    ),
    (
      "org:test\tarmed-group\ten\tname\tجَيْش\t\t\tpress\n", ":2: 'جَيْش' is in Arab, but 'en' is written in Latn"
    ),
    ("org:test\tarmed-group\ten\tname\tCafe\u{301}\t\t\tpress\n", "is not in Unicode NFC"),
    ("org:test\tarmed-group\ten\tname\tAr\u{200F}my\t\t\tpress\n", "has the invisible character U+200F"),
    ("org:test\tarmed-group\ten\tname\tArmy \t\t\tpress\n", "begins or ends with a space"),
    ("Test\tarmed-group\ten\tname\tArmy\t\t\tpress\n", ":2: id 'Test'"),
    (
      good + "org:test\tparty\ten\tname\tArmy\t\t\tpress\n",
      ":3: 'org:test' changes its kind from 'armed-group'"
    ),
  ])
  func reports(_ rows: String, _ problem: String) throws {
    let result = try check(entities: Self.header + rows)
    #expect(result.status == 2)
    #expect(
      result.lines.contains { $0.hasPrefix("Lexicon/Entities/e.tsv:") && $0.contains(problem) },
      "\(result.output)")
  }

  @Test func reportsEveryProblemOfEveryFile() throws {
    let result = try check(
      entities: "id\tkind\tlanguage\trole\tname\tcolour\n" + "org:a\tx\ty\tz\tname\tred\n",
      names: "id\tkind\tarabic\tlatin\tsource\nname:a\tgiven-name\tحسن\tحسن\tpress\n")
    #expect(result.status == 2)
    for problem in [
      "e.tsv:1: unknown column 'colour'", "e.tsv:1: column 'source' is missing", "e.tsv:2: unknown kind 'x'",
      "e.tsv:2: unknown language 'y'", "e.tsv:2: unknown role 'z'", "n.tsv:2: 'حسن' is not vocalized",
      "n.tsv:2: 'حسن' is in Arab, but 'ar-Latn' is written in Latn",
    ] {
      #expect(result.output.contains(problem), "\(problem)")
    }
  }
}
