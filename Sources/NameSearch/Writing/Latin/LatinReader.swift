internal import ArabicText

/// What a reader asks the lexicon's lookup for.
struct NameLookup {
  /// The name of an entity that a text spells.
  let name: (String) -> NameWriter.KnownName?
  /// Known words that a spelling comes close to.
  let similar: (String) -> [NameWriter.KnownName]
  /// The name of an entity that a text names or translates.
  let translated: (String) -> NameWriter.KnownName?
  /// The name of a place that a word spells as it is usual, though it may be a part of names too.
  let place: (String) -> NameWriter.KnownName?
}

/// Reads names in Latin letters into Arabic.
///
/// Known words and compounds win, the longest first; then what is spelled by rule; then the model. Articles and other
/// particles are joined as Arabic writes them.
struct LatinReader {
  let book: WordBook
  private let transducer: Transducer
  let notation: LatinNotation
  /// Whether vowels are wanted, so that words the lexicon does not know are vocalized too.
  let wantsVowels: Bool
  let lookup: NameLookup
  var words: LatinWords
  /// Names of entities that were asked for before.
  private var named: [String: WordReading?] = [:]

  /// The most words of a known compound, each article counted: Abd al-Rahman has three.
  static let longestCompound = 5
  /// What stands before the names of God, which lend their article more often than other words.
  private static let servant = "Abdul "
  /// The fewest letters before an article that is written onto a word which is not known without it.
  private static let leastStem = 3

  init(
    book: WordBook, known: KnownWords, transducer: Transducer, notation: LatinNotation, isGiven: Bool,
    hasSigns: Bool,
    wantsVowels: Bool, lookup: NameLookup
  ) {
    self.book = book
    self.transducer = transducer
    self.notation = notation
    self.wantsVowels = wantsVowels
    self.lookup = lookup
    words = LatinWords(
      book: book, known: known, transducer: transducer, notation: notation, isGiven: isGiven,
      hasSigns: hasSigns, wantsVowels: wantsVowels, similar: lookup.similar)
  }

  /// Returns the readings of all words of a text.
  mutating func units(of pieces: LatinPieces, best count: Int) -> [Unit] {
    var units: [Unit] = []
    var place = 0
    let ruled = ruledUnits(of: pieces)
    let places = placeUnits(of: pieces)
    while place < pieces.words.count {
      let unit = places[place] ?? unit(of: pieces, at: place, ruled, best: count)
      units.append(unit)
      place = unit.words.upperBound
    }
    return units
  }

  mutating func unit(
    of pieces: LatinPieces, at place: Int, _ ruled: [Int: Unit], best count: Int
  ) -> Unit {
    let word = pieces.words[place]
    guard word.isLatin else { return Unit(words: place..<place + 1, readings: [otherReading(of: word)]) }
    if let unit = unitWithLink(of: pieces, at: place) { return unit }
    if let unit = translatedUnit(of: pieces, at: place) ?? knownUnit(of: pieces, at: place) ?? ruled[place] {
      if place == 0, let whole = unitWithHeadLast(of: pieces, ruled) { return whole }
      return unit.words.count > 1 ? unit : unitWithOffice(of: pieces, at: place, ruled) ?? unit
    }
    if place == 0, let whole = unitWithHeadLast(of: pieces, ruled) { return whole }
    if let unit = unitWithOffice(of: pieces, at: place, ruled) { return unit }
    let next = place + 1
    let hasNext = next < pieces.words.count && pieces.follows(next) && pieces.words[next].isLatin
    if hasNext, NameText(pieces.text(place..<next + 1)).isArticle(0) {
      let stem = words.readings(
        of: pieces.words[next].text, afterArticle: pieces.words[place].text, best: count)
      let spelled = pieces.words[place].text + pieces.gaps[next] + pieces.words[next].text
      return Unit(
        words: place..<next + 1,
        readings: stem.map { $0.replacing(Self.withArticle($0.arabic) ?? spelled) })
    }
    if hasNext, let unit = unitWithLentArticle(of: pieces, at: place, ruled, best: count) { return unit }
    if let join = join(of: word), join.isAlways || join.isTitle && hasNext {
      guard join.takesNext else {
        let reading = WordReading(
          arabic: place == 0 ? join.initial : join.arabic, probability: 1, source: .lexicon)
        return Unit(words: place..<next, readings: [reading])
      }
      if hasNext {
        let unit = unit(of: pieces, at: next, ruled, best: count)
        let readings = unit.readings.map { $0.replacing(Self.join(join.arabic, $0.arabic)) }
        return Unit(words: place..<unit.words.upperBound, readings: readings)
      }
    }
    return Unit(words: place..<next, readings: words.readings(of: word.text, afterArticle: nil, best: count))
  }

