internal import ArabicText

/// Reads names in Latin letters into Arabic.
///
/// Known words and compounds win, the longest first; then what is spelled by rule; then the model. Articles and other
/// particles are joined as Arabic writes them.
struct LatinReader {
  private let book: WordBook
  private let known: KnownWords
  private let transducer: Transducer
  private let notation: LatinNotation
  /// Whether vowels are wanted, so that words the lexicon does not know are vocalized too.
  private let wantsVowels: Bool
  private var spelling = SpellingAligner()
  private var asked: [String: [WordReading]] = [:]

  /// The most words of a known compound, each article counted: Abd al-Rahman has three.
  private static let longestCompound = 5
  /// How much likelier a reading is with each point of cost less between its vowels and the spelling.
  private static let costFactor = 0.55
  /// The cost beyond which a reading is as good as none.
  private static let costLimit = 16
  /// How many Arabic spellings and how many readings of each are compared.
  private static let spellings = 10
  private static let readings = 6
  /// What the likeliest of the known words is worth, compared with the model's probabilities.
  private static let prior = 0.3

  init(
    book: WordBook, known: KnownWords, transducer: Transducer, notation: LatinNotation, wantsVowels: Bool
  ) {
    self.book = book
    self.known = known
    self.transducer = transducer
    self.notation = notation
    self.wantsVowels = wantsVowels
  }

  /// Returns the readings of all words of a text.
  mutating func units(of pieces: LatinPieces, best count: Int) -> [Unit] {
    var units: [Unit] = []
    var place = 0
    let ruled = ruledUnits(of: pieces)
    while place < pieces.words.count {
      let unit = unit(of: pieces, at: place, ruled, best: count)
      units.append(unit)
      place = unit.words.upperBound
    }
    return units
  }

