internal import ArabicText

// What stands before a name in English and Arabic alike: King Khalid, Mount Lebanon. And words that only join others.
extension LatinReader {
  /// The most words of a title.
  private static let longestOffice = 2

  /// A title that many other names begin with too and the known name behind it, or what sort of place is named behind it and that place.
  mutating func unitWithOffice(of pieces: LatinPieces, at place: Int, _ ruled: [Int: Unit]) -> Unit? {
    guard !notation.isScholarly,
      place == 0 || !pieces.follows(place) || pieces.words[place - 1].join.map(\.isAlways) == false,
      let (join, next) = office(pieces, at: place, before: pieces.words.count),
      pieces.words[next].join?.isAlways != false,
      !GenericWords.contains(pieces.words[next].name.words[0].foldedHash)
    else { return nil }
    let unit = unit(of: pieces, at: next, ruled, best: 1)
    guard var name = unit.readings.first else { return nil }
    if join.isPlaceHead, let arabic = placeName(pieces.text(unit.words)) { name = name.replacing(arabic) }
    if join.isOffice, name.source != .lexicon { return nil }
    var both = name.replacing(join.arabic + " " + name.arabic)
    both.name = nil
    return Unit(words: place..<unit.words.upperBound, readings: [both])
  }

  /// The title or sort of place that begins at a place, and where the name behind it begins; nil where none is before an end.
  func office(_ pieces: LatinPieces, at place: Int, before end: Int) -> (join: ParticleJoin, next: Int)? {
    for next in (place + 1...place + Self.longestOffice).reversed()
    where next < end && (place + 1...next).allSatisfy({ pieces.follows($0) && pieces.words[$0].isLatin }) {
      guard let join = ParticleJoin.of(NameText(pieces.text(place..<next)).foldedHash()) else { continue }
      if join.isOffice || join.isPlaceHead { return (join, next) }
    }
    return nil
  }

  /// "Of" or "the" between words that are not translated, as it sounds.
  func unitWithLink(of pieces: LatinPieces, at place: Int) -> Unit? {
    guard !notation.isScholarly, let join = pieces.words[place].join, join.isLink || join.isOf && place > 0,
      place + 1 < pieces.words.count, pieces.follows(place + 1)
    else { return nil }
    let reading = WordReading(arabic: join.arabic, probability: 1, source: .lexicon)
    return Unit(words: place..<place + 1, readings: [reading])
  }
}
