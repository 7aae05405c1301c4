/// The last costs that were made of several entries of the model.
///
/// The words that one query is compared with have much in common, and these 64 kilobytes are nearer than the model. All
/// scorers of a thread may share one value.
package struct PairCostMemo: Sendable {
  /// The key in the upper 48 bits, the cost in the others.
  private var entries = [UInt64](repeating: .max, count: PairCostMemo.count)

  /// The entries, taken once for a word, so that nothing asks for each cost whether somebody else has them.
  typealias Entries = MutableSpan<UInt64>
  private static let bits = 13
  private static let count = 1 << bits

  package init() {}

  /// Calls `body` with the entries.
  @inline(__always) mutating func withEntries<Result>(_ body: (inout Entries) -> Result) -> Result {
    var span = entries.mutableSpan
    return body(&span)
  }

  /// The place where the cost of a key of 48 bits is kept.
  @inline(__always) static func place(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 - bits))
  }

  /// The cost of a key, or −1.
  @inline(__always) static func cost(_ key: UInt64, at place: Int, in entries: borrowing Entries) -> Int32 {
    let entry = entries[place]
    return entry &>> 16 == key ? Int32(entry & 0xFFFF) : -1
  }

  /// Keeps a cost in the place of another.
  @inline(__always) static func keep(
    _ key: UInt64, _ cost: Int32, at place: Int, in entries: inout Entries
  ) {
    entries[place] = key &<< 16 | UInt64(UInt32(cost))
  }
}
