/// Gathers keys and lays them out as `FORMAT.md`, *Key indexes*, says.
package struct KeyIndexBuilder {
  private var entries: [(key: UInt64, index: UInt32)] = []

  /// Adds one entry; doubles are dropped at the end.
  package mutating func add(_ key: UInt64, _ index: UInt32) { entries.append((key, index)) }

  /// Adds the entries of another builder.
  mutating func append(_ other: KeyIndexBuilder) {
    if entries.isEmpty { entries = other.entries } else { entries += other.entries }
  }

  /// Returns the two sections.
  ///
  /// `numbers` says what each index is called in the file; empty when that is as it was added.
  ///
  /// - Complexity: O(*n*), and O(*m* log *m*) for *m* entries of one bucket.
  package consuming func layout(numbers: [UInt32] = []) -> (directory: [UInt32], entries: [UInt64]) {
    // About four entries a bucket.
    var bits = 0
    while bits < 31, (entries.count >> 2) >> bits > 0 { bits += 1 }
    let shift = UInt64(64 - bits)
    func bucket(_ key: UInt64) -> Int { bits == 0 ? 0 : Int(key >> shift) }
    var ends = [Int](repeating: 0, count: 1 << bits)
    for entry in entries { ends[bucket(entry.key)] += 1 }
    var sum = 0
    for place in ends.indices { (ends[place], sum) = (sum, sum + ends[place]) }
    // Tag before index, so that numbers sort as the file wants them.
    var sorted = [UInt64](repeating: 0, count: entries.count)
    for entry in entries {
      let index = numbers.isEmpty ? entry.index : numbers[Int(entry.index)]
      let place = bucket(entry.key)
      sorted[ends[place]] = UInt64(UInt32(truncatingIfNeeded: entry.key)) << 32 | UInt64(index)
      ends[place] += 1
    }
    entries = []
    var directory: [UInt32] = [0]
    directory.reserveCapacity(ends.count + 1)
    var packed: [UInt64] = []
    packed.reserveCapacity(sorted.count)
    var start = 0
    for end in ends {
      if end - start > 1 { sorted[start..<end].sort() }
      for place in start..<end where place == start || sorted[place] != sorted[place - 1] {
        packed.append(sorted[place] >> 32 | sorted[place] << 32)
      }
      start = end
      directory.append(UInt32(packed.count))
    }
    return (directory, packed)
  }
}
