import ArabicText
import ArgumentParser
import LexiconTools
import NameSearch

/// `ism variants`.
struct Variants: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "variants",
    abstract: "List the spellings under which a name may be found elsewhere.",
    discussion: """
      Spellings in both scripts, likeliest first: those that the lexicon has for the name, combinations of the usual
      spellings of its words, standard romanizations, and what people type in Arabic.

      Examples:
        ism variants "Jaysh al-Izza"
        ism variants --script latin --limit 50 "القذافي"
        ism variants - --format tsv < names.txt
      """)

  @OptionGroup(title: "Lexicons") var lexicons: LexiconOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  // A closure instead of a conformance: listing all cases costs a tenth of a cold start.
  @Option(
    help: ArgumentHelp("The script of the spellings: arabic, latin or all.", valueName: "script"),
    completion: .list(["arabic", "latin", "all"]),
    transform: { text in
      guard ["arabic", "latin", "all"].contains(text) else {
        throw ValidationError("unknown script '\(text)'; scripts: arabic, latin, all")
      }
      return text
    })
  var script = "all"
  @Option(help: ArgumentHelp("The most spellings of one name.", valueName: "count"))
  var limit = 20
  @Argument(help: ArgumentHelp("Names, or - to read one a line.", valueName: "name"))
  var names: [String]

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit needs a number above 0.") }
  }

  func run() throws {
    let script = WritingSystem(rawValue: script)
    let writer = NameWriter(lexicons: try lexicons.open())
    try WritingLoop(texts: names, output: output).run { [limit] name in
      VariantsAnswer(input: name, writer.variants(of: name, script: script, limit: limit))
    } failed: { problem in
      VariantsAnswer(input: "", [], error: problem)
    }
  }
}
