internal import ArabicText

/// What the pair model is trained on: pairs of words, across scripts and inside one, each once.
///
/// Words are taken as search compares them: without the article ال (alif, lam) and without Latin articles.
package struct PairCorpus {
  /// Pairs of rich symbols, Arabic first, in the order in which they were met.
  private(set) var across = Pairs()
  /// Pairs of folded symbols of spellings that differ.
  private(set) var latin = Pairs()
  private(set) var arabic = Pairs()
  /// Pairs of folded words that are left out.
  private var heldOut: Set<[UInt8]> = []
  /// Whether the file that is added is in everyday spelling.
  private var isEveryday = false
  private let editDistance = EditDistance()

  private static let longestWord = 24
  /// Of entities with more names in a script, the first are taken.
  private static let mostNames = 12

  package init() {}

  /// How many pairs there are across scripts, in Latin and in Arabic.
  package var counts: (across: Int, latin: Int, arabic: Int) {
    (across.list.count, latin.list.count, arabic.list.count)
  }

  /// A word in both kinds of symbols.
  struct Word {
    var rich: [UInt8]
    var folded: [UInt8]
  }

  /// Pairs, each once.
  struct Pairs {
    private(set) var list: [PairAligner.Pair] = []
    private var places: [[UInt8]: Int] = [:]

    mutating func add(_ left: [UInt8], _ right: [UInt8], isEveryday: Bool = false) {
      let key = PairCorpus.key(left, right)
      if let place = places[key] {
        if isEveryday { list[place].isEveryday = true }
      } else {
        places[key] = list.count
        list.append(PairAligner.Pair(left: left, right: right, weight: 1, isEveryday: isEveryday))
      }
    }
  }

  /// Leaves out the pairs of words of a file from what is added later; words of longer names are not left out.
  package mutating func holdOut(path: String, report: (SourceProblem) -> Void) throws(SourceProblem) {
    var file = try PairFile(path: path)
    var entity = Entity()
    func flush(_ entity: Entity, _ heldOut: inout Set<[UInt8]>) {
      for arabic in entity.arabic where arabic.count == 1 {
        for latin in entity.latin where latin.count == 1 {
          heldOut.insert(Self.key(arabic[0].folded, latin[0].folded))
        }
      }
    }
    while let item = try file.next() {
      switch item {
      case .problem(let problem): report(problem)
      case .pair(let pair):
        flush(
          Entity(id: "", arabic: [Self.words(pair.arabic, .arabic)], latin: [Self.words(pair.latin, .latin)]),
          &heldOut)
      case .name(let name):
        if name.entity != entity.id {
          flush(entity, &heldOut)
          entity = Entity(id: name.entity)
        }
        entity.add(name)
      }
    }
    flush(entity, &heldOut)
  }

  /// Adds the rows of a file.
  ///
  /// Of files without Arabic names a fifth of the entities is left out, see `isMeasured(_:)`.
  package mutating func add(path: String, report: (SourceProblem) -> Void) throws(SourceProblem) {
    var file = try PairFile(path: path)
    var entity = Entity()
    var entities: [Entity] = []
    isEveryday = try Self.isEveryday(path: path)
    while let item = try file.next() {
      switch item {
      case .problem(let problem): report(problem)
      case .pair(let pair): addAcross(Self.words(pair.arabic, .arabic), Self.words(pair.latin, .latin))
      case .name(let name):
        if name.entity != entity.id {
          entities.append(entity)
          entity = Entity(id: name.entity)
        }
        entity.add(name)
      }
    }
    entities.append(entity)
    let isLatinOnly = entities.allSatisfy { $0.arabic.isEmpty }
    for entity in entities where !(isLatinOnly && Self.isMeasured(entity.id)) { add(entity) }
  }

  /// Whether a file is in everyday spelling: next to none of its Latin names have letters of scholarly romanization.
  private static func isEveryday(path: String) throws(SourceProblem) -> Bool {
    var file = try PairFile(path: path)
    var (all, scholarly) = (0, 0)
    while let item = try file.next() {
      let latin: String
      switch item {
      case .pair(let pair): latin = pair.latin
      case .name(let name) where name.script == .latin: latin = name.name
      default: continue
      }
      all += 1
      if PairSymbols.isScholarly(NameText(latin).letters.span) { scholarly += 1 }
    }
    return scholarly * 20 <= all
  }

  /// Whether an entity of a file with one script is kept for measuring: every fifth, by the hash of its identifier.
  package static func isMeasured(_ entity: String) -> Bool {
    var hash = KeyHash()
    for unit in entity.utf16 { hash.combine(unit) }
    return hash.value % 5 == 0
  }

  private struct Entity {
    var id = ""
    var arabic: [[Word]] = []
    var latin: [[Word]] = []

    mutating func add(_ name: EntityName) {
      let words = PairCorpus.words(name.name, name.script == .arabic ? .arabic : .latin)
      guard !words.isEmpty else { return }
      if name.script == .arabic {
        if arabic.count < PairCorpus.mostNames { arabic.append(words) }
      } else if latin.count < PairCorpus.mostNames {
        latin.append(words)
      }
    }
  }

  private mutating func add(_ entity: Entity) {
    for arabic in entity.arabic {
      for latin in entity.latin { addAcross(arabic, latin) }
    }
    var (latin, arabic) = (Pairs(), Pairs())
    swap(&latin, &self.latin)
    swap(&arabic, &self.arabic)
    addInside(entity.latin, &latin)
    addInside(entity.arabic, &arabic)
    (self.latin, self.arabic) = (latin, arabic)
  }

  private mutating func addAcross(_ arabic: [Word], _ latin: [Word]) {
    guard !arabic.isEmpty, !latin.isEmpty else { return }
    if arabic.count == latin.count {
      for (arabic, latin) in zip(arabic, latin) { addAcross(arabic, latin) }
    } else if min(arabic.count, latin.count) == 1, max(arabic.count, latin.count) == 2 {
      // Abdurrahman: one word for two.
      addAcross(Self.joined(arabic), Self.joined(latin))
    }
  }

  private mutating func addAcross(_ arabic: Word, _ latin: Word) {
    guard Self.isUsable(arabic.rich), Self.isUsable(latin.rich) else { return }
    guard !heldOut.contains(Self.key(arabic.folded, latin.folded)) else { return }
    across.add(arabic.rich, latin.rich, isEveryday: isEveryday)
  }

  private func addInside(_ names: [[Word]], _ pairs: inout Pairs) {
    // Three spellings of an entity say enough of each other.
    let names = names.prefix(3)
    for (place, left) in names.enumerated() {
      for right in names[(place + 1)...] where left.count == right.count {
        for (left, right) in zip(left, right)
        where Self.isUsable(left.folded) && Self.isUsable(right.folded)
          && isLikelySpelling(left.folded, right.folded)
        {
          pairs.add(left.folded, right.folded)
          pairs.add(right.folded, left.folded)
        }
      }
    }
  }

  /// Whether two words may be spellings of one: other names and translations have less in common.
  private func isLikelySpelling(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    let distance = editDistance.distance(left, right)
    return distance * 2 <= max(left.count, right.count)
  }

  private static func isUsable(_ symbols: [UInt8]) -> Bool {
    (1...longestWord).contains(symbols.count) && !symbols.contains(PairSymbols.other)
      && !symbols.contains { $0 >= 53 && $0 < 63 }
  }

  fileprivate static func key(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] { left + [0] + right }

  private static func joined(_ words: [Word]) -> Word {
    Word(rich: words.flatMap(\.rich), folded: words.flatMap(\.folded))
  }

  /// The words of a name as search compares them; none when one is in another script.
  static func words(_ text: String, _ script: PairSymbols.Script) -> [Word] {
    let name = NameText(text)
    guard name.words.allSatisfy({ $0.isArabic == (script == .arabic) }) else { return [] }
    let isScholarly = PairSymbols.isScholarly(name.letters.span)
    return name.words.indices.compactMap { place in
      let word = name.words[place]
      if !word.isArabic, name.isArticle(place) { return nil }
      var range = word.range
      if word.isArabic, range.count >= 5, name.letters[range.lowerBound] == 0x627,
        name.letters[range.lowerBound + 1] == 0x644
      {
        range = range.lowerBound + 2..<range.upperBound
      }
      let letters = name.letters[range]
      let folded = PairSymbols.folded(letters)
      if folded.isEmpty { return nil }
      return Word(rich: PairSymbols.rich(letters, isScholarly: isScholarly), folded: folded)
    }
  }
}
