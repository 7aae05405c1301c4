/// The nodes of the trie of keys, read in place: 20 bytes each, so that one is in one line of the processor's cache as a rule.
///
/// Reading is bounds-checked and gives 0 outside.
struct TrieView: Sendable {
  private let words: SectionView<UInt32>

  /// 32-bit words of one node.
  private static let size = 5

  init(_ sections: LexiconSections) { words = SectionView(sections, .trie) }

  /// How many nodes there are.
  var count: Int { words.count / Self.size }

  /// The symbols that lead on from a node, as bits.
  @inline(__always) func symbols(_ node: UInt32) -> UInt64 {
    let place = Int(node) &* Self.size
    return UInt64(words[place]) | UInt64(words[place &+ 1]) &<< 32
  }

  /// The node that the first of them leads to; those of the others stand behind it.
  @inline(__always) func firstChild(_ node: UInt32) -> UInt32 { words[Int(node) &* Self.size &+ 2] }

  /// The key that ends at a node, or `Layout.none`.
  @inline(__always) func key(_ node: UInt32) -> UInt32 { words[Int(node) &* Self.size &+ 3] }

  /// Asks for the nodes that a node leads to; of many, the first.
  @inline(__always) func prefetchChildren(_ node: UInt32) {
    let place = Int(firstChild(node)) &* Self.size
    words.prefetch(place)
    let last = symbols(node).nonzeroBitCount &* Self.size
    if last > Self.line { words.prefetch(place &+ Self.line) }
    if last > 2 * Self.line { words.prefetch(place &+ 2 * Self.line) }
  }

  /// 32-bit words of a line of the processor's cache.
  private static let line = 16

  /// The symbols that stand anywhere below a node, as `Layout.symbolBit` has them.
  @inline(__always) func below(_ node: UInt32) -> UInt32 { words[Int(node) &* Self.size &+ 4] }
}
