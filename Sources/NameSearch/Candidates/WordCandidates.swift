internal import ArabicText
internal import Synchronization

/// The keys of a vocabulary that one query word may stand for.
struct WordCandidates: Sendable {
  /// A key with its regret in steps of `PairModel`: 0 is the likeliest spelling.
  struct Candidate: Sendable {
    let key: UInt32
    let regret: Int32
  }

  /// By regret, each key once.
  var keys: [Candidate] = []
  /// Words that end inside the query word, with the place where they end.
  var heads: [(key: UInt32, regret: Int32, place: Int)] = []
  /// Whether a search was stopped before its end.
  var isCut = false
}

/// Finds the candidates of query words in one vocabulary, and remembers those of the last ones.
///
/// In lists most words are the same few, and their candidates cost nothing the second time.
final class WordCandidateCache: Sendable {
  private struct Word: Hashable {
    let symbols: [UInt8]
    let script: PairSymbols.Script
    let wantsHeads: Bool
  }

  private let vocabulary: Vocabulary
  private let kept = Mutex<[Word: WordCandidates]>([:])
  /// How many words are remembered.
  private static let limit = 1 << 13

  /// Far enough for other spellings.
  private static let narrow = WordFinder.Effort(regret: 64, window: 48, words: 24, states: 400, typos: 0)
  /// Far enough for a typing error.
  private static let wide = WordFinder.Effort(regret: 176, window: 48, words: 24, states: 2500, typos: 1)
  /// A candidate with less regret is good enough to look no further.
  private static let good: Int32 = 48

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The candidates of a word.
  func candidates(
    _ symbols: [UInt8], _ script: PairSymbols.Script, wantsHeads: Bool, _ finder: inout WordFinder
  ) -> WordCandidates {
    let word = Word(symbols: symbols, script: script, wantsHeads: wantsHeads)
    if let known = kept.withLock({ $0[word] }) { return known }
    var result = find(word, Self.narrow, &finder)
    if result.keys.first.map({ $0.regret > Self.good }) ?? true, symbols.count >= 4 {
      let heads = result.heads
      result = find(word, Self.wide, &finder)
      if result.heads.isEmpty { result.heads = heads }
    }
    kept.withLock { kept in
      if kept.count >= Self.limit { kept.removeAll(keepingCapacity: true) }
      kept[word] = result
    }
    return result
  }

  private func find(_ word: Word, _ effort: WordFinder.Effort, _ finder: inout WordFinder) -> WordCandidates {
    var result = WordCandidates()
    for target in [PairSymbols.Script.arabic, .latin] {
      finder.find(word.symbols.span, word.script, in: vocabulary, target, effort, wantsHeads: word.wantsHeads)
      result.keys += finder.found.map { .init(key: $0.key, regret: $0.regret) }
      result.heads += finder.heads
      if finder.isCut { result.isCut = true }
    }
    // The word itself is always one, however unlikely its letters are.
    if let key = vocabulary.key(word.symbols, word.script), !result.keys.contains(where: { $0.key == key }) {
      result.keys.append(.init(key: key, regret: 0))
    }
    result.keys.sort { $0.regret == $1.regret ? $0.key < $1.key : $0.regret < $1.regret }
    return result
  }
}
