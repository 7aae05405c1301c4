internal import ArabicText
internal import Synchronization

/// What the lexicons say of a word or compound.
struct WordFacts: Sendable {
  /// How much it tells about who is meant, 0…1.
  var weight: Float = 1
  /// Whether organizations begin with it: Army, Brigade.
  var isHead = false
  /// The vocalized Arabic words that it is known to spell.
  var known: [KnownWords.Form] = []
}

/// Looks words up and remembers the last ones.
final class WordFactsCache: Sendable {
  private let lexicons: [Lexicon]
  private let known: KnownWords
  private let kept = Mutex<[UInt64: WordFacts]>([:])
  private let formCount: Int
  private static let limit = 1 << 14

  init(_ lexicons: [Lexicon], known: KnownWords) {
    self.lexicons = lexicons
    self.known = known
    formCount = lexicons.reduce(0) { $0 + $1.formCount }
  }

  /// What is known of consecutive words.
  func facts(
    _ name: NameText, _ words: Range<Int>, with all: Range<Int>, _ folded: [UInt8],
    _ script: PairSymbols.Script
  ) -> WordFacts {
    let hash = Self.hash(name, words)
    let whole = all == words ? hash : Self.hash(name, all)
    let key = Self.key(whole, hash, folded, script)
    if let facts = kept.withLock({ $0[key] }) { return facts }
    var facts = WordFacts()
    facts.known = known.forms(hash)
    if whole != hash {
      for form in known.forms(whole) where !facts.known.contains(form) { facts.known.append(form) }
    }
    facts.isHead = words.count == 1 && OrganizationHeads.contains(hash)
    var forms = frequency(folded, script)
    var other = NameText()
    for form in facts.known.prefix(4) {
      known.load(form, into: &other)
      var symbols: [UInt8] = []
      for word in other.words { WordKey.append(other.letters[word.range], to: &symbols) }
      forms = max(forms, frequency(symbols, .arabic))
    }
    facts.weight = Rarity.weight(forms: forms, of: formCount)
    kept.withLock { kept in
      if kept.count >= Self.limit { kept.removeAll(keepingCapacity: true) }
      kept[key] = facts
    }
    return facts
  }

  /// All that the facts depend on: words that fold to the same may be cut in another way.
  private static func key(_ whole: UInt64, _ hash: UInt64, _ folded: [UInt8], _ script: PairSymbols.Script)
    -> UInt64
  {
    var key = whole ^ (hash &* 0x9E37_79B9_7F4A_7C15) ^ UInt64(script.rawValue)
    for symbol in folded {
      key = (key ^ UInt64(symbol)) &* 0xFF51_AFD7_ED55_8CCD
      key ^= key >> 29
    }
    return key
  }

  private static func hash(_ name: NameText, _ words: Range<Int>) -> UInt64 {
    words.count == 1 ? name.words[words.lowerBound].foldedHash : name.foldedHash(ofWords: words)
  }

  private func frequency(_ symbols: [UInt8], _ script: PairSymbols.Script) -> Int {
    lexicons.reduce(0) { sum, lexicon in
      sum + (lexicon.vocabulary.key(symbols, script).map { lexicon.vocabulary.formCount(ofKey: $0) } ?? 0)
    }
  }
}
