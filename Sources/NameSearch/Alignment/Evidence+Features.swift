internal import ArabicText

extension Evidence {
  /// Says what pairs of units mean, but for the pieces.
  ///
  /// `rarest` is how much likelier than chance two words are that no form has, and are the same, in nats.
  init(
    query: ComparedName, name: ComparedName, pairs: [NameAligner.Pair], isIdentical: Bool,
    isFoldedEqual: Bool, rarest: Float
  ) {
    self.isIdentical = isIdentical
    features[.foldedEqual] = isFoldedEqual ? 1 : 0
    addMatches(query, name, pairs)
    addLeftOver(query, name, pairs, rarest)
    addOrder(query, name, pairs)
    let scripts = (query.units[0].script, name.units[0].script)
    features[.acrossScripts] = scripts.0 != scripts.1 ? 1 : 0
    features[.bothArabic] = scripts == (.arabic, .arabic) ? 1 : 0
    if features[.foldedEqual] == 0, !hasOtherWord, isEqualButTitles(pairs) {
      features[.foldedEqual] = Self.equalButTitles
    }
    features[.singleWords] = query.units.count == 1 && name.units.count == 1 ? 1 : 0
  }

  /// How much names are the same of which one has a title besides.
  private static let equalButTitles: Float = 0.97

  /// Whether all words are the same, in the same order, but for titles that only one name has.
  private func isEqualButTitles(_ pairs: [NameAligner.Pair]) -> Bool {
    features[.titles] > 0 && features[.missingShare] == 0 && features[.strayInitials] == 0
      && features[.numbers] == 0 && features[.articles] == 0 && features[.moves] == 0 && features[.turn] == 0
      && features[.onlyGeneric] == 0
      && pairs.allSatisfy { $0.finding.reason == .equal && $0.finding.cost == 0 }
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
    var cost: Float = 0
    for pair in pairs {
      let finding = pair.finding
      let left = UnitGroup(query, pair.query)
      let right = UnitGroup(name, pair.name)
      cost += finding.cost
      let most = finding.cost / Float(max(1, max(left.letters, right.letters)))
      features[.misfit] = max(features[.misfit], most - Self.leastMisfit)
      let scripts = (query.units[pair.query.lowerBound].script, name.units[pair.name.lowerBound].script)
      // One script could have had each letter the same, and words that are the same beside it prove nothing of this one.
      if pairs.count > 1, scripts.0 == scripts.1, finding.reason == .spelling || finding.reason == .joined,
        finding.cost > max(Self.mostOfTypo, Float(max(left.letters, right.letters))) + Self.leastBeyondTypo
      {
        isDoubtful = true
      }
      let isNumber = query.units[pair.query.lowerBound].number != 0
      if left.hasArticle != right.hasArticle, !isNumber, !finding.detail.contains(.gluedArticle) {
        features[.articles] += 1
      }
      letters += Float(left.letters + right.letters) / 2
      likelihood += finding.likelihood
      features[.matchedWeight] += min(left.weight, right.weight)
      switch finding.reason {
      case .joined: features[.joins] += 1
      case .initial: features[.initials] += 1
      default: break
      }
      if finding.detail.contains(.knownOther) { features[.knownOther] += 1 }
      if finding.detail.contains(.otherWord) {
        hasOtherWord = true
        features[.foldedEqual] = 0
      }
      if finding.detail.contains(.droppedPrefix) { features[.droppedPrefixes] += 1 }
      // Who leaves "son of" out does so each time.
      if finding.detail.contains(.droppedNasab) { features[.droppedNasabs] = 1 }
      // "A. Nasser" for Abdel Nasser spells one of its words out.
      let isSpelled = finding.reason != .initial || finding.detail.contains(.spelledOut)
      if isSpelled, left.isSpecific || right.isSpecific {
        // A phrase says what its words say.
        plain += finding.reason == .known ? max(1, left.specificCount, right.specificCount) : 1
      }
    }
    features[.costPerLetter] = cost / max(1, letters)
    features[.likelihood] = min(4, likelihood / 10)
    features[.fewness] = 1 / Float(max(1, plain))
    features[.onlyGeneric] = plain == 0 ? 1 : 0
  }

