internal import ArabicText

/// Known names of several words inside a text.
extension Vocalizer {
  /// The longest names of several words that the lexicon knows, by the place where they begin.
  func knownNames(
    _ words: [String], longest: Int = Vocalizer.longestName
  ) -> [Int: (length: Int, readings: [WordReading])] {
    guard words.count > 1 else { return [:] }
    let text = NameText(words.map { $0.utf8.count <= 4 * Self.longestWord ? $0 : "-" }.joined(separator: " "))
    guard text.words.count == words.count else { return [:] }
    var known: [Int: (Int, [WordReading])] = [:]
    var place = 0
    while place < words.count {
      var length = min(longest, Self.longestName, words.count - place)
      while length > 1 {
        let range = place..<place + length
        let readings = knownReadings(Array(words[range]), book.forms(text, range))
        if !readings.isEmpty, !isNasab(text, range) {
          known[place] = (length, readings)
          break
        }
        length -= 1
      }
      place += max(length, 1)
    }
    return known
  }

  /// Whether words are "son of" and a given name behind a name that is no title: there they are no family name such as Ben Ali.
  private func isNasab(_ text: NameText, _ words: Range<Int>) -> Bool {
    guard words.lowerBound > 0, text.words[words.lowerBound].particle?.base == Self.ibn, words.count > 1,
      !text.words[words.lowerBound - 1].isTitle, !text.isTitleWithArticle(words.lowerBound - 1),
      isName(text, words.lowerBound - 1)
    else { return false }
    return book.forms(text, words.dropFirst()).contains { book.isGiven($0.name) }
  }

  /// Whether a word may be a name: with the article only one that is known as such.
  private func isName(_ text: NameText, _ place: Int) -> Bool {
    let word = VocalizedWord(String(letters: Array(text.letters[text.words[place].range])))
    return !word.beginsWithArticle
      || book.forms(text, place..<place + 1).contains { book.isPersonal($0.name) }
  }

  private static let ibn = Array("بن".utf16)

  private func knownReadings(_ words: [String], _ forms: [WordBook.Form]) -> [WordReading] {
    let bare = words.map(VocalizedWord.bare)
    let fitting = forms.filter { form in
      let parts = Self.words(of: form.text)
      // A name without vowels is none that its words can be read by.
      guard parts.count == words.count, Scheme.isVocalized(allWordsOf: form.text) else { return false }
      return zip(words, parts).allSatisfy { word, part in
        VocalizedWord(word).allows(VocalizedWord(part))
      }
    }
    // Names that are spelled as the text come before those that differ in a hamza or a ta marbuta.
    let exact = fitting.filter { Self.words(of: $0.text).map(VocalizedWord.bare) == bare }
    return Self.weighted((exact.isEmpty ? fitting : exact)).map(withPrefixesApart)
  }

  /// Marks the prefixes of words inside a known name, where what is behind them is a word that is known with the same vowels.
  private func withPrefixesApart(_ reading: WordReading) -> WordReading {
    var words = Self.words(of: reading.arabic)
    var isChanged = false
    for place in words.indices.dropFirst() {
      let scalars = Array(words[place].unicodeScalars)
      guard scalars.count > 5, let prefix = Self.prefix(scalars[0]),
        scalars.starts(with: prefix.unicodeScalars), !scalars.contains("\u{2060}")
      else { continue }
      let rest = String(String.UnicodeScalarView(scalars.dropFirst(2)))
      guard !VocalizedWord(rest).beginsWithArticle, VocalizedWord(rest).count > 2, !isKnown(words[place]),
        isKnown(rest)
      else { continue }
      words[place] = prefix + "\u{2060}" + rest
      isChanged = true
    }
    return isChanged ? reading.replacing(words.joined(separator: " ")) : reading
  }

  /// Whether the lexicon has a vocalized word, or the model reads it so.
  private func isKnown(_ word: String) -> Bool {
    let name = NameText(word)
    guard name.words.count == 1 else { return false }
    return book.forms(name, 0..<1).contains { $0.text == word }
      || isModelled(word)
  }

  /// Whether the model vocalizes a word so when it stands alone.
  private func isModelled(_ word: String) -> Bool {
    let bare = VocalizedWord.bare(word)
    let first = transducer.vocalizations(of: [bare], at: 0, best: 1).first
    return first.map { !$0.scholarly.contains("-") && $0.scholarly == ModelReading.scholarly(word) } ?? false
  }
}
