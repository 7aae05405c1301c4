internal import ArabicText

/// The project's checksum (`Checksum`) of bytes that come in pieces.
package struct ByteChecksum: Sendable {
  private var sum = Checksum()
  private var word: UInt64 = 0
  private var count: UInt64 = 0

  package init() {}

  package mutating func combine(_ bytes: some Sequence<UInt8>) {
    for byte in bytes {
      word = word << 8 | UInt64(byte)
      count += 1
      if count & 7 == 0 { sum.combine(word) }
    }
  }

  /// The checksum of all bytes so far, as 16 hexadecimal digits.
  package var digits: String {
    var sum = sum
    sum.combine(count & 7 == 0 ? 0 : word & (1 << (8 * (count & 7)) - 1))
    sum.combine(count)
    let digits = String(sum.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
