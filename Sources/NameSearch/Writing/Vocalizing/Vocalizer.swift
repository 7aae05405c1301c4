internal import ArabicText

/// Restores the vowels of Arabic names.
///
/// What is written wins over what the lexicon knows, and that over what the model guesses. A single word gives way when the model is
/// sure of another one: sooner where the lexicon has it in another spelling only, later in a text of several words.
struct Vocalizer {
  let book: WordBook
  let transducer: Transducer
  /// Readings of words that occurred before in the same text, by the word and what is beside it.
  private var asked: [[String]: [WordReading]] = [:]
  /// Whether the text is so long that words come again with the same beside them.
  private var isLong = false

  /// The most words of a known name inside a text.
  static let longestName = 8
  /// How many words on each side the model is shown.
  private static let context = 3
  /// Texts of more words have their readings kept.
  private static let shortText = 12
  /// Words with more letters are not in any lexicon.
  static let longestWord = 96
  init(book: WordBook, transducer: Transducer) {
    self.book = book
    self.transducer = transducer
  }

  /// Returns the readings of all words of a text.
  ///
  /// - Parameters:
  ///   - pieces: the text.
  ///   - count: the most readings of one word.
  /// - Returns: the words in order, known names as one unit.
  mutating func units(of pieces: ArabicPieces, best count: Int) -> [Unit] {
    isLong = pieces.words.count > Self.shortText
    var units: [Unit] = []
    for name in pieces.names {
      let words = Array(pieces.words[name])
      let known = knownNames(words)
      var place = 0
      while place < words.count {
        let start = name.lowerBound + place
        if let (length, readings) = known[place] {
          units.append(Unit(words: start..<start + length, readings: Array(readings.prefix(count))))
          place += length
        } else {
          let readings = readings(of: words, at: place, best: count)
          units.append(Unit(words: start..<start + 1, readings: readings))
          place += 1
        }
      }
    }
    return units
  }

  /// Returns the words of a known name one by one, and the shorter known names in it, with the vowels it has.
  func words(of pieces: ArabicPieces, _ unit: Unit) -> [Unit] {
    let words = Array(pieces.words[unit.words])
    let known = knownNames(words, longest: words.count - 1)
    var units: [Unit] = []
    var place = 0
    while place < words.count {
      let start = unit.words.lowerBound + place
      if let (length, readings) = known[place], let first = readings.first {
        units.append(Unit(words: start..<start + length, readings: [first]))
        place += length
        continue
      }
      let word = words[place]
      let plain = WordReading(arabic: word, probability: 1, source: .lexicon)
      let known = knownReadings(of: word, VocalizedWord(word)).first
      units.append(Unit(words: start..<start + 1, readings: [known ?? plain]))
      place += 1
    }
    return units
  }

  // MARK: Words of names

  static func weighted(_ forms: [WordBook.Form]) -> [WordReading] {
    forms.enumerated().map { place, form in
      WordReading(
        arabic: form.text, probability: likelihood(place, of: forms.count), source: .lexicon, name: form.name)
    }
  }

  /// The share of the alternative at a place, each half as likely as the one before.
  static func likelihood(_ place: Int, of count: Int) -> Double {
    let total = 2 - 1 / Double(1 << min(count - 1, 40))
    return 1 / Double(1 << min(place, 40)) / total
  }

