internal import ArabicText

/// A name cut into the units that are compared: a word with the article, the "son of", the "father of" and the "servant
/// of" that belong to it.
///
/// Storage is reused from name to name.
struct ComparedName {
  /// What a unit is.
  enum Kind: UInt8 {
    case plain, title, head, nisba, initial, number
    /// A number written as a word or a Roman numeral.
    case ordinal
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
    /// Its core behind an article that Latin writes onto the word; empty when it does not begin like one.
    var behindArticle: Range<Int>
    /// Its core without an article of the next word that Latin writes onto it; empty when it does not end like one.
    var beforeLentArticle: Range<Int>
    var prefix: Prefix?
    var isPatronymic: Bool
    var hasArticle: Bool
    var kind: Kind
    /// The number that it says, when that is small; an initial may be a Roman one.
    var number: UInt8
    /// Whether it is a number that may be a year of our era or the Hijri one.
    var isYear: Bool
    var script: PairSymbols.Script
    /// Whether it is known as a name that parents give.
    var isGivenName: Bool
    /// Whether Latin letters with diacritics say more than the folded form that known words are found by.
    var hasDiacritics: Bool
    /// Whether its macrons or marks rule out what its folded form is known as.
    var rulesOutKnown: Bool
    /// The hash of the folded form of a generic word.
    var meaning: UInt64
    /// Whether it is a head of names of countries as well.
    var isOfStates: Bool
    /// Whether an organization with it is another one than without it.
    var isDistinct: Bool
    /// Whether places are named with it.
    var isOfPlaces: Bool
    /// The country that it names, or that what it says belongs to.
    var country: CountryWord
    /// How much its word counts.
    var wordWeight: Float
    /// Whether what takes several words may begin with it.
    var beginsPhrase: Bool
    /// Whether it is as often a title as a name, and stands where a title does.
    var mayBeTitle: Bool
    /// What it means as a title, by `TitleMeanings`; 0 for other words.
    var title: UInt16
    /// Whether it only joins others, at least in names of organizations.
    var isLink: Bool
    /// The vowels of its core, where its spelling says which they are.
    var vowels: WrittenVowels
    /// Whether it is known as it is written.
    var isKnown: Bool
    /// The words that it is known to spell, as places in `known`.
    var known: Range<Int>
    /// Those that the first word of its core is known to spell, where the core has several: that of سيف الدين (Sayf al-Din).
    var knownFirst: Range<Int>
    /// The places that it names, and the organizations whose initials it is, as places in `places`.
    var places: Range<Int>
    /// Whether one of them is a place.
    var namesPlace: Bool
  }

  var units: [Unit] = []
  /// What takes several of its words and may be one word in another language.
  var phrases: [Phrase] = []
  private(set) var symbols: [UInt8] = []
  private(set) var known: [KnownWords.Form] = []
  private(set) var places: [KnownPlaces.Place] = []
  /// Whether it has a word that organizations begin with.
  var hasHead = false
  /// Whether it has a word that says what sort of organization or place it is about.
  var isGeneric = false
  private var folded: [UInt8] = []

  /// The most units that are compared; a name with more is compared by its first.
  static let longest = 24

  /// Cuts a name.
  ///
  /// - Parameters:
  ///   - text: the name.
  ///   - keys: the key of each word in one of the lexicons; none where they are not known.
  ///   - lexicon: the number of that lexicon.
  ///   - words: what is known of words.
  mutating func load(
    _ text: NameText, keys: [UInt32] = [], of lexicon: Int = 0, _ words: inout WordFactsCache
  ) {
    units.removeAll(keepingCapacity: true)
    symbols.removeAll(keepingCapacity: true)
    known.removeAll(keepingCapacity: true)
    places.removeAll(keepingCapacity: true)
    phrases.removeAll(keepingCapacity: true)
    isGeneric = false
    hasHead = false
    let isScholarly = PairSymbols.isScholarly(text.letters.span)
    var start = 0
    while start < text.words.count, units.count < Self.longest {
      let cut = UnitCut(text, from: start)
      let place =
        cut.core.count == 1 && keys.count == text.words.count
        ? WordFactsReader.Place(lexicon: lexicon, key: keys[cut.core.lowerBound]) : nil
      add(cut, of: text, isScholarly, at: place, &words)
      start = cut.words.upperBound
    }
    findPhrases(text)
    if units.contains(where: { $0.kind == .head }) { hasHead = true }
    if hasHead { isGeneric = true }
    if isGeneric { for place in units.indices where units[place].isLink { units[place].wordWeight = 0 } }
  }