  /// From this cost for each letter on, in nats, words are hardly spellings of one.
  private static let leastMisfit: Float = 1
  /// What a typing error costs at most in a word of a few letters.
  private static let mostOfTypo: Float = 6
  /// How much more two words must cost to be doubtful, in nats.
  private static let leastBeyondTypo: Float = 0.5

  private mutating func addLeftOver(
    _ query: ComparedName, _ name: ComparedName, _ pairs: [NameAligner.Pair], _ rarest: Float
  ) {
    var (left, right): (Float, Float) = (0, 0)
    var heads: Float = 0
    var all: (left: Float, right: Float) = (0, 0)
    let matched = NameAligner.matchedUnits(pairs)
    for (place, unit) in query.units.enumerated() {
      all.left += unit.weight
      if matched.query & 1 << place == 0 {
        left += addLeftOver(unit)
        if unit.kind == .head { heads += 1 }
      }
    }
    for (place, unit) in name.units.enumerated() {
      all.right += unit.weight
      if matched.name & 1 << place == 0 {
        right += addLeftOver(unit)
        if unit.kind == .head { heads += 1 }
      }
    }
    addNumbers(query, name, matched, &left, &right)
    if query.hasHead || name.hasHead,
      query.isDistinct(behind: matched.query) != name.isDistinct(behind: matched.name)
    {
      features[.distinctions] = 1
    }
    if areOfOtherCountries(query, name, matched) || isOnlyOfPlace(query, name, pairs, matched) {
      features[.knownOther] += 1
    }
    if left + right == 0, features[.initials] == 0 { features[.onlyGeneric] = 0 }
    features[.conflict] = min(left, right)
    // Words that the two have in common tell organizations of one sort apart from others, but not from each other; and organizations
    // of two sorts are two.
    let haveHead = pairs.contains {
      query.units[$0.query.lowerBound].kind == .head || query.units[$0.query.lowerBound].isOfPlaces
    }
    let haveHeads =
      query.units.indices.contains { query.units[$0].kind == .head && matched.query & 1 << $0 == 0 }
      && name.units.indices.contains { name.units[$0].kind == .head && matched.name & 1 << $0 == 0 }
    // "Popular Front" and "Popular Army" have nothing in common.
    if haveHeads, !pairs.contains(where: { UnitGroup(query, $0.query).isTelling }) {
      features[.onlyGeneric] = 1
    }
    if haveHead || haveHeads { features[.conflict] *= Self.conflictOfOrganizations }
    addGivenNames(query, name, matched)
    features[.surplus] = Self.bounded(max(left, right) - min(left, right))
    features[.patronymics] = Self.bounded(features[.patronymics])
    features[.nisbas] = Self.bounded(features[.nisbas])
    features[.missingShare] = (left + right) / max(0.1, all.left + all.right)
    addVagueness(query, name, pairs, rarest, leftOver: left + right + heads)
  }

  /// Looks at whether words that both names have say enough where one has more.
  ///
  /// Letters that fit prove that two words are one, and that proves no more than the word is rare: many an Ahmed is a Hassan.
  private mutating func addVagueness(
    _ query: ComparedName, _ name: ComparedName, _ pairs: [NameAligner.Pair], _ rarest: Float,
    leftOver: Float
  ) {
    guard leftOver > 0 else { return }
    var proof: Float = 0
    for pair in pairs {
      let weight = min(UnitGroup(query, pair.query).weight, UnitGroup(name, pair.name).weight)
      let isGiven =
        query.units[pair.query.lowerBound].isGivenName && name.units[pair.name.lowerBound].isGivenName
      let own = min(pair.finding.likelihood, weight * rarest) / Self.proofOfOne
      proof += isGiven ? min(own, Self.proofOfGiven) : own
    }
    features[.vagueness] = min(1, leftOver) * max(0, 1 - proof)
  }

