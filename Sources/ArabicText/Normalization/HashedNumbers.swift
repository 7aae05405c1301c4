/// Small numbers by 64-bit hashes.
///
/// The hashes are those of `KeyHash`, whose bits are spread already, so a place is made of them without hashing once more.
struct HashedNumbers: Sendable {
  private struct Entry: Sendable {
    var hash: UInt64 = 0
    /// One more than the number; 0 where nothing is.
    var number: UInt32 = 0
  }

  private var entries: [Entry]
  private var count = 0

  /// Makes room for some numbers; more fit too.
  init(minimumCapacity: Int = 32) {
    var size = 64
    while size < minimumCapacity * 2 { size *= 2 }
    entries = [Entry](repeating: Entry(), count: size)
  }

  /// The number of a hash, or nil when it has none.
  subscript(hash: UInt64) -> Int? {
    let entry = entries[place(of: hash)]
    return entry.number == 0 ? nil : Int(entry.number) - 1
  }

  /// The hashes that have a number.
  var hashes: [UInt64] { entries.filter { $0.number != 0 }.map(\.hash) }

  /// Gives a hash a number, in place of the one it has.
  mutating func set(_ hash: UInt64, to number: Int) {
    // At most half full, so that searching ends soon; in `number` too.
    if count * 2 >= entries.count { grow() }
    let place = place(of: hash)
    if entries[place].number == 0 { count += 1 }
    entries[place] = Entry(hash: hash, number: UInt32(number) + 1)
  }

  /// The number of a hash, which is given it when it has none.
  mutating func number(of hash: UInt64, orNew number: Int) -> Int {
    if count * 2 >= entries.count { grow() }
    let place = place(of: hash)
    guard entries[place].number == 0 else { return Int(entries[place].number) - 1 }
    entries[place] = Entry(hash: hash, number: UInt32(number) + 1)
    count += 1
    return number
  }

  /// Where a hash is, or would be.
  @inline(__always) private func place(of hash: UInt64) -> Int {
    let mask = entries.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while entries[place].number != 0, entries[place].hash != hash { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.number != 0 { entries[place(of: entry.hash)] = entry }
  }
}
