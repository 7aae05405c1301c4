internal import ArabicText

/// Says whether a letter, or two that are one consonant, can be the initial of a word, and remembers it.
struct Initials {
  private var scorer = WordPairScorer()
  private var memo = PairCostMemo()
  private var letterMemo = PairCostMemo()
  /// What was found across scripts, by the letter, the beginning of the word and their scripts.
  private var kept: [UInt64: Bool] = [:]
  private static let keptLimit = 1 << 12
  /// What an initial may cost, in nats; two letters say more than one.
  private static let mostOfLetter = 3.0
  private static let mostOfPair = 2.0

  /// Whether one or two letters, as rich symbols, can be the initial of a word.
  mutating func fits(
    _ letters: ArraySlice<UInt8>, _ letterScript: PairSymbols.Script, _ word: ArraySlice<UInt8>,
    _ wordScript: PairSymbols.Script
  ) -> Bool {
    guard let first = word.first, !letters.isEmpty else { return false }
    if letterScript == wordScript { return word.starts(with: letters) }
    let second = word.count > 1 ? word[word.startIndex + 1] : 0
    let initial = letters.prefix(2).reduce(0) { $0 << 8 | UInt64($1) }
    let key = (initial << 16 | UInt64(first) << 8 | UInt64(second)) << 1 | UInt64(letterScript.rawValue)
    if let known = kept[key] { return known }
    if kept.count >= Self.keptLimit { kept.removeAll(keepingCapacity: true) }
    let fits = compare(letters, letterScript, word.prefix(2), wordScript)
    kept[key] = fits
    return fits
  }

  /// Whether the first one or two letters of a word are a likely spelling of an initial.
  private mutating func compare(
    _ letters: ArraySlice<UInt8>, _ letterScript: PairSymbols.Script, _ word: ArraySlice<UInt8>,
    _ wordScript: PairSymbols.Script
  ) -> Bool {
    scorer.prepare(letters.span, letterScript, against: wordScript)
    for count in 1...word.count {
      let start = word.prefix(count)
      if let cost = scorer.cost(start.span, limit: .max / 4, &memo, letters: &letterMemo)?.steps,
        Double(cost) < (letters.count > 1 ? Self.mostOfPair : Self.mostOfLetter) * PairModel.stepsPerNat
      {
        return true
      }
    }
    return false
  }
}
