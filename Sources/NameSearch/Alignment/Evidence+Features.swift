internal import ArabicText

extension Evidence {
  /// Says what pairs of units mean, but for the pieces.
  init(
    query: ComparedName, name: ComparedName, pairs: [NameAligner.Pair], isIdentical: Bool,
    isFoldedEqual: Bool
  ) {
    self.isIdentical = isIdentical
    features[.foldedEqual] = isFoldedEqual ? 1 : 0
    addMatches(query, name, pairs)
    addLeftOver(query, name, pairs)
    addOrder(query, name, pairs)
    let scripts = (query.units[0].script, name.units[0].script)
    features[.acrossScripts] = scripts.0 != scripts.1 ? 1 : 0
    features[.bothArabic] = scripts == (.arabic, .arabic) ? 1 : 0
    if features[.foldedEqual] == 0, isEqualButTitles(pairs) { features[.foldedEqual] = Self.equalButTitles }
    features[.singleWords] = query.units.count == 1 && name.units.count == 1 ? 1 : 0
  }

  /// How much names are the same of which one has a title besides.
  private static let equalButTitles: Float = 0.97

  /// Whether all words are the same, in the same order, but for titles that only one name has.
  private func isEqualButTitles(_ pairs: [NameAligner.Pair]) -> Bool {
    features[.titles] > 0 && features[.missingShare] == 0 && features[.strayInitials] == 0
      && features[.articles] == 0 && features[.moves] == 0 && features[.turn] == 0
      && features[.onlyGeneric] == 0 && pairs.allSatisfy { $0.finding.reason == .equal && $0.finding.cost == 0 }
  }

  /// Notes that a lexicon has both names for one entity, and how surely: what the letters cost says nothing then.
  mutating func becomeSharedEntity(_ share: Double) {
    features = EvidenceFeatures()
    features[.sharedEntity] = Float(share)
  }

  private mutating func addMatches(_ query: ComparedName, _ name: ComparedName, _ pairs: [NameAligner.Pair]) {
    var letters: Float = 0
    var likelihood: Float = 0
    var plain = 0
    for pair in pairs {
      let finding = pair.finding
      let left = UnitGroup(query, pair.query)
      let right = UnitGroup(name, pair.name)
      features[.cost] += finding.cost
      if left.hasArticle != right.hasArticle { features[.articles] += 1 }
      letters += Float(left.letters + right.letters) / 2
      likelihood += finding.likelihood
      features[.matchedWeight] += min(left.weight, right.weight)
      switch finding.reason {
      case .joined: features[.joins] += 1
      case .initial: features[.initials] += 1
      case .known: features[.knownSame] += 1
      default: break
      }
      if finding.detail.contains(.knownOther) { features[.knownOther] += 1 }
      if finding.detail.contains(.droppedPrefix) { features[.droppedPrefixes] += 1 }
      if finding.detail.contains(.droppedNasab) { features[.droppedNasabs] += 1 }
      if finding.reason != .initial, left.isSpecific || right.isSpecific { plain += 1 }
    }
    features[.costPerLetter] = features[.cost] / max(1, letters)
    features[.likelihood] = min(4, likelihood / 10)
    features[.fewness] = 1 / Float(max(1, plain))
    features[.onlyGeneric] = plain == 0 ? 1 : 0
  }

  private mutating func addLeftOver(_ query: ComparedName, _ name: ComparedName, _ pairs: [NameAligner.Pair])
  {
    var (left, right): (Float, Float) = (0, 0)
    var all: (left: Float, right: Float) = (0, 0)
    let matched = NameAligner.matchedUnits(pairs)
    for (place, unit) in query.units.enumerated() {
      all.left += unit.weight
      if matched.query & 1 << place == 0 { left += addLeftOver(unit) }
    }
    for (place, unit) in name.units.enumerated() {
      all.right += unit.weight
      if matched.name & 1 << place == 0 { right += addLeftOver(unit) }
    }
    if left + right == 0, features[.initials] == 0 { features[.onlyGeneric] = 0 }
    features[.conflict] = min(left, right)
    features[.surplus] = Self.bounded(max(left, right) - min(left, right))
    features[.patronymics] = Self.bounded(features[.patronymics])
    features[.nisbas] = Self.bounded(features[.nisbas])
    features[.missingShare] = (left + right) / max(0.1, all.left + all.right)
  }

  /// How much titles count that only one name has, however many: they hardly say who is meant.
  private static let titles: Float = 0.25

  /// Grows with what is left over, but not without end: a long name says no more against a short one than a few words do.
  private static func bounded(_ weight: Float) -> Float { 2 * weight / (2 + weight) }

  /// Notes a unit that only one name has; returns the weight that is missing with it.
  private mutating func addLeftOver(_ unit: ComparedName.Unit) -> Float {
    switch unit.kind {
    case .title:
      features[.titles] = Self.titles
      return 0
    case .initial:
      features[.strayInitials] += 1
      return 0
    case .number:
      features[.numbers] += 1
      return 0.5
    case .head: features[.heads] += unit.weight
    case .nisba: features[.nisbas] += unit.weight
    case .plain: if unit.isPatronymic { features[.patronymics] += unit.weight }
    }
    return unit.weight
  }

  /// Looks at the order of the matches.
  private mutating func addOrder(_ query: ComparedName, _ name: ComparedName, _ pairs: [NameAligner.Pair]) {
    var breaks = 0
    var first = -1
    var last = -1
    for pair in pairs where query.units[pair.query.lowerBound].kind != .title {
      let place = pair.name.lowerBound
      if first < 0 { first = place }
      if last > place { breaks += 1 }
      last = place
    }
    // One break where the last stands before the first is a turn of the whole name.
    if breaks == 1, last < first { features[.turn] = 1 } else { features[.moves] = Float(breaks) }
    for place in pairs.indices.dropFirst() {
      let (before, pair) = (pairs[place - 1], pairs[place])
      guard before.name.lowerBound > pair.name.lowerBound else { continue }
      if query.units[pair.query.lowerBound].isPatronymic || name.units[before.name.lowerBound].isPatronymic {
        features[.reversals] += 1
      }
    }
  }
}

/// What consecutive units have together.
private struct UnitGroup {
  var letters = 0
  var weight: Float = 0
  var hasArticle = false
  var isSpecific = false

  @inline(__always) init(_ name: ComparedName, _ places: Range<Int>) {
    for place in places {
      let unit = name.units[place]
      letters += unit.core.count
      weight += unit.weight
      if unit.hasArticle { hasArticle = true }
      if unit.isSpecific { isSpecific = true }
    }
  }
}

extension NameAligner {
  /// The units that stand in pairs, as bits.
  static func matchedUnits(_ pairs: [Pair]) -> (query: Int, name: Int) {
    var (query, name) = (0, 0)
    for pair in pairs {
      for place in pair.query { query |= 1 << place }
      for place in pair.name { name |= 1 << place }
    }
    return (query, name)
  }
}
