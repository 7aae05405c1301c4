internal import ArabicText

extension NameWriter {
  /// How much of a known word's probability its usual spellings have; the rest is that of other spellings.
  private static let knownShare = 0.9
  /// How much of a word's probability the spelling by rule has beside those of the model.
  private static let ruleShare = 0.25
  private static let foreignRuleShare = 0.05
  /// How much less likely a spelling of the model is with each point of cost that its sounds are away from the vowels of the word.
  private static let costFactor = 0.85
  /// How probable a reading must be for that.
  private static let sure = 0.75
  private static let costLimit = 16
  /// The most alternatives for one word.
  private static let alternatives = 12

  /// Writes a text as the press does: usual spellings of known names and words, the model's spellings of others.
  func everyday(
    _ pieces: ArabicPieces, _ units: [Unit], _ scheme: Scheme, _ count: Int
  ) -> [Written.Output] {
    let (pieces, units) = pieces.joiningPrefixes(units)
    var asked: [String: [Transducer.Proposal]] = [:]
    let spelled = units.indices.map { place in
      spellings(of: units, at: place, in: pieces, scheme, count, asked: &asked)
    }
    let combinations = BestCombinations.find(spelled.map { $0.map(\.weight) }, count: count)
    return Self.distinct(
      combinations.map { choices, weight in
        var text = ""
        for (place, choice) in choices.enumerated() {
          let word = spelled[place][choice].text
          let gap = pieces.gaps[units[place].words.lowerBound]
          if word.unicodeScalars.first == Self.joiner {
            text.unicodeScalars.append(contentsOf: word.unicodeScalars.dropFirst())
          } else {
            text += scheme.romanize(gap) + word
          }
        }
        return (text + scheme.romanize(pieces.gaps[pieces.gaps.count - 1]), weight)
      })
  }

  /// A spelling with its probability.
  typealias Spelling = (text: String, weight: Double)

  /// The spellings of a unit, likeliest first.
  func spellings(
    of units: [Unit], at place: Int, in pieces: ArabicPieces, _ scheme: Scheme, _ count: Int,
    asked: inout [String: [Transducer.Proposal]]
  ) -> [Spelling] {
    let unit = units[place]
    var result: [Spelling] = []
    func add(_ text: String, _ weight: Double) {
      guard !text.isEmpty else { return }
      if let old = result.firstIndex(where: { $0.text == text }) {
        result[old].weight += weight
      } else {
        result.append((text, weight))
      }
    }
    for reading in unit.readings {
      let rule = rule(for: reading, of: units, at: place, pieces, scheme)
      if reading.source == .given {
        add(rule, reading.probability)
        continue
      }
      let known = knownSpellings(of: reading, rule: rule)
      let share = known.isEmpty ? 0 : Self.knownShare * reading.probability
      for (rank, text) in known.prefix(max(count, 1)).enumerated() {
        add(text, share * Vocalizer.likelihood(rank, of: known.count))
      }
      let rest = reading.probability - share
      // A known word behind a prefix is written by rule.
      let hasPrefix = reading.arabic.unicodeScalars.contains("\u{2060}")
      guard unit.words.count == 1, reading.source == .model || count > 1 && !hasPrefix else {
        add(rule, rest)
        continue
      }
      let hasVowels = reading.probability >= Self.sure && !reading.isForeign && Self.isPhrase(units, place)
      let modelled = modelled(reading, rule: rule, hasVowels: hasVowels, best: count, asked: &asked)
      // Rules do not know how a foreign name is spelled at home.
      let ruleShare = reading.isForeign ? Self.foreignRuleShare : Self.ruleShare
      add(rule, modelled.isEmpty ? rest : rest * ruleShare)
      for spelling in modelled { add(spelling.text, spelling.weight * rest * (1 - ruleShare)) }
    }
    result.sort { $0.weight > $1.weight }
    return Array(result.prefix(Self.alternatives))
  }

  /// Stands before a spelling that is written onto the word before it.
  private static let joiner: Unicode.Scalar = "\u{2060}"

