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

/// How far the words of a query are looked for.
enum WordReach: Hashable {
  /// As far as usual spellings are.
  case usual
  /// As far as a word can be that is likelier than chance, with a typing error.
  case wide
}

/// Finds the candidates of query words in one vocabulary, and remembers those of the last ones.
///
/// In lists most words are the same few, and their candidates cost nothing the second time.
final class WordCandidateCache: Sendable {
  private struct Word: Hashable {
    let symbols: [UInt8]
    let script: PairSymbols.Script
    let wantsHeads: Bool
    let article: Bool
    let lentArticle: Bool
    let reach: WordReach
  }

  private let vocabulary: Vocabulary
  private let kept = Mutex<[Word: WordCandidates]>([:])
  /// How many words are remembered.
  private static let limit = 1 << 13

  /// Far enough for usual spellings.
  private static let usual = WordFinder.Effort(
    regret: 192, window: 24, widest: 88, words: 32, states: 500, typos: 0, ahead: 12)
  /// Far enough for other letters in the same script.
  private static let within = WordFinder.Effort(
    regret: 192, window: 128, words: 32, states: 120, typos: 0, ahead: 12)
  /// Far enough for unusual spellings in the other script.
  private static let across = WordFinder.Effort(
    regret: 240, window: 72, words: 24, states: 1200, typos: 0, ahead: 12)
  /// Far enough for a typing error in the same script.
  private static let mistyped = WordFinder.Effort(
    regret: 144, window: 48, words: 24, states: 900, typos: 1, ahead: 12)
  /// As far as a word can be that is likelier than chance.
  private static let far = WordFinder.Effort(
    regret: 240, window: 96, words: 64, states: 1600, typos: 1, ahead: 12)
  /// A candidate of the same script with less regret is good enough to look for no typing error.
  private static let good: Int32 = 32
  /// When all candidates of the other script have more regret, typing errors are looked for there too.
  private static let poor: Int32 = 64

  init(_ vocabulary: Vocabulary) { self.vocabulary = vocabulary }

  /// The candidates of a word.
  func candidates(
    _ symbols: [UInt8], _ script: PairSymbols.Script, wantsHeads: Bool, article: Bool = false,
    lentArticle: Bool = false, _ reach: WordReach,
    _ finder: inout WordFinder
  ) -> WordCandidates {
    let word = Word(
      symbols: symbols, script: script, wantsHeads: wantsHeads, article: article, lentArticle: lentArticle,
      reach: reach
    )
    if let known = kept.withLock({ $0[word] }) { return known }
    let result = find(word, &finder)
    kept.withLock { kept in
      if kept.count >= Self.limit { kept.removeAll(keepingCapacity: true) }
      kept[word] = result
    }
    return result
  }

  private func find(_ word: Word, _ finder: inout WordFinder) -> WordCandidates {
    var result = WordCandidates()
    let other: PairSymbols.Script = word.script == .arabic ? .latin : .arabic
    search(word, other, word.reach == .usual ? Self.usual : Self.across, &result, &finder)
    let least = result.leastRegret
    // A word that is there as it is written is what was meant, as long as nothing else says otherwise.
    let key = vocabulary.key(word.symbols, word.script)
    let isPlain = word.reach == .usual && key != nil
    let found = search(word, word.script, isPlain ? Self.usual : Self.within, &result, &finder)
    if word.reach == .wide {
      if found > Self.good, word.symbols.count >= 4 {
        search(word, word.script, Self.mistyped, &result, &finder)
      }
      if least > Self.poor { search(word, other, Self.far, &result, &finder) }
    }
    // The word itself is always one, however unlikely its letters are.
    if let key { result.add([.init(key: key, regret: 0)]) }
    result.sort()
    return result
  }

  /// Adds what is found in a script; returns the least regret of it.
  @discardableResult
  private func search(
    _ word: Word, _ target: PairSymbols.Script, _ effort: WordFinder.Effort, _ result: inout WordCandidates,
    _ finder: inout WordFinder
  ) -> Int32 {
    finder.find(
      word.symbols.span, word.script, in: vocabulary, target, effort, wantsHeads: word.wantsHeads,
      article: word.article, lentArticle: word.lentArticle)
    result.add(finder.found)
    result.add(finder.withLentArticle)
    for head in finder.heads where !result.heads.contains(where: { $0.key == head.key }) {
      result.heads.append(head)
    }
    if finder.isCut { result.isCut = true }
    return finder.found.first?.regret ?? .max
  }
}

extension WordCandidates {
  /// Orders the keys by their regret.
  mutating func sort() {
    keys.sort { $0.regret == $1.regret ? $0.key < $1.key : $0.regret < $1.regret }
  }

  /// The regret of the best candidate so far.
  fileprivate var leastRegret: Int32 { keys.reduce(.max) { min($0, $1.regret) } }

  /// Adds candidates that are new.
  fileprivate mutating func add(_ found: [Candidate]) {
    for candidate in found where !keys.contains(where: { $0.key == candidate.key }) { keys.append(candidate) }
  }
}
