import ArabicText
import ArgumentParser
import LexiconTools
import NameSearch

/// `ism arabize`.
struct Arabize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "arabize",
    abstract: "Write names in Latin letters in Arabic.",
    discussion: """
      'auto' finds out how the names are spelled: letter for letter as in Buckwalter, by the rules of a standard, with
      digits for letters as in chats, in Cyrillic, or as the press does. Known names and words are written as the lexicon
      has them, other words as the model proposes.

      Examples:
        ism arabize "Jaysh al-Izza"
        ism arabize --best 3 "Khaled Mustafa"
        ism arabize "ta7rir el sham" --format jsonl
        ism arabize --vowels "Kitāb al-ʿIbar"
        ism arabize --scheme buckwalter "jy$ AlEzp"
        ism arabize - < names.txt
      """)

  @OptionGroup(title: "Lexicons") var lexicons: LexiconOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @Option(
    help: ArgumentHelp("How the names are spelled: a scheme, or auto.", valueName: "scheme"),
    completion: .custom(SchemeOption.completions))
  var scheme = "auto"
  @Option(help: ArgumentHelp("The most ways to write one text.", valueName: "count"))
  var best = 1
  @Flag(help: "Write vowel marks.")
  var vowels = false
  @Argument(help: ArgumentHelp("Texts, or - to read one a line.", valueName: "text"))
  var texts: [String]

  func validate() throws {
    guard best > 0 else { throw ValidationError("--best needs a number above 0.") }
  }

  func run() throws {
    let scheme = try self.scheme == "auto" ? nil : SchemeOption.named(self.scheme)
    let writer = NameWriter(lexicons: try lexicons.open())
    try WritingLoop(texts: texts, output: output).run { [best, vowels] text in
      WrittenAnswer(input: text, writer.arabize(text, scheme: scheme, best: best, vowels: vowels))
    } failed: { [asked = self.scheme] problem in
      WrittenAnswer(input: "", scheme: asked, error: problem)
    }
  }
}
