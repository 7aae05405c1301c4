import ArgumentParser
import NameSearch

/// `ism verify`.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Check a compiled lexicon from its first byte to its last.",
    discussion: """
      Computes the checksum and follows every offset and index. Opening a lexicon does not, so that it costs the same
      for every size.

      Example:
        ism verify people.ism
      """)

  @Argument(
    help: ArgumentHelp("Compiled lexicons; the carried one when none is given.", valueName: "file"),
    completion: .file(extensions: ["ism"]))
  var files: [String] = []

  func run() throws {
    var isSound = true
    for file in files.isEmpty ? [nil] : files.map(Optional.some) {
      do {
        let lexicon = try file.map { path in try Lexicon(path: path) } ?? Lexicon.carried()
        let problems = lexicon.verify()
        for problem in problems { Output.complain("\(lexicon.name): \(problem)") }
        if problems.isEmpty {
          Output.line("\(lexicon.name): sound, \(lexicon.nameCount) names, hash \(lexicon.hash)")
        } else {
          isSound = false
        }
      } catch let error as LexiconError {
        Output.complain(error.description)
        isSound = false
      }
    }
    Output.flush()
    if !isSound { throw ExitCode(2) }
  }
}
