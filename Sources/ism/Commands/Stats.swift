import ArgumentParser
import NameSearch

/// `ism stats`.
struct Stats: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show what is in a compiled lexicon.",
    discussion: """
      Examples:
        ism stats
        ism stats people.ism --format jsonl
      """)

  @OptionGroup(title: "Output") var output: OutputOptions
  @Argument(
    help: ArgumentHelp("Compiled lexicons; the carried one when none is given.", valueName: "file"),
    completion: .file(extensions: ["ism"]))
  var files: [String] = []

  func run() throws {
    var reporter = output.reporter(isStream: false)
    do {
      if files.isEmpty { reporter.report(StatsAnswer(try Lexicon.carried())) }
      for file in files { reporter.report(StatsAnswer(try Lexicon(path: file))) }
    } catch {
      throw Failure(error.description)
    }
    Output.flush()
  }
}
