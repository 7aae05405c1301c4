internal import ArabicText

// What takes several words on one side or both: "Airways", الخطوط الجوية (al-khutut al-jawwiyya).
extension UnitComparison {
  /// Calls `body` with each phrase of one side and what means the same on the other, a phrase or a word.
  func comparePhrases(_ name: borrowing ComparedName, _ body: (NameAligner.Pair) -> Void) {
    for phrase in query.phrases {
      for other in name.phrases where other.row == phrase.row && !areEqual(phrase.units, name, other.units) {
        body(pair(phrase.units, name, other.units))
      }
      for place in name.units.indices where GenericWords.means(name.units[place].meaning, phrase.row) {
        body(pair(phrase.units, name, place..<place + 1))
      }
    }
    for phrase in name.phrases {
      for place in query.units.indices where GenericWords.means(query.units[place].meaning, phrase.row) {
        body(pair(place..<place + 1, name, phrase.units))
      }
    }
  }

  private func pair(_ left: Range<Int>, _ name: borrowing ComparedName, _ right: Range<Int>)
    -> NameAligner.Pair
  {
    let letters = max(query.letters(ofUnits: left), name.letters(ofUnits: right))
    let finding = Finding(
      reason: .known, cost: Self.knownCost, likelihood: Self.knownLikelihood(ofLetters: letters),
      detail: .translated)
    return NameAligner.Pair(query: left, name: right, finding: finding)
  }

  /// Whether units are the same, one by one, so that nothing is to be translated.
  private func areEqual(_ left: Range<Int>, _ name: borrowing ComparedName, _ right: Range<Int>) -> Bool {
    guard left.count == right.count else { return false }
    for offset in 0..<left.count {
      let (own, other) = (
        query.units[left.lowerBound + offset].core, name.units[right.lowerBound + offset].core
      )
      if query.symbols[own] != name.symbols[other] { return false }
    }
    return true
  }
}

extension ComparedName {
  fileprivate func letters(ofUnits places: Range<Int>) -> Int {
    places.reduce(0) { $0 + units[$1].core.count }
  }
}