  private mutating func unit(
    of pieces: LatinPieces, at place: Int, _ ruled: [Int: Unit], best count: Int
  ) -> Unit {
    let word = pieces.words[place]
    guard word.isLatin else { return Unit(words: place..<place + 1, readings: [otherReading(of: word)]) }
    if let unit = knownUnit(of: pieces, at: place) ?? ruled[place] { return unit }
    let next = place + 1
    let hasNext = next < pieces.words.count && pieces.follows(next) && pieces.words[next].isLatin
    if hasNext, NameText(pieces.text(place..<next + 1)).isArticle(0) {
      let stem = readings(of: pieces.words[next].text, afterArticle: pieces.words[place].text, best: count)
      let spelled = pieces.words[place].text + pieces.gaps[next] + pieces.words[next].text
      return Unit(
        words: place..<next + 1,
        readings: stem.map { $0.replacing(Self.withArticle($0.arabic) ?? spelled) })
    }
    if let join = join(of: word) {
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
    return Unit(words: place..<next, readings: readings(of: word.text, afterArticle: nil, best: count))
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
      let isBound = next < pieces.words.count && pieces.follows(next)
        && (NameText(pieces.text(place..<next + 1)).isArticle(0)
          || pieces.gaps[next] == "-" && word.join?.takesNext ?? false)
      if isBound { continue }
      ranges.append(start..<next)
      start = next
    }
    guard let arabic = scheme.arabize(text) else { return [:] }
    let words = arabic.split { $0 == " " || $0.isNewline || $0.isPunctuation }
    guard words.count == ranges.count else { return [:] }
    var units: [Int: Unit] = [:]
    for (range, word) in zip(ranges, words) where pieces.words[range.upperBound - 1].isLatin {
      let reading = WordReading(arabic: String(word), probability: 1, source: .given)
      units[range.lowerBound] = Unit(words: range, readings: [reading])
    }
    return units
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

  // MARK: Known words

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
      let readings = knownReadings(spelled: pieces.text(range))
      if !readings.isEmpty { return Unit(words: range, readings: readings) }
    }
    return nil
  }

  /// The readings of a word or compound that the lexicon knows, as it is spelled or as the press would spell it.
  private mutating func knownReadings(spelled: String) -> [WordReading] {
    if notation.isScholarly { return knownReadings(NameText(spelled), spelled: spelled) }
    for spelling in [spelled] + notation.spellings(spelled) {
      let text = NameText(spelling)
      for text in [text, text.withStandardArticles] {
        let readings = knownReadings(text, spelled: spelled)
        if !readings.isEmpty { return readings }
      }
    }
    return []
  }

  private mutating func knownReadings(_ text: NameText, spelled: String) -> [WordReading] {
    guard !text.isEmpty else { return [] }
    let found = book.arabic(known, spelling: text, text.words.indices)
    guard !found.isEmpty else { return [] }
    var weighted = found.map { entry in
      WordReading(
        arabic: entry.form.text, probability: Self.prior / Double(entry.position + 1), source: .lexicon,
        name: entry.form.name)
    }
    if notation.isScholarly {
      // The letters say which of the words it is, and may say that it is another one.
      weighted = weighted.filter { cost(text, $0.arabic) ?? 99 == 0 }
      return Self.normalized(weighted)
    }
    if weighted.count > 1, text.words.count == 1 {
      let proposals = proposals(for: spelled)
      for place in weighted.indices {
        let bare = VocalizedWord.bare(weighted[place].arabic)
        weighted[place].probability += proposals.first { $0.text == bare }?.weight ?? 0
        weighted[place].probability *= notation.fit(spelled, bare)
      }
    }
    return Self.normalized(weighted)
  }

  /// The Arabic spellings that the model proposes for a word.
  private func proposals(for word: String) -> [(text: String, weight: Double)] {
    var result: [(text: String, weight: Double)] = []
    for (rank, spelling) in notation.spellings(word).enumerated() {
      for proposal in transducer.arabizations(of: spelling, best: Self.spellings) {
        let weight = proposal.probability / Double(rank + 1)
        if let old = result.firstIndex(where: { $0.text == proposal.text }) {
          result[old].weight = max(result[old].weight, weight)
        } else {
          result.append((proposal.text, weight))
        }
      }
    }
    for place in result.indices { result[place].weight *= notation.fit(word, result[place].text) }
    return result.enumerated().sorted { left, right in
      left.element.weight == right.element.weight
        ? left.offset < right.offset : left.element.weight > right.element.weight
    }.map(\.element)
  }

  private static func normalized(_ readings: [WordReading]) -> [WordReading] {
    let total = readings.reduce(0) { $0 + $1.probability }
    guard total > 0 else { return readings }
    return readings.map { reading in
      var reading = reading
      reading.probability /= total
      return reading
    }.enumerated().sorted { left, right in
      left.element.probability == right.element.probability
        ? left.offset < right.offset : left.element.probability > right.element.probability
    }.map(\.element)
  }

  private mutating func cost(_ text: NameText, _ arabic: String) -> Int? {
    let other = NameText(arabic)
    guard !text.isEmpty, !other.isEmpty else { return nil }
    return spelling.cost(text, text.words.indices, other, other.words.indices, limit: Self.costLimit)
  }

  // MARK: Other words

  private mutating func readings(of word: String, afterArticle article: String?, best count: Int) -> [WordReading] {
    let key = (article ?? "") + " " + word
    if let readings = asked[key] { return readings }
    let readings = Array(freshReadings(of: word, afterArticle: article).prefix(max(count, 1)))
    asked[key] = readings
    return readings
  }

  private mutating func freshReadings(of word: String, afterArticle article: String?) -> [WordReading] {
    if article != nil {
      let known = knownReadings(spelled: word)
      if !known.isEmpty { return known }
    }
    if notation.isScholarly, let arabic = notation.scholarly?.arabize(word) {
      return [WordReading(arabic: arabic, probability: 1, source: .given)]
    }
    let proposals = proposals(for: word)
    guard !proposals.isEmpty else { return [spelledOut(word)] }
    guard wantsVowels else {
      return proposals.map { WordReading(arabic: $0.text, probability: $0.weight, source: .model) }
    }
    return vocalized(proposals, word: word, article: article)
  }

  /// Chooses among the readings of the model's Arabic spellings by what the Latin spelling says of their vowels.
  private mutating func vocalized(
    _ proposals: [(text: String, weight: Double)], word: String, article: String?
  ) -> [WordReading] {
    let latin = NameText((article.map { $0 + " " } ?? "") + (notation.spellings(word).first ?? word))
    var readings: [WordReading] = []
    for proposal in proposals {
      let written = article == nil ? proposal.text : VocalizedWord(proposal.text).withArticle
      for reading in transducer.vocalizations(of: [written], at: 0, best: Self.readings) {
        let cost = cost(latin, reading.arabic) ?? Self.costLimit
        let fit = (0..<cost).reduce(1.0) { weight, _ in weight * Self.costFactor }
        readings.append(
          WordReading(
            arabic: reading.arabic, scholarly: reading.scholarly,
            probability: proposal.weight * reading.probability * fit, source: .model))
      }
    }
    if readings.isEmpty {
      readings = proposals.map { WordReading(arabic: $0.text, probability: $0.weight, source: .model) }
    }
    return Self.normalized(readings)
  }

  /// What letters alone say, for a word that the model cannot read.
  private func spelledOut(_ word: String) -> WordReading {
    let letters = NameText(notation.spellings(word).first ?? word)
    let scheme = try? Scheme.named(NameWriter.everydayScheme)
    let arabic = scheme?.arabize(letters.normalized) ?? scheme?.arabize(letters.folded)
    return WordReading(arabic: arabic ?? word, probability: 1, source: .model)
  }
}

extension NameText {
  /// The name with each article that stands apart written "al".
  fileprivate var withStandardArticles: NameText {
    guard words.indices.contains(where: isArticle) else { return self }
    var letters: [UInt16] = []
    for place in words.indices {
      if place > 0 { letters.append(0x20) }
      letters += isArticle(place) ? [0x61, 0x6C] : Array(self.letters[words[place].range])
    }
    return NameText(letters: letters)
  }
}
