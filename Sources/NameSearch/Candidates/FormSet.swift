/// A set of forms that is emptied by a new stamp and keeps its storage.
struct FormSet {
  /// The stamp in the upper half, the form in the lower one.
  private var slots = [UInt64](repeating: 0, count: 64)
  private var stamp: UInt64 = 1
  private(set) var count = 0

  mutating func removeAll() {
    count = 0
    stamp += 1
    guard stamp > UInt64(UInt32.max) else { return }
    slots = [UInt64](repeating: 0, count: 64)
    stamp = 1
  }

  /// Adds a form; false when it is there already.
  mutating func insert(_ form: UInt32) -> Bool {
    if count * 2 >= slots.count { grow() }
    guard put(UInt64(form) | stamp << 32) else { return false }
    count += 1
    return true
  }

  private mutating func put(_ entry: UInt64) -> Bool {
    let mask = slots.count - 1
    let form = entry & UInt64(UInt32.max)
    var place = Int(truncatingIfNeeded: (form &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while slots[place] >> 32 == stamp {
      if slots[place] == entry { return false }
      place = (place + 1) & mask
    }
    slots[place] = entry
    return true
  }

  private mutating func grow() {
    let old = slots.filter { $0 >> 32 == stamp }
    slots = [UInt64](repeating: 0, count: slots.count * 4)
    for entry in old { _ = put(entry) }
  }
}
