import TestSupport
import Testing

@testable import ArabicText

/// Numbers are found by their hashes like in a dictionary.
@Suite struct HashedNumbersTests {
  @Test func findsWhatADictionaryFinds() {
    var random = SeededGenerator(seed: 11)
    // Hashes that share their last bits, and 0, are found too.
    let hashes =
      (0..<300).map { UInt64($0) << 40 }
      + (0..<700).map { _ in UInt64.random(in: 0...(.max), using: &random) }
    var slow: [UInt64: Int] = [:]
    var fast = HashedNumbers()
    #expect(fast[0] == nil)
    #expect(HashedNumbers(minimumCapacity: 5000).hashes.isEmpty)
    for _ in 0..<1500 {
      guard let hash = hashes.randomElement(using: &random) else { return }
      let number = Int.random(in: 0...70_000, using: &random)
      slow[hash] = number
      fast.set(hash, to: number)
    }
    for hash in hashes { #expect(fast[hash] == slow[hash]) }
    // One that has a number keeps it, in a table that grows.
    for (place, hash) in hashes.enumerated() {
      #expect(fast.number(of: hash, orNew: place) == slow[hash] ?? place)
      #expect(fast[hash] == slow[hash] ?? place)
    }
  }
}
