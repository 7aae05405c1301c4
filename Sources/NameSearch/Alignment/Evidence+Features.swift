internal import ArabicText

extension Evidence {
  /// Says what pairs of units mean.
  init?(query: ComparedName, name: ComparedName, pairs: [NameAligner.Pair]) {
    guard !pairs.isEmpty else { return nil }
    isIdentical = query.text.letters == name.text.letters
    features[.foldedEqual] = query.text.foldedHash() == name.text.foldedHash() ? 1 : 0
    addMatches(query, name, pairs)
    addLeftOver(query, name, pairs)
    addOrder(query, name, pairs)
    let scripts = (query.units[0].script, name.units[0].script)
    features[.acrossScripts] = scripts.0 != scripts.1 ? 1 : 0
    features[.bothArabic] = scripts == (.arabic, .arabic) ? 1 : 0
    features[.singleWords] = query.units.count == 1 && name.units.count == 1 ? 1 : 0
  }

  /// Notes that a lexicon has both names for one entity: what the letters cost says nothing then.
  mutating func becomeSharedEntity() {
    features = EvidenceFeatures()
    features[.sharedEntity] = 1
  }

  private mutating func addMatches(_ query: ComparedName, _ name: ComparedName, _ pairs: [NameAligner.Pair]) {
    var letters: Float = 0
    var likelihood: Float = 0
    var plain = 0
    for pair in pairs {
      let finding = pair.finding
      let left = query.units[pair.query]
      let right = name.units[pair.name]
      features[.cost] += finding.cost
      if left.contains(where: \.hasArticle) != right.contains(where: \.hasArticle) {
        features[.articles] += 1
      }
      letters += Float(left.reduce(0) { $0 + $1.core.count } + right.reduce(0) { $0 + $1.core.count }) / 2
      likelihood += finding.likelihood
      features[.matchedWeight] += min(Self.weight(left), Self.weight(right))
      switch finding.reason {
      case .joined: features[.joins] += 1
      case .initial: features[.initials] += 1
      case .known: features[.knownSame] += 1
      default: break
      }
      if finding.detail.contains(.knownOther) { features[.knownOther] += 1 }
      if finding.detail.contains(.droppedPrefix) { features[.droppedPrefixes] += 1 }
      if finding.detail.contains(.droppedNasab) { features[.droppedNasabs] += 1 }
      if finding.reason != .initial, left.contains(where: \.isSpecific) || right.contains(where: \.isSpecific)
      {
        plain += 1
      }
      pieces.append(
        Piece(
          queryWords: left[pair.query.lowerBound].words
            .lowerBound..<left[pair.query.upperBound - 1].words.upperBound,
          nameWords: right[pair.name.lowerBound].words
            .lowerBound..<right[pair.name.upperBound - 1].words.upperBound,
          reason: finding.reason, cost: finding.cost, detail: finding.detail))
    }
    features[.costPerLetter] = features[.cost] / max(1, letters)
    features[.likelihood] = min(4, likelihood / 10)
    features[.fewness] = 1 / Float(max(1, plain))
    features[.onlyGeneric] = plain == 0 ? 1 : 0
  }

  private static func weight(_ units: ArraySlice<ComparedName.Unit>) -> Float {
    units.reduce(0) { $0 + $1.weight }
  }

  private mutating func addLeftOver(_ query: ComparedName, _ name: ComparedName, _ pairs: [NameAligner.Pair])
  {
    var left: Float = 0
    var right: Float = 0
    for (place, unit) in query.units.enumerated() where !pairs.contains(where: { $0.query.contains(place) }) {
      left += addLeftOver(unit)
      pieces.append(
        Piece(
          queryWords: unit.words, nameWords: 0..<0, reason: unit.kind == .title ? .title : .queryOnly, cost: 0
        ))
    }
    pieces.sort { $0.queryWords.lowerBound < $1.queryWords.lowerBound }
    for (place, unit) in name.units.enumerated() where !pairs.contains(where: { $0.name.contains(place) }) {
      right += addLeftOver(unit)
      pieces.append(
        Piece(
          queryWords: 0..<0, nameWords: unit.words, reason: unit.kind == .title ? .title : .nameOnly, cost: 0)
      )
    }
    if left + right == 0, features[.initials] == 0 { features[.onlyGeneric] = 0 }
    features[.conflict] = min(left, right)
    features[.surplus] = Self.bounded(max(left, right) - min(left, right))
    features[.patronymics] = Self.bounded(features[.patronymics])
    features[.nisbas] = Self.bounded(features[.nisbas])
    let all = Self.weight(query.units[...]) + Self.weight(name.units[...])
    features[.missingShare] = (left + right) / max(0.1, all)
  }

  /// Grows with what is left over, but not without end: a long name says no more against a short one than a few words do.
  private static func bounded(_ weight: Float) -> Float { 2 * weight / (2 + weight) }

  /// Notes a unit that only one name has; returns the weight that is missing with it.
  private mutating func addLeftOver(_ unit: ComparedName.Unit) -> Float {
    switch unit.kind {
    case .title:
      features[.titles] += 1
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
    let order = pairs.filter { query.units[$0.query.lowerBound].kind != .title }.map(\.name.lowerBound)
    let breaks = zip(order, order.dropFirst()).count { $0 > $1 }
    // One break where the last stands before the first is a turn of the whole name.
    if breaks == 1, let first = order.first, let last = order.last, last < first {
      features[.turn] = 1
    } else {
      features[.moves] = Float(breaks)
    }
    for (place, pair) in pairs.enumerated().dropFirst() {
      let before = pairs[place - 1]
      let isReversed = before.name.lowerBound > pair.name.lowerBound
      guard isReversed else { continue }
      if query.units[pair.query.lowerBound].isPatronymic || name.units[before.name.lowerBound].isPatronymic {
        features[.reversals] += 1
      }
    }
  }
}

extension ComparedName.Unit {
  /// How much it counts when it is matched or left over.
  var weight: Float {
    switch kind {
    case .title, .initial: 0
    case .head: facts.weight * 0.5
    case .number: 0.5
    case .plain, .nisba: facts.weight
    }
  }

  /// Whether it names somebody, and is no title or generic head.
  var isSpecific: Bool { kind != .title && kind != .head && kind != .initial }
}
