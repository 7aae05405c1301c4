internal import ArabicText

/// Compares units of a query with units of a name.
struct UnitComparison {
  /// How two pieces fit.
  struct Finding {
    var reason: Evidence.Reason
    var cost: Float
    var likelihood: Float
    var detail: Evidence.Piece.Detail = []
  }

  private(set) var query = ComparedName()
  private var costs = SpellingCosts()
  /// The numbers of the spellings of each unit, and of each with the next; nil when not made yet.
  private var cores: [Int] = []
  private var fulls: [Int] = []
  private var assimilated: [Int?] = []
  private var joins: [Int?] = []
  private var scratch: [UInt8] = []

  /// What it costs to reach a word through its known spellings, at most.
  private static let knownCost: Float = 0.5
  /// What a dropped part of a compound costs.
  private static let prefixCost: Float = 3
  private static let nasabCost: Float = 0.5
  /// How much likelier than chance a pair must be.
  private static let leastLikelihood: Float = 2

  /// Takes the query; findings for another are forgotten.
  mutating func load(_ name: NameText, _ words: WordFactsCache) {
    query.load(name, words)
    costs.removeAll()
    cores.removeAll(keepingCapacity: true)
    fulls.removeAll(keepingCapacity: true)
    assimilated.removeAll(keepingCapacity: true)
    joins = [Int?](repeating: nil, count: query.units.count)
    for unit in query.units {
      cores.append(costs.add(Array(query.symbols[unit.core]), unit.script))
      let isSame = unit.core.count == unit.full.count
      fulls.append(isSame ? cores[cores.count - 1] : costs.add(Array(query.symbols[unit.full]), unit.script))
      assimilated.append(
        unit.assimilated.isEmpty ? nil : costs.add(Array(query.symbols[unit.assimilated]), unit.script))
    }
  }

  /// Compares a unit with a unit; nil when they do not fit.
  mutating func compare(_ left: Int, _ name: borrowing ComparedName, _ right: Int) -> Finding? {
    let (a, b) = (query.units[left], name.units[right])
    if a.kind == .number || b.kind == .number {
      return a.kind == b.kind && query.symbols[a.core] == name.symbols[b.core]
        ? Finding(reason: .equal, cost: 0, likelihood: Float(4 * a.core.count)) : nil
    }
    if a.kind == .initial || b.kind == .initial { return compareInitial(left, name, right) }
    if a.prefix == b.prefix { return compareCores(left, name, right) }
    if let first = a.prefix, let second = b.prefix, first.kind != .nasab, second.kind != .nasab,
      first.group != second.group
    {
      return nil
    }
    // Only one has the prefix: written together, or dropped.
    var best = compareFull(left, name, right)
    if var core = compareCores(left, name, right) {
      core.cost += Self.prefixCost
      core.likelihood -= Self.prefixCost
      core.detail.insert(.droppedPrefix)
      if core.likelihood > (best?.likelihood ?? Self.leastLikelihood) { best = core }
    }
    return best
  }

  /// Compares two units of which both or none have a prefix.
  private mutating func compareCores(_ left: Int, _ name: borrowing ComparedName, _ right: Int) -> Finding? {
    let (a, b) = (query.units[left], name.units[right])
    var finding: Finding?
    if let cost = costs.cost(cores[left], name.symbols[b.core], b.script),
      cost.likelihood >= Self.leastLikelihood
    {
      finding = Finding(
        reason: cost.cost == 0 ? .equal : .spelling, cost: cost.cost, likelihood: cost.likelihood)
    }
    if a.full.count > a.core.count || b.full.count > b.core.count, finding?.cost != 0,
      let full = compareFull(left, name, right), full.cost < (finding?.cost ?? .infinity)
    {
      finding = full
    }
    let (known, other) = (a.facts.known, b.facts.known)
    if finding?.reason != .equal, !known.isEmpty, !other.isEmpty {
      if known.contains(where: other.contains) {
        let cost = min(finding?.cost ?? Self.knownCost, Self.knownCost)
        finding = Finding(
          reason: .known, cost: cost, likelihood: max(finding?.likelihood ?? 0, Float(a.core.count) * 1.5))
      } else if finding?.reason != .joined, !a.hasDiacritics, !b.hasDiacritics {
        finding?.detail.insert(.knownOther)
      }
    }
    if a.isPatronymic != b.isPatronymic {
      finding?.cost += Self.nasabCost
      finding?.detail.insert(.droppedNasab)
    }
    return finding
  }

