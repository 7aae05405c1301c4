internal import ArabicText

/// Pairs of different names that have a common word in common: what a comparison must not take for the same.
///
/// A word is common when at least five entities of the file have it in names of several words. Pairs are drawn from all common
/// words alike, so that the most frequent one does not stand for all. Entities that share a name, as search folds it, are
/// one: their difference is not in their names.
package struct CommonWordMeasure {
  /// From how many entities on a word is common.
  private static let leastEntities = 5

  private struct Name {
    var text: String
    var group: Int
    var words: Set<String>
  }

  private var arabic: [Name] = []
  private var latin: [Name] = []
  /// The places of the Arabic names of each group.
  private var arabicPlaces: [Int: [Int]] = [:]

  package init(names: [EntityName]) {
    var entities: [String: Int] = [:]
    var holders: [[UInt64]: Int] = [:]
    var groups = DisjointSets()
    for name in names {
      let entity = entities[name.entity] ?? groups.add()
      entities[name.entity] = entity
      let key = [name.script == .arabic ? 0 : 1, NameText(name.name).foldedHash()]
      if let holder = holders[key] { groups.join(holder, entity) } else { holders[key] = entity }
    }
    for name in names {
      let form = name.script == .arabic ? ComparisonForm.arabic : .everyday
      let words = form.words(of: name.name)
      guard words.count > 1, let entity = entities[name.entity] else { continue }
      let item = Name(text: name.name, group: groups.representative(of: entity), words: Set(words))
      if name.script == .arabic {
        arabicPlaces[item.group, default: []].append(arabic.count)
        arabic.append(item)
      } else {
        latin.append(item)
      }
    }
  }

  /// Takes each pair for an entity.
  package init(pairs: [NamePair]) {
    self.init(
      names: pairs.enumerated().flatMap { number, pair in
        [
          EntityName(entity: String(number), script: .arabic, name: pair.arabic),
          EntityName(entity: String(number), script: .latin, name: pair.latin),
        ]
      })
  }

  /// Draws pairs: the same names give the same pairs.
  ///
  /// Across scripts, the entities have a common word in Latin, and the Arabic name has a word of an Arabic name of the
  /// other entity.
  ///
  /// - Parameters:
  ///   - scripts: the scripts of the first and the second name.
  ///   - limit: the most pairs.
  /// - Returns: pairs of names, each once.
  package func pairs(_ scripts: ScriptPair, limit: Int = 1000) -> [(first: String, second: String)] {
    switch scripts {
    case .withinArabic:
      return drawn(arabic, limit) { (arabic[$0].text, arabic[$1].text) }
    case .withinLatin:
      return drawn(latin, limit) { (latin[$0].text, latin[$1].text) }
    case .arabicToLatin:
      return drawn(latin, limit) { first, second in
        arabicName(of: latin[first].group, like: latin[second].group).map { ($0, latin[second].text) }
      }
    case .latinToArabic: return pairs(.arabicToLatin, limit: limit).map { ($0.second, $0.first) }
    }
  }

  /// The first Arabic name of a group that has a word of an Arabic name of the other.
  private func arabicName(of group: Int, like other: Int) -> String? {
    let others = (arabicPlaces[other] ?? []).map { arabic[$0].words }
    let place = (arabicPlaces[group] ?? []).first { place in
      others.contains { !$0.isDisjoint(with: arabic[place].words) }
    }
    return place.map { arabic[$0].text }
  }

  /// Draws two names with the same common word again and again, one pair of each word after the other.
  private func drawn(
    _ names: [Name], _ limit: Int, pair: (Int, Int) -> (first: String, second: String)?
  ) -> [(first: String, second: String)] {
    let words = Self.commonWords(of: names)
    guard !words.isEmpty else { return [] }
    var random = SeededRandom(seed: 1)
    var seen: Set<[String]> = []
    var result: [(first: String, second: String)] = []
    // Words with few pairs are soon used up.
    for _ in 0..<(20 + 20 * limit / words.count) {
      for places in words where result.count < limit {
        let first = places[Int(random.next() % UInt64(places.count))]
        let second = places[Int(random.next() % UInt64(places.count))]
        guard names[first].group != names[second].group, let pair = pair(first, second) else { continue }
        let key = pair.first < pair.second ? [pair.first, pair.second] : [pair.second, pair.first]
        if seen.insert(key).inserted { result.append(pair) }
      }
    }
    return result
  }

  /// The places of the names of each common word, by the order of the words.
  private static func commonWords(of names: [Name]) -> [[Int]] {
    var places: [String: [Int]] = [:]
    for (place, name) in names.enumerated() {
      for word in name.words { places[word, default: []].append(place) }
    }
    return places.sorted { $0.key < $1.key }.map(\.value).filter { places in
      Set(places.map { names[$0].group }).count >= leastEntities
    }
  }

  /// Compares pairs.
  ///
  /// - Returns: how many pairs are rightly not taken to be the same; nil when the method has no threshold of its own.
  package func measure(_ scripts: ScriptPair, _ method: ComparisonMethod) -> Tally? {
    guard let threshold = method.threshold else { return nil }
    var tally = Tally()
    for pair in pairs(scripts) { tally.add(method.score(pair.first, pair.second) < threshold) }
    return tally
  }
}
