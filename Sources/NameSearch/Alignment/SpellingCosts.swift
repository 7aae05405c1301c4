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
    var chances: [Float] = [0, 0]
  }

  private var spellings: [Prepared] = []
  private var scratch: [UInt8] = []
  /// Scorers that no spelling uses now; they keep their storage.
  private var idle: [WordPairScorer] = []
  private var kept: [UInt64: Cost?] = [:]
  private static let keptLimit = 1 << 12
  /// The most that a pair may cost, in steps of the model.
  private static let limit: Int32 = 16 * 24

  /// Forgets all spellings.
  mutating func removeAll() {
    for spelling in spellings { idle += spelling.scorers.compactMap { $0 } }
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

  private mutating func compare(_ number: Int, _ other: ArraySlice<UInt8>, _ script: PairSymbols.Script)
    -> Cost?
  {
    let own = spellings[number]
    let isSame = own.script == script
    if isSame, own.symbols[...] == other { return Cost(cost: 0, likelihood: chance(number, script)) }
    scratch.removeAll(keepingCapacity: true)
    if isSame {
      RichSymbols.appendFolded(other, script, to: &scratch)
    } else {
      scratch.append(contentsOf: other)
    }
    let chance = chance(number, script)
    let symbols = scratch
    // What is not likelier than chance is of no interest.
    let limit = min(Self.limit, Int32(chance * Float(PairModel.stepsPerNat)))
    guard let steps = spellings[number].scorers[script.rawValue]?.cost(symbols.span, limit: limit) else {
      return nil
    }
    let cost = Float(steps) / Float(PairModel.stepsPerNat)
    if isSame { return Cost(cost: max(0, cost), likelihood: chance - max(0, cost)) }
    // The mean of both directions, since Latin tells more of Arabic than Arabic of Latin.
    let wordSteps = spellings[number].scorers[script.rawValue]?.wordChance ?? 0
    let other = cost - chance + Float(wordSteps) / Float(PairModel.stepsPerNat)
    return Cost(cost: max(0, (cost + other) / 2), likelihood: chance - cost)
  }

  /// Prepares a spelling for words of a script; returns what it costs by chance.
  private mutating func chance(_ number: Int, _ script: PairSymbols.Script) -> Float {
    let place = script.rawValue
    if spellings[number].scorers[place] == nil {
      var symbols = spellings[number].symbols
      let own = spellings[number].script
      if own == script {
        symbols.removeAll(keepingCapacity: true)
        RichSymbols.appendFolded(spellings[number].symbols[...], own, to: &symbols)
      }
      var scorer = idle.popLast() ?? WordPairScorer()
      scorer.prepare(symbols.span, own, against: script)
      spellings[number].chances[place] = Float(scorer.queryChance) / Float(PairModel.stepsPerNat)
      spellings[number].scorers[place] = scorer
    }
    return spellings[number].chances[place]
  }
}

/// The folded symbols of rich ones.
private enum RichSymbols {
  static func appendFolded(_ rich: ArraySlice<UInt8>, _ script: PairSymbols.Script, to symbols: inout [UInt8])
  {
    for symbol in rich {
      let folded = table[script.rawValue << 6 | Int(symbol & 63)]
      if folded != 0 { symbols.append(folded) }
    }
  }

  /// By script and rich symbol; 0 for what the folded form leaves out.
  private static let table: [UInt8] = {
    var table = [UInt8](repeating: 0, count: 128)
    table[63] = PairSymbols.other
    table[127] = PairSymbols.other
    for letter in UInt16(0x30)..<0x1F00 {
      let script = WordKey.script([letter])
      for isScholarly in [false, true] {
        guard let rich = PairSymbols.rich([letter], isScholarly: isScholarly).first, rich != PairSymbols.other
        else { continue }
        table[script.rawValue << 6 | Int(rich)] = PairSymbols.folded([letter]).first ?? 0
      }
    }
    return table
  }()
}
