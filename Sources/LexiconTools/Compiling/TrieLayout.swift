internal import NameSearch

/// Lays sorted keys out as a trie: the children of a node stand together, and behind them what lies below the first of them.
///
/// What lies below one node is then close together in memory, since a search that came so far mostly goes on there.
struct TrieLayout {
  private struct Node {
    var symbols: UInt64 = 0
    var firstChild: UInt32 = 0
    var key = Layout.none
  }
  private var nodes = [Node()]

  private struct Pending {
    let node: Int
    let keys: Range<Int>
    let depth: Int
  }

  /// - Parameters:
  ///   - count: how many keys there are.
  ///   - key: the symbols of a key, each in 1…63; ascending and different.
  ///   - number: what a key's node carries.
  init(count: Int, key: (Int) -> ArraySlice<UInt8>, number: (Int) -> UInt32) {
    var waiting = [Pending(node: 0, keys: 0..<count, depth: 0)]
    var children: [Pending] = []
    while let pending = waiting.popLast() {
      var keys = pending.keys
      var carried = Layout.none
      if let first = keys.first, key(first).count == pending.depth {
        carried = number(first)
        keys = (first + 1)..<keys.upperBound
      }
      var node = Node(firstChild: UInt32(nodes.count), key: carried)
      children.removeAll(keepingCapacity: true)
      while let first = keys.first {
        func symbol(_ place: Int) -> UInt8 { key(place)[key(place).startIndex + pending.depth] }
        var end = first + 1
        while end < keys.upperBound, symbol(end) == symbol(first) { end += 1 }
        node.symbols |= 1 << UInt64(symbol(first))
        children.append(Pending(node: nodes.count, keys: first..<end, depth: pending.depth + 1))
        nodes.append(Node())
        keys = end..<keys.upperBound
      }
      if node.symbols == 0 { node.firstChild = 0 }
      nodes[pending.node] = node
      waiting.append(contentsOf: children.reversed())
    }
  }

  /// Five 32-bit words for each node, as `FORMAT.md` says.
  var words: [UInt32] {
    let below = below
    var words: [UInt32] = []
    words.reserveCapacity(nodes.count * 5)
    for (place, node) in nodes.enumerated() {
      words.append(UInt32(truncatingIfNeeded: node.symbols))
      words.append(UInt32(truncatingIfNeeded: node.symbols >> 32))
      words.append(node.firstChild)
      words.append(node.key)
      words.append(below[place])
    }
    return words
  }

  /// The symbols that stand below each node.
  private var below: [UInt32] {
    var below = [UInt32](repeating: 0, count: nodes.count)
    // Children stand behind their parents.
    for node in nodes.indices.reversed() {
      var symbols = nodes[node].symbols
      var child = Int(nodes[node].firstChild)
      while symbols != 0 {
        below[node] |= Layout.symbolBit(UInt32(symbols.trailingZeroBitCount)) | below[child]
        symbols &= symbols - 1
        child += 1
      }
    }
    return below
  }
}
