/// Values for words by their letters; most words that have none are turned away without hashing.
struct SpellingDictionary<Value: Sendable>: Sendable {
  private var values: [[UInt16]: Value] = [:]
  /// One bit for each first letter and length, folded to 64.
  private var mask: UInt64 = 0

  /// All words, in no order.
  var keys: Dictionary<[UInt16], Value>.Keys { values.keys }

  /// The value of a word.
  subscript(codes: [UInt16]) -> Value? {
    get { mask & Self.bit(codes) == 0 ? nil : values[codes] }
    set {
      mask |= Self.bit(codes)
      values[codes] = newValue
    }
  }

  @inline(__always)
  private static func bit(_ codes: [UInt16]) -> UInt64 {
    guard let first = codes.first else { return 0 }
    return 1 << ((UInt64(first) &+ UInt64(codes.count) &* 11) & 63)
  }
}
