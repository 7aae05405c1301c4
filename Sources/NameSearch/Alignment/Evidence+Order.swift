internal import ArabicText

extension Evidence {
  /// Looks at the order of the matches.
  mutating func addOrder(_ query: ComparedName, _ name: ComparedName, _ pairs: [NameAligner.Pair]) {
    var breaks = 0
    var first = -1
    var last = -1
    for pair in pairs where query.units[pair.query.lowerBound].kind != .title {
      let place = pair.name.lowerBound
      if first < 0 { first = place }
      if last > place { breaks += 1 }
      last = place
    }
    // English puts in front of a word what Arabic puts behind it: "Iraqi Central Bank", البنك المركزي العراقي.
    let isTranslated = pairs.contains { $0.finding.detail.contains(.translated) }
    // One break where the last stands before the first is a turn of the whole name.
    if breaks == 1, last < first {
      features[.turn] = isTranslated || showsFamilyNameFirst(query, name, pairs) ? Self.plainTurn : 1
    } else {
      features[.moves] = Float(breaks) * (isTranslated ? Self.plainTurn : 1)
    }
    for place in pairs.indices.dropFirst() {
      let (before, pair) = (pairs[place - 1], pairs[place])
      guard before.name.lowerBound > pair.name.lowerBound else { continue }
      if features[.moves] > 0 {
        addExchange(query, name, before, pair, isLast: place == pairs.count - 1)
      }
      let (left, right) = (query.units[pair.query.lowerBound], name.units[before.name.lowerBound])
      let others = (name.units[pair.name.lowerBound], query.units[before.query.lowerBound])
      // A family name that begins with "ben" is one on either side and leads nowhere; but who is son of X, son of Y, is no son of Y, son of X.
      let isFamilyName =
        left.isPatronymic == others.0.isPatronymic && right.isPatronymic == others.1.isPatronymic
        && left.isPatronymic != right.isPatronymic
      if !isFamilyName, left.isPatronymic || right.isPatronymic { features[.reversals] += 1 }
    }
  }

  /// How much another order counts that the words themselves show.
  private static let plainTurn: Float = 0.2

  /// Whether one of the names begins with what only a family name looks like: a word with the article, or with "son of".
  private func showsFamilyNameFirst(
    _ query: ComparedName, _ name: ComparedName, _ pairs: [NameAligner.Pair]
  ) -> Bool {
    func isFamilyName(_ unit: ComparedName.Unit) -> Bool {
      unit.prefix == nil && unit.kind != .head && (unit.hasArticle || unit.isPatronymic)
    }
    func isFamilyName(_ pair: NameAligner.Pair) -> Bool {
      isFamilyName(query.units[pair.query.lowerBound]) || isFamilyName(name.units[pair.name.lowerBound])
    }
    // "Iraqi Government" and "Government of Iraq" are two ways to say one thing.
    let turnsCountry = pairs.contains { pair in
      let (left, right) = (query.units[pair.query.lowerBound], name.units[pair.name.lowerBound])
      return left.country != .none && left.country.country == right.country.country
        && left.country.isAdjective != right.country.isAdjective
    }
    if turnsCountry { return true }
    guard let first = pairs.first, let other = pairs.min(by: { $0.name.lowerBound < $1.name.lowerBound })
    else {
      return false
    }
    return isFamilyName(first) != isFamilyName(other)
  }
}
