internal import ArabicText

// Words written together on one side.
extension UnitComparison {
  /// What it costs that words are written together.
  private static let joinCost: Float = 0.5

  private static let leastJoined: Float = 6

  /// What a word may cost that is a letter and another word: "M'hamed", "M hamed".
  private static let mostOfLetter: Float = 3

  /// Compares a unit and the next with one unit of a name.
  mutating func compareJoined(_ left: Int, _ name: borrowing ComparedName, _ right: Int) -> Finding? {
    let (a, next, b) = (query.units[left], query.units[left + 1], name.units[right])
    if a.kind == .initial, let compound = compareInitial(left, ofCompound: name, right) { return compound }
    guard a.script == next.script, b.kind != .number, b.kind != .initial else { return nil }
    guard Self.fits(a.full.count + next.full.count, a.script, b.full.count, b.script) else { return nil }
    if joins[left] == nil {
      scratch.removeAll(keepingCapacity: true)
      scratch.append(contentsOf: query.symbols[a.full])
      scratch.append(contentsOf: query.symbols[next.full])
      joins[left] = costs.add(scratch[...], a.script)
    }
    guard let spelling = joins[left],
      let cost = costs.cost(spelling, name.symbols, b.full, b.script, least: Self.leastJoined),
      a.kind != .initial && next.kind != .initial || cost.cost <= Self.mostOfLetter
    else { return nil }
    return Self.joined(cost)
  }

  /// Compares a unit with a unit of a name and the next; what is less likely than `least` is of no interest.
  mutating func compare(
    _ left: Int, joined name: borrowing ComparedName, _ right: Int, least: Float = 0
  ) -> Finding? {
    let (a, b, next) = (query.units[left], name.units[right], name.units[right + 1])
    if b.kind == .initial, let compound = compareCompound(left, name, initial: right) { return compound }
    guard b.script == next.script, a.kind != .number, a.kind != .initial else { return nil }
    guard Self.fits(a.full.count, a.script, b.full.count + next.full.count, b.script) else { return nil }
    let least = max(Self.leastJoined, (least + Self.joinCost).rounded(.down))
    scratch.removeAll(keepingCapacity: true)
    scratch.append(contentsOf: name.symbols[b.full])
    scratch.append(contentsOf: name.symbols[next.full])
    guard let cost = costs.cost(fulls[left], scratch, scratch.indices, b.script, least: least),
      b.kind != .initial && next.kind != .initial || cost.cost <= Self.mostOfLetter
    else { return nil }
    return Self.joined(cost)
  }

  /// Whether lengths can belong to the same letters: Arabic leaves out vowels and may have a few silent letters more, and what is one letter in
  /// Arabic is up to three in Latin, though hardly all of them.
  private static func fits(
    _ left: Int, _ script: PairSymbols.Script, _ right: Int, _ other: PairSymbols.Script
  ) -> Bool {
    guard script != other else { return abs(left - right) <= 3 }
    let (arabic, latin) = script == .arabic ? (left, right) : (right, left)
    return arabic <= latin + 3 && latin <= 2 * arabic + 3
  }

  private static func joined(_ cost: SpellingCosts.Cost) -> Finding? {
    guard cost.likelihood >= leastJoined else { return nil }
    return Finding(reason: .joined, cost: cost.cost + joinCost, likelihood: cost.likelihood - joinCost)
  }
}
