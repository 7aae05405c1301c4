internal import ArabicText

extension NameWriter {
  /// The place that a text names by one of its usual spellings, though it may spell parts of names too: Sanaa, which is also a given name.
  ///
  /// - Returns: nil when there is none, or there are several that are written differently in Arabic.
  func knownPlace(_ text: String) -> KnownName? {
    guard text.utf8.count <= Self.longestKnownName, book.hasPlace(NameText(text)) else { return nil }
    let (query, hash) = (Query(text), NameText(text).foldedHash())
    var aligner = WholeNameAligner(known: lexicons.known)
    let places = spelledNames.matches(of: text, query, onlyBest: true).filter { match in
      EntityKinds.places.contains(match.entity.kind) && match.matched.role == NameRole.name.rawValue
        && NameText(match.matched.text).foldedHash() == hash
    }.compactMap { arabicName(of: $0, query, &aligner) }
    return Self.areDifferent(places) ? nil : places.first
  }

  /// The place that English has a name for, where a text is that: Sanaa is first of all the city, while Saida may be a woman.
  func englishPlace(_ text: String) -> KnownName? {
    guard let place = knownPlace(text) else { return nil }
    let hash = NameText(text).foldedHash()
    let isEnglish = book.names(ofEntityWith: place.name).contains {
      $0.language == WordBook.english && NameText($0.text).foldedHash() == hash
    }
    return isEnglish ? place : nil
  }

  /// The Arabic name of the entity that a whole text names, in any spelling; of one word the place before the part of names.
  func wholeName(_ text: String, in notation: LatinNotation) -> KnownName? {
    let isOneWord = !text.contains(" ") && notation.scholarly == nil
    return (isOneWord ? englishPlace(text) : nil) ?? knownName(text, in: notation)
  }

  /// What spelling a name behind its title costs, where the query says the title in another language: King Khalid for الملك خالد (al-malik
  /// Khalid).
  func costBehindOffice(_ query: Query, _ name: NameText, _ aligner: inout WholeNameAligner) -> Int? {
    guard name.words.count > 1 else { return nil }
    return query.readings.enumerated().compactMap { number, reading -> Int? in
      guard reading.words.count > 1, let join = ParticleJoin.of(reading.words[0].foldedHash), join.isOffice,
        NameText(join.arabic).foldedHash() == name.foldedHash(ofWords: 0..<1)
      else { return nil }
      let number = query.readings.count + number
      return aligner.align(reading.behindFirstWord, number: number, with: name.behindFirstWord)?.cost
    }.min()
  }
}

extension NameText {
  /// The name without its first word.
  fileprivate var behindFirstWord: NameText {
    NameText(letters: Array(letters[words[min(1, words.count - 1)].start...]))
  }
}
