internal import ArabicText

// What takes several words of a name: Red Crescent, الخطوط الجوية (al-khutut al-jawwiyya).
extension ComparedName {
  /// Units that mean together what a row of generic words says.
  struct Phrase {
    let units: Range<Int>
    let row: UInt16
  }

  /// Finds the phrases; their units are no titles and initials: "General Staff" is no Staff of a general.
  mutating func findPhrases(_ text: NameText) {
    for start in units.indices where units[start].beginsPhrase && units[start].prefix == nil {
      var first = units[start].words.lowerBound
      while text.isArticle(first) { first += 1 }
      GenericWords.forEachPhrase(in: text, at: first) { phrase in
        let last = units.indices.last { units[$0].words.lowerBound < phrase.words.upperBound } ?? start
        guard last > start, units[last].words.upperBound == phrase.words.upperBound else { return }
        add(Phrase(units: start..<last + 1, row: phrase.row))
      }
    }
  }

  private mutating func add(_ phrase: Phrase) {
    phrases.append(phrase)
    // An office stays a title: "Prime Minister".
    if units[phrase.units].allSatisfy({ $0.kind == .title || $0.wordWeight == 0 }) { return }
    isGeneric = true
    if GenericWords.isHead(row: phrase.row) { hasHead = true }
    let isLegalForm = GenericWords.isLegalForm(row: phrase.row)
    for place in phrase.units {
      if units[place].kind == .title || units[place].kind == .initial { units[place].kind = .plain }
      if isLegalForm { units[place].wordWeight = 0 }
    }
  }
}
