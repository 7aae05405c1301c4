import ArabicText
import ArgumentParser
import LexiconTools
import NameSearch

/// `ism romanize`.
struct Romanize: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "romanize",
    abstract: "Write Arabic names in Latin letters.",
    discussion: """
      Restores the vowels that Arabic does not write: from the lexicon where it knows the name or the word, else from the
      model, which also decides where it is sure that a word of a text is not the name that is written like it. Text in
      other scripts passes through. 'common' writes as the press does; other schemes follow a standard,
      and letter-for-letter schemes such as buckwalter are applied to the text as it stands.

      Examples:
        ism romanize "جيش العزة"
        ism romanize --scheme ala-lc "هيئة تحرير الشام"
        ism romanize --best 5 "القذافي"
        ism romanize - --scheme din-31635 < names.txt
      """)

  @OptionGroup(title: "Lexicons") var lexicons: LexiconOptions
  @OptionGroup(title: "Output") var output: OutputOptions
  @Option(
    help: ArgumentHelp("The romanization scheme.", valueName: "scheme"),
    completion: .custom(SchemeOption.completions))
  var scheme = NameWriter.everydayScheme
  @Option(help: ArgumentHelp("The most ways to write one text.", valueName: "count"))
  var best = 1
  @Argument(help: ArgumentHelp("Texts, or - to read one a line.", valueName: "text"))
  var texts: [String]

  func validate() throws {
    guard best > 0 else { throw ValidationError("--best needs a number above 0.") }
  }

  func run() throws {
    let scheme = try SchemeOption.writable(scheme)
    let writer = NameWriter(lexicons: try lexicons.open())
    try WritingLoop(texts: texts, output: output).run { [best] text in
      WrittenAnswer(input: text, writer.romanize(text, scheme: scheme, best: best))
    } failed: { problem in
      WrittenAnswer(input: "", scheme: scheme.identifier, error: problem)
    }
  }
}
