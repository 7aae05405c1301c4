import Foundation
import Testing

/// `ism check --coverage`: the table of `Lexicon/COVERAGE.md`.
@Suite struct CheckCoverageTests {
  @Test func countsAFolder() throws {
    let run = try ProgramRun()
    for folder in ["Lexicon/Entities", "Lexicon/Names"] {
      try FileManager.default.createDirectory(atPath: run.path(folder), withIntermediateDirectories: true)
    }
    try run.write(
      "Lexicon/Entities/bodies.tsv",
      """
      # A comment.
      id\tkind\tlanguage\trole\tname\tsource
      org:a\tarmed-group\tar\tname\tجَيْش العِزَّة\tpress
      org:a\tarmed-group\tar\tabbreviation\tج ع\tpress
      org:a\tarmed-group\ten\ttranslation\tArmy of Glory\tofficial
      org:b\tarmed-group\tar\tname\tجيْش\tofficial
      org:b\tarmed-group\tar\talias\tحِزْب\tofficial

      """)
    try run.write(
      "Lexicon/Names/n.tsv",
      "id\tkind\tarabic\tlatin\tsource\nname:a\tgiven-name\tحَسَن|حَسَّان\tHasan|Hassan|Hassane\tusage\n")
    let result = try run.ism("check", "Lexicon", "--coverage")
    #expect(result.status == 0)
    #expect(
      result.output == """
        | file | entries | names | Arabic | vocalized | ALA-LC and back | sources |
        |---|---|---|---|---|---|---|
        | `Entities/bodies.tsv` | 2 | 5 | 3 | 66.6 % | 100.0 % | official, press |
        | **Entities** | 2 | 5 | 3 | 66.6 % | 100.0 % |  |
        | `Names/n.tsv` | 1 | 5 | 2 | 100.0 % | 100.0 % | usage |
        | **Names** | 1 | 5 | 2 | 100.0 % | 100.0 % |  |

        """)
  }

  @Test func aFolderWithoutTablesIsAFailure() throws {
    let result = try ProgramRun().ism("check", ".", "--coverage")
    #expect(result.status == 2)
    #expect(result.complaints.hasPrefix("ism: .: no Entities, Names or Words here"))
  }

  /// The checked-in page says what the files hold.
  @Test func thePageIsTrue() throws {
    let package = (0..<3).reduce(URL(fileURLWithPath: #filePath)) { url, _ in url.deletingLastPathComponent()
    }
    let lexicon = package.appendingPathComponent("Lexicon")
    let tables = try ProgramRun().ism("check", lexicon.path, "--coverage").output.split(separator: "\n\n")
    let page = try String(contentsOf: lexicon.appendingPathComponent("COVERAGE.md"), encoding: .utf8)
    #expect(tables.count == 2)
    for table in tables {
      #expect(
        page.contains(table), "write the output of 'ism check Lexicon --coverage' into Lexicon/COVERAGE.md")
    }
  }
}
