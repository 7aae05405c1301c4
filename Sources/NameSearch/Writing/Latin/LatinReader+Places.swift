internal import ArabicText

// Places, which are more than words that may be names: in names of organizations, and one in another.
extension LatinReader {
  /// The names of places in a row, with commas between them, where all can be places and one is nothing else: "Sanaa, Yemen".
  mutating func placeUnits(of pieces: LatinPieces) -> [Int: Unit] {
    guard !notation.isScholarly, pieces.gaps.contains(where: Self.isBetweenPlaces) else { return [:] }
    var rows: [Range<Int>] = []
    for place in pieces.words.indices {
      guard pieces.words[place].isLatin else { return [:] }
      if place > 0, pieces.follows(place) {
        rows[rows.count - 1] = rows[rows.count - 1].lowerBound..<place + 1
      } else {
        guard place == 0 || Self.isBetweenPlaces(pieces.gaps[place]) else { return [:] }
        rows.append(place..<place + 1)
      }
    }
    // That all are listed costs little to find out.
    guard rows.allSatisfy({ $0.count <= Self.longestCompound && book.hasPlace(NameText(pieces.text($0))) })
    else { return [:] }
    let sure = rows.map { surePlace(pieces.text($0)) }
    guard rows.count > 1, sure.contains(where: { $0 != nil }) else { return [:] }
    var units: [Int: Unit] = [:]
    for (row, known) in zip(rows, sure) {
      guard let known = known ?? place(pieces.text(row)) else { return [:] }
      let reading = WordReading(arabic: known.arabic, probability: 1, source: .lexicon, name: known.name)
      units[row.lowerBound] = Unit(words: row, readings: [reading])
    }
    return units
  }

  private static func isBetweenPlaces(_ gap: String) -> Bool { gap.contains { $0 == "," || $0 == ";" } }

  /// The place that a text is a listed spelling of, where it spells nothing else.
  private func surePlace(_ text: String) -> NameWriter.KnownName? {
    guard let known = translation(of: text), EntityKinds.places.contains(known.match.entity.kind),
      NameText(known.match.matched.text).foldedHash() == NameText(text).foldedHash()
    else { return nil }
    return known
  }

  /// The place in Arabic that a text names by one of its spellings.
  func placeName(_ text: String) -> String? { (surePlace(text) ?? place(text))?.arabic }

  /// The place that words name, with or without "the" before them.
  func placeName(_ pieces: LatinPieces, _ range: Range<Int>) -> String? {
    let bare =
      range.count > 1 && pieces.words[range.lowerBound].saying == .article ? range.dropFirst() : range
    return placeName(pieces.text(range)) ?? (bare == range ? nil : placeName(pieces.text(bare)))
  }

  /// The place that a text spells as it is usual, with vowels where they are wanted.
  func place(_ text: String) -> NameWriter.KnownName? {
    lookup.place(text).flatMap { !wantsVowels || Scheme.isVocalized(allWordsOf: $0.arabic) ? $0 : nil }
  }
}
