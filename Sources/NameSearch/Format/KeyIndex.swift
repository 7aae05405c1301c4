/// A key index of `FORMAT.md`: from a 64-bit key to indexes of another section.
struct KeyIndex: Sendable {
  let directory: Layout.Section
  let entries: Layout.Section
  /// The bits of a key that choose its bucket.
  private let bits: Int
  private let sections: LexiconSections

  init(_ sections: LexiconSections, directory: Layout.Section, entries: Layout.Section) {
    self.sections = sections
    self.directory = directory
    self.entries = entries
    let count = sections.count(directory)
    bits = count < 2 ? 0 : Int.bitWidth - 1 - (count - 1).leadingZeroBitCount
  }

  /// Calls `body` with each index under a key, ascending, until it returns false.
  ///
  /// - Complexity: O(1), and O(log *k*) in the entries of the bucket.
  func forEach(_ key: UInt64, _ body: (UInt32) -> Bool) {
    let bucket = bits == 0 ? 0 : Int(key >> UInt64(64 - bits))
    let tag = UInt32(truncatingIfNeeded: key)
    var low = Int(sections.load(UInt32.self, directory, bucket))
    let end = min(Int(sections.load(UInt32.self, directory, bucket + 1)), sections.count(entries))
    var high = max(low, end)
    while low < high {
      let middle = low + (high - low) / 2
      if sections.load(UInt32.self, entries, middle) < tag { low = middle + 1 } else { high = middle }
    }
    while low < end, sections.load(UInt32.self, entries, low) == tag {
      guard body(sections.load(UInt32.self, entries, low, field: 4)) else { return }
      low += 1
    }
  }
}
