internal import ArabicText

// Letters that stand for words.
extension UnitComparison {
  /// Compares a letter with the word it may stand for.
  mutating func compareInitial(_ left: Int, _ name: borrowing ComparedName, _ right: Int) -> Finding? {
    let (a, b) = (query.units[left], name.units[right])
    if a.kind == b.kind {
      guard let cost = costs.cost(cores[left], name.symbols, b.core, b.script, least: 0), cost.cost < 3
      else { return nil }
      return Finding(reason: cost.cost == 0 ? .equal : .initial, cost: cost.cost, likelihood: 2)
    }
    let initial = a.kind == .initial ? query.symbols[a.core] : name.symbols[b.core]
    let word = a.kind == .initial ? name.symbols[b.core] : query.symbols[a.core]
    guard word.count > 1 else { return nil }
    let (letterScript, wordScript) = a.kind == .initial ? (a.script, b.script) : (b.script, a.script)
    if !initials.fits(initial, letterScript, word, wordScript) {
      // "A. Khan" is Abdul Qadeer, too.
      let isCompound = (a.kind == .initial ? b.prefix : a.prefix)?.kind == .servant
      let full = a.kind == .initial ? name.symbols[b.full] : query.symbols[a.full]
      guard isCompound, initials.fits(initial, letterScript, full, wordScript) else { return nil }
    }
    return Finding(reason: .initial, cost: Self.initialCost, likelihood: 1)
  }

  /// Compares a letter of the query and the next unit with a compound that it may begin, as that of عبد الرحمن.
  mutating func compareInitial(_ left: Int, ofCompound name: borrowing ComparedName, _ right: Int) -> Finding?
  {
    let (letter, next, compound) = (query.units[left], query.units[left + 1], name.units[right])
    guard next.prefix == nil, compound.prefix != nil,
      initials.fits(query.symbols[letter.core], letter.script, name.symbols[compound.full], compound.script)
    else { return nil }
    if next.kind == .initial {
      return initials.fits(
        query.symbols[next.core], next.script, name.symbols[compound.core], compound.script)
        ? Finding(reason: .initial, cost: 2 * Self.initialCost, likelihood: 2) : nil
    }
    return Self.abbreviated(
      costs.cost(cores[left + 1], name.symbols, compound.core, compound.script, least: Self.leastOfCompound))
  }

  /// Compares a compound of the query with a letter of a name that may begin it and the next unit.
  mutating func compareCompound(_ left: Int, _ name: borrowing ComparedName, initial right: Int) -> Finding? {
    let (compound, letter, next) = (query.units[left], name.units[right], name.units[right + 1])
    guard next.prefix == nil, compound.prefix != nil,
      initials.fits(name.symbols[letter.core], letter.script, query.symbols[compound.full], compound.script)
    else { return nil }
    if next.kind == .initial {
      return initials.fits(
        name.symbols[next.core], next.script, query.symbols[compound.core], compound.script)
        ? Finding(reason: .initial, cost: 2 * Self.initialCost, likelihood: 2) : nil
    }
    return Self.abbreviated(
      costs.cost(cores[left], name.symbols, next.core, next.script, least: Self.leastOfCompound))
  }

  /// How much likelier than chance the rest of a compound must be.
  private static let leastOfCompound: Float = 4
  private static let initialCost: Float = 1.5

  private static func abbreviated(_ cost: SpellingCosts.Cost?) -> Finding? {
    cost.map {
      Finding(
        reason: .initial, cost: $0.cost + initialCost, likelihood: $0.likelihood - initialCost,
        detail: .spelledOut)
    }
  }
}
