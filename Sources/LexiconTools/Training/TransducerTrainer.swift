package import ArabicText

/// Fits a transducer to a corpus.
///
/// The same corpus gives the same file, bit for bit: every step runs in a fixed order with seeded random numbers and
/// with functions that do not depend on the processor.
package struct TransducerTrainer {
  /// What is chosen before fitting.
  package struct Settings: Sendable {
    /// How often everyday pairs are gone through; nil for as often as their number asks for.
    package var everydayRounds: Int?
    /// How often words in ALA-LC are gone through.
    package var scholarlyRounds = 8
    /// The share of units of the network that are left out in each step; nil for what the number of pairs asks for.
    package var dropout: Float?
    /// The learning rate of the network.
    package var rate: Float = 0.03
    /// The size of the network's hidden layer, a multiple of 32.
    package var hiddenCount = 256
    /// The features' weights are 2 to the power of this many.
    package var featureBits = 22

    package init() {}
  }

  private let corpus: TrainingCorpus
  private let settings: Settings
  private let report: @Sendable (String) -> Void

  /// Prepares training; nothing is done yet.
  ///
  /// - Parameters:
  ///   - corpus: what to train on.
  ///   - settings: what is chosen before fitting.
  ///   - report: called with a line about what was done, now and then.
  package init(_ corpus: TrainingCorpus, _ settings: Settings, report: @escaping @Sendable (String) -> Void) {
    self.corpus = corpus
    self.settings = settings
    self.report = report
  }

  /// Pairs are learned from to divide spellings; more make no difference.
  private static let alignedPairs = 30_000
  /// One of this many words is kept to see how sharp probabilities may be.
  private static let heldOutShare = 64
  /// In more words than this, n-grams of more than three graphones must have been seen twice to be kept, of five thrice.
  private static let fewWords = 50_000
  /// The weight of n-grams of written letters and the value of a letter.
  private static let (writtenWeight, unitValue): (Float, Float) = (0.15, 0.15)
  /// Pairs whose spelling is less likely than this for each letter are taken for noise.
  private static let noise = -3.0

  /// Fits all directions.
  ///
  /// - Returns: the bytes of a transducer's file.
  /// - Throws: `TransducerError` when the corpus has too few pairs to learn from.
  package func train() throws(TransducerError) -> [UInt8] {
    let everyday = corpus.pairs.map { item in
      AlignedWord(
        letters: item.pair.arabic, spelling: item.pair.latin, domain: item.pair.domain, weight: item.weight)
    }
    let scholarly = corpus.words.map { word in
      AlignedWord(
        letters: word.arabic, spelling: word.latin, domain: .scholarly, weight: 1,
        context: word.name.map { corpus.names[$0].context(at: word.place) })
    }
    guard everyday.count >= 100 || scholarly.count >= 100 else {
      throw TransducerError(
        "too few pairs to learn from (\(everyday.count) of everyday spelling, \(scholarly.count) in ALA-LC); "
          + "give files with the columns arabic and latin")
    }
    let reversed = everyday.map {
      AlignedWord(letters: $0.spelling, spelling: $0.letters, domain: $0.domain, weight: $0.weight)
    }
    return try TransducerWriter.bytes([
      direction(.vowels, scholarly, longestChunk: 6), direction(.latin, everyday, longestChunk: 5),
      direction(.arabic, reversed, longestChunk: 3),
    ])
  }

  /// Writes a file whole or not at all.
  package func write(_ bytes: [UInt8], to path: String) throws(SourceProblem) {
    var file = try OutputFile(path: path)
    try file.write(bytes)
    try file.finish()
  }

  /// A word with its spelling, and its chunks when it was divided.
  private struct AlignedWord {
    var letters: [UInt16]
    var spelling: [UInt16]
    var domain: LetterNetwork.Domain
    var weight: Float
    var context: LetterFeatures.Context?
    var chunks: [[UInt16]] = []
  }

  private func direction(
    _ direction: TransducerDirection, _ words: [AlignedWord], longestChunk: Int
  ) throws(TransducerError) -> TransducerWriter.Direction {
    guard !words.isEmpty else { return Self.empty }
    let aligned = divide(words, longestChunk)
    report("\(direction): \(aligned.count) of \(words.count) words divided")
    let inventory = LetterInventory(aligned.map { ($0.letters, $0.chunks) }, rarest: 3)
    var written = TransducerWriter.Direction()
    Self.set(inventory, in: &written)
    var fitted: [(word: AlignedWord, letters: [Int], graphones: [Int])] = []
    var heldOut: [AlignedWord] = []
    for (number, word) in aligned.enumerated() {
      guard let graphones = inventory.graphones(word.letters, word.chunks) else { continue }
      if number % Self.heldOutShare == Self.heldOutShare - 1 {
        heldOut.append(word)
      } else {
        fitted.append((word, word.letters.compactMap(inventory.letter), graphones))
      }
    }
    var model = LetterModelSettings()
    if direction == .vowels {
      fitFeatures(inventory, fitted, &model, &written)
    } else {
      fitNetwork(inventory, fitted, &model, &written, "\(direction)")
      fitContexts(inventory, fitted.map(\.graphones), &model, &written)
      // The network says a little more than the n-grams.
      model.localWeight = 0.55
      model.jointWeight = 0.45
      // Arabic spellings got no better by it.
      if direction == .latin { fitWritten(inventory, fitted.map(\.word), &model, &written) }
    }
    return calibrated(direction, written, model, heldOut)
  }

  /// Divides spellings among letters; what is likelier noise than a spelling is left out.
  private func divide(_ words: [AlignedWord], _ longestChunk: Int) -> [AlignedWord] {
    var aligner = ChunkAligner(longestChunk: longestChunk)
    let step = max(1, words.count / Self.alignedPairs)
    let sample = stride(from: 0, to: words.count, by: step).map { (words[$0].letters, words[$0].spelling) }
    aligner.learn(sample, rounds: 6)
    return words.compactMap { word in
      guard let (chunks, score) = aligner.align(word.letters, word.spelling), score > Self.noise else {
        return nil
      }
      var word = word
      word.chunks = chunks
      return word
    }
  }

  private func fitFeatures(
    _ inventory: LetterInventory, _ words: [(word: AlignedWord, letters: [Int], graphones: [Int])],
    _ model: inout LetterModelSettings, _ written: inout TransducerWriter.Direction
  ) {
    var options = FeatureTrainer.Settings()
    options.rounds = settings.scholarlyRounds
    options.bits = settings.featureBits
    var trainer = FeatureTrainer(inventory, options)
    let examples = words.map {
      FeatureTrainer.Example(
        letters: $0.word.letters, letterNumbers: $0.letters, graphones: $0.graphones,
        context: $0.word.context,
        weight: $0.word.weight)
    }
    trainer.fit(examples) { round, logarithm in report("vowels: round \(round + 1), \(logarithm) a letter") }
    let (weights, step) = trainer.quantized()
    written.set(5, weights)
    model.featureStep = step
  }

  private func fitNetwork(
    _ inventory: LetterInventory, _ words: [(word: AlignedWord, letters: [Int], graphones: [Int])],
    _ model: inout LetterModelSettings, _ written: inout TransducerWriter.Direction, _ name: String
  ) {
    var options = NetworkTrainer.Settings()
    // Few pairs are soon known by heart: they need more rounds and more units left out.
    let isSmall = words.count < Self.fewWords
    options.rounds = settings.everydayRounds ?? (isSmall ? 40 : 14)
    options.dropout = settings.dropout ?? (isSmall ? 0.5 : 0.25)
    options.hiddenCount = settings.hiddenCount
    options.rate = settings.rate
    var trainer = NetworkTrainer(inventory, options)
    let examples = words.map {
      NetworkTrainer.Example(
        letters: $0.letters, graphones: $0.graphones, domain: $0.word.domain, weight: min($0.word.weight, 4))
    }
    trainer.fit(examples) { round, logarithm in report("\(name): round \(round + 1), \(logarithm) a letter") }
    let step = LetterNetwork.weightStep
    written.set(6, (0..<trainer.input.count).flatMap { trainer.input.quantized($0, step: step) })
    written.set(7, (0..<trainer.output.count).flatMap { trainer.output.quantized($0, step: step) })
    written.set(11, (0..<trainer.history.count).flatMap { trainer.history.quantized($0, step: step) })
    model.networkStep = step * step
    model.hiddenCount = options.hiddenCount
    model.letterPlaces = options.letterPlaces
  }

  private func fitContexts(
    _ inventory: LetterInventory, _ words: [[Int]], _ model: inout LetterModelSettings,
    _ written: inout TransducerWriter.Direction
  ) {
    model.order = LetterContexts.orderLimit
    var trainer = ContextTrainer(order: model.order, graphoneStart: inventory.graphoneStart)
    for word in words { trainer.count(word) }
    let sections = trainer.sections(rarest: words.count > Self.fewWords ? 2 : 1)
    written.set(8, sections.unigram)
    written.set(9, sections.first)
    written.set(10, sections.nodes)
  }

  private func fitWritten(
    _ inventory: LetterInventory, _ words: [AlignedWord], _ model: inout LetterModelSettings,
    _ written: inout TransducerWriter.Direction
  ) {
    guard let trainer = WrittenTrainer(inventory.chunks) else { return }
    // Names of places are other words, and what is asked for are names.
    let names = words.filter { $0.domain == .names }
    let spellings = (names.isEmpty ? words : names).map(\.spelling)
    written.set(12, trainer.numbers)
    written.set(13, trainer.table(spellings, rarest: spellings.count > Self.fewWords ? 2 : 1))
    model.writtenWeight = Self.writtenWeight
    model.unitValue = Self.unitValue
  }

  private static func set(_ inventory: LetterInventory, in written: inout TransducerWriter.Direction) {
    written.set(0, inventory.letters)
    written.set(1, inventory.graphoneStart.map { UInt16($0) })
    written.set(2, inventory.chunkOfGraphone.map { UInt16($0) })
    var starts: [UInt32] = [0]
    for chunk in inventory.chunks { starts.append((starts.last ?? 0) + UInt32(chunk.count)) }
    written.set(3, starts)
    written.set(4, inventory.chunks.flatMap { $0 })
  }

  /// A direction that nothing was learned for: it has one letter, a sign that no word has.
  private static var empty: TransducerWriter.Direction {
    var written = TransducerWriter.Direction()
    written.set(0, [UInt16(0)])
    written.set(1, [UInt16(0), 1])
    written.set(2, [UInt16(0)])
    written.set(3, [UInt32(0), 0])
    written.set(LetterModelSettings())
    return written
  }

  /// Sets how sharp probabilities may be, by words that were not learned from.
  private func calibrated(
    _ direction: TransducerDirection, _ written: TransducerWriter.Direction, _ settings: LetterModelSettings,
    _ words: [AlignedWord]
  ) -> TransducerWriter.Direction {
    var (written, settings) = (written, settings)
    written.set(settings)
    var file = [Self.empty, Self.empty, Self.empty]
    file[direction.rawValue] = written
    guard let image = try? TransducerImage(copying: TransducerWriter.bytes(file), name: "model"),
      words.count >= 20
    else { return written }
    let decoder = LetterDecoder(LetterModel(image, direction.rawValue), LetterDecoder.Effort(beam: 48))
    let lists = words.prefix(2000).map { word in
      decoder.decode(word.letters.span, in: word.context, domain: word.domain, best: 48).map { answer in
        var text: [UInt16] = []
        for graphone in answer.graphones { decoder.model.append(chunkOf: Int(graphone), to: &text) }
        return (
          score: answer.score, written: decoder.model.writtenScore(answer.graphones),
          isRight: text == word.spelling
        )
      }
    }
    let found = lists.filter { $0.contains { $0.isRight } }
    settings.uncovered = 1 - Float(found.count) / Float(lists.count)
    var best = -Float.infinity
    for step in 4...48 {
      let sharpness = Float(step) / 16
      var sum: Float = 0
      for list in found {
        var (right, total): (Float, Float) = (0, 0)
        for answer in list {
          let weight = fastExponential(
            (answer.score - list[0].score) * sharpness + answer.written - list[0].written)
          total += weight
          if answer.isRight { right += weight }
        }
        sum += fastLogarithm(max(right / total, 1e-9))
      }
      if sum > best {
        best = sum
        settings.sharpness = sharpness
      }
    }
    report("\(direction): sharpness \(settings.sharpness), uncovered \(settings.uncovered)")
    written.set(settings)
    return written
  }
}
