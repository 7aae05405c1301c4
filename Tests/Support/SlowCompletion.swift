internal import ArabicText
package import NameSearch

/// The slow twin of completion: each name of a lexicon, with all ways to find the typed words in it.
package struct SlowCompletion {
  package struct Item: Equatable, CustomStringConvertible {
    package let id: String
    package let name: String
    package let isWhole: Bool
    package var description: String { "\(id) \(name)\(isWhole ? " whole" : "")" }

    package init(id: String, name: String, isWhole: Bool) {
      (self.id, self.name, self.isWhole) = (id, name, isWhole)
    }
  }

  private struct Word {
    let symbols: [UInt8]
    let script: PairSymbols.Script
    let isArticle: Bool
    let hasArticle: Bool
  }

  private let lexicon: Lexicon
  private let names: [(words: [Word], place: Int)]

  package init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    names = (0..<lexicon.nameCount).map { (Self.words(NameText(lexicon.name(at: $0).text)), $0) }
  }

  private static func words(_ name: NameText) -> [Word] {
    var words: [Word] = []
    for place in name.words.indices {
      let letters = name.letters[name.words[place].range]
      var symbols: [UInt8] = []
      let script = WordKey.append(letters, to: &symbols)
      guard !symbols.isEmpty else { continue }
      words.append(
        Word(
          symbols: symbols, script: script, isArticle: name.isArticle(place),
          hasArticle: words.last?.isArticle == true || WordKey.articleLength(letters) > 0))
    }
    return words
  }

  /// What completes a text, the best first.
  package func completions(_ text: String) -> [Item] {
    let query = Query(text)
    let turned = query.readings.compactMap { $0.uninverted?.letters }
    var found: [(rank: [Int], name: Int)] = []
    for reading in query.readings where !turned.contains(reading.letters) {
      for name in names {
        if let rank = rank(reading, name.words) { found.append((rank + facts(name.place), name.place)) }
      }
    }
    found.sort { left, right in
      // What the name itself says of words and letters comes behind what the entity says.
      let (first, second) = (ordered(left.rank), ordered(right.rank))
      return first == second ? left.name < right.name : first.lexicographicallyPrecedes(second)
    }
    var items: [Item] = []
    for item in found {
      let id = lexicon.entity(at: lexicon.entity(ofName: item.name)).id
      guard !items.contains(where: { $0.id == id }) else { continue }
      // Of names that fit equally well, the first in the script of what was typed.
      let entity = lexicon.entity(ofName: item.name)
      let same = found.filter {
        $0.rank.prefix(3) == item.rank.prefix(3) && lexicon.entity(ofName: $0.name) == entity
      }
      let names = ([item] + same).map { lexicon.name(at: $0.name).text }
      let shown = names.first { WritingSystem.dominant(in: $0) == WritingSystem.dominant(in: text) }
      items.append(Item(id: id, name: shown ?? names[0], isWhole: item.rank[1] == 0))
    }
    return items
  }

  /// Place, extent, article, words, letters, part, role, names: in the order of the ranking.
  private func ordered(_ rank: [Int]) -> [Int] { [0, 1, 2, 5, 6, 3, 7, 4].map { rank[$0] } }

  private func facts(_ name: Int) -> [Int] {
    let entity = lexicon.entity(ofName: name)
    let roles = ["name", "translation", "alias", "abbreviation", "previousName", "weakAlias"]
    let role = roles.firstIndex(of: lexicon.name(at: name).role) ?? roles.count
    return [
      lexicon.isNamePart(entityOfName: name) ? 1 : 0, role, -min(lexicon.names(ofEntity: entity).count, 1023),
    ]
  }

  private func rank(_ reading: NameText, _ name: [Word]) -> [Int]? {
    let typed = reading.words.indices.filter { !reading.isArticle($0) }.filter {
      !PairSymbols.folded(reading.letters[reading.words[$0].range]).isEmpty
    }
    guard let last = typed.last else { return nil }
    let wholes = typed.dropLast().map { place in
      Self.words(NameText(letters: Array(reading.letters[reading.words[place].range])))[0]
    }
    let letters = Array(reading.letters[reading.words[last].range])
    var best: [Int]?
    for (symbols, hasArticle) in readings(
      letters, isFirst: wholes.isEmpty, isAfterArticle: last > 0 && reading.isArticle(last - 1))
    {
      for places in assignments(wholes, symbols, WordKey.script(letters[...]), name) {
        let rank = rank(places, symbols, hasArticle, name)
        if best.map({ rank.prefix(3).lexicographicallyPrecedes($0.prefix(3)) }) != false { best = rank }
      }
    }
    return best
  }

  /// The ways to read the last word: as it stands, without its article, and as an article before any word.
  private func readings(_ letters: [UInt16], isFirst: Bool, isAfterArticle: Bool) -> [([UInt8], Bool)] {
    let text = String(decoding: letters, as: UTF16.self)
    let articles = [
      "ال",
      "ٱل",
    ]
    let rest = articles.first { text.utf16.starts(with: $0.utf16) }.map { _ in
      Array(PairSymbols.folded(letters.dropFirst(2)).prefix(WordKey.longest))
    }
    let isArticle = NameText(text).words.first?.particle?.kind == .article
    if !isFirst, isArticle || rest == [] { return [([], true)] }
    let typed = Array(PairSymbols.folded(letters).prefix(WordKey.longest))
    return [(typed, isAfterArticle)] + (rest.flatMap { $0.isEmpty ? nil : [($0, true)] } ?? [])
  }

  /// All ways to find the words in a name, each typed word at a place of its own.
  private func assignments(_ wholes: [Word], _ last: [UInt8], _ script: PairSymbols.Script, _ name: [Word])
    -> [[Int]]
  {
    var ways: [[Int]] = [[]]
    for whole in wholes {
      ways = ways.flatMap { way in
        name.indices.filter { place in
          !way.contains(place) && name[place].script == whole.script && name[place].symbols == whole.symbols
        }.map { way + [$0] }
      }
    }
    return ways.flatMap { way in
      name.indices.filter { place in
        !way.contains(place) && name[place].script == script && name[place].symbols.starts(with: last)
      }.map { way + [$0] }
    }
  }

  private func rank(_ places: [Int], _ last: [UInt8], _ hasArticle: Bool, _ name: [Word]) -> [Int] {
    let isRun = zip(places, places.dropFirst()).allSatisfy { left, right in
      left < right && name[(left + 1)..<right].allSatisfy(\.isArticle)
    }
    let isFirst = name[..<places[0]].allSatisfy(\.isArticle)
    let place = isRun ? (isFirst ? 0 : 1) : 2
    let word = name[places[places.count - 1]]
    let count = name.count { !$0.isArticle }
    let isExact = !word.isArticle && word.symbols == last
    let extent = isExact ? (place == 0 && count == places.count ? 0 : 1) : 2
    return [
      place, extent, hasArticle && !word.hasArticle ? 1 : 0, count, name.reduce(0) { $0 + $1.symbols.count },
    ]
  }
}
