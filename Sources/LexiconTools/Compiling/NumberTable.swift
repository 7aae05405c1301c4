/// Numbers that were given to things in the order in which they came, found by the hashes of these.
///
/// Open addressing: a look-up touches one place as a rule, and nothing is allocated for an entry.
struct NumberTable {
  /// The high half of a hash and *number + 1*; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 1024)
  /// The hash of each number.
  private(set) var hashes: [UInt64] = []

  /// How many numbers were given.
  var count: Int { hashes.count }

  /// Returns the number of a thing; a new one gets the next.
  ///
  /// - Parameters:
  ///   - hash: its hash.
  ///   - isSame: whether a number with such a hash is that of the thing.
  /// - Returns: the number, and whether it was given just now.
  mutating func number(hash: UInt64, where isSame: (Int) -> Bool) -> (number: UInt32, isNew: Bool) {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != 0 {
      if slots[place] >> 32 == hash >> 32 {
        let number = Int(slots[place] & 0xFFFF_FFFF) - 1
        if isSame(number) { return (UInt32(number), false) }
      }
      place = (place + 1) & mask
    }
    hashes.append(hash)
    slots[place] = Self.slot(hash, hashes.count)
    // At most half full.
    if hashes.count * 2 > slots.count { grow() }
    return (UInt32(hashes.count - 1), true)
  }

  private static func slot(_ hash: UInt64, _ count: Int) -> UInt64 { hash & ~0xFFFF_FFFF | UInt64(count) }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = Self.slot(hash, number + 1)
    }
  }
}
