internal import ArabicText

// French names of organizations and places, which say first what is named: "Banque centrale d'Algérie".
extension LatinReader {
  private static let longestPhrase = 5
  /// Longer texts are no names of organizations; articles and links count.
  private static let longestFrench = 16

  /// What a French name of an organization or place is in Arabic: its words are put in the order of English; nil where that is none of such names.
  mutating func frenchOrganization(_ text: String) -> String? {
    english(ofFrench: text).flatMap { organization($0) }
  }

  /// The name with English words for the generic ones, in the order of English: "Aéroport international de Tunis" is "Tunis International
  /// Airport".
  private func english(ofFrench text: String) -> String? {
    let pieces = LatinPieces(FrenchElisions.apart(text) ?? text)
    let name = NameText(pieces.text(pieces.words.indices))
    guard (2...Self.longestFrench).contains(pieces.words.count), name.words.count == pieces.words.count else {
      return nil
    }
    let sayings = name.words.map { LinkWords.saying(ofFrench: $0.foldedHash) }
    guard let (head, start) = meaning(name, from: sayings[0] == .article ? 1 : 0), head.isHead,
      let named = head.english.first
    else { return nil }
    var (modifiers, owner, rest): ([String], [String], [String]) = ([], [], [])
    var place = start
    while place < sayings.count {
      let word = pieces.words[place].text
      let found = meaning(name, from: place)
      var end = place + 1
      if let saying = sayings[place] {
        if saying != .article { rest.append(saying.english) }
      } else if let found, let english = found.meaning.english.first, !rest.isEmpty || !found.meaning.isHead {
        if rest.isEmpty { modifiers.append(english) } else { rest.append(english) }
        end = found.end
      } else if !rest.isEmpty {
        rest.append(word)
      } else if isCountry(word) {
        modifiers.append(word)
      } else {
        owner.append(word)
      }
      place = end
    }
    // What is of a place belongs to it, before all else that is said of it.
    let site = rest.dropFirst().joined(separator: " ")
    if owner.isEmpty, !modifiers.isEmpty, rest.first == LinkWords.Saying.owner.english,
      placeName(site) != nil, !isCountry(site)
    {
      (owner, rest) = ([site], [])
    }
    return (owner + modifiers.reversed() + [named] + rest).joined(separator: " ")
  }

  private func isCountry(_ text: String) -> Bool {
    CountryWord.find(NameText(text).foldedHash()).arabicAdjective != nil
  }

  /// What the longest known words from a place on mean.
  private func meaning(_ name: NameText, from start: Int) -> (meaning: GenericWords.Meaning, end: Int)? {
    for end in (start + 1...min(name.words.count, start + Self.longestPhrase)).reversed() {
      if let meaning = GenericWords.meanings(ofFrench: name, start..<end).first { return (meaning, end) }
    }
    return nil
  }
}
