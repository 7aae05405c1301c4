internal import NameSearch

/// Lays sorted keys out as a trie: the children of a node stand together, level by level.
struct TrieLayout {
  /// Two words for each node, as `FORMAT.md` says.
  private(set) var nodes: [UInt64] = []

  private struct Pending {
    let node: Int
    let keys: Range<Int>
  }

  /// - Parameters:
  ///   - count: how many keys there are.
  ///   - key: the symbols of a key, each in 1…63; ascending and different.
  ///   - number: what a key's node carries.
  init(count: Int, key: (Int) -> ArraySlice<UInt8>, number: (Int) -> UInt32) {
    nodes = [0, UInt64(Layout.none) << 32]
    var level = [Pending(node: 0, keys: 0..<count)]
    var depth = 0
    while !level.isEmpty {
      var next: [Pending] = []
      for pending in level {
        var keys = pending.keys
        var carried = Layout.none
        if let first = keys.first, key(first).count == depth {
          carried = number(first)
          keys = (first + 1)..<keys.upperBound
        }
        let firstChild = nodes.count / 2
        var mask: UInt64 = 0
        while let first = keys.first {
          let symbols = key(first)
          let symbol = symbols[symbols.startIndex + depth]
          var end = first + 1
          while end < keys.upperBound, key(end)[key(end).startIndex + depth] == symbol { end += 1 }
          mask |= 1 << UInt64(symbol)
          next.append(Pending(node: nodes.count / 2, keys: first..<end))
          nodes += [0, 0]
          keys = end..<keys.upperBound
        }
        nodes[pending.node * 2] = mask
        nodes[pending.node * 2 + 1] = UInt64(mask == 0 ? 0 : firstChild) | UInt64(carried) << 32
      }
      level = next
      depth += 1
    }
  }
}
