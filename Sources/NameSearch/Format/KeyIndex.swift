/// A key index of `FORMAT.md`: from a 64-bit key to indexes of another section.
struct KeyIndex: Sendable {
  private let directory: SectionView<UInt32>
  private let entries: SectionView<UInt32>
  /// The bits of a key that choose its bucket.
  private let bits: Int

  /// Where the entries of a bucket lie, and the tag of the first, once it was read.
  struct Bucket {
    fileprivate(set) var range = 0..<0
    fileprivate var firstTag: UInt32 = 0
  }

  init(_ sections: LexiconSections, directory: Layout.Section, entries: Layout.Section) {
    self.directory = SectionView(sections, directory)
    self.entries = SectionView(sections, entries)
    let count = self.directory.count
    bits = count < 2 ? 0 : Int.bitWidth - 1 - (count - 1).leadingZeroBitCount
  }

  /// The bucket that a key belongs into.
  @inline(__always) func bucket(of key: UInt64) -> Bucket {
    let number = bits == 0 ? 0 : Int(key >> UInt64(64 - bits))
    let start = Int(directory[number])
    let end = min(Int(directory[number &+ 1]), entries.count / 2)
    return Bucket(range: start..<max(start, end))
  }

  /// Reads the first tag of a bucket.
  @inline(__always) func readFirst(of bucket: inout Bucket) {
    bucket.firstTag = bucket.range.isEmpty ? .max : entries[bucket.range.lowerBound &* 2]
  }

  /// Calls `body` with each index under a key, ascending, until it returns false.
  ///
  /// - Complexity: O(1), and O(log *k*) in the entries of the bucket.
  func forEach(_ key: UInt64, _ body: (UInt32) -> Bool) {
    var bucket = bucket(of: key)
    readFirst(of: &bucket)
    forEach(key, in: bucket, body)
  }

  /// Does the same where the bucket is known and its first tag was read.
  @inline(__always) func forEach(_ key: UInt64, in bucket: Bucket, _ body: (UInt32) -> Bool) {
    let tag = UInt32(truncatingIfNeeded: key)
    guard !bucket.range.isEmpty, bucket.firstTag <= tag else { return }
    var low = bucket.range.lowerBound
    var high = bucket.range.upperBound
    while high - low > 8 {
      let middle = low + (high - low) / 2
      if entries[middle &* 2] < tag { low = middle + 1 } else { high = middle }
    }
    while low < bucket.range.upperBound, entries[low &* 2] < tag { low += 1 }
    while low < bucket.range.upperBound, entries[low &* 2] == tag {
      guard body(entries[low &* 2 &+ 1]) else { return }
      low += 1
    }
  }
}
