/// Gathers keys and lays them out as `FORMAT.md`, *Key indexes*, says.
package struct KeyIndexBuilder {
  private var entries: [(key: UInt64, index: UInt32)] = []

  /// Adds one entry; doubles are dropped at the end.
  package mutating func add(_ key: UInt64, _ index: UInt32) { entries.append((key, index)) }

  /// Returns the two sections.
  ///
  /// `numbers` says what each index is called in the file; empty when that is as it was added.
  ///
  /// - Complexity: O(*n* log *n*).
  package consuming func layout(numbers: [UInt32] = []) -> (directory: [UInt32], entries: [UInt64]) {
    var entries = entries
    self.entries = []
    if !numbers.isEmpty {
      for place in entries.indices { entries[place].index = numbers[Int(entries[place].index)] }
    }
    // About four entries a bucket.
    var bits = 0
    while bits < 31, (entries.count >> 2) >> bits > 0 { bits += 1 }
    let shift = UInt64(64 - bits)
    func bucket(_ key: UInt64) -> Int { bits == 0 ? 0 : Int(key >> shift) }
    entries.sort { left, right in
      let (leftBucket, rightBucket) = (bucket(left.key), bucket(right.key))
      if leftBucket != rightBucket { return leftBucket < rightBucket }
      let (leftTag, rightTag) = (UInt32(truncatingIfNeeded: left.key), UInt32(truncatingIfNeeded: right.key))
      return leftTag == rightTag ? left.index < right.index : leftTag < rightTag
    }
    var directory = [UInt32](repeating: 0, count: (1 << bits) + 1)
    var packed: [UInt64] = []
    packed.reserveCapacity(entries.count)
    var lastBucket = 0
    for entry in entries {
      let place = bucket(entry.key)
      let value = UInt64(UInt32(truncatingIfNeeded: entry.key)) | UInt64(entry.index) << 32
      if place == lastBucket, let last = packed.last, last == value, directory[place] < packed.count {
        continue
      }
      while lastBucket < place {
        lastBucket += 1
        directory[lastBucket] = UInt32(packed.count)
      }
      packed.append(value)
    }
    while lastBucket < 1 << bits {
      lastBucket += 1
      directory[lastBucket] = UInt32(packed.count)
    }
    return (directory, packed)
  }
}
