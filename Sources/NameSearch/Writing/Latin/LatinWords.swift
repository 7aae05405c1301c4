internal import ArabicText

/// Reads single words and compounds in Latin letters: what the lexicon knows, what rules say, what the model proposes.
struct LatinWords {
  private let book: WordBook
  private let known: KnownWords
  private let transducer: Transducer
  private let notation: LatinNotation
  /// Whether the notation was named, and not found out.
  private let isGiven: Bool
  /// Whether the text has signs beyond a–z.
  private let hasSigns: Bool
  /// Whether vowels are wanted, so that words the lexicon does not know are vocalized too.
  private let wantsVowels: Bool
  /// Finds known words that a spelling comes close to.
  private let similar: (String) -> [NameWriter.KnownName]
  /// How often it may still be asked: it costs more than anything else here.
  private var similarLeft = 256
  /// How many words may still be read with all choices.
  private var carefulLeft = 256
  private var spelling = SpellingAligner()
  private var asked: [String: [WordReading]] = [:]

  /// How much likelier a reading is with each point of cost less between its vowels and the spelling.
  private static let costFactor = 0.55
  /// The cost beyond which a reading is as good as none.
  private static let costLimit = 16
  /// How many Arabic spellings and how many readings of each are compared.
  private static let choices = (spellings: 10, readings: 6)
  /// The same once a text has had many words.
  private static let fewChoices = (spellings: 2, readings: 2)
  /// What the likeliest of the known words is worth, compared with the model's probabilities.
  private static let prior = 0.3
  /// What the model's proposals are worth beside a known word that the spelling comes close to.
  private static let besideSimilar = 0.3
  /// The score from which on a word is another spelling of a known one.
  private static let similarScore = 0.89
  /// What a known name with an article that is not spelled is worth beside the same without it.
  private static let withArticle = 0.3
  /// What a family name without the article that it usually has is worth beside the same with it.
  private static let withoutArticle = 0.3

  init(
    book: WordBook, known: KnownWords, transducer: Transducer, notation: LatinNotation, isGiven: Bool,
    hasSigns: Bool,
    wantsVowels: Bool, similar: @escaping (String) -> [NameWriter.KnownName]
  ) {
    self.book = book
    self.known = known
    self.transducer = transducer
    self.notation = notation
    self.isGiven = isGiven
    self.hasSigns = hasSigns
    self.wantsVowels = wantsVowels
    self.similar = similar
  }

  /// The readings of a word or compound that the lexicon knows, as it is spelled or as the press would spell it.
  mutating func known(spelled: String) -> [WordReading] {
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
    if let standard = notation.scholarly {
      // The letters say which of the words it is, and may say that it is another one.
      let exact = weighted.filter { standard.writes($0.arabic, as: spelled) }
      // Where the standard is named and its signs are used, each letter says what it says.
      if !exact.isEmpty || isGiven && hasSigns { return Self.normalized(exact) }
      let mayDiffer = !isGiven && (!hasSigns || standard.arabize(spelled) == nil)
      weighted = weighted.filter { reading in
        cost(text, reading.arabic) ?? 99 == 0
          && (mayDiffer || standard.writes(reading.arabic, asPartly: spelled))
      }
      return Self.normalized(weighted)
    }
    if weighted.count > 1, text.words.count == 1 {
      let proposals = proposals(for: spelled)
      let bare = weighted.map { VocalizedWord.bare($0.arabic) }
      for (place, fit) in notation.fits(spelled, bare).enumerated() {
        weighted[place].probability += proposals.first { $0.text == bare[place] }?.weight ?? 0
        weighted[place].probability *= fit
      }
      weighByFrequency(&weighted)
    }
    if text.words.count == 1 {
      weighted += weighted.filter { VocalizedWord($0.arabic).beginsWithArticle }.map { reading in
        var plain = reading.replacing(VocalizedWord(reading.arabic).withoutArticle)
        plain.probability *= Self.withoutArticle
        return plain
      }
    }
    return Self.normalized(weighted)
  }

  /// Lets frequent names win over rare ones that are spelled the same: Hassan is حسن far more often than حسان.
  private func weighByFrequency(_ readings: inout [WordReading]) {
    let counts = readings.map { Double(book.frequency(of: VocalizedWord.bare($0.arabic)) + 1) }
    guard let most = counts.max() else { return }
    for place in readings.indices { readings[place].probability *= (counts[place] / most).squareRoot() }
  }

  /// The Arabic spellings that the model proposes for a word.
  private mutating func proposals(for word: String) -> [(text: String, weight: Double)] {
    carefulLeft -= 1
    var result: [(text: String, weight: Double)] = []
    for (rank, spelling) in notation.spellings(word).enumerated() {
      for proposal in transducer.arabizations(of: spelling, best: choices.spellings) {
        let weight = proposal.probability / Double(rank + 1)
        if let old = result.firstIndex(where: { $0.text == proposal.text }) {
          result[old].weight = max(result[old].weight, weight)
        } else {
          result.append((proposal.text, weight))
        }
      }
    }
    for (place, fit) in notation.fits(word, result.map(\.text)).enumerated() { result[place].weight *= fit }
    return result.enumerated().sorted { left, right in
      left.element.weight == right.element.weight
        ? left.offset < right.offset : left.element.weight > right.element.weight
    }.map(\.element)
  }

