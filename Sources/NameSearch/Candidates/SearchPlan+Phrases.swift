internal import ArabicText

// What takes several words in one language finds the words of another: "Water Resources", الموارد المائية (al-mawarid al-ma'iyya).
extension SearchPlan {
  /// Adds the words that mean together the same as several words of the query; these have the first terms, in their order.
  mutating func addPhrases(_ name: NameText, _ words: [Int], _ translations: WordTranslations) {
    guard count == words.count else { return }
    for start in words {
      GenericWords.forEachPhrase(in: name, at: start) { phrase in
        let places = words.indices.filter { phrase.words.contains(words[$0]) && terms[$0].share == 1 }
        let (wholes, parts) = translations.words(ofRow: phrase.row)
        // Each word of a phrase may stand for each of its translation: their orders differ.
        for place in places {
          for part in parts where !terms[place].translations.contains(part) {
            terms[place].translations.append(part)
          }
        }
        guard !wholes.isEmpty, let first = places.first else { return }
        terms.append(
          Term(
            symbols: [], script: terms[first].script, mask: places.reduce(0) { $0 | terms[$1].mask },
            wantsHeads: false, hasArticle: false, translations: wholes, share: 1,
            isSecondReading: places.count == 1))
      }
    }
  }
}
