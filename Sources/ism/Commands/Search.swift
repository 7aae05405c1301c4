import ArgumentParser
import LexiconTools
import NameSearch

/// `ism search`.
struct Search: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "search",
    abstract: "Find the entities that a name may mean, the likeliest first.",
    discussion: """
      Finds names approximately: with other spellings of their words, typing errors, words in another order, left out or
      added. A score is the probability that the two are the same name. What scores less than 0.001 is left out unless
      --min-score says otherwise.

      Examples:
        ism search "Bashar Asad"
        ism search "Asad, Bashar" --kind person --explain
        ism search - --min-score 0.6 --limit 1 < names.txt > answers.jsonl

      With several words, each argument is one name: quote names of several words.
      """)

  @OptionGroup(title: "Lexicons") var lexicons: LexiconOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @Option(help: ArgumentHelp("The most matches for one name.", valueName: "count"))
  var limit = 10
  @Option(help: ArgumentHelp("Leave out matches with a lower score, 0 to 1.", valueName: "score"))
  var minScore = RankingPolicy.leastAnswer
  @Option(
    help: ArgumentHelp("Find only entities of this kind; may be given several times.", valueName: "kind"))
  var kind: [String] = []
  @Flag(help: "Say what stands for what and what is left over.")
  var explain = false
  @Flag(help: "Show all names of each entity.")
  var allNames = false
  @Argument(help: ArgumentHelp("Names to search, or - to read one a line.", valueName: "name"))
  var names: [String]

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit needs a number above 0.") }
    guard (0...1).contains(minScore) else { throw ValidationError("--min-score needs a number from 0 to 1.") }
  }

  func run() throws {
    let lexicons = try lexicons.open()
    let input = InputNames(names)
    var options = SearchOptions()
    options.limit = limit
    options.minimumScore = minScore
    options.kinds = Set(kind)
    options.explains = explain
    var reporter = output.reporter(isStream: input.isStream)
    var hasFound = false
    let isComplete = try input.forEach { [options, reporter, allNames] name in
      let list = lexicons.search(Query(name), options)
      let answers = list.matches.map {
        MatchAnswer($0, allNames: allNames ? lexicons.names(of: $0) : nil, explains: options.explains)
      }
      let answer = LookupAnswer(query: name, matches: answers, isCut: list.isCut)
      return (lines: reporter.lines(answer), isFound: !list.matches.isEmpty)
    } failed: { [reporter] problem in
      let answer = LookupAnswer(query: "", matches: [], isCut: false, error: problem.description)
      return (reporter.lines(answer), false)
    } report: { answer in
      if answer.isFound { hasFound = true }
      reporter.report(answer.lines, columns: LookupAnswer.columns)
    }
    Output.flush()
    if !isComplete { throw ExitCode(2) }
    if !hasFound { throw ExitCode(1) }
  }
}