  /// Compares two units with all that belongs to them written together.
  private mutating func compareFull(_ left: Int, _ name: borrowing ComparedName, _ right: Int) -> Finding? {
    let (a, b) = (query.units[left], name.units[right])
    var best: SpellingCosts.Cost?
    func keep(_ cost: SpellingCosts.Cost?) {
      if let cost, cost.likelihood > best?.likelihood ?? Self.leastLikelihood { best = cost }
    }
    let spellings = [fulls[left], assimilated[left]].compactMap { $0 }
    for spelling in spellings {
      keep(costs.cost(spelling, name.symbols[b.full], b.script))
      if !b.assimilated.isEmpty { keep(costs.cost(spelling, name.symbols[b.assimilated], b.script)) }
    }
    return best.map {
      Finding(
        reason: a.words.count == b.words.count ? .spelling : .joined, cost: $0.cost, likelihood: $0.likelihood
      )
    }
  }

  /// Compares a letter with the word it may stand for.
  private mutating func compareInitial(_ left: Int, _ name: borrowing ComparedName, _ right: Int) -> Finding?
  {
    let (a, b) = (query.units[left], name.units[right])
    if a.kind == b.kind {
      guard let cost = costs.cost(cores[left], name.symbols[b.core], b.script), cost.cost < 3 else {
        return nil
      }
      return Finding(reason: cost.cost == 0 ? .equal : .initial, cost: cost.cost, likelihood: 2)
    }
    let initial = a.kind == .initial ? query.symbols[a.core] : name.symbols[b.core]
    let word = a.kind == .initial ? name.symbols[b.core] : query.symbols[a.core]
    guard let letter = initial.first, word.count > 1 else { return nil }
    let (letterScript, wordScript) = a.kind == .initial ? (a.script, b.script) : (b.script, a.script)
    guard Initials.fits(letter, letterScript, word, wordScript) else { return nil }
    return Finding(reason: .initial, cost: 1.5, likelihood: 1)
  }
}

// Words written together on one side.
extension UnitComparison {
  /// Compares a unit and the next with one unit of a name.
  mutating func compareJoined(_ left: Int, _ name: borrowing ComparedName, _ right: Int) -> Finding? {
    let (a, next, b) = (query.units[left], query.units[left + 1], name.units[right])
    guard a.script == next.script, b.kind != .number, b.kind != .initial else { return nil }
    guard Self.fits(a.full.count + next.full.count, b.full.count, a.script == b.script) else { return nil }
    if joins[left] == nil {
      joins[left] = costs.add(Array(query.symbols[a.full]) + Array(query.symbols[next.full]), a.script)
    }
    guard let spelling = joins[left], let cost = costs.cost(spelling, name.symbols[b.full], b.script) else {
      return nil
    }
    return Self.joined(cost)
  }

  /// Compares a unit with a unit of a name and the next.
  mutating func compare(_ left: Int, joined name: borrowing ComparedName, _ right: Int) -> Finding? {
    let (a, b, next) = (query.units[left], name.units[right], name.units[right + 1])
    guard b.script == next.script, a.kind != .number, a.kind != .initial else { return nil }
    guard Self.fits(a.full.count, b.full.count + next.full.count, a.script == b.script) else { return nil }
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: name.symbols[b.full])
    scratch.append(contentsOf: name.symbols[next.full])
    guard let cost = costs.cost(fulls[left], scratch[...], b.script) else { return nil }
    return Self.joined(cost)
  }

  /// Whether lengths can belong to the same letters: Arabic leaves out vowels.
  private static func fits(_ left: Int, _ right: Int, _ isSameScript: Bool) -> Bool {
    isSameScript ? abs(left - right) <= 3 : left <= 3 * right && right <= 3 * left
  }

  private static func joined(_ cost: SpellingCosts.Cost) -> Finding? {
    guard cost.likelihood >= 3 * leastLikelihood else { return nil }
    return Finding(reason: .joined, cost: cost.cost + 0.5, likelihood: cost.likelihood - 0.5)
  }
}