  /// What tells one name from others well enough, in nats.
  private static let proofOfOne: Float = 8
  /// The part of it that a known given name proves at most: many people share each, more than lexicons of all sorts of names show.
  private static let proofOfGiven: Float = 0.25

  /// How much more it counts when two organizations have different words besides.
  private static let conflictOfOrganizations: Float = 2.5

  /// Whether each name has a country that is not matched, and they are different ones.
  private func areOfOtherCountries(
    _ query: ComparedName, _ name: ComparedName, _ matched: (query: Int, name: Int)
  ) -> Bool {
    for (left, unit) in query.units.enumerated() where unit.country != .none && matched.query & 1 << left == 0
    {
      for (right, other) in name.units.enumerated()
      where other.country != .none && matched.name & 1 << right == 0
        && other.country.country != unit.country.country
      {
        return true
      }
    }
    return false
  }

  /// Whether one is an organization and the other no more than the place that it is of: "Bank of Beirut" is not Beirut.
  private func isOnlyOfPlace(
    _ query: ComparedName, _ name: ComparedName, _ pairs: [NameAligner.Pair],
    _ matched: (query: Int, name: Int)
  ) -> Bool {
    func hasHead(_ name: ComparedName, _ matched: Int) -> Bool {
      name.units.indices.contains {
        name.units[$0].kind == .head && !name.units[$0].isOfStates && matched & 1 << $0 == 0
      }
    }
    guard query.hasHead != name.hasHead, hasHead(query, matched.query) || hasHead(name, matched.name) else {
      return false
    }
    return pairs.allSatisfy { pair in
      query.units[pair.query].allSatisfy(\.isOfPlace) || name.units[pair.name].allSatisfy(\.isOfPlace)
    }
  }

  /// How much titles count that only one name has, however many: they hardly say who is meant.
  private static let titles: Float = 0.25

  /// Grows with what is left over, but not without end: a long name says no more against a short one than a few words do.
  private static func bounded(_ weight: Float) -> Float { 2 * weight / (2 + weight) }

  /// Notes a unit that only one name has; returns the weight that is missing with it.
  private mutating func addLeftOver(_ unit: ComparedName.Unit) -> Float {
    // "Prince" before a name is a title, though some are called so.
    let isTitle = unit.mayBeTitle && !unit.isGivenName && unit.kind == .plain
    switch isTitle ? .title : unit.kind {
    case .title:
      features[.titles] = Self.titles
      return 0
    case .initial:
      features[.strayInitials] += 1
      return 0
    case .number:
      features[.numbers] += unit.isYear ? Self.year : 1
      return unit.isYear ? 0 : 0.5
    case .ordinal: return 0
    case .head: break
    case .nisba: features[.nisbas] += unit.weight
    case .plain: if unit.isPatronymic { features[.patronymics] += unit.weight }
    }
    return unit.weight
  }
}

extension ComparedName {
  /// Whether a word that makes it another organization, or a country, is left over behind those that are matched, given as bits.
  fileprivate func isDistinct(behind matched: Int) -> Bool {
    units.indices.contains {
      (units[$0].isDistinct || units[$0].country != .none) && matched & 1 << $0 == 0
    }
  }
}

/// What consecutive units have together.
private struct UnitGroup {
  var letters = 0
  var weight: Float = 0
  var hasArticle = false
  var isSpecific = false
  /// How many of them name somebody, and weigh something.
  var specificCount = 0
  /// Whether it is no word that many organizations and places have.
  var isTelling = false

  @inline(__always) init(_ name: ComparedName, _ places: Range<Int>) {
    for place in places {
      let unit = name.units[place]
      letters += unit.core.count
      weight += unit.weight
      if unit.hasArticle { hasArticle = true }
      if unit.isSpecific {
        isSpecific = true
        if unit.weight > 0 { specificCount += 1 }
        if unit.weight > 0, !name.isGeneric || unit.meaning == 0 { isTelling = true }
      }
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
