internal import ArabicText

/// Says whether a letter can be the initial of a word, and remembers it.
struct Initials {
  private var scorer = WordPairScorer()
  private var memo = PairCostMemo()
  private var letterMemo = PairCostMemo()
  /// What was found across scripts, by the letter, the beginning of the word and their scripts.
  private var kept: [UInt32: Bool] = [:]
  private static let keptLimit = 1 << 12

  /// Whether a letter, a rich symbol, can be the initial of a word.
  mutating func fits(
    _ letter: UInt8, _ letterScript: PairSymbols.Script, _ word: ArraySlice<UInt8>,
    _ wordScript: PairSymbols.Script
  ) -> Bool {
    guard let first = word.first else { return false }
    if letterScript == wordScript { return first == letter }
    let second = word.count > 1 ? word[word.startIndex + 1] : 0
    let key =
      (UInt32(letter) << 16 | UInt32(first) << 8 | UInt32(second)) << 1 | UInt32(letterScript.rawValue)
    if let known = kept[key] { return known }
    if kept.count >= Self.keptLimit { kept.removeAll(keepingCapacity: true) }
    let fits = compare(letter, letterScript, word.prefix(2), wordScript)
    kept[key] = fits
    return fits
  }

  /// Whether the first one or two letters of a word are a likely spelling of a letter.
  private mutating func compare(
    _ letter: UInt8, _ letterScript: PairSymbols.Script, _ word: ArraySlice<UInt8>,
    _ wordScript: PairSymbols.Script
  ) -> Bool {
    let initial = [letter]
    scorer.prepare(initial.span, letterScript, against: wordScript)
    for count in 1...word.count {
      let start = word.prefix(count)
      if let cost = scorer.cost(start.span, limit: .max / 4, &memo, letters: &letterMemo)?.steps,
        Double(cost) < 3 * PairModel.stepsPerNat
      {
        return true
      }
    }
    return false
  }
}