  /// Whether one of the known words at places here is among those of a name.
  func knows(_ own: Range<Int>, in name: ComparedName, _ others: Range<Int>) -> Bool {
    own.contains { place in others.contains { known[place] == name.known[$0] } }
  }

  /// Whether one of the places here is among those of a name.
  func names(_ own: Range<Int>, in name: ComparedName, _ others: Range<Int>) -> Bool {
    own.contains { place in others.contains { places[place] == name.places[$0] } }
  }

  private mutating func add(
    _ cut: UnitCut, of text: NameText, _ isScholarly: Bool, at place: WordFactsReader.Place?,
    _ words: inout WordFactsCache
  ) {
    let coreStart = symbols.count
    if cut.ending > 0 {
      let word = text.words[cut.core.lowerBound]
      append(word.start..<word.end - cut.ending, of: text, isScholarly)
    } else {
      append(cut.core, of: text, behind: cut.glued, isScholarly)
    }
    let core = coreStart..<symbols.count
    var full = core
    if cut.glued > 0 || cut.words != cut.core || cut.borrowedArticle > 0 {
      if cut.borrowedArticle > 0 {
        let end = text.words[cut.words.lowerBound - 1].end
        append(end - cut.borrowedArticle..<end, of: text, isScholarly)
      }
      append(cut.words, of: text, behind: 0, isScholarly)
      full = core.upperBound..<symbols.count
    }
    if cut.hasArticle || cut.core.count > 1 { appendAssimilated(cut.words, of: text, isScholarly) }
    let assimilated = full.upperBound..<symbols.count
    if cut.lentArticle > 0 {
      let word = text.words[cut.core.lowerBound]
      append(word.start..<word.end - cut.lentArticle, of: text, isScholarly)
    }
    let beforeLentArticle = assimilated.upperBound..<symbols.count
    folded.removeAll(keepingCapacity: true)
    for word in cut.core {
      let dropped = word == cut.core.lowerBound ? cut.glued : 0
      let range = text.words[word].start + dropped..<text.words[word].end
      PairSymbols.appendFolded(text.letters.span.extracting(range), to: &folded)
    }
    // The letters of a longer word are not all in its key.
    let facts = words.facts(
      text, cut.core, with: cut.withArticle, behind: cut.glued, lentArticle: cut.lentArticle, folded,
      cut.script,
      at: folded.count <= WordKey.longest ? place : nil)
    let knownStart = known.count
    let hasDiacritics = cut.hasDiacritics(text)
    var vowels = WrittenVowels()
    if hasDiacritics || cut.script == .arabic && cut.core.contains(where: { text.words[$0].writesVowels }) {
      let end = text.words[cut.core.upperBound - 1].end
      vowels = WrittenVowels(text.letters[text.words[cut.core.lowerBound].start + cut.glued..<end])
    }
    var rulesOutKnown = false
    for form in facts.known {
      if !vowels.isEmpty, words.contradict(vowels, form) {
        rulesOutKnown = true
      } else {
        known.append(words.forms[Int(form)])
      }
    }
    let knownFirst = known.count
    if cut.core.count > 1 {
      let first = cut.core.lowerBound..<cut.core.lowerBound + 1
      folded.removeAll(keepingCapacity: true)
      PairSymbols.appendFolded(text.letters.span.extracting(text.words[first.lowerBound].range), to: &folded)
      let facts = words.facts(
        text, first, with: first, behind: 0, lentArticle: 0, folded, cut.script, at: nil)
      for form in facts.known { known.append(words.forms[Int(form)]) }
    }
    let placesStart = places.count
    var country = facts.country
    for number in facts.places {
      let place = words.places[Int(number)]
      if !vowels.isEmpty, words.contradict(vowels, place) {
        rulesOutKnown = true
        if place.isCountry { country = .none }
      } else {
        places.append(place)
      }
    }
    if facts.isOfPlaces, cut.core.count == 1 { isGeneric = true }
    var kind = cut.kind(text, isHead: facts.isHead)
    // فضيلة (Fadila) is a name, but before الإمام (the imam) it is a title.
    if kind == .title, let last = units.indices.last, units[last].mayBeTitle {
      units[last].isGivenName = false
    }
    let number = cut.number(text, kind)
    if number != 0, kind == .plain || kind == .nisba { kind = .ordinal }
    let article =
      cut.script == .latin && !cut.hasArticle && kind == .plain ? GluedArticle.length(symbols[core]) : 0
    units.append(
      Unit(
        words: cut.words, core: core, full: full, assimilated: assimilated,
        behindArticle: article > 0 ? core.lowerBound + article..<core.upperBound : 0..<0,
        beforeLentArticle: beforeLentArticle, prefix: cut.prefix,
        isPatronymic: cut.isPatronymic, hasArticle: cut.hasArticle, kind: kind, number: number,
        isYear: kind == .number && core.count == 4 && cut.isYear(text),
        script: cut.script, isGivenName: facts.isGivenName,
        hasDiacritics: hasDiacritics, rulesOutKnown: rulesOutKnown, meaning: facts.meaning,
        isOfStates: facts.isOfStates,
        isDistinct: facts.isDistinct, isOfPlaces: facts.isOfPlaces, country: country,
        wordWeight: facts.weight, beginsPhrase: facts.beginsPhrase,
        mayBeTitle: facts.mayBeTitle && units.allSatisfy { $0.kind == .title || $0.mayBeTitle }
          && text.words.count > cut.words.lowerBound + 2,
        title: facts.title, isLink: facts.isLink,
        vowels: vowels,
        isKnown: facts.isKnown, known: knownStart..<knownFirst, knownFirst: knownFirst..<known.count,
        places: placesStart..<places.count,
        namesPlace: places[placesStart...].contains(where: \.isPlace)))
  }

