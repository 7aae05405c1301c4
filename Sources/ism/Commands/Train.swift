import ArabicText
import ArgumentParser
import LexiconTools

/// `ism train`.
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "train",
    abstract: "Fit the model that reads and writes names to pairs of spellings.",
    discussion: """
      Reads tab-separated files with the columns arabic and latin, or entity_id, script and name, and writes one file of
      weights. The same input gives the same file, bit for bit.

      Examples:
        ism train names/ --output Lexicon/Compiled/default.transducer
        ism train names/ --without measured.tsv --output model.transducer
        ism train --task pairs names/ --output Lexicon/Compiled/default.pairs
        ism train --task policy names/ --output Lexicon/Policy.tsv
      """)

  @Option(
    help: ArgumentHelp(
      "What to fit: the transducer, the pairs of spellings that search knows, or the policy of its scores.",
      valueName: "part"),
    completion: .list(TrainedPart.allCases.map(\.rawValue)),
    transform: { text in
      guard let part = TrainedPart(rawValue: text) else {
        throw ValidationError("unknown task '\(text)'; tasks: transducer, pairs, policy")
      }
      return part
    })
  var task = TrainedPart.transducer
  @Option(help: ArgumentHelp("Where to write the weights.", valueName: "file"))
  var output: String
  @Option(
    help: ArgumentHelp(
      "A file or folder whose pairs of words are left out of the training. Repeatable.", valueName: "path"))
  var without: [String] = []
  @Option(
    help: ArgumentHelp(
      "How often pairs of everyday spelling are gone through. Chosen by their number unless given.",
      valueName: "count"))
  var rounds: Int?
  @Option(
    help: ArgumentHelp(
      "The share of the network's units left out in each step, 0 to 0.9. Chosen by the number of pairs unless given.",
      valueName: "share"))
  var dropout: Float?
  @Argument(help: ArgumentHelp("Files of pairs, or folders of them.", valueName: "path"))
  var paths: [String]

  func validate() throws {
    guard (1...1000).contains(rounds ?? 1) else {
      throw ValidationError("--rounds needs a number from 1 to 1000.")
    }
    guard (0...0.9).contains(dropout ?? 0) else {
      throw ValidationError("--dropout needs a number from 0 to 0.9.")
    }
  }

  func run() throws {
    switch task {
    case .transducer: try trainTransducer()
    case .pairs: try trainPairs()
    case .policy: try trainPolicy()
    }
  }

  private func trainTransducer() throws {
    var corpus = TrainingCorpus()
    for path in try list(without) { try corpus.holdOut(path: path, report: complain) }
    for path in try list(paths) { try corpus.add(path: path, report: complain) }
    var settings = TransducerTrainer.Settings()
    settings.everydayRounds = rounds
    settings.dropout = dropout
    let trainer = TransducerTrainer(corpus, settings) { line in
      if Output.showsProgress { Output.remark(line) }
    }
    let bytes = try trainer.train()
    try trainer.write(bytes, to: output)
    Output.remark("\(output): \(bytes.count) bytes")
  }

  func list(_ arguments: [String]) throws -> [String] {
    let list = try PairFileList(arguments)
    for problem in list.skipped { Output.remark("\(problem) (left out)") }
    return list.paths
  }

  func complain(_ problem: SourceProblem) { Output.complain(problem.description) }
}