  /// What rules make of a reading where it stands.
  private func rule(
    for reading: WordReading, of units: [Unit], at place: Int, _ pieces: ArabicPieces, _ scheme: Scheme
  ) -> String {
    let words = units[place].words
    let gap = pieces.gaps[words.upperBound]
    var own = Vocalizer.words(of: reading.arabic).map { VocalizedWord($0) }
    guard let last = own.indices.last else { return scheme.romanize(reading.arabic) }
    own[last].isConstruct = reading.isConstruct
    func written(_ front: [VocalizedWord], before next: [VocalizedWord], _ tail: String) -> String? {
      let all = front + own + next
      let gaps = [""] + [String](repeating: " ", count: all.count - 1) + [next.isEmpty ? gap : ""]
      let text = scheme.romanize(words: all, gaps: gaps)
      return text.hasSuffix(tail) ? String(text.dropLast(tail.count)) : nil
    }
    func written(_ front: [VocalizedWord]) -> String {
      // Only a word in ة (ta marbuta) is read otherwise before another word.
      if reading.isConstruct == nil, gap == " ", place + 1 < units.count,
        reading.arabic.unicodeScalars.last(where: Self.isLetter) == "ة",
        let next = units[place + 1].readings.first,
        let text = written(
          front, before: Vocalizer.words(of: next.arabic).map { VocalizedWord($0) },
          " " + scheme.romanize(next.arabic))
      {
        return text
      }
      return written(front, before: [], scheme.romanize(gap)) ?? scheme.romanize(reading.arabic)
    }
    guard place > 0, pieces.gaps[words.lowerBound] == " " else { return written([]) }
    // A letter in front shows how the word is written inside a name.
    let inside = written([VocalizedWord("ب")])
    if let space = inside.firstIndex(of: " "), inside.distance(from: inside.startIndex, to: space) <= 1 {
      return String(inside[inside.index(after: space)...])
    }
    return String(Self.joiner) + inside.dropFirst()
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.generalCategory == .otherLetter
  }

  /// The usual spellings of a word or name that the lexicon knows, in its order.
  func knownSpellings(of reading: WordReading, rule: String) -> [String] {
    guard let name = reading.name else { return [] }
    let entry = book.entry(name)
    let latin = book.latin(name)
    let all = latin.filter { $0.language == WordBook.latin }
    let sameRole = all.filter { $0.role == entry.role }
    let isSame = Self.isAlike(reading.arabic, entry.text)
    if all.isEmpty, isSame { return homeSpellings(of: reading.arabic, name) }
    // A row of words has its first spellings as names and the others as aliases; they are one list there.
    let isPart = book.isWord(name)
    var spellings = (isPart || sameRole.isEmpty ? all : sameRole).map(\.text)
    if reading.arabic != entry.text, !isSame {
      let hasArticle = VocalizedWord(reading.arabic).beginsWithArticle
      guard hasArticle != VocalizedWord(entry.text).beginsWithArticle,
        Self.withoutArticle(reading.arabic) == Self.withoutArticle(entry.text)
      else { return [] }
      let bare = spellings.filter { LatinArticle.length(in: $0) == nil }
      spellings = hasArticle ? bare.map { LatinArticle.standard + $0 } : bare
    }
    // A row with several Arabic forms lists the spellings of all of them.
    if isPart, book.hasSeveralForms(name) {
      let hasArticle = VocalizedWord(reading.arabic).beginsWithArticle
      let alike = spellings.filter { (LatinArticle.length(in: $0) != nil) == hasArticle }
      spellings = (alike.isEmpty ? spellings : alike).filter { book.sounds($0, like: reading.arabic) }
    } else if !isPart {
      // What English calls it is the usual spelling, where it is one: Pakistan before Bakistan.
      let english = latin.filter { $0.language == WordBook.english && $0.role == entry.role }.map(\.text)
      spellings = (english + spellings).filter { book.spells($0, reading.arabic, lexicons.known) }
    }
    guard reading.arabic.unicodeScalars.last == "ة" else { return spellings }
    // Of a word in ة (ta marbuta) those that are spoken as it is here: Harakat before a name, Haraka alone.
    let isConstruct = rule.hasSuffix("t")
    let fitting = spellings.filter { $0.hasSuffix("t") == isConstruct }
    return fitting.isEmpty ? [rule] : fitting
  }

