internal import ArabicText

/// Names of a file with some of their words left out, and how many of its entities the rest may mean.
///
/// It is what people ask for: the family name alone, or the first two names. Where few words are left and many share them, the entity
/// at hand is one of several, and no likelier than the others.
struct ShortenedNames {
  /// A name, a part of its words, and how many entities have these.
  struct Pair {
    let short: String
    let full: String
    let entities: Int
  }

  private struct Name {
    let entity: Int
    let text: String
    /// Words with what belongs to them, and their keys.
    let units: [String]
    let keys: [String]
  }

  private var names: [Name] = []
  /// The entities that have a word, by its key.
  private var holders: [String: Set<Int>] = [:]

  init(_ list: [EntityName], _ script: EntityName.Script) {
    var entities: [String: Int] = [:]
    for item in list where item.script == script {
      let entity = entities[item.entity] ?? entities.count
      entities[item.entity] = entity
      let name = NameText(item.name).uninverted ?? NameText(item.name)
      let (units, keys) = Self.units(name)
      for key in keys { holders[key, default: []].insert(entity) }
      names.append(Name(entity: entity, text: name.normalized, units: units, keys: keys))
    }
  }

  /// Draws pairs; the same names give the same pairs.
  func pairs(limit: Int) -> [Pair] {
    let long = names.filter { (2...6).contains($0.units.count) }
    guard !long.isEmpty else { return [] }
    var pairs: [Pair] = []
    let step = max(1, long.count * 3 / max(1, limit))
    for (number, name) in long.enumerated() where number % step == 0 {
      let last = name.units.count - 1
      for places in last == 1 ? [[1], [0]] : [[0, 1], [last], [0, last]] {
        let sharing = places.dropFirst().reduce(holders[name.keys[places[0]]] ?? []) { shared, place in
          shared.intersection(holders[name.keys[place]] ?? [])
        }
        let short = places.map { name.units[$0] }.joined(separator: " ")
        pairs.append(Pair(short: short, full: name.text, entities: max(1, sharing.count)))
      }
    }
    return Array(pairs.prefix(limit))
  }

  /// Words with the particles before them, and a key of each word that its usual spellings share.
  private static func units(_ name: NameText) -> (units: [String], keys: [String]) {
    var units: [String] = []
    var keys: [String] = []
    var start = 0
    for (place, word) in name.words.enumerated() {
      if word.particle != nil, place + 1 < name.words.count { continue }
      units.append(
        String(decoding: name.letters[name.words[start].start..<word.end], as: UTF16.self))
      keys.append(key(NameText(letters: Array(name.letters[word.range])).folded))
      start = place + 1
    }
    return (units, keys)
  }

  /// The letters without vowels of Latin and doubling.
  private static func key(_ word: String) -> String {
    var key = ""
    for letter in word where !"aeiouy".contains(letter) && key.last != letter { key.append(letter) }
    return key.count < 2 ? word : key
  }
}
