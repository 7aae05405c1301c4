internal import ArabicText
internal import Glibc

/// Fits the pair model (`ArabicText/Pairs`) to pairs of words.
package struct PairModelTrainer {
  /// What is chosen before fitting.
  package struct Settings: Sendable {
    /// The most pairs that graphones are first learned from, evenly spread over all.
    package var sample = 40_000
    /// How often the pairs are gone through to learn graphones, before and after noise is left out.
    package var rounds = 6
    package var roundsWithoutNoise = 1
    /// A pair is noise when it is not this much likelier, in nats a letter, than two words that met by chance.
    package var noise = 0.2
    /// In how many pairs a graphone must be.
    package var rarestGraphone = 10
    /// The same of folded graphones, in one script too.
    package var rarestFolded = 4.0
    /// In how many pairs one, two and three graphones in a row must be, of all pairs and of everyday spellings, and in how
    /// many words one to four letters.
    package var rarestGraphones = [1, 2, 5]
    package var rarestEverydayGraphones = [1, 1, 2]
    package var rarestLetters = [1, 2, 5, 8]
    /// How much everyday spellings count for against all pairs, 0…1: what most names are asked for in.
    package var everydayShare = 0.4
    /// Graphones of folded letters that cost more than this in both directions are left out, in nats.
    package var dearestGraphone = 7.5

    package init() {}
  }

  private let corpus: PairCorpus
  private let settings: Settings
  private let report: (String) -> Void

  package init(_ corpus: PairCorpus, _ settings: Settings = Settings(), report: @escaping (String) -> Void) {
    (self.corpus, self.settings, self.report) = (corpus, settings, report)
  }

  /// Fits everything and returns the bytes of the file; the same corpus gives the same bytes.
  package func train() -> [UInt8] {
    var writer = PairModelWriter()
    report("\(corpus.across.list.count) pairs across scripts")
    var aligner = PairAligner(.acrossScripts)
    aligner.learn(sample(of: corpus.across.list), rounds: settings.rounds)
    let pairs = withoutNoise(corpus.across.list, aligner)
    report("\(pairs.count) pairs without noise")
    aligner.learn(pairs, rounds: settings.roundsWithoutNoise)
    let divided = divide(pairs, &aligner)
    report("\(aligner.keys.count) graphones")
    setAcross(aligner, divided, &writer)
    addLetters(pairs.map(\.left), .arabic, &writer)
    addLetters(pairs.map(\.right), .latin, &writer)
    for (table, pairs) in [(PairModel.Table.latin, corpus.latin.list), (.arabic, corpus.arabic.list)] {
      report("\(pairs.count) pairs in one script")
      var aligner = PairAligner(.oneScript)
      let pairs = sample(of: pairs)
      aligner.learn(pairs, rounds: settings.rounds)
      let total = pairs.reduce(0) { $0 + Double($1.left.count) }
      let counted = zip(aligner.keys, aligner.probabilities).map { key, probability in
        PairTable.Graphone(key, count: probability * total)
      }
      set(table, counted, &writer)
    }
    report("\(writer.entryCount) n-grams")
    return writer.bytes()
  }

  private func sample(of pairs: [PairAligner.Pair]) -> [PairAligner.Pair] {
    guard pairs.count > settings.sample else { return pairs }
    return (0..<settings.sample).map { pairs[$0 * pairs.count / settings.sample] }
  }

  // MARK: Across scripts

  /// Leaves out pairs that are hardly likelier than chance: translations, other names, rows that slipped.
  private func withoutNoise(_ pairs: [PairAligner.Pair], _ aligner: PairAligner) -> [PairAligner.Pair] {
    let left = Self.shares(pairs.map(\.left))
    let right = Self.shares(pairs.map(\.right))
    return pairs.filter { pair in
      guard let score = aligner.align(pair)?.score else { return false }
      let chance = pair.left.reduce(0) { $0 + left[Int($1)] } + pair.right.reduce(0) { $0 + right[Int($1)] }
      return (score - chance) / Double(max(pair.left.count, pair.right.count)) >= settings.noise
    }
  }

  /// The logarithm of the share of each symbol.
  private static func shares(_ words: [[UInt8]]) -> [Double] {
    var counts = [Double](repeating: 0.5, count: PairSymbols.count)
    for word in words { for symbol in word { counts[Int(symbol)] += 1 } }
    let sum = counts.reduce(0, +)
    return counts.map { log($0 / sum) }
  }

  /// Divides all pairs, first to find the graphones that are frequent enough, then into these alone.
  private func divide(_ pairs: [PairAligner.Pair], _ aligner: inout PairAligner) -> [Divided] {
    var counts = [Int](repeating: 0, count: aligner.keys.count)
    for pair in pairs {
      for graphone in aligner.align(pair)?.graphones ?? [] { counts[graphone] += 1 }
    }
    let kept = counts.indices.filter { place in
      // What only Latin has at the start is an article or nothing.
      counts[place] >= (aligner.keys[place] >> 32 == 0 ? pairs.count / 2000 : settings.rarestGraphone)
    }.map { aligner.keys[$0] }
    aligner.keep(kept.sorted { PairTable.order($0) < PairTable.order($1) })
    let end = UInt16(kept.count)
    return pairs.compactMap { pair in
      aligner.align(pair).map {
        Divided(graphones: $0.graphones.map { UInt16($0) } + [end], isEveryday: pair.isEveryday)
      }
    }
  }

  /// A pair as graphones, with the end.
  private struct Divided {
    var graphones: [UInt16]
    var isEveryday: Bool
  }

  private func setAcross(_ aligner: PairAligner, _ pairs: [Divided], _ writer: inout PairModelWriter) {
    let count = aligner.keys.count
    var counts = [Double](repeating: 0, count: count + 1)
    for pair in pairs { for graphone in pair.graphones { counts[Int(graphone)] += 1 } }
    let rich = PairTable(
      aligner.keys.enumerated().map { PairTable.Graphone($1, count: max(counts[$0], 0.5)) })
    writer.set(.acrossRich, rich.graphones)
    set(.acrossFolded, Self.folded(rich.graphones), &writer)
    let result = contexts(pairs, symbols: count + 1)
    writer.set(
      PairModelImage.Sections.graphones,
      (0...count).map { PairModelWriter.steps(result.unigrams[UInt64($0)] ?? 1e-7) })
    var forgetting = [UInt8](repeating: 0, count: count + 1)
    for context in result.leaving where context.length == 1 {
      forgetting[context.context == 0xFFFF ? count : Int(context.context)] =
        PairModelWriter.steps(context.share)
    }
    writer.set(PairModelImage.Sections.forgetting, forgetting)
    for gram in result.grams {
      let mark: UInt64 = gram.length == 2 ? 1 << 60 : 0
      writer.add(.graphone, gram.gram | mark, PairModelWriter.steps(gram.probability))
    }
    for context in result.leaving where context.length == 2 {
      let cost = PairModelWriter.steps(context.share)
      if cost > 0 { writer.add(.forgetting, context.context, cost) }
    }
    report("\(writer.entryCount) n-grams of graphones")
  }

  /// The n-grams of all pairs, mixed with those of everyday spellings where there are any.
  private func contexts(_ pairs: [Divided], symbols: Int) -> PairContextTrainer.Result {
    func train(_ pairs: [Divided], rarest: [Int]) -> PairContextTrainer.Result {
      PairContextTrainer(order: 3, start: 0xFFFF, rarest: rarest)
        .train(pairs.map(\.graphones), symbols: symbols)
    }
    let everyday = pairs.filter(\.isEveryday)
    report("\(everyday.count) pairs in everyday spelling")
    let all = train(pairs, rarest: settings.rarestGraphones)
    guard !everyday.isEmpty, everyday.count < pairs.count else { return all }
    let first = train(everyday, rarest: settings.rarestEverydayGraphones)
    return PairContextMixture(first, all, share: settings.everydayShare).result()
  }

  /// The same graphones between folded symbols.
  private static func folded(_ graphones: [PairTable.Graphone]) -> [PairTable.Graphone] {
    var counts: [UInt64: Double] = [:]
    for graphone in graphones {
      let key = PairAligner.key(
        PairSymbols.folded(chunk: graphone.left, .arabic), PairSymbols.folded(chunk: graphone.right, .latin))
      if key != 0 { counts[key, default: 0] += graphone.count }
    }
    return counts.map { PairTable.Graphone($0.key, count: $0.value) }
  }

  /// Sets a table to the graphones that are worth their place.
  private func set(
    _ table: PairModel.Table, _ graphones: [PairTable.Graphone], _ writer: inout PairModelWriter
  ) {
    let kept = PairTable(graphones).without(
      rarerThan: settings.rarestFolded, dearerThan: settings.dearestGraphone)
    report("\(kept.count) graphones")
    writer.set(table, kept)
  }

  // MARK: Letters

  private func addLetters(
    _ words: [[UInt8]], _ script: PairSymbols.Script, _ writer: inout PairModelWriter
  ) {
    var seen: Set<[UInt8]> = []
    let sequences = words.filter { seen.insert($0).inserted }.map { $0.map { UInt16($0) } + [0] }
    let trainer = PairContextTrainer(order: 4, start: 0xFF, rarest: settings.rarestLetters)
    let result = trainer.train(sequences, symbols: PairSymbols.count)
    let isArabic = script == .arabic
    writer.set(
      isArabic ? PairModelImage.Sections.arabicLetters : PairModelImage.Sections.latinLetters,
      (0..<PairSymbols.count).map { PairModelWriter.steps(result.unigrams[UInt64($0)] ?? 1e-6) })
    for gram in result.grams {
      writer.add(
        isArabic ? .arabicLetter : .latinLetter, gram.gram | UInt64(gram.length - 1) << 60,
        PairModelWriter.steps(gram.probability))
    }
    for context in result.leaving {
      let cost = PairModelWriter.steps(context.share)
      if cost > 0 {
        writer.add(
          isArabic ? .forgettingArabic : .forgettingLatin, context.context | UInt64(context.length) << 60,
          cost)
      }
    }
  }
}
