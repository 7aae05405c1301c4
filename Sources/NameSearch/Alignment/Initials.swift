internal import ArabicText

/// Whether a letter can be the initial of a word.
enum Initials {
  /// Whether a letter, a rich symbol, can be the initial of a word.
  static func fits(
    _ letter: UInt8, _ letterScript: PairSymbols.Script, _ word: ArraySlice<UInt8>,
    _ wordScript: PairSymbols.Script
  ) -> Bool {
    guard let first = word.first else { return false }
    if letterScript == wordScript { return first == letter }
    // The first one or two letters of the word must be a likely spelling of the letter.
    var scorer = WordPairScorer()
    let initial = [letter]
    scorer.prepare(initial.span, letterScript, against: wordScript)
    for count in 1...min(2, word.count) {
      let start = Array(word.prefix(count))
      if let cost = scorer.cost(start.span), Double(cost) < 3 * PairModel.stepsPerNat { return true }
    }
    return false
  }
}
