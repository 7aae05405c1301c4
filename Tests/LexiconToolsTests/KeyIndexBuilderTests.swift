import TestSupport
import Testing

@testable import LexiconTools

/// The layout of key indexes, against FORMAT.md.
@Suite struct KeyIndexBuilderTests {
  @Test func anEmptyIndexHasOneBucket() {
    let layout = KeyIndexBuilder().layout()
    #expect(layout.directory == [0, 0])
    #expect(layout.entries.isEmpty)
  }

  @Test func doublesAreDropped() {
    var builder = KeyIndexBuilder()
    for _ in 0..<3 { builder.add(7, 1) }
    builder.add(7, 2)
    let layout = builder.layout()
    #expect(layout.entries == [7 | 1 << 32, 7 | 2 << 32])
  }

  @Test(arguments: [1, 5, 100, 5000])
  func bucketsAreSortedAndComplete(_ count: Int) throws {
    var generator = SeededGenerator(seed: UInt64(count))
    var builder = KeyIndexBuilder()
    var expected: Set<[UInt64]> = []
    for _ in 0..<count {
      let key = generator.next()
      let index = UInt32(generator.next() % 50)
      builder.add(key, index)
      expected.insert([key, UInt64(index)])
    }
    let layout = builder.layout()
    let buckets = layout.directory.count - 1
    #expect(buckets.nonzeroBitCount == 1)
    #expect(layout.directory.first == 0)
    #expect(layout.directory.last == UInt32(layout.entries.count))
    #expect(layout.directory == layout.directory.sorted())
    #expect(layout.entries.count == expected.count)
    let bits = buckets.trailingZeroBitCount
    for pair in expected {
      let bucket = bits == 0 ? 0 : Int(pair[0] >> UInt64(64 - bits))
      let range = Int(layout.directory[bucket])..<Int(layout.directory[bucket + 1])
      #expect(layout.entries[range].contains((pair[0] & 0xFFFF_FFFF) | pair[1] << 32))
    }
  }
}
