internal import ArabicText

// English names of organizations and places, which say at their end what is named: "Kufa University".
extension LatinReader {
  /// A name and the English word for what sort of organization or place it is: "Kufa University" is جامعة الكوفة.
  ///
  /// Where the word may also be a family name, what is before it must be known.
  mutating func unitWithHeadLast(of pieces: LatinPieces, _ ruled: [Int: Unit]) -> Unit? {
    let last = pieces.words.count - 1
    guard !notation.isScholarly, last > 0, last <= Self.longestCompound,
      pieces.words.allSatisfy({ $0.isLatin && $0.name.words.count == 1 && $0.join?.isOf != true }),
      (1...last).allSatisfy(pieces.follows),
      case let hash = pieces.words[last].name.words[0].foldedHash,
      GenericWords.isHead(hash) || GenericWords.isOfPlaces(hash),
      isTranslation(pieces.words[last].text),
      let head = translation(of: pieces.text(last..<last + 1)), book.isWord(head.name),
      !pieces.words.dropLast().contains(where: { isTranslation($0.text) })
    else { return nil }
    // English words besides would have to agree with it: "Islamic University".
    for word in pieces.words.dropLast() where GenericWords.contains(word.name.words[0].foldedHash) {
      if words.known(spelled: word.text).isEmpty { return nil }
    }
    let known = translation(of: pieces.text(0..<last))
    var owner = known.flatMap { EntityKinds.places.contains($0.match.entity.kind) ? $0.arabic : nil }
    if owner == nil {
      let readings = likeliest(pieces, 0..<last, ruled)
      let isNoFamily = GenericWords.isHead(hash) || GenericWords.isOfSites(hash)
      guard isNoFamily || readings.allSatisfy({ $0.source == .lexicon }) else { return nil }
      owner = readings.map(\.arabic).joined(separator: " ")
    }
    let word = VocalizedWord(head.arabic)
    let first = word.beginsWithArticle ? word.withoutArticle : head.arabic
    let reading = WordReading(
      arabic: first + " " + (owner ?? ""), probability: 1, source: .lexicon, name: nil)
    return Unit(words: 0..<last + 1, readings: [reading])
  }

  /// Shorter words are articles and particles.
  private static let leastTranslated = 3

  /// Whether a word is no Arabic one in Latin letters, but says what such a word means.
  private func isTranslation(_ word: String) -> Bool {
    word.utf8.count >= Self.leastTranslated
      && lookup.translated(word)?.match.matched.role == NameRole.translation.rawValue
  }

  /// The likeliest readings of words, one after the other.
  mutating func likeliest(_ pieces: LatinPieces, _ range: Range<Int>, _ ruled: [Int: Unit])
    -> [WordReading]
  {
    let inner = LatinPieces(pieces.text(range))
    var readings: [WordReading] = []
    var place = 0
    while place < inner.words.count {
      let unit = unit(of: inner, at: place, ruled, best: 1)
      readings += unit.readings.prefix(1)
      place = unit.words.upperBound
    }
    return readings
  }
}
