import ArgumentParser
import LexiconTools

/// `ism check`.
struct Check: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Report every problem of a lexicon's source files.",
    discussion: """
      Looks for duplicates, unknown columns, kinds, roles, languages and sources, text that is not UTF-8 or not NFC,
      invisible characters, mixed scripts and look-alike letters, missing sources, bad dates, and ids that change their
      kind. Problems go to standard output, one a line, with file and line.

      With --coverage it counts instead what the files of the folder hold, as a Markdown table: the entries, the names
      in all languages, the Arabic ones, the share of these that show every vowel, the share of those that come back
      with the same letters when they are romanized by ALA-LC and read again, and the sources.

      Examples:
        ism check Lexicon
        ism check Lexicon/Entities/people.tsv
        ism check Lexicon --coverage
      """)

  @Argument(help: "A lexicon's source folder or one of its files.", completion: .file())
  var path = "Lexicon"

  @Flag(help: "Print a table of what the source folder covers, in Markdown.")
  var coverage = false

  func run() throws {
    if coverage { return try printCoverage() }
    let checker = LexiconChecker(path: path)
    let (problems, rows) = checker.run()
    for problem in problems { Output.line(problem.description) }
    Output.flush()
    Output.remark(
      problems.isEmpty ? "\(path): no problems in \(rows) rows" : "\(path): \(problems.count) problems")
    if !problems.isEmpty { throw ExitCode(2) }
  }

  private func printCoverage() throws {
    do {
      Output.line(try LexiconCoverage(path: path).markdown)
    } catch {
      throw Failure(error.description)
    }
  }
}
