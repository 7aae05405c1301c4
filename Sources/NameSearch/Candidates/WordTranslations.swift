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
      GenericWords.forEachTranslation(of: hash) { add($0[...]) }
      CountryWord.find(hash).forEachTranslation { add($0[...]) }
      places.add(hash, to: &known)
    }
    for place in known { places.forEachWord(of: place, add) }
    return words
  }
}
