/// Which states of a search were visited: a hash table that is emptied by a new stamp and keeps its storage.
struct VisitedStates {
  private var slots: [UInt64] = []
  private var stamp: UInt64 = 0
  /// The part of the table that is in use, as a mask of places.
  private var mask = 0

  /// Forgets all states and makes room for so many.
  mutating func begin(_ states: Int) {
    var size = 64
    while size < states * 2 { size *= 2 }
    if slots.count < size {
      slots = [UInt64](repeating: 0, count: size)
      stamp = 0
    }
    mask = size - 1
    stamp += 1
    if stamp >= 1 << 16 {
      for place in slots.indices { slots[place] = 0 }
      stamp = 1
    }
  }

  /// Notes a state.
  ///
  /// - Parameters:
  ///   - node: a node of the trie.
  ///   - place: a place of the query, below 64.
  ///   - kind: what else tells states apart, below 8.
  /// - Returns: false when it was noted before.
  @inline(__always) mutating func insert(_ node: UInt32, _ place: UInt8, _ kind: UInt8) -> Bool {
    // Node, place, kind and stamp fill the word: 32, 6, 3 and 16 bits.
    let item = UInt64(node) | UInt64(place & 63) << 32 | UInt64(kind & 7) << 38 | stamp << 41
    var place = Int(truncatingIfNeeded: (item &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while slots[place] >> 41 == stamp {
      if slots[place] == item { return false }
      place = (place + 1) & mask
    }
    slots[place] = item
    return true
  }
}
