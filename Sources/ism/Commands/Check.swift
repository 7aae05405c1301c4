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

      Examples:
        ism check Lexicon
        ism check Lexicon/Entities/people.tsv
      """)

  @Argument(help: "A lexicon's source folder or one of its files.", completion: .file())
  var path = "Lexicon"

  func run() throws {
    let checker = LexiconChecker(path: path)
    let (problems, rows) = checker.run()
    for problem in problems { Output.line(problem.description) }
    Output.flush()
    Output.remark(
      problems.isEmpty ? "\(path): no problems in \(rows) rows" : "\(path): \(problems.count) problems")
    if !problems.isEmpty { throw ExitCode(2) }
  }
}
