internal import ArabicText

/// Finds the words that mean the same as a word of a query, in any language: what `UnitComparison` knows of meanings, a search must look
/// for, as letters lead nowhere there.
struct WordTranslations: Sendable {
  private let places: KnownPlaces

  init(_ lexicons: [Lexicon]) { places = KnownPlaces(lexicons) }

  /// A word as it is found in a vocabulary.
  struct Word: Equatable {
    let symbols: [UInt8]
    let script: PairSymbols.Script
  }

  /// The words that mean the same as one of a name, each once: generic words, countries and what belongs to them, and names of places.
  func words(_ name: NameText, _ place: Int) -> [Word] {
    var words: [Word] = []
    func add(_ letters: ArraySlice<UInt16>) {
      var symbols: [UInt8] = []
      let script = WordKey.append(letters, to: &symbols)
      let word = Word(symbols: symbols, script: script)
      if !symbols.isEmpty, !words.contains(word) { words.append(word) }
    }
    let range = name.words[place].range
    var hashes = [name.words[place].foldedHash]
    let article = WordKey.articleLength(name.letters[range])
    if article > 0 { hashes.append(name.foldedHash(ofLetters: range.dropFirst(article))) }
    var known: [KnownPlaces.Place] = []
    for hash in hashes {
      GenericWords.forEachTranslation(of: hash) { letters in
        if letters.contains(0x20) { parts(of: letters, add) } else { add(letters[...]) }
      }
      CountryWord.find(hash).forEachTranslation { add($0[...]) }
      places.add(hash, to: &known)
    }
    for place in known { places.forEachWord(of: place, add) }
    return words
  }

  /// What a row of generic words says in one word, and the words of what takes several.
  func words(ofRow row: UInt16) -> (wholes: [Word], parts: [Word]) {
    var (wholes, parts): ([Word], [Word]) = ([], [])
    GenericWords.forEachTranslation(ofRow: row) { letters in
      let hasParts = letters.contains(0x20)
      self.parts(of: letters) { letters in
        var symbols: [UInt8] = []
        let script = WordKey.append(letters, to: &symbols)
        let word = Word(symbols: symbols, script: script)
        if hasParts, !parts.contains(word) { parts.append(word) }
        if !hasParts, !wholes.contains(word) { wholes.append(word) }
      }
    }
    return (wholes, parts)
  }

  /// The words of a phrase that say something.
  private func parts(of letters: [UInt16], _ body: (ArraySlice<UInt16>) -> Void) {
    let phrase = NameText(letters: letters)
    for place in phrase.words.indices
    where !phrase.isArticle(place) && !LinkWords.joinsOrganizations(phrase.words[place].foldedHash) {
      body(phrase.letters[phrase.words[place].range])
    }
  }
}
