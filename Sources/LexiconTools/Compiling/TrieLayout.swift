internal import NameSearch

/// Lays sorted keys out as a trie: the children of a node stand together, and behind them what lies below the first of them.
///
/// What lies below one node is then close together in memory, since a search that came so far mostly goes on there.
struct TrieLayout {
  /// Two words for each node, as `FORMAT.md` says.
  private(set) var nodes: [UInt64] = []
  /// The symbols that stand below each node, as `FORMAT.md` says.
  private(set) var below: [UInt32] = []

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
    nodes = [0, UInt64(Layout.none) << 32]
    var waiting = [Pending(node: 0, keys: 0..<count, depth: 0)]
    var children: [Pending] = []
    while let pending = waiting.popLast() {
      var keys = pending.keys
      var carried = Layout.none
      if let first = keys.first, key(first).count == pending.depth {
        carried = number(first)
        keys = (first + 1)..<keys.upperBound
      }
      let firstChild = nodes.count / 2
      var mask: UInt64 = 0
      children.removeAll(keepingCapacity: true)
      while let first = keys.first {
        func symbol(_ place: Int) -> UInt8 { key(place)[key(place).startIndex + pending.depth] }
        var end = first + 1
        while end < keys.upperBound, symbol(end) == symbol(first) { end += 1 }
        mask |= 1 << UInt64(symbol(first))
        children.append(Pending(node: nodes.count / 2, keys: first..<end, depth: pending.depth + 1))
        nodes += [0, 0]
        keys = end..<keys.upperBound
      }
      nodes[pending.node * 2] = mask
      nodes[pending.node * 2 + 1] = UInt64(mask == 0 ? 0 : firstChild) | UInt64(carried) << 32
      waiting.append(contentsOf: children.reversed())
    }
    noteBelow()
  }

  private mutating func noteBelow() {
    below = [UInt32](repeating: 0, count: nodes.count / 2)
    // Children stand behind their parents.
    for node in below.indices.reversed() {
      var symbols = nodes[node * 2]
      var child = Int(UInt32(truncatingIfNeeded: nodes[node * 2 + 1]))
      while symbols != 0 {
        below[node] |= Layout.symbolBit(UInt32(symbols.trailingZeroBitCount)) | below[child]
        symbols &= symbols - 1
        child += 1
      }
    }
  }
}
