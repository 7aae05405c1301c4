internal import ArabicText

/// What it costs to read words of a query as words of names, by the pair model.
///
/// Each spelling of the query is prepared once; what a pair costs is remembered, since names share words.
struct SpellingCosts {
  /// The cost of a pair and how much likelier it is than chance, in nats.
  struct Cost {
    var cost: Float
    var likelihood: Float
  }

  private struct Prepared {
    /// Its symbols, as places in `symbols`.
    var symbols: Range<Int>
    var script: PairSymbols.Script
    /// The scorer for names of each script; −1 until it is needed.
    var scorers: (arabic: Int, latin: Int) = (-1, -1)

    func scorer(_ script: PairSymbols.Script) -> Int { script == .arabic ? scorers.arabic : scorers.latin }
  }

  /// What a pair costs; the likelihood is below 0 when it does not fit.
  private struct Kept {
    var hash: UInt64 = 0
    var cost = Cost(cost: 0, likelihood: -1)
  }

  private var spellings: [Prepared] = []
  private var symbols: [UInt8] = []
  private var scratch: [UInt8] = []
  /// Scorers, of which the first are in use; the others keep their storage.
  private var scorers: [WordPairScorer] = []
  /// What the spelling of each costs as a word by itself, in nats; read here, since a scorer is large.
  private var chances: [Float] = []
  private var scorerCount = 0
  private var memo = PairCostMemo()
  private var letterMemo = PairCostMemo()
  private var kept: [Kept] = []
  /// The queries so far: what was kept for one says nothing of the next.
  private var generation: UInt64 = 0
  private static let keptCount = 1 << 11
  /// The most that a pair may cost, in steps of the model.
  private static let limit: Int32 = 16 * 24
  private static let steps = Float(PairModel.stepsPerNat)

  /// Forgets all spellings.
  mutating func removeAll() {
    spellings.removeAll(keepingCapacity: true)
    symbols.removeAll(keepingCapacity: true)
    scorerCount = 0
    generation &+= 1
  }

  /// Takes a spelling of the query; returns its number.
  mutating func add(_ spelling: ArraySlice<UInt8>, _ script: PairSymbols.Script) -> Int {
    let start = symbols.count
    symbols.append(contentsOf: spelling)
    spellings.append(Prepared(symbols: start..<symbols.count, script: script))
    return spellings.count - 1
  }

  /// Compares a spelling of the query with one of a name.
  ///
  /// - Parameters:
  ///   - spelling: the number of the one.
  ///   - symbols: symbols of the name.
  ///   - places: where the other lies in them.
  ///   - script: its script.
  ///   - least: how much likelier than chance a pair must be to be of interest, in whole nats.
  /// - Returns: nil when they do not fit.
  mutating func cost(
    _ spelling: Int, _ symbols: [UInt8], _ places: Range<Int>, _ script: PairSymbols.Script, least: Float
  ) -> Cost? {
    let other = symbols.span.extracting(places)
    let own = spellings[spelling].symbols.count
    guard own > 0, !other.isEmpty, own <= 3 * other.count + 3, other.count <= 3 * own + 3 else { return nil }
    if kept.isEmpty { kept = [Kept](repeating: Kept(), count: Self.keptCount) }
    let hash = hash(spelling, other, script, least)
    let place = Int(truncatingIfNeeded: hash &>> 20) & (Self.keptCount - 1)
    if kept[place].hash != hash {
      let none = Cost(cost: 0, likelihood: -1)
      kept[place] = Kept(hash: hash, cost: compare(spelling, other, script, least: least) ?? none)
    }
    let cost = kept[place].cost
    return cost.likelihood >= 0 ? cost : nil
  }

  /// Never 0.
  private func hash(_ spelling: Int, _ other: Span<UInt8>, _ script: PairSymbols.Script, _ least: Float)
    -> UInt64
  {
    var hash = generation << 32 | UInt64(spelling) << 16 | UInt64(least) << 1 | UInt64(script.rawValue)
    // The bits of symbols must not meet those above as they are.
    hash = hash &* 0xFF51_AFD7_ED55_8CCD
    for place in other.indices {
      hash = (hash ^ UInt64(other[place])) &* 0x9E37_79B9_7F4A_7C15 &+ hash >> 29
    }
    return max(hash, 1)
  }

  private mutating func compare(
    _ number: Int, _ other: Span<UInt8>, _ script: PairSymbols.Script, least: Float
  ) -> Cost? {
    let own = spellings[number]
    let isSame = own.script == script
    let scorer = scorer(number, script)
    let chance = chances[scorer]
    if isSame, equals(own.symbols, other) { return Cost(cost: 0, likelihood: chance) }
    // What is not likelier than chance is of no interest.
    let limit = min(Self.limit, Int32((chance - least) * Self.steps))
    if isSame {
      scratch.removeAll(keepingCapacity: true)
      PairSymbols.appendFolded(rich: other, script, to: &scratch)
      let folded = scratch
      let found = scorers[scorer].cost(folded.span, limit: limit, &memo, letters: &letterMemo)
      guard let steps = found?.steps else { return nil }
      let cost = max(0, Float(steps) / Self.steps)
      return Cost(cost: cost, likelihood: chance - cost)
    }
    let found = scorers[scorer].cost(other, limit: limit, &memo, letters: &letterMemo)
    guard let (steps, wordChance) = found else { return nil }
    let cost = Float(steps) / Self.steps
    // The mean of both directions, since Latin tells more of Arabic than Arabic of Latin.
    let turned = cost - chance + Float(wordChance) / Self.steps
    return Cost(cost: max(0, (cost + turned) / 2), likelihood: chance - cost)
  }

  private func equals(_ own: Range<Int>, _ other: Span<UInt8>) -> Bool {
    guard own.count == other.count else { return false }
    for place in other.indices where symbols[own.lowerBound + place] != other[place] { return false }
    return true
  }

  /// The scorer of a spelling for words of a script.
  private mutating func scorer(_ number: Int, _ script: PairSymbols.Script) -> Int {
    let known = spellings[number].scorer(script)
    if known >= 0 { return known }
    let own = spellings[number]
    scratch.removeAll(keepingCapacity: true)
    if own.script == script {
      let symbols = symbols
      PairSymbols.appendFolded(rich: symbols.span.extracting(own.symbols), script, to: &scratch)
    } else {
      scratch.append(contentsOf: symbols[own.symbols])
    }
    if scorerCount == scorers.count {
      scorers.append(WordPairScorer())
      chances.append(0)
    }
    let scorer = scorerCount
    scorerCount += 1
    let prepared = scratch
    scorers[scorer].prepare(prepared.span, own.script, against: script)
    chances[scorer] = Float(scorers[scorer].queryChance) / Self.steps
    if script == .arabic {
      spellings[number].scorers.arabic = scorer
    } else {
      spellings[number].scorers.latin = scorer
    }
    return scorer
  }
}
