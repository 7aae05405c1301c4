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
  /// What is known of words.
  private(set) var reader: WordFactsReader?
  var costs = SpellingCosts()
  var initials = Initials()
  /// The numbers of the spellings of each unit, and of each with the next; nil when not made yet.
  var cores: [Int] = []
  var fulls: [Int] = []
  private var assimilated: [Int?] = []
  private var behindArticle: [Int?] = []
  private var beforeLentArticle: [Int?] = []
  var joins: [Int?] = []
  var scratch: [UInt8] = []

  /// What it costs to reach a word through its known spellings, at most.
  static let knownCost: Float = 0.5
  /// What spellings of one head cost at most.
  private static let headCost: Float = 8
  /// What a dropped part of a compound costs.
  private static let prefixCost: Float = 3
  private static let nasabCost: Float = 0.5
  /// What it costs that an article is written onto the word.
  private static let articleCost: Float = 0.5
  /// What it costs that only one is a name of origin: Idlib, Idlibi.
  private static let nisbaCost: Float = 6
  /// What a variant of Arabic spelling costs.
  private static let variantCost: Float = 0.7
  /// How much likelier than chance two small numbers are that are the same.
  private static let numberLikelihood: Float = 4
  /// How much likelier than chance a pair must be.
  private static let leastLikelihood: Float = 2
  /// From this cost on letters with diacritics are not those of a word that is known without them.
  private static let unlikeCost: Float = 8
  /// The same where both are Latin.
  private static let unlikeCostInScript: Float = 5

  /// Takes the query; findings for another are forgotten.
  mutating func load(_ name: NameText, _ words: inout WordFactsCache) {
    query.load(name, &words)
    if reader == nil { reader = words.reader }
    costs.removeAll()
    cores.removeAll(keepingCapacity: true)
    fulls.removeAll(keepingCapacity: true)
    assimilated.removeAll(keepingCapacity: true)
    behindArticle.removeAll(keepingCapacity: true)
    beforeLentArticle.removeAll(keepingCapacity: true)
    joins.removeAll(keepingCapacity: true)
    for unit in query.units {
      joins.append(nil)
      cores.append(costs.add(query.symbols[unit.core], unit.script))
      let isSame = unit.core.count == unit.full.count
      fulls.append(isSame ? cores[cores.count - 1] : costs.add(query.symbols[unit.full], unit.script))
      assimilated.append(
        unit.assimilated.isEmpty ? nil : costs.add(query.symbols[unit.assimilated], unit.script))
      behindArticle.append(
        unit.behindArticle.isEmpty ? nil : costs.add(query.symbols[unit.behindArticle], unit.script))
      beforeLentArticle.append(
        unit.beforeLentArticle.isEmpty ? nil : costs.add(query.symbols[unit.beforeLentArticle], unit.script))
    }
  }

  /// Compares a unit with a unit; nil when they do not fit.
  mutating func compare(_ left: Int, _ name: borrowing ComparedName, _ right: Int) -> Finding? {
    let (a, b) = (query.units[left], name.units[right])
    if a.kind == .number && (b.kind == .number || b.number == 0) || b.kind == .number && a.number == 0 {
      return a.kind == b.kind && query.symbols[a.core] == name.symbols[b.core]
        ? Finding(reason: .equal, cost: 0, likelihood: Float(4 * a.core.count)) : nil
    }
    if a.number != 0, b.number != 0 {
      // "II" is الثاني, and never "III".
      guard a.number == b.number else { return nil }
      return Finding(reason: .known, cost: 0, likelihood: Self.numberLikelihood)
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
    if a.country != .none, b.country != .none {
      // Iraqi is no spelling of Iranian; and what is of Iraq is Iraqi, but nobody called Iraqi is Iraq.
      guard a.country.country == b.country.country else { return nil }
      if a.country.isAdjective == b.country.isAdjective || query.isGeneric && name.isGeneric {
        return known(left, name, right)
      }
    }
    if let cost = costs.cost(
      cores[left], name.symbols, b.core, b.script, least: Self.leastLikelihood),
      cost.likelihood >= Self.leastLikelihood
    {
      finding = Finding(
        reason: cost.cost == 0 ? .equal : .spelling, cost: cost.cost, likelihood: cost.likelihood)
    }
    if left == 0, right == 0, a.title != 0, a.title == b.title, finding?.reason != .equal,
      query.units.count > 1, name.units.count > 1
    {
      // King is what ملك (malik) means before a name.
      return known(left, name, right)
    }
    var variant = SpellingVariant.none
    if a.script == .arabic, b.script == .arabic, finding?.cost ?? .infinity > 0 {
      variant = arabicVariant(left, name, right)
      if variant.isSpelling, finding?.cost ?? .infinity > Self.variantCost {
        finding = Finding(reason: .spelling, cost: Self.variantCost, likelihood: Self.knownLikelihood(a, b))
      }
    }
    if let glued = compareBehindArticle(left, name, right, finding) { finding = glued }
    if let glued = compareBeforeLentArticle(left, name, right, finding) { finding = glued }
    var isOtherWord = variant == .native
    if finding != nil, a.script == b.script {
      if Self.isDerived(name, b.core, of: query, a.core, by: Self.nisbaEnds)
        || Self.isDerived(query, a.core, of: name, b.core, by: Self.nisbaEnds)
      {
        finding?.cost += Self.nisbaCost
        finding?.likelihood -= Self.nisbaCost
        if finding?.likelihood ?? 0 < Self.leastLikelihood { finding = nil }
      } else {
        isOtherWord =
          isOtherWord || Self.isDerived(name, b.core, of: query, a.core, by: Self.feminineEnds)
          || Self.isDerived(query, a.core, of: name, b.core, by: Self.feminineEnds)
          || a.script == .latin && differInEnding(a, name, b)
      }
    }
    // Where both have an article, that would make any two words alike.
    let isMore = (a.full.count > a.core.count, b.full.count > b.core.count)
    if isMore.0 != isMore.1 || isMore.0 && a.prefix != nil, finding?.cost != 0,
      let full = compareFull(left, name, right), full.cost < (finding?.cost ?? .infinity)
    {
      finding = full
    }
    let areHeads = a.kind == .head && b.kind == .head
    if areHeads || query.isGeneric && name.isGeneric, a.meaning != 0, b.meaning != 0,
      finding?.reason != .equal
    {
      // Words of organizations and places are translated: "Ministry of Oil", وزارة النفط.
      if GenericWords.haveOneMeaning(a.meaning, b.meaning) { return known(left, name, right) }
      // "Army" is no spelling of "Party".
      if areHeads, finding?.cost ?? 0 > Self.headCost { return nil }
    }
    // "Eastern" is no spelling of "Western".
    if a.isDistinct, b.isDistinct, finding?.cost ?? 0 > Self.knownCost,
      !GenericWords.haveOneMeaning(a.meaning, b.meaning)
    {
      finding?.detail.insert(.knownOther)
    }
    // Nobody called Syrian is Syria.
    if a.country != .none, b.country != .none, a.country != b.country { finding?.detail.insert(.knownOther) }
    if finding?.reason != .equal, !a.places.isEmpty, query.names(a.places, in: name, b.places) {
      let known = known(left, name, right)
      if known.likelihood > finding?.likelihood ?? 0 { finding = known }
    } else if finding?.reason == .spelling, a.script == b.script, a.words.count == 1, b.words.count == 1,
      !(a.places.isEmpty && a.country == .none), !(b.places.isEmpty && b.country == .none),
      a.country == .none || b.country == .none, !query.knows(a.known, in: name, b.known)
    {
      // "Oman" is no spelling of "Amman".
      finding?.detail.insert(.knownOther)
    } else if finding?.reason != .equal, !a.known.isEmpty, !b.known.isEmpty {
      if query.knows(a.known, in: name, b.known) {
        let cost = min(finding?.cost ?? Self.knownCost, Self.knownCost)
        finding = Finding(
          reason: .known, cost: cost, likelihood: max(finding?.likelihood ?? 0, Self.knownLikelihood(a, b)))
      } else if finding?.reason != .joined, a.isKnown, b.isKnown, variant != .finalTa,
        !(a.hasDiacritics || b.hasDiacritics)
          || finding?.cost ?? 0 >= (a.script == b.script ? Self.unlikeCostInScript : Self.unlikeCost)
      {
        finding?.detail.insert(.knownOther)
      }
    }
    // سعد الدين (Sa'd al-Din) is not أسعد الدين (As'ad al-Din), whichever of the two is known as a whole.
    if finding?.reason == .spelling, variant != .finalTa, !a.knownFirst.isEmpty, !b.knownFirst.isEmpty,
      !query.knows(a.knownFirst, in: name, b.knownFirst)
    {
      finding?.detail.insert(.knownOther)
    }
    var rulesOut = false
    if a.rulesOutKnown || b.rulesOutKnown {
      rulesOut =
        (a.rulesOutKnown ? !(b.known.isEmpty && b.places.isEmpty) : !(a.known.isEmpty && a.places.isEmpty))
        && !query.knows(a.known, in: name, b.known) && !query.names(a.places, in: name, b.places)
    }
    if a.vowels.contradict(b.vowels)
      || (isOtherWord || rulesOut) && finding?.reason != .known && finding?.reason != .equal
    {
      finding?.detail.insert(.otherWord)
    }
    if a.isPatronymic != b.isPatronymic {
      finding?.cost += Self.nasabCost
      finding?.detail.insert(.droppedNasab)
    }
    return finding
  }

  /// How much likelier than chance two words are that are known to be one, by the letters of the longer.
  private static func knownLikelihood(_ left: ComparedName.Unit, _ right: ComparedName.Unit) -> Float {
    knownLikelihood(ofLetters: max(left.core.count, right.core.count))
  }

  static func knownLikelihood(ofLetters count: Int) -> Float { Float(count) * 1.5 }

  /// Words that are known to mean the same, and are translations where their letters do not fit.
  private mutating func known(_ left: Int, _ name: borrowing ComparedName, _ right: Int) -> Finding {
    let (a, b) = (query.units[left], name.units[right])
    let spelling = costs.cost(cores[left], name.symbols, b.core, b.script, least: Self.leastLikelihood)
    return Finding(
      reason: .known, cost: Self.knownCost, likelihood: Self.knownLikelihood(a, b),
      detail: spelling == nil ? .translated : [])
  }

  /// Compares an Arabic word that has the article with what stands in Latin behind one that is written onto the word.
  ///
  /// - Returns: nil unless that is likelier than `plain`.
  private mutating func compareBehindArticle(
    _ left: Int, _ name: borrowing ComparedName, _ right: Int, _ plain: Finding?
  ) -> Finding? {
    let (a, b) = (query.units[left], name.units[right])
    guard a.script != b.script else { return nil }
    let cost: SpellingCosts.Cost?
    if a.hasArticle, !b.behindArticle.isEmpty {
      cost = costs.cost(cores[left], name.symbols, b.behindArticle, b.script, least: Self.leastLikelihood)
    } else if b.hasArticle, let spelling = behindArticle[left] {
      cost = costs.cost(spelling, name.symbols, b.core, b.script, least: Self.leastLikelihood)
    } else {
      return nil
    }
    return Self.glued(cost, plain)
  }

  /// Compares a word with what stands in Latin before an article of the next word that is written onto it.
  ///
  /// - Returns: nil unless that is likelier than `plain`.
  private mutating func compareBeforeLentArticle(
    _ left: Int, _ name: borrowing ComparedName, _ right: Int, _ plain: Finding?
  ) -> Finding? {
    let b = name.units[right]
    let cost: SpellingCosts.Cost?
    if let spelling = beforeLentArticle[left] {
      guard b.beforeLentArticle.isEmpty else { return nil }
      cost = costs.cost(spelling, name.symbols, b.core, b.script, least: Self.leastLikelihood)
    } else if !b.beforeLentArticle.isEmpty {
      cost = costs.cost(cores[left], name.symbols, b.beforeLentArticle, b.script, least: Self.leastLikelihood)
    } else {
      return nil
    }
    return Self.glued(cost, plain)
  }

  /// What a comparison without an article found, if it is likelier than `plain`.
  private static func glued(_ cost: SpellingCosts.Cost?, _ plain: Finding?) -> Finding? {
    guard let cost, cost.likelihood - articleCost > plain?.likelihood ?? leastLikelihood else { return nil }
    return Finding(
      reason: .spelling, cost: cost.cost + articleCost, likelihood: cost.likelihood - articleCost,
      detail: .gluedArticle)
  }

  /// Whether a word is another with an ending.
  static func isDerived(
    _ name: borrowing ComparedName, _ word: Range<Int>, of other: borrowing ComparedName, _ base: Range<Int>,
    by ends: [ArraySlice<UInt8>]
  ) -> Bool {
    let more = word.count - base.count
    guard (1...3).contains(more), base.count >= 3 else { return false }
    for place in 0..<base.count
    where name.symbols[word.lowerBound + place] != other.symbols[base.lowerBound + place] {
      return false
    }
    return ends.contains(name.symbols[(word.upperBound - more)..<word.upperBound])
  }

  /// The endings of names of origin, and those of names of women.
  private static let nisbaEnds = ends(["i", "y", "ī", "iy", "ي", "ی"])
  private static let feminineEnds = ends(["a", "ah", "eh", "ya", "ye", "yé", "yah", "yeh", "ة"])

  static func ends(_ texts: [String]) -> [ArraySlice<UInt8>] {
    texts.map { PairSymbols.rich(Array($0.utf16), isScholarly: false)[...] }
  }

  /// Compares two units with all that belongs to them written together.
  private mutating func compareFull(_ left: Int, _ name: borrowing ComparedName, _ right: Int) -> Finding? {
    let (a, b) = (query.units[left], name.units[right])
    var best: SpellingCosts.Cost?
    func keep(_ spelling: Int, _ symbols: Range<Int>) {
      let cost = costs.cost(spelling, name.symbols, symbols, b.script, least: Self.leastLikelihood)
      if let cost, cost.likelihood > best?.likelihood ?? Self.leastLikelihood { best = cost }
    }
    keep(fulls[left], b.full)
    if !b.assimilated.isEmpty { keep(fulls[left], b.assimilated) }
    if let spelling = assimilated[left] {
      keep(spelling, b.full)
      if !b.assimilated.isEmpty { keep(spelling, b.assimilated) }
    }
    return best.map {
      Finding(
        reason: a.words.count == b.words.count ? .spelling : .joined, cost: $0.cost, likelihood: $0.likelihood
      )
    }
  }
}