  /// A known name with the article of the next word written onto it, and that word: "Habibur Rahman" is حبيب الرحمن.
  private mutating func unitWithLentArticle(
    of pieces: LatinPieces, at place: Int, _ ruled: [Int: Unit], best count: Int
  ) -> Unit? {
    let word = pieces.words[place]
    guard !notation.isScholarly, word.name.words.count == 1 else { return nil }
    let lent = NameText(pieces.text(place..<place + 2)).lentArticleLength(0)
    guard lent > 0 else { return nil }
    let spelled = String(word.text.dropLast(lent))
    var stems = words.known(spelled: spelled)
    // The word as it is known with its article, as الرحمن (al-rahman), says more than the word that may have one.
    let known = words.known(spelled: LatinArticle.standard + pieces.words[place + 1].text)
    let isOfServants = !words.known(spelled: Self.servant + pieces.words[place + 1].text).isEmpty
    if stems.isEmpty, spelled.count >= Self.leastStem, !known.isEmpty || isOfServants,
      words.known(spelled: word.text).isEmpty
    {
      stems = words.readings(of: spelled, afterArticle: nil, best: count)
      // A lone l ends many words: what is before it must be one.
      if word.text.last == "l" { stems.removeAll { book.frequency(of: VocalizedWord.bare($0.arabic)) == 0 } }
    }
    guard !stems.isEmpty else { return nil }
    let next =
      known.isEmpty
      ? unit(of: pieces, at: place + 1, ruled, best: count)
      : Unit(words: place + 1..<place + 2, readings: known)
    let readings = stems.flatMap { stem in
      next.readings.compactMap { reading -> WordReading? in
        guard let definite = Self.withArticle(reading.arabic) else { return nil }
        var both = reading.replacing(stem.arabic + " " + definite)
        both.probability *= stem.probability
        return both
      }
    }
    guard !readings.isEmpty else { return nil }
    let likeliest = readings.sorted { $0.probability > $1.probability }.prefix(count)
    return Unit(words: place..<next.words.upperBound, readings: Array(likeliest))
  }

  /// How a particle is written in Arabic, in everyday spelling or in that of the text.
  private func join(of word: LatinPieces.Word) -> ParticleJoin? {
    if let join = word.join { return join }
    guard word.name.words.count == 1, word.text.utf8.count <= 16 else { return nil }
    return ParticleJoin.of(NameText(notation.spellings(word.text).first ?? "").foldedHash())
  }

  /// What the rules of a standard make of the words of a text, by the place where each begins.
  private func ruledUnits(of pieces: LatinPieces) -> [Int: Unit] {
    guard notation.isScholarly, let scheme = notation.scholarly else { return [:] }
    var text = ""
    var ranges: [Range<Int>] = []
    var start = 0
    for (place, word) in pieces.words.enumerated() {
      text += pieces.gaps[place] + word.text
      let next = place + 1
      let isBound =
        next < pieces.words.count && pieces.follows(next)
        && scheme.binds(word.text, to: pieces.words[next].text, hyphen: pieces.gaps[next] == "-")
      if isBound { continue }
      ranges.append(start..<next)
      start = next
    }
    guard let arabic = scheme.arabize(text) else { return [:] }
    let words = arabic.split { $0 == " " || $0.isNewline || $0.isPunctuation }
    guard words.count == ranges.count else { return [:] }
    var units: [Int: Unit] = [:]
    for (range, word) in zip(ranges, words) where pieces.words[range.upperBound - 1].isLatin {
      let isLast = range.upperBound == pieces.words.count || !pieces.follows(range.upperBound)
      let arabic = isLast ? String(word) : inConstruct(String(word))
      let reading = WordReading(arabic: arabic, probability: 1, source: .given)
      units[range.lowerBound] = Unit(words: range, readings: [reading])
    }
    return units
  }

  /// A word that is followed by what it belongs to: what ends in -at there is written with ة (ta marbuta), unless it is a
  /// known name with ت (ta), such as Ṭalʻat.
  private func inConstruct(_ arabic: String) -> String {
    let scalars = Array(arabic.unicodeScalars)
    guard scalars.count > 4, scalars.last == "ت", scalars[scalars.count - 2] == "\u{64E}",
      !book.hasName(NameText(arabic))
    else { return arabic }
    return String(String.UnicodeScalarView(scalars.dropLast())) + "ة"
  }

