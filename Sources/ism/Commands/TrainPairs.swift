import ArgumentParser
import LexiconTools
import NameSearch

/// What `ism train` fits.
enum TrainedPart: String, CaseIterable {
  /// The model that reads and writes names.
  case transducer
  /// How the spellings of a word correspond, for search.
  case pairs
  /// What search makes of its evidence.
  case policy
}

extension Train {
  /// Fits the pair model.
  func trainPairs() throws {
    var corpus = PairCorpus()
    for path in try list(without) { try corpus.holdOut(path: path, report: complain) }
    for path in try list(paths) { try corpus.add(path: path, report: complain) }
    let trainer = PairModelTrainer(corpus) { if Output.showsProgress { Output.remark($0) } }
    let bytes = trainer.train()
    var file = try OutputFile(path: output)
    try file.write(bytes)
    try file.finish()
    Output.remark("\(output): \(bytes.count) bytes")
  }

  /// Fits the policy.
  func trainPolicy() throws {
    var trainer = PolicyTrainer(words: [try Lexicon.carried()]) { Output.remark($0) }
    for path in try list(paths) { try trainer.add(path: path, complain: complain) }
    let text = PolicyTrainer.table(trainer.fit())
    var file = try OutputFile(path: output)
    try file.write(Array(text.utf8))
    try file.finish()
  }
}
