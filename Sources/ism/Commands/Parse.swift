import ArabicText
import ArgumentParser
import LexiconTools
import NameSearch

/// `ism parse`.
struct Parse: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "parse",
    abstract: "Show the parts of a name.",
    discussion: """
      Kinds of parts: \(NamePart.Kind.allCases.map(\.rawValue).joined(separator: ", ")).

      Examples:
        ism parse "Dr. Ayman al-Zawahiri"
        ism parse "علي بن أبي طالب"
        ism parse - < names.txt
      """)

  @OptionGroup(title: "Output") var output: OutputOptions
  @Argument(help: ArgumentHelp("Names to parse, or - to read one a line.", valueName: "name"))
  var names: [String]

  func run() throws {
    let input = InputNames(names)
    var reporter = output.reporter(isStream: input.isStream)
    var hasFound = false
    let isComplete = try input.forEach { name in
      let answer = ParseAnswer(input: name, parts: NamePart.parts(of: name))
      if !answer.parts.isEmpty { hasFound = true }
      reporter.report(answer)
    } unreadable: { problem in
      Output.complain(problem.description)
      reporter.report(ParseAnswer(input: "", parts: [], error: problem.description))
    }
    Output.flush()
    if !isComplete { throw ExitCode(2) }
    if !hasFound { throw ExitCode(1) }
  }
}
