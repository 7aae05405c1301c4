/// The checksum of the project's files: compiled lexicons, transducers and pair models.
///
/// FNV-1a over 64-bit words instead of bytes, each step followed by `x ^= x >> 29`. It guards against damage, not against
/// an adversary.
package struct Checksum: Sendable {
  package private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  package init() {}

  package mutating func combine(_ word: UInt64) {
    value = (value ^ word) &* 0x100_0000_01B3
    value ^= value >> 29
  }

  /// The checksum of bytes in whole words; a rest of up to seven bytes is not looked at.
  package static func value(of bytes: UnsafeRawBufferPointer) -> UInt64 {
    var checksum = Checksum()
    var place = 0
    while place + 8 <= bytes.count {
      checksum.combine(unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      place += 8
    }
    return checksum.value
  }
}
