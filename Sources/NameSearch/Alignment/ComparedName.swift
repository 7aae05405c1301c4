internal import ArabicText

/// A name cut into the units that are compared: a word with the article, the "son of", the "father of" and the "servant
/// of" that belong to it.
///
/// Storage is reused from name to name.
struct ComparedName {
  /// What a unit is.
  enum Kind: UInt8 {
    case plain, title, head, nisba, initial, number
  }

  /// The compound that a unit's last part is in.
  struct Prefix: Equatable {
    let kind: Particle.Kind
    let group: UInt8
  }

  struct Unit {
    /// All its words.
    var words: Range<Int>
    /// Its rich symbols without what stands before it, and with it; both are places in `symbols`.
    var core: Range<Int>
    var full: Range<Int>
    /// The same with the article as it sounds before some consonants; empty when it sounds as it is written.
    var assimilated: Range<Int>
    var prefix: Prefix?
    var isPatronymic: Bool
    var hasArticle: Bool
    var kind: Kind
    var script: PairSymbols.Script
    /// Whether Latin letters with diacritics say more than the folded form that known words are found by.
    var hasDiacritics: Bool
    var facts: WordFacts
  }

  private(set) var text = NameText()
  private(set) var units: [Unit] = []
  private(set) var symbols: [UInt8] = []
  private var folded: [UInt8] = []

  /// The most units that are compared; a name with more is compared by its first.
  static let longest = 24

  /// Cuts a name.
  mutating func load(_ name: NameText, _ words: WordFactsCache) {
    text = name
    units.removeAll(keepingCapacity: true)
    symbols.removeAll(keepingCapacity: true)
    let isScholarly = PairSymbols.isScholarly(name.letters)
    var start = 0
    while start < name.words.count, units.count < Self.longest {
      start = addUnit(from: start, isScholarly, words)
    }
  }

  /// Adds the unit that begins at a word; returns the word behind it.
  private mutating func addUnit(from start: Int, _ isScholarly: Bool, _ words: WordFactsCache) -> Int {
    var place = start
    var prefix: Prefix?
    var isPatronymic = false
    var hasArticle = false
    while place + 1 < text.words.count, let particle = text.words[place].particle {
      if particle.kind == .article, text.isArticle(place) {
        hasArticle = true
      } else if particle.kind == .nasab, prefix == nil {
        isPatronymic = true
      } else if particle.kind == .kunya || particle.kind == .servant, prefix == nil {
        prefix = Prefix(kind: particle.kind, group: particle.group)
        hasArticle = false
      } else {
        break
      }
      place += 1
    }
    let core = place
    var end = place + 1
    if prefix?.kind != .servant, let suffix = suffixEnd(behind: core) { end = suffix }
    let letters = text.letters
    let first = letters[text.words[core].range]
    let article = WordKey.articleLength(first)
    hasArticle = hasArticle || article > 0
    let coreStart = symbols.count
    append(from: text.words[core].start + article, core..<end, isScholarly)
    let fullStart = symbols.count
    append(from: text.words[start].start, start..<end, isScholarly)
    let assimilatedStart = symbols.count
    if hasArticle || end > core + 1 { appendAssimilated(start, core, end, isScholarly) }
    let script = WordKey.script(first)
    folded.removeAll(keepingCapacity: true)
    for word in core..<end {
      let dropped = word == core ? article : 0
      PairSymbols.appendFolded(letters[text.words[word].range].dropFirst(dropped), to: &folded)
    }
    let withArticle = prefix == nil && core > start && text.isArticle(core - 1) ? core - 1 : core
    let facts = words.facts(text, core..<end, with: withArticle..<end, folded, script)
    units.append(
      Unit(
        words: start..<end, core: coreStart..<fullStart, full: fullStart..<assimilatedStart,
        assimilated: assimilatedStart..<symbols.count, prefix: prefix, isPatronymic: isPatronymic,
        hasArticle: hasArticle, kind: kind(core, end, hasArticle, facts), script: script,
        hasDiacritics: script == .latin
          && letters[text.words[core].start..<text.words[end - 1].end].contains { $0 >= 0xC0 }, facts: facts))
    return end
  }

  /// The word behind "al-Din" or "Allah" when it follows a word.
  private func suffixEnd(behind place: Int) -> Int? {
    var next = place + 1
    guard next < text.words.count else { return nil }
    if text.isArticle(next), next + 1 < text.words.count { next += 1 }
    switch text.words[next].particle?.kind {
    case .din, .allah: return next + 1
    default: return nil
    }
  }

  private mutating func append(from start: Int, _ words: Range<Int>, _ isScholarly: Bool) {
    for word in words {
      let range = text.words[word].range
      PairSymbols.appendRich(
        text.letters[max(start, range.lowerBound)..<range.upperBound], isScholarly: isScholarly, to: &symbols)
    }
  }

  /// Appends the unit with its articles as the first consonant behind them: "abd al rahman" as "abdarrahman".
  ///
  /// ALA-LC 2012, rule 17: the sun letters take the l of the article over.
  private mutating func appendAssimilated(_ start: Int, _ core: Int, _ end: Int, _ isScholarly: Bool) {
    let from = symbols.count
    var changed = false
    for word in start..<end {
      let range = text.words[word].range
      if !text.words[word].isArabic, text.isArticle(word), range.count >= 2,
        Self.sunLetters.contains(text.letters[text.words[word + 1].start])
      {
        let letters = [text.letters[range.lowerBound], text.letters[text.words[word + 1].start]]
        PairSymbols.appendRich(letters, isScholarly: isScholarly, to: &symbols)
        changed = true
      } else {
        PairSymbols.appendRich(text.letters[range], isScholarly: isScholarly, to: &symbols)
      }
    }
    if !changed { symbols.removeSubrange(from...) }
  }

  private static let sunLetters = Set("tdrzsnṭḍṣẓ".utf16)

  private func kind(_ core: Int, _ end: Int, _ hasArticle: Bool, _ facts: WordFacts) -> Kind {
    let word = text.words[core]
    if text.words.count > 1, end == core + 1, word.isTitle || text.isTitleWithArticle(core) { return .title }
    if facts.isHead, end == core + 1 { return .head }
    let letters = text.letters[word.range]
    if letters.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) { return .number }
    if letters.count == 1, end == core + 1 { return .initial }
    if hasArticle, let last = letters.last, Self.nisbaEnds.contains(last) { return .nisba }
    return .plain
  }

  /// A name with the article that ends in ي (ya) in Arabic, i or y in Latin.
  private static let nisbaEnds: Set<UInt16> = [0x64A, 0x6CC, 0x69, 0x79, 0x12B]
}
