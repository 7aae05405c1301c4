import ArabicText
import ArgumentParser
import FoundationEssentials
import LexiconTools
import NameSearch

/// `ism evaluate`.
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "evaluate",
    abstract: "Measure romanization and search on files of names in both scripts.",
    discussion: """
      A file is tab-separated, with a header. Columns arabic and latin make pairs of everyday spelling; with a column
      token_aligned too, a catalogue in ALA-LC, whose words are romanized in the context of their names; entity_id,
      script and name make names of entities, on which only search is measured. Columns name1 and name2, or latin1 and
      latin2, make two spellings of one name, which search has to find by each other; with a column label, 1 for the same
      name and 0 for another, they are compared. Of a folder the .tsv files of these layouts are taken.

      Figures are given for all rows and, with --train, for rows that the training files have (seen) and those that they
      do not (unseen). The baselines are ICU's rules and the most frequent form in the training files. Words of
      catalogues are compared as written (scholarly) and without marks (everyday).

      Examples:
        ism evaluate names/dev --train names/train
        ism evaluate names/dev --train names/train --format markdown > results.md
        ism evaluate variants.tsv names/dev/persons.tsv --same-script --full-scan --common-words
        ism evaluate arabizi.tsv --direction latin-arabic --task generation --scheme arabizi
        ism evaluate --schemes examples.tsv
      """)

  @OptionGroup(title: "Lexicons") var lexicons: LexiconOptions
  @OptionGroup(title: "Measuring") var measuring: EvaluationOptions
  @Option(
    name: .customLong("train"),
    help: ArgumentHelp(
      "A file that the model was trained on, or a folder of them; may be given several times.",
      valueName: "path"),
    completion: .file())
  var training: [String] = []
  @Option(
    help: ArgumentHelp("A model's file, instead of the carried model.", valueName: "file"),
    completion: .file())
  var model: String?
  @Option(
    help: ArgumentHelp(
      "A file of examples of schemes, with the columns scheme, arabic and expected.", valueName: "file"),
    completion: .file())
  var schemes: String?
  @Option(
    help: ArgumentHelp(
      "How the Latin side of the files is spelled, as for 'ism arabize': arabizi, turkish and others.",
      valueName: "scheme"))
  var scheme: String?
  @Option(
    help: ArgumentHelp("The format of the figures: json or markdown.", valueName: "format"),
    completion: .list(["json", "markdown"]), transform: EvaluationFormat.parse)
  var format = EvaluationFormat.json
  @Argument(
    help: ArgumentHelp("Files to measure on, or folders of them.", valueName: "path"), completion: .file())
  var paths: [String] = []

  func validate() throws {
    if paths.isEmpty, schemes == nil { throw ValidationError("Give files to measure on, or --schemes.") }
    if (paths + training + [schemes, model].compactMap { $0 }).contains("-") {
      throw ValidationError("Files are read more than once; give a file instead of -.")
    }
  }

  func run() throws {
    do {
      try measure()
    } catch let problem as SourceProblem {
      throw Failure(problem.description)
    }
  }

  private func measure() throws {
    // What is wrong with an argument is said before the long work begins.
    let files = try list(paths, spellings: true)
    let trainingFiles = try list(training)
    let ism = try openIsm()
    let complaints = Complaints()
    var report = EvaluationReport(command: Self.command, date: Self.date)
    if let schemes {
      let measure = try SchemeMeasure(path: schemes) { complaints.add($0) }
      if !measure.unknown.isEmpty {
        Output.remark("\(schemes): no scheme for \(measure.unknown.joined(separator: ", ")); left out")
      }
      report.add(measure, file: Evaluator.name(of: schemes), hasBaselines: measuring.hasBaselines)
    }
    if !files.isEmpty { try measure(files, trainingFiles, ism, complaints, &report) }
    if Output.showsProgress { Output.progress("") }
    try format.print(report)
    Output.flush()
    complaints.finish()
    if report.sectionCount == 0 { throw ExitCode(1) }
    if complaints.count > 0 { throw ExitCode(2) }
  }

  private func measure(
    _ files: [String], _ trainingFiles: [String], _ ism: EvaluatedIsm, _ complaints: Complaints,
    _ report: inout EvaluationReport
  ) throws {
    let onProgress = Output.showsProgress ? { (text: String) in Output.progress(text) } : nil
    var systems = [ism.system]
    if measuring.hasBaselines {
      do {
        systems.append(.icu(try ICUBaseline()))
      } catch {
        Output.remark("no baseline of ICU's: \(error)")
      }
    }
    var evaluator = Evaluator(systems: systems)
    if !trainingFiles.isEmpty {
      let knowledge = try TrainingKnowledge(paths: trainingFiles, onProgress: onProgress) {
        complaints.add($0)
      }
      if measuring.hasBaselines {
        evaluator.systems.append(
          .frequentForm(everyday: knowledge.everyday, scholarly: knowledge.scholarly))
      }
      evaluator.record = knowledge.record
      evaluator.trainingPaths = Set(trainingFiles)
      evaluator.catalogueRecord = knowledge.catalogueRecord
    }
    measuring.configure(&evaluator)
    evaluator.onProgress = onProgress
    evaluator.onProblem = { complaints.add($0) }
    for file in files {
      let count = report.sectionCount
      try evaluator.evaluate(path: file, directions: measuring.directions, into: &report)
      if report.sectionCount == count { complaints.remark("\(file): nothing in it that is measured") }
    }
    evaluator.finish(&report)
  }

  private func list(_ arguments: [String], spellings: Bool = false) throws -> [String] {
    let list = try PairFileList(arguments, spellings: spellings)
    for problem in list.skipped { Output.remark("\(problem) (left out)") }
    return list.paths
  }

  private func openIsm() throws -> EvaluatedIsm {
    // Without any lexicon the model is measured alone.
    let set = lexicons.noDefault && lexicons.paths.isEmpty ? nil : try lexicons.open()
    var ism: EvaluatedIsm
    do {
      ism = EvaluatedIsm(transducer: try model.map { try Transducer(path: $0) } ?? .carried, lexicons: set)
    } catch {
      throw Failure("\(error)")
    }
    ism.latinScheme = try scheme.map(SchemeOption.named)
    return ism
  }

  /// The command as it was typed, without the folder of the program.
  private static var command: String {
    let arguments = CommandLine.arguments.dropFirst().map { argument in
      let isPlain = argument.allSatisfy { $0.isLetter || $0.isNumber || "-_./,:=+@%".contains($0) }
      return isPlain && !argument.isEmpty ? argument : "'" + argument.replacing("'", with: "'\\''") + "'"
    }
    return (["ism"] + arguments).joined(separator: " ")
  }

  /// The day, in UTC.
  private static var date: String { String(Date.now.formatted(.iso8601).prefix(10)) }
}
