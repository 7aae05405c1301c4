import ArgumentParser
import LexiconTools
import NameSearch

/// `ism lookup`.
struct Lookup: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lookup",
    abstract: "Find the entities that have a name, in any spelling of it.",
    discussion: """
      Finds a name by its letters and by its skeleton: spellings in Arabic, Latin, Cyrillic and other scripts, with or
      without vowels, in English, French, German, Turkish, scholarly or chat spelling, lead to the same entity.

      Examples:
        ism lookup "Jeish el-Ezzah"
        ism lookup "جيش العزة" --all-names
        ism lookup "Union of Glory" --format jsonl
        ism lookup --lexicon people.ism "Mohd Ali" "Assad, Bashar"
        ism lookup - < names.txt > answers.jsonl

      With several words, each argument is one name: quote names of several words.
      """)

  @OptionGroup(title: "Lexicons") var lexicons: LexiconOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @Option(help: ArgumentHelp("The most matches for one name.", valueName: "count"))
  var limit = 10
  @Flag(help: "Show all names of each entity.")
  var allNames = false
  @Argument(help: ArgumentHelp("Names to look up, or - to read one a line.", valueName: "name"))
  var names: [String]

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit needs a number above 0.") }
  }

  func run() throws {
    let lexicons = try lexicons.open()
    let input = InputNames(names)
    var reporter = output.reporter(isStream: input.isStream)
    var hasFound = false
    let isComplete = try input.forEach { name in
      let list = lexicons.matches(for: Query(name), limit: limit)
      if !list.matches.isEmpty { hasFound = true }
      let answers = list.matches.map {
        MatchAnswer($0, allNames: allNames ? lexicons.names(of: $0) : nil)
      }
      reporter.report(LookupAnswer(query: name, matches: answers, isCut: list.isCut))
    } unreadable: { problem in
      Output.complain(problem.description)
      reporter.report(LookupAnswer(query: "", matches: [], isCut: false, error: problem.description))
    }
    Output.flush()
    if !isComplete { throw ExitCode(2) }
    if !hasFound { throw ExitCode(1) }
  }
}
