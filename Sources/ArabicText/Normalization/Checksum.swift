/// The checksum of the project's files: compiled lexicons and transducers.
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
}
