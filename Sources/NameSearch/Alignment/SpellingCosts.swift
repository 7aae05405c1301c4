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
    var symbols: [UInt8]
    var script: PairSymbols.Script
    /// For each script of the other name, made when it is needed.
    var scorers: [WordPairScorer?] = [nil, nil]
    var chance: Float = 0
  }

  private var spellings: [Prepared] = []
  private var spellingCount = 0
  private var kept: [UInt64: Cost?] = [:]
  private static let keptLimit = 1 << 12
  /// The most that a pair may cost, in steps of the model.
  private static let limit: Int32 = 16 * 24

  /// Forgets all spellings.
  mutating func removeAll() {
    spellings.removeAll(keepingCapacity: true)
    kept.removeAll(keepingCapacity: true)
  }

  /// Takes a spelling of the query; returns its number.
  mutating func add(_ symbols: [UInt8], _ script: PairSymbols.Script) -> Int {
    spellings.append(Prepared(symbols: symbols, script: script))
    return spellings.count - 1
  }

  /// Compares a spelling of the query with one of a name; nil when they do not fit.
  mutating func cost(_ spelling: Int, _ other: ArraySlice<UInt8>, _ script: PairSymbols.Script) -> Cost? {
    let own = spellings[spelling].symbols.count
    guard own > 0, !other.isEmpty, own <= 3 * other.count + 3, other.count <= 3 * own + 3 else { return nil }
    var hash: UInt64 = UInt64(spelling) << 1 | UInt64(script.rawValue)
    for symbol in other { hash = (hash ^ UInt64(symbol)) &* 0x9E37_79B9_7F4A_7C15 &+ hash >> 29 }
    if let known = kept[hash] { return known }
    let cost = compare(spelling, other, script)
    if kept.count >= Self.keptLimit { kept.removeAll(keepingCapacity: true) }
    kept[hash] = .some(cost)
    return cost
  }

  private mutating func compare(_ number: Int, _ other: ArraySlice<UInt8>, _ script: PairSymbols.Script) -> Cost? {
    let place = script.rawValue
    if spellings[number].scorers[place] == nil {
      var scorer = WordPairScorer()
      let symbols = spellings[number].symbols
      scorer.prepare(symbols.span, spellings[number].script, against: script)
      spellings[number].chance = Float(scorer.queryChance) / Float(PairModel.stepsPerNat)
      spellings[number].scorers[place] = scorer
    }
    let chance = spellings[number].chance
    if script == spellings[number].script, spellings[number].symbols[...] == other {
      return Cost(cost: 0, likelihood: chance)
    }
    guard let steps = spellings[number].scorers[place]?.cost(other.span, limit: Self.limit) else { return nil }
    let cost = Float(max(0, steps)) / Float(PairModel.stepsPerNat)
    return Cost(cost: cost, likelihood: chance - cost)
  }
}