  /// A name that is foreign to Arabic as it is spelled at home.
  ///
  /// Of a short name it is what stands for it in the whole one; a nickname does not.
  private func homeSpellings(of arabic: String, _ name: WordBook.Name) -> [String] {
    let names = book.names(ofEntityWith: name)
    let home = names.filter { $0.language == WordBook.english && WordBook.isSpelling($0) }
    let first = NameRole.name.rawValue
    let whole = home.filter { $0.role == first }.map(\.text)
    let arabicNames = names.filter { $0.language == WordBook.arabic && $0.role == first }.map(\.text)
    if arabicNames.contains(where: { Self.isAlike($0, arabic) }) { return whole }
    for full in arabicNames {
      let words = Vocalizer.words(of: full)
      guard let place = words.firstIndex(where: { Self.isAlike($0, arabic) }) else { continue }
      // A word for a sort of place stands elsewhere in English: "Kamaran Island".
      let parts = whole.map { $0.split(separator: " ").map(String.init) }.filter { $0.count == words.count }
        .map { $0[place] }
        .filter {
          !GenericWords.contains(NameText($0).foldedHash()) || book.spells($0, arabic, lexicons.known)
        }
      if !parts.isEmpty { return parts }
    }
    return spellings(of: arabic, in: home)
  }

  /// Whether two Arabic names have the same letters, but for marks and seats.
  private static func isAlike(_ left: String, _ right: String) -> Bool {
    left == right || NameText(left).foldedHash() == NameText(right).foldedHash()
  }

  /// What spells a short name among names and their words.
  private func spellings(of arabic: String, in names: [LexiconName]) -> [String] {
    let texts = names.map(\.text)
    var result: [String] = []
    for text in texts + texts.flatMap({ $0.split(separator: " ").map(String.init) })
    where !result.contains(text) && book.spells(text, arabic, lexicons.known) {
      result.append(text)
    }
    return result
  }

  /// The letters of a word without its article; a prefix stays, so a word that has one is another.
  private static func withoutArticle(_ word: String) -> String {
    let bare = VocalizedWord.bare(word)
    let letters = VocalizedWord(bare)
    return letters.beginsWithArticle ? letters.withoutArticle : bare
  }

  /// Whether a word stands in a phrase of Arabic, which foreign names do not.
  ///
  /// There a word beside it, or it itself, has the article or is a head in ة (ta marbuta).
  private static func isPhrase(_ units: [Unit], _ place: Int) -> Bool {
    units[max(0, place - 2)..<min(units.count, place + 3)].contains { unit in
      guard let reading = unit.readings.first else { return false }
      return Vocalizer.words(of: reading.arabic).contains { word in
        let word = VocalizedWord(word)
        return word.beginsWithArticle || word.isHead
      }
    }
  }

  /// The model's everyday spellings of a word.
  ///
  /// Where its vowels are sure, those come first that sound like them.
  private func modelled(
    _ reading: WordReading, rule: String, hasVowels: Bool, best count: Int,
    asked: inout [String: [Transducer.Proposal]]
  ) -> [Spelling] {
    var word = VocalizedWord.bare(reading.arabic)
    // The article is written by rule; the model sees the word behind it.
    let hasArticle = LatinArticle.length(in: rule) != nil && VocalizedWord(word).beginsWithArticle
    if hasArticle { word = VocalizedWord(word).withoutArticle }
    let proposals: [Transducer.Proposal]
    if let old = asked[word] {
      proposals = old
    } else {
      proposals = transducer.romanizations(of: word, best: max(count, 3))
      asked[word] = proposals
    }
    let isTaMarbuta = reading.arabic.unicodeScalars.last == "ة"
    let sounding = NameText(hasArticle ? VocalizedWord(reading.arabic).withoutArticle : reading.arabic)
    return proposals.compactMap { proposal in
      // A word in ة (ta marbuta) is in construct in all spellings or in none.
      if isTaMarbuta, proposal.text.hasSuffix("t") != rule.hasSuffix("t") { return nil }
      let cost =
        !hasVowels
        ? 0 : SoundingCost.of(NameText(proposal.text), sounding, limit: Self.costLimit) ?? Self.costLimit
      let fit = (0..<cost).reduce(1.0) { weight, _ in weight * Self.costFactor }
      let text = NameCapitals.applied(to: proposal.text)
      return ((hasArticle ? LatinArticle.standard : "") + text, proposal.probability * fit)
    }
  }
}
