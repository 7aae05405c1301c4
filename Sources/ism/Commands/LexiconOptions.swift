import ArgumentParser
import NameSearch

/// Which lexicons a command searches.
struct LexiconOptions: ParsableArguments {
  @Option(
    name: .customLong("lexicon"),
    help: ArgumentHelp(
      "A compiled lexicon to search as well; may be given several times.", valueName: "file"),
    completion: .file(extensions: ["ism"]))
  var paths: [String] = []

  @Flag(name: .customLong("no-default-lexicon"), help: "Search only the lexicons given with --lexicon.")
  var noDefault = false

  /// Opens them.
  ///
  /// The carried lexicon comes first.
  func open() throws -> LexiconSet {
    if noDefault, paths.isEmpty {
      throw Failure("no lexicon to search: --no-default-lexicon needs --lexicon FILE")
    }
    var lexicons: [Lexicon] = []
    do {
      if !noDefault { lexicons.append(try Lexicon.carried()) }
      for path in paths { lexicons.append(try Lexicon(path: path)) }
    } catch {
      throw Failure(error.description)
    }
    return LexiconSet(lexicons)
  }
}
