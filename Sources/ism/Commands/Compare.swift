import ArgumentParser
import LexiconTools
import NameSearch

/// `ism compare`.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: "Say whether two names are the same name, and why.",
    discussion: """
      Neither name needs to be in a lexicon. The score is the probability that they are the same name; "same" from 0.6 on.

      Examples:
        ism compare "Bashar al-Assad" "بشار الأسد"
        ism compare - < pairs.tsv > answers.jsonl

      With -, each line of standard input has the two names with a tab between them.
      """)

  @OptionGroup(title: "Lexicons") var lexicons: LexiconOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @Argument(help: ArgumentHelp("Two names, or - to read pairs, one a line.", valueName: "name"))
  var names: [String]

  func validate() throws {
    guard names == ["-"] || names.count == 2 else {
      throw ValidationError("compare needs two names, or - for lines of two names with a tab between.")
    }
  }

  func run() throws {
    let lexicons = try lexicons.open()
    var reporter = output.reporter(isStream: names.count == 1)
    if names.count == 2 {
      let comparison = lexicons.compare(names[0], names[1])
      reporter.report(CompareAnswer(comparison))
      Output.flush()
      return
    }
    var line = 0
    var isSound = true
    func complain(_ problem: String) {
      Output.complain(problem)
      reporter.report(CompareAnswer(error: problem))
    }
    let isComplete = try InputNames(names).forEach { text in
      line += 1
      let fields = text.split(separator: "\t", omittingEmptySubsequences: false)
      guard fields.count == 2 else {
        isSound = false
        complain("standard input:\(line): \(fields.count) columns; a pair is left<TAB>right")
        return
      }
      let comparison = lexicons.compare(String(fields[0]), String(fields[1]))
      reporter.report(CompareAnswer(comparison))
    } unreadable: { problem in
      line += 1
      complain(problem.description)
    }
    Output.flush()
    if !isComplete || !isSound { throw ExitCode(2) }
  }
}