  /// Appends the rich symbols of words, without so many letters of the first.
  private mutating func append(
    _ words: Range<Int>, of text: NameText, behind dropped: Int, _ isScholarly: Bool
  ) {
    for word in words {
      let start = text.words[word].start + (word == words.lowerBound ? dropped : 0)
      append(start..<text.words[word].end, of: text, isScholarly)
    }
  }

  /// Appends the rich symbols of letters.
  private mutating func append(_ letters: Range<Int>, of text: NameText, _ isScholarly: Bool) {
    PairSymbols.appendRich(text.letters.span.extracting(letters), isScholarly: isScholarly, to: &symbols)
  }

  /// Appends the unit with its articles as the first consonant behind them: "abd al rahman" as "abdarrahman".
  ///
  /// ALA-LC 2012, rule 17: the sun letters take the l of the article over.
  private mutating func appendAssimilated(_ words: Range<Int>, of text: NameText, _ isScholarly: Bool) {
    let from = symbols.count
    var changed = false
    for word in words {
      var range = text.words[word].range
      if !text.words[word].isArabic, text.isArticle(word), range.count >= 2,
        Self.sunLetters.contains(text.letters[text.words[word + 1].start])
      {
        let next = text.words[word + 1].start
        range = range.lowerBound..<range.lowerBound + 1
        PairSymbols.appendRich(text.letters.span.extracting(range), isScholarly: isScholarly, to: &symbols)
        range = next..<next + 1
        changed = true
      }
      PairSymbols.appendRich(text.letters.span.extracting(range), isScholarly: isScholarly, to: &symbols)
    }
    if !changed { symbols.removeSubrange(from...) }
  }

  private static let sunLetters = Array("tdrzsnṭḍṣẓ".utf16)
}

extension ComparedName.Unit {
  /// How much it counts when it is matched or left over.
  var weight: Float { kind.weight(wordWeight) }

  /// Whether it is the whole name of a place or country that is known, or says what belongs to a country.
  var isOfPlace: Bool { namesPlace || country != .none }

  /// Whether it names somebody, and is no title or generic head.
  var isSpecific: Bool {
    switch kind {
    case .title, .head, .initial, .ordinal: false
    case .plain, .nisba, .number: true
    }
  }
}

extension ComparedName.Kind {
  /// How much a unit counts whose word has a weight.
  fileprivate func weight(_ word: Float) -> Float {
    switch self {
    case .title, .initial, .ordinal: 0
    case .head: word * 0.5
    case .number: 0.5
    case .plain, .nisba: word
    }
  }
}
