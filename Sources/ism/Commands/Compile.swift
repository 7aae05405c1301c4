import ArgumentParser
import LexiconTools
import NameSearch

/// `ism compile`.
struct Compile: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compile",
    abstract: "Make a lexicon file of sources.",
    discussion: """
      A source is a table with a header (TSV or CSV; columns id and name, optionally alias, weakAlias, previousName,
      abbreviation, translation, kind, language, role, from, until, source, country, date), FollowTheMoney entities as
      JSON lines, a table of GeoNames, a dump of Wikidata, the consolidated list of the United Nations Security Council
      in XML, OFAC's SDN.CSV and ALT.CSV, or a folder laid out as Lexicon/README.md says. Several sources become one
      lexicon; those that use the same ids add to the same entities. The file is written beside its place and renamed,
      so an old one stays whole until the new one is there.

      Rows with problems are reported and left out; the rest is written, and the exit status is 2.

      Examples:
        ism compile people.tsv --output people.ism
        ism compile entities.ftm.json --output sanctions.ism
        ism compile clients.csv --columns "id=No,name=Name|Name (Arabic)" --source clients --output clients.ism
        ism compile SDN.CSV ALT.CSV consolidated.xml --output lists.ism
        ism compile SY.txt alternateNamesV2.txt --output places.ism
        zcat latest-all.json.gz | ism compile - --input-format wikidata --output wikidata.ism
        ism compile Lexicon --output Lexicon/Compiled/default.ism
        ism compile Lexicon --generic-words --output Lexicon/Compiled/default.words
      """)

  @Option(
    name: .shortAndLong, help: ArgumentHelp("The file to write.", valueName: "file"), completion: .file())
  var output: String
  @Option(
    help: ArgumentHelp(
      "The format of the sources: \(InputFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "format"),
    completion: .list(InputFormat.allCases.map(\.rawValue)),
    transform: { text in
      guard let format = InputFormat(rawValue: text) else {
        let known = InputFormat.allCases.map(\.rawValue).joined(separator: ", ")
        throw ValidationError("unknown format '\(text)'; formats: \(known)")
      }
      return format
    })
  var inputFormat = InputFormat.auto
  @OptionGroup var table: TableOptions
  @Option(help: ArgumentHelp("The source of names that come without one.", valueName: "key"))
  var source = ""
  @Flag(name: .customLong("no-default-lexicon"), help: "Do not use the known words of the carried lexicon.")
  var noDefault = false
  @Flag(help: "Write what the program carries of the generic words of a source folder, instead of a lexicon.")
  var genericWords = false
  @Argument(
    help: ArgumentHelp("Files or folders, or - for standard input.", valueName: "input"), completion: .file())
  var inputs: [String]

  func validate() throws {
    guard genericWords else { return }
    guard inputs.count == 1, LexiconFolder.isFolder(inputs[0]) else {
      throw ValidationError("--generic-words takes one source folder")
    }
  }

  func run() throws {
    if genericWords { return try writeGenericWords() }
    // A folder brings its own words; the carried ones would make its result depend on the program.
    let isFolder = inputs.contains { LexiconFolder.isFolder($0) }
    let words = noDefault || isFolder ? [] : [try? Lexicon.carried()].compactMap { $0 }
    var compiler = LexiconCompiler(words: words)
    if Output.showsProgress { compiler.onProgress = { Output.progress("\($0) names read") } }
    compiler.add(paths: inputs, format: inputFormat, options: importOptions)
    if Output.showsProgress { Output.progress("") }
    for problem in compiler.problems { Output.complain(problem.description) }
    let hidden = compiler.problemCount - compiler.problems.count
    if hidden > 0 { Output.complain("and \(hidden) more problems") }
    let problemCount = compiler.problemCount
    guard compiler.nameCount > 0 else {
      throw Failure("no names to write; \(output) was left as it is")
    }
    do {
      let summary = try compiler.write(to: output)
      Output.remark(
        "\(output): \(summary.names) names of \(summary.entities) entities, \(summary.bytes) bytes"
          + (problemCount > 0 ? "; \(problemCount) problems" : ""))
    } catch {
      throw Failure(error.description)
    }
    if problemCount > 0 { throw ExitCode(2) }
  }

  private func writeGenericWords() throws {
    do {
      let bytes = try LexiconFolder(path: inputs[0]).genericWordHashes()
      var file = try OutputFile(path: output)
      try file.write(bytes)
      try file.finish()
      Output.remark("\(output): \(bytes.count) bytes")
    } catch {
      throw Failure(error.description)
    }
  }

  private var importOptions: ImportOptions {
    var options = table.options
    options.source = source
    return options
  }
}
