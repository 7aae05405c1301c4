import ArabicText
import ArgumentParser
import LexiconTools
import NameSearch

/// `ism normalize`.
struct Normalize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "normalize",
    abstract: "Write a name in any spelling in a standard form.",
    discussion: """
      Takes names in Arabic, in any romanization and in other scripts, and gives one standard form for all spellings of a
      name, with its Arabic form and the keys that its spellings share. 'source' says whether the lexicon knows the name
      and its words, whether the model proposed some of them, or whether all was given.

      Examples:
        ism normalize "Tajamu' al-'Izza"
        ism normalize --scheme din-31635 "Gheddafi" "el-Gadafi" "القذافي"
        ism normalize - --format tsv < names.txt
      """)

  @OptionGroup(title: "Lexicons") var lexicons: LexiconOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @Option(
    help: ArgumentHelp("The scheme of the standard form.", valueName: "scheme"),
    completion: .custom(SchemeOption.completions))
  var scheme = "ala-lc"
  @Argument(help: ArgumentHelp("Names, or - to read one a line.", valueName: "text"))
  var texts: [String]

  func run() throws {
    let scheme = try SchemeOption.writable(scheme)
    let writer = NameWriter(lexicons: try lexicons.open())
    try WritingLoop(texts: texts, output: output).run { text in
      NormalizeAnswer(input: text, scheme: scheme.identifier, writer.normalize(text, scheme: scheme))
    } failed: { problem in
      NormalizeAnswer(input: "", scheme: scheme.identifier, error: problem)
    }
  }
}