  /// A word that is not Latin: Arabic is given, and its vowels are restored where they are wanted.
  private func otherReading(of word: LatinPieces.Word) -> WordReading {
    let given = WordReading(arabic: word.text, probability: 1, source: .given)
    guard wantsVowels, word.name.words.contains(where: \.isArabic) else { return given }
    var vocalizer = Vocalizer(book: book, transducer: transducer)
    let units = vocalizer.units(of: ArabicPieces(word.text), best: 1)
    return units.count == 1 ? units[0].readings.first ?? given : given
  }

  /// Writes a prefix, or the article that a prefix ends with, onto a word.
  private static func join(_ prefix: String, _ arabic: String) -> String {
    let word = VocalizedWord(arabic)
    let article = "ال"
    if word.isEmpty {
      let start = prefix.hasSuffix(article) ? String(prefix.dropLast(article.count)) : prefix
      return start.hasSuffix(" ") ? start + arabic : start + " " + arabic
    }
    guard prefix.hasSuffix(article) else {
      // Only an article that is written behind li- loses its alif, and that is "lil-".
      guard prefix.hasSuffix("ل") else { return prefix + "\u{2060}" + arabic }
      let definite = word.beginsWithArticle ? arabic : word.withArticle
      return prefix + String(definite.unicodeScalars.dropFirst(article.unicodeScalars.count))
    }
    return String(prefix.dropLast(article.count)) + (word.beginsWithArticle ? arabic : word.withArticle)
  }

  /// A word with its article, or nil when it is not Arabic.
  private static func withArticle(_ arabic: String) -> String? {
    let word = VocalizedWord(arabic)
    if word.isEmpty { return nil }
    return word.beginsWithArticle ? arabic : word.withArticle
  }

  /// The longest known word or compound that begins at a place.
  private mutating func knownUnit(of pieces: LatinPieces, at place: Int) -> Unit? {
    var longest = 1
    while longest < Self.longestCompound, place + longest < pieces.words.count,
      pieces.follows(place + longest), pieces.words[place + longest].isLatin
    {
      longest += 1
    }
    for length in stride(from: longest, to: 0, by: -1) {
      let range = place..<place + length
      // A particle alone, and one at the end, belongs to a word behind it.
      if let particle = pieces.words[range.upperBound - 1].particle, particle.needsNextWord { continue }
      let readings = words.known(spelled: pieces.text(range))
      if !readings.isEmpty { return Unit(words: range, readings: readings) }
      if length > 1, let reading = knownName(pieces.text(range)) {
        return Unit(words: range, readings: [reading])
      }
    }
    return nil
  }

  /// A word that is translated and what it belongs to: University of Aleppo.
  private mutating func translatedUnit(of pieces: LatinPieces, at place: Int) -> Unit? {
    let next = place + 1
    guard !notation.isScholarly, next + 1 < pieces.words.count, pieces.words[next].join?.isOf == true,
      pieces.follows(next), pieces.follows(next + 1),
      let head = translation(of: pieces.text(place..<next)), book.isWord(head.name)
    else { return nil }
    let start = pieces.words[next + 1].saying == .article ? next + 2 : next + 1
    var end = next + 2
    while end < pieces.words.count, end < start + Self.longestCompound, pieces.follows(end),
      pieces.words[end].isLatin
    {
      end += 1
    }
    while end > start {
      if let owner = translation(of: pieces.text(start..<end)) {
        let word = VocalizedWord(head.arabic)
        let first = word.beginsWithArticle ? word.withoutArticle : head.arabic
        let reading = WordReading(
          arabic: first + " " + owner.arabic, probability: 1, source: .lexicon, name: nil)
        return Unit(words: place..<end, readings: [reading])
      }
      end -= 1
    }
    return nil
  }

  /// The Arabic name that a text translates, with vowels where they are wanted.
  func translation(of text: String) -> NameWriter.KnownName? {
    guard let known = lookup.name(text) ?? lookup.translated(text),
      !wantsVowels || Scheme.isVocalized(allWordsOf: known.arabic)
    else { return nil }
    return known
  }

  /// The Arabic name of an entity whose Latin name stands inside a text.
  private mutating func knownName(_ text: String) -> WordReading? {
    guard !notation.isScholarly else { return nil }
    if let old = named[text] { return old }
    var reading: WordReading?
    if book.hasName(NameText(text)), let known = lookup.name(text),
      !wantsVowels || Scheme.isVocalized(allWordsOf: known.arabic)
    {
      reading = WordReading(arabic: known.arabic, probability: 1, source: .lexicon, name: known.name)
    }
    named[text] = reading
    return reading
  }
}
