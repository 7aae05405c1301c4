/// The costs of symbols after others: n-grams with back-off in one hash table, read from the file.
///
/// An entry is a check of 24 bits and a cost of 8, so that an n-gram takes four bytes. A symbol costs what its n-gram
/// costs; without one, leaving the context and the symbol in the shorter context.
@safe package struct PairContexts {
  private let entries: UnsafePointer<UInt32>
  private let mask: Int

  /// The most entries that are looked at for one n-gram; the table is built so that none lies further.
  package static let reach = 256

  init(_ section: PairModelImage.Section<UInt32>) {
    unsafe entries = section.start
    mask = section.count - 1
  }

  /// What an entry says.
  package enum Kind: UInt64 {
    /// The cost of a graphone after the one or two before it.
    case graphone = 1
    /// What it costs to forget the older of two graphones.
    case forgetting
    /// The cost of a letter after the up to three before it, Arabic and Latin.
    case arabicLetter
    case latinLetter
    /// What it costs to forget the oldest of the letters before.
    case forgettingArabic
    case forgettingLatin
  }

  /// The hash of an n-gram: up to four symbols or graphones, 16 bits each, the oldest above.
  @inline(__always) package static func hash(_ kind: Kind, _ gram: UInt64) -> UInt64 {
    var mixed = (gram &+ kind.rawValue &* 0x9E37_79B9_7F4A_7C15) &* 0xFF51_AFD7_ED55_8CCD
    mixed ^= mixed >> 32
    mixed = mixed &* 0xC4CE_B9FE_1A85_EC53
    return mixed ^ (mixed >> 29)
  }

  /// The check of a hash, never 0.
  @inline(__always) package static func check(_ hash: UInt64) -> UInt32 {
    UInt32(truncatingIfNeeded: hash >> 40) | 1
  }

  /// The cost of an n-gram in steps, or −1.
  @inline(__always) func cost(_ kind: Kind, _ gram: UInt64) -> Int32 {
    let hash = Self.hash(kind, gram)
    let check = Self.check(hash)
    var place = Int(truncatingIfNeeded: hash) & mask
    for _ in 0..<Self.reach {
      let entry = unsafe entries[place]
      if entry >> 8 == check { return Int32(entry & 0xFF) }
      if entry == 0 { return -1 }
      place = (place + 1) & mask
    }
    return -1
  }
}