  private var choices: (spellings: Int, readings: Int) { carefulLeft > 0 ? Self.choices : Self.fewChoices }

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

  /// The readings of a word, likeliest first.
  mutating func readings(of word: String, afterArticle article: String?, best count: Int) -> [WordReading] {
    let key = (article ?? "") + " " + word
    if let readings = asked[key] { return readings }
    let readings = Array(freshReadings(of: word, afterArticle: article).prefix(max(count, 1)))
    asked[key] = readings
    return readings
  }

  private mutating func freshReadings(of word: String, afterArticle article: String?) -> [WordReading] {
    if article != nil {
      let known = known(spelled: word)
      if !known.isEmpty { return known }
    }
    if notation.isScholarly, let arabic = notation.scholarly?.arabize(word) {
      return [WordReading(arabic: arabic, probability: 1, source: .given)]
    }
    let proposals = proposals(for: word)
    let similar = similarReadings(article.map { $0 + " " + word } ?? word, proposals)
    guard !proposals.isEmpty else { return similar.isEmpty ? [spelledOut(word)] : similar }
    let proposed =
      wantsVowels
      ? vocalized(proposals, word: word, article: article)
      : proposals.map { WordReading(arabic: $0.text, probability: $0.weight, source: .model) }
    guard let best = similar.first else { return proposed }
    let others = proposed.filter { VocalizedWord.bare($0.arabic) != VocalizedWord.bare(best.arabic) }
    return Self.normalized(similar)
      + Self.normalized(others).map { reading in
        var reading = reading
        reading.probability *= Self.besideSimilar
        return reading
      }
  }

  /// Known words that a spelling comes close to, those first that the model proposes.
  private mutating func similarReadings(
    _ spelled: String, _ proposals: [(text: String, weight: Double)]
  ) -> [WordReading] {
    guard similarLeft > 0 else { return [] }
    similarLeft -= 1
    // A close word that the model does not think of is another name that happens to be close: Michael and مِشْعَل.
    let found = similar(spelled)
    let all = found.map { VocalizedWord.bare($0.arabic) }
    let readings = found.enumerated().compactMap { rank, known -> WordReading? in
      let bare = all[rank]
      let word = VocalizedWord(bare)
      let inner = word.beginsWithArticle ? word.withoutArticle : bare
      let proposed = proposals.first { $0.text == bare || $0.text == inner }
      // What only leaves out vowels is the word too: mustfa.
      guard
        Self.leavesOutVowels(spelled) && notation.admits(spelled, as: bare)
          || known.match.score >= Self.similarScore && (proposals.isEmpty || proposed != nil)
      else { return nil }
      var weight = Self.prior / Double(rank + 1) + (proposed?.weight ?? 0)
      if inner != bare, all.contains(inner) { weight *= Self.withArticle }
      return WordReading(arabic: known.arabic, probability: weight, source: .lexicon, name: known.name)
    }
    return Self.normalized(readings)
  }

  /// Whether a spelling has more consonants in a row than an Arabic word: m7md, mustfa.
  ///
  /// Pairs with h are one; a word may begin with more when it is foreign.
  private static func leavesOutVowels(_ spelled: String) -> Bool {
    var cluster = 0
    var longest = 0
    var hasVowel = false
    var last: Character = " "
    for letter in spelled.lowercased() where letter.isLetter || letter.isNumber {
      if "aeiouy".contains(letter) {
        cluster = 0
        hasVowel = true
      } else if letter != "h" || cluster == 0 || !"cdgkst".contains(last) {
        cluster += hasVowel ? 1 : 0
        longest = max(longest, cluster)
      }
      last = letter
    }
    return longest > 2 || !hasVowel
  }

  /// Chooses among the readings of the model's Arabic spellings by what the Latin spelling says of their vowels.
  private mutating func vocalized(
    _ proposals: [(text: String, weight: Double)], word: String, article: String?
  ) -> [WordReading] {
    let latin = NameText((article.map { $0 + " " } ?? "") + (notation.spellings(word).first ?? word))
    var readings: [WordReading] = []
    for proposal in proposals {
      let written = article == nil ? proposal.text : VocalizedWord(proposal.text).withArticle
      for vocalization in transducer.vocalizations(of: [written], at: 0, best: choices.readings) {
        var reading = ModelReading.reading(vocalization)
        let cost = cost(latin, reading.arabic) ?? Self.costLimit
        let fit = (0..<cost).reduce(1.0) { weight, _ in weight * Self.costFactor }
        reading.probability *= proposal.weight * fit
        readings.append(reading)
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
