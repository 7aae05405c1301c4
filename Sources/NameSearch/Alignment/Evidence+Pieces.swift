extension Evidence {
  /// Adds what stands for what and what is left over.
  mutating func addPieces(_ query: ComparedName, _ name: ComparedName, _ pairs: [NameAligner.Pair]) {
    for pair in pairs {
      pieces.append(
        Piece(
          queryWords: query.words(ofUnits: pair.query), nameWords: name.words(ofUnits: pair.name),
          reason: pair.finding.reason, cost: pair.finding.cost, detail: pair.finding.detail))
    }
    let matched = NameAligner.matchedUnits(pairs)
    for (place, unit) in query.units.enumerated() where matched.query & 1 << place == 0 {
      let reason = unit.kind == .title ? Reason.title : .queryOnly
      pieces.append(Piece(queryWords: unit.words, nameWords: 0..<0, reason: reason, cost: 0))
    }
    pieces.sort { $0.queryWords.lowerBound < $1.queryWords.lowerBound }
    for (place, unit) in name.units.enumerated() where matched.name & 1 << place == 0 {
      let reason = unit.kind == .title ? Reason.title : .nameOnly
      pieces.append(Piece(queryWords: 0..<0, nameWords: unit.words, reason: reason, cost: 0))
    }
  }
}

extension ComparedName {
  fileprivate func words(ofUnits places: Range<Int>) -> Range<Int> {
    units[places.lowerBound].words.lowerBound..<units[places.upperBound - 1].words.upperBound
  }
}