  static func words(of text: String) -> [String] {
    func isGap(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "-") }
    guard text.utf8.contains(where: isGap) else { return text.isEmpty ? [] : [text] }
    return text.utf8.split(whereSeparator: isGap).map { String(Substring($0)) }
  }

  // MARK: Words

  private mutating func readings(of words: [String], at place: Int, best count: Int) -> [WordReading] {
    let window = max(0, place - Self.context)..<min(words.count, place + Self.context + 1)
    guard isLong else {
      return freshReadings(of: Array(words[window]), at: place - window.lowerBound, best: count)
    }
    let key = Array(words[window]) + ["\(place - window.lowerBound)"]
    if let readings = asked[key] { return readings }
    let readings = freshReadings(of: Array(words[window]), at: place - window.lowerBound, best: count)
    asked[key] = readings
    return readings
  }

  /// Says of a word in ة (ta marbuta) before another one what rules cannot see: the model knows how it stands beside those around
  /// it, and names of persons that it does not know so stand for themselves.
  private func decideConstruct(_ reading: inout WordReading, _ proposed: [Transducer.Vocalization]) {
    let scholarly = reading.scholarly ?? ModelReading.scholarly(reading.arabic)
    let stem = scholarly?.dropLast()
    let endings = proposed.filter { $0.scholarly.dropLast() == stem }.compactMap(\.scholarly.last)
    if let ending = endings.first(where: "th".contains) {
      reading.isConstruct = ending == "t"
    } else if let name = reading.name, book.isPersonal(name), !VocalizedWord(reading.arabic).isHead {
      reading.isConstruct = false
    }
  }

  private func freshReadings(of words: [String], at place: Int, best count: Int) -> [WordReading] {
    let bare = words.map(VocalizedWord.bare)
    let standsBefore = place + 1 < words.count && bare[place].unicodeScalars.last == "ة"
    let word = words[place]
    if Scheme.isVocalized(word) { return [WordReading(arabic: word, probability: 1, source: .given)] }
    if ArabicPieces.isArticle(word) {
      return [WordReading(arabic: ArabicPieces.article, probability: 1, source: .given)]
    }
    let written = VocalizedWord(word)
    let known = knownReadings(of: word, written)
    let isText = words.count > Self.fewWords
    if known.count == 1, !known[0].isOtherSpelling, !standsBefore, !isText {
      return known.map { $0.withEnding(of: written).withForeignLetters(of: written) }
    }
    // More than are wanted only where known words or written marks choose among them.
    let isFree = known.isEmpty && bare[place] == word
    let answers = transducer.vocalizations(of: bare, at: place, best: isFree ? count : max(count, 8))
    let (proposed, isForeign) = ModelReading.writable(answers, of: bare[place]) {
      transducer.vocalizations(of: bare, at: place, best: max(count, Self.manyReadings))
    }
    var readings = chosen(known, proposed, word, at: place, isText: isText, best: count)
    if standsBefore {
      for place in readings.indices { decideConstruct(&readings[place], proposed) }
    }
    return readings.map { reading in
      var reading = reading.withEnding(of: written).withForeignLetters(of: written)
      reading.isForeign = isForeign && reading.source == .model
      return reading
    }
  }

  /// How many readings are looked at for one that rules could write.
  private static let manyReadings = 24

  private func chosen(
    _ known: [WordReading], _ proposed: [Transducer.Vocalization], _ word: String, at place: Int,
    isText: Bool, best count: Int
  ) -> [WordReading] {
    let known = Self.contradicts(proposed, known, isText: isText) ? [] : known
    if known.isEmpty {
      // A letter in front of a known word is a prefix when the model thinks so too.
      let isPrefixed = proposed.first?.arabic.unicodeScalars.contains("\u{2060}") ?? true
      let prefixed = isPrefixed ? prefixedForms(VocalizedWord.bare(word), needsArticle: place == 0) : []
      if !prefixed.isEmpty, !Self.contradicts(proposed, prefixed, isText: isText) {
        return Array(prefixed.prefix(count))
      }
    }
    if !known.isEmpty { return Array(Self.ranked(known, by: proposed).prefix(count)) }
    var readings = proposed.map(ModelReading.reading)
    let written = VocalizedWord(word)
    let allowed = readings.filter { written.allows(VocalizedWord($0.arabic)) }
    if !allowed.isEmpty { readings = allowed }
    if readings.isEmpty { readings = [WordReading(arabic: word, probability: 1, source: .model)] }
    return Array(readings.prefix(count))
  }

  /// Texts of no more words are names.
  private static let fewWords = 2
  /// How sure the model must be of another word than one that the lexicon has in another spelling only: على is no علي.
  private static let sureOfSpelling = 0.5
  /// The same of any known word in a text: صور is Tyre, and pictures in "pictures from the life of the Companions".
  private static let sureOfWord = 0.9

  /// Whether the model is sure of another word than those that are known.
  private static func contradicts(
    _ proposed: [Transducer.Vocalization], _ known: [WordReading], isText: Bool
  ) -> Bool {
    guard let first = proposed.first else { return false }
    let isOtherSpelling = known.allSatisfy(\.isOtherSpelling)
    guard isOtherSpelling || isText,
      first.probability >= (isOtherSpelling ? sureOfSpelling : sureOfWord)
    else { return false }
    return !known.contains { ModelReading.scholarly($0.arabic) == first.scholarly }
  }

  /// Orders known forms as the model does, and after them those that it does not propose.
  private static func ranked(
    _ known: [WordReading], by proposed: [Transducer.Vocalization]
  ) -> [WordReading] {
    var result = known.enumerated().map { place, reading in
      let scholarly = ModelReading.scholarly(reading.arabic)
      let found = proposed.firstIndex { $0.scholarly == scholarly }
      return (place: found ?? proposed.count + place, reading: reading)
    }.sorted { $0.place < $1.place }.map(\.reading)
    for place in result.indices { result[place].probability = likelihood(place, of: result.count) }
    return result
  }

  private func knownReadings(of word: String, _ written: VocalizedWord) -> [WordReading] {
    guard written.count <= Self.longestWord else { return [] }
    let whole = knownForms(word, written)
    let bare = VocalizedWord.bare(word)
    if written.beginsWithArticle {
      // Where it is only another spelling of a name, or what an entity is called, the word behind the article says more.
      if let name = whole.first?.name, book.isWord(name), book.entry(name).role == NameRole.name.rawValue {
        return whole
      }
      let stem = VocalizedWord(bare).withoutArticle
      let stems = knownForms(stem, VocalizedWord(written.withoutArticle))
        .map { $0.replacing(VocalizedWord($0.arabic).withArticle) }
      return stems + whole.filter { known in !stems.contains { $0.arabic == known.arabic } }
    }
    if !whole.isEmpty { return whole }
    let other = knownForms("ال" + bare, nil)
    if !other.isEmpty {
      return other.map { $0.replacing(VocalizedWord($0.arabic).withoutArticle) }
        .filter { written.allows(VocalizedWord($0.arabic)) }
    }
    return prefixedForms(bare, needsArticle: true)
  }

  /// Reads a prefix that is written onto a known word.
  private func prefixedForms(_ bare: String, needsArticle: Bool) -> [WordReading] {
    guard let first = bare.unicodeScalars.first, let prefix = Self.prefix(first) else { return [] }
    var rest = String(bare.unicodeScalars.dropFirst())
    let isAssimilated = first == "ل" && rest.unicodeScalars.first == "ل"
    if isAssimilated { rest = "ا" + rest }
    let stem = VocalizedWord(rest)
    // Without the article a name that only begins like a prefix is likelier.
    guard stem.count >= 3, stem.beginsWithArticle || !needsArticle else { return [] }
    let forms = knownReadings(of: rest, stem)
    return forms.map { form in
      let arabic = isAssimilated ? String(form.arabic.unicodeScalars.dropFirst()) : form.arabic
      return form.replacing(prefix + (isAssimilated ? "" : "\u{2060}") + arabic)
    }
  }

  /// An inseparable prefix with its vowel: wa-, fa-, ka-, bi-, li-.
  static func prefix(_ letter: Unicode.Scalar) -> String? {
    switch letter {
    case "و", "ف", "ك": "\(letter)\u{064E}"
    case "ب", "ل": "\(letter)\u{0650}"
    default: nil
    }
  }

  /// The vocalized forms that the lexicon has for one word as it is written.
  private func knownForms(_ word: String, _ written: VocalizedWord?) -> [WordReading] {
    let text = NameText(word)
    guard text.words.count == 1 else { return [] }
    let forms = book.forms(text, 0..<1).filter { form in
      let vocalized = VocalizedWord(form.text)
      return vocalized.hasMarks && written?.allows(vocalized) ?? true
    }
    let bare = VocalizedWord.bare(word)
    let exact = forms.filter { VocalizedWord.bare($0.text) == bare }
    if !exact.isEmpty { return Self.weighted(exact) }
    var readings = Self.weighted(forms)
    for place in readings.indices { readings[place].isOtherSpelling = true }
    return readings
  }
}
