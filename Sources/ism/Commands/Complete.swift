import ArgumentParser
import LexiconTools
import NameSearch

/// `ism complete`.
struct Complete: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "complete",
    abstract: "Find the entities with a name that goes on from what was typed.",
    discussion: """
      The last word is the beginning of a word, the words before it are whole. Case, marks and hamza seats do not count, and an
      article may be there or not. Other spellings are not looked for: see 'ism search'.

      Examples:
        ism complete Dam
        ism complete "Jaysh al-I" --limit 5 --format jsonl
      """)

  @OptionGroup(title: "Lexicons") var lexicons: LexiconOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @Option(help: ArgumentHelp("The most completions of one text.", valueName: "count"))
  var limit = 10
  @Argument(help: ArgumentHelp("Beginnings of names, or - to read one a line.", valueName: "text"))
  var texts: [String]

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit needs a number above 0.") }
  }

  func run() throws {
    let lexicons = try lexicons.open()
    let input = InputNames(texts)
    var reporter = output.reporter(isStream: input.isStream)
    var hasFound = false
    let isComplete = try input.forEach { text in
      let list = lexicons.completions(for: Query(text), limit: limit)
      if !list.completions.isEmpty { hasFound = true }
      reporter.report(CompleteAnswer(query: text, list))
    } unreadable: { problem in
      Output.complain(problem.description)
      reporter.report(CompleteAnswer(error: problem.description))
    }
    Output.flush()
    if !isComplete { throw ExitCode(2) }
    if !hasFound { throw ExitCode(1) }
  }
}
