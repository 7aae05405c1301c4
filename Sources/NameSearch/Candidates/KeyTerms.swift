/// What the keys of words may stand for in a query: for each key its terms, with how well it fits each.
///
/// A hash table with chains, emptied by a new stamp, that keeps its storage from query to query.
struct KeyTerms {
  private struct Slot {
    var key: UInt32 = 0
    var stamp: UInt32 = 0
    var first: Int32 = -1
  }
  private struct Item {
    let term: Int32
    let worth: Float
    let next: Int32
  }

  private var slots = [Slot](repeating: Slot(), count: 1 << 8)
  private var items: [Item] = []
  private var used = 0
  private var stamp: UInt32 = 1

  mutating func removeAll() {
    items.removeAll(keepingCapacity: true)
    used = 0
    stamp &+= 1
    if stamp == 0 { (slots, stamp) = ([Slot](repeating: Slot(), count: 1 << 8), 1) }
  }

  mutating func add(_ key: UInt32, _ term: Int, _ worth: Float) {
    var place = place(of: key)
    if slots[place].stamp != stamp {
      if (used + 1) * 2 > slots.count {
        grow()
        place = self.place(of: key)
      }
      slots[place] = Slot(key: key, stamp: stamp)
      used += 1
    }
    items.append(Item(term: Int32(truncatingIfNeeded: term), worth: worth, next: slots[place].first))
    slots[place].first = Int32(truncatingIfNeeded: items.count - 1)
  }

  /// Calls `body` with each term of a key.
  @inline(__always) func forEach(_ key: UInt32, _ body: (_ term: Int, _ worth: Float) -> Void) {
    let slot = slots[place(of: key)]
    guard slot.stamp == stamp else { return }
    var next = slot.first
    while next >= 0 {
      let item = items[Int(next)]
      body(Int(item.term), item.worth)
      next = item.next
    }
  }

  @inline(__always) private func place(of key: UInt32) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: (UInt64(key) &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[place].stamp == stamp, slots[place].key != key { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    for slot in old where slot.stamp == stamp { slots[place(of: slot.key)] = slot }
  }
}
