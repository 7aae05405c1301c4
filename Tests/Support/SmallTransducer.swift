package import ArabicText
internal import FoundationEssentials
package import LexiconTools

/// A transducer that a test trains on invented words.
package struct SmallTransducer: Sendable {
  /// The bytes of its file.
  package let bytes: [UInt8]
  package let transducer: Transducer
  /// The words it was trained on.
  package let words: [ToyNames.Word]

  /// Fast settings: a small network and few weights.
  package static var settings: TransducerTrainer.Settings {
    var settings = TransducerTrainer.Settings()
    settings.everydayRounds = 4
    settings.scholarlyRounds = 6
    settings.dropout = 0
    settings.hiddenCount = 96
    settings.featureBits = 12
    return settings
  }

  /// Trains on words.
  ///
  /// - Parameters:
  ///   - count: how many words.
  ///   - seed: which words.
  ///   - featureBits: how many weights features have; few make a small file.
  /// - Throws: what the trainer throws.
  package init(words count: Int = 240, seed: UInt64 = 1, featureBits: Int = 12) throws {
    var names = ToyNames(seed: seed)
    words = names.words(count)
    bytes = try Self.train(try Self.corpus(of: words), featureBits: featureBits)
    transducer = try Transducer(bytes: bytes, name: "small")
  }

  /// A corpus of words in both kinds of spelling.
  package static func corpus(of words: [ToyNames.Word], without heldOut: [ToyNames.Word] = []) throws
    -> TrainingCorpus
  {
    let folder = try TemporaryFolder()
    defer { withExtendedLifetime(folder) {} }
    var corpus = TrainingCorpus()
    let out = try folder.write(Array(ToyNames.everydayTable(heldOut).utf8), to: "out.tsv")
    try corpus.holdOut(path: out) { _ in }
    for (name, text) in [
      ("everyday", ToyNames.everydayTable(words)), ("scholarly", ToyNames.scholarlyTable(words)),
    ] {
      try corpus.add(path: folder.write(Array(text.utf8), to: "\(name).tsv")) { _ in }
    }
    return corpus
  }

  /// The bytes of the file that the program carries.
  package static func carriedBytes() throws -> [UInt8] {
    let path = "\(PackageFolder.path)/Lexicon/Compiled/default.transducer"
    return Array(try Data(contentsOf: URL(filePath: path)))
  }

  /// Trains on one file.
  package static func train(table path: String) throws -> [UInt8] {
    var corpus = TrainingCorpus()
    try corpus.add(path: path) { _ in }
    return try train(corpus)
  }

  /// Trains with the fast settings.
  package static func train(_ corpus: TrainingCorpus, featureBits: Int = 12) throws -> [UInt8] {
    var settings = settings
    settings.featureBits = featureBits
    return try TransducerTrainer(corpus, settings) { _ in }.train()
  }
}
