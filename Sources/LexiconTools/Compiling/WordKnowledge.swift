internal import ArabicText
internal import NameSearch

/// Skeletons of known words, for the keys of names that are compiled: from words of the same sources, and from a
/// lexicon that was compiled before.
final class WordKnowledge {
  private var skeletons: [UInt64: [[UInt8]]] = [:]
  private var asked: [UInt64: [[UInt8]]] = [:]
  private let lexicon: KnownWords

  init(lexicon: KnownWords) { self.lexicon = lexicon }

  /// Makes `spelling` stand for `arabic`.
  func add(spelling: NameText, arabic: NameText) {
    asked.removeAll()
    let hash = spelling.foldedHash()
    for skeleton in SkeletonBuilder().skeletons(of: arabic) where skeletons[hash]?.contains(skeleton) != true
    {
      skeletons[hash, default: []].append(skeleton)
    }
  }

  /// The skeletons that a spelling stands for besides its own.
  func skeletons(_ hash: UInt64) -> [[UInt8]] {
    if let known = asked[hash] { return known }
    let known = (skeletons[hash] ?? []) + lexicon.skeletons(hash)
    // Words repeat; a bound keeps memory flat for lists of rare words.
    if asked.count >= 1 << 18 { asked.removeAll(keepingCapacity: true) }
    asked[hash] = known
    return known
  }
}
