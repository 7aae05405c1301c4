internal import CMemory

/// How likely a text is to be written at all, whatever it spells: n-grams of its units, in a table of hashes.
///
/// N-grams of graphones see four letters and how each is written; these see four units of the text alone. Each was seen
/// more often, so they know better which letters stand together in names. Costs, as those of graphones, come of modified
/// Kneser–Ney smoothing.
package enum WrittenLetters {
  /// The longest n-grams.
  package static let order = 5
  /// The bits of a unit in a key.
  static let unitBits: UInt64 = 6
  /// The highest number of a unit; they are counted from 1.
  package static let unitLimit = 61
  /// Stands before the first unit.
  package static let edge: UInt64 = 0
  /// Stands behind the last unit.
  package static let end: UInt64 = 62
  /// Stands behind a context for what leaving it costs.
  package static let leaving: UInt64 = 63
  /// What a unit costs that is not known.
  static let unknownCost: Int32 = 255
  /// The most entries of a table.
  static let entryLimit = 1 << 24

  /// Costs that were read are kept in so many places, each in the lowest 16 bits with its key above; 0 stands for none.
  static let keptCount = 1 << keptBits
  private static let keptBits = 11

  /// The place of a key among the costs that are kept.
  @inline(__always) static func keptPlace(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> UInt64(64 - keptBits))
  }

  /// The key of no units: a key is a 1, and behind it the numbers of units, the latest lowest.
  package static let empty: UInt64 = 1

  /// The context of a text's first unit.
  static let start = key(empty, edge)

  /// The key of units with one more.
  @inline(__always) package static func key(_ before: UInt64, _ unit: UInt64) -> UInt64 {
    before &<< unitBits | unit
  }

  /// Where a key's entry is looked for first among `count`, and what marks it: an entry is a mark and, in its lowest
  /// byte, a cost; 0 stands for none.
  @inline(__always) package static func place(of key: UInt64, among count: Int) -> (slot: Int, mark: UInt32) {
    // Keys differ in few bits; once multiplied, some still go to the same places.
    var hash = key &* 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ hash &>> 32) &* 0xD6E8_FEB8_6659_FD93
    let slot = ((hash &>> 32) &* UInt64(truncatingIfNeeded: count)) &>> 32
    return (Int(truncatingIfNeeded: slot), UInt32(truncatingIfNeeded: hash) & 0xFFFF_FF00 | 0x100)
  }

  /// A context without its oldest unit.
  @inline(__always) static func shorter(_ before: UInt64) -> UInt64 {
    // The highest bit is the key's mark; it goes where the oldest unit was.
    let mark = 63 &- UInt64(truncatingIfNeeded: before.leadingZeroBitCount) &- unitBits
    return before & (1 &<< mark &- 1) | 1 &<< mark
  }

  /// A context without its oldest unit, when it has as many as a table knows.
  @inline(__always) static func shortened(_ before: UInt64) -> UInt64 {
    let limit = unitBits &* UInt64(order - 1)
    return before &>> limit <= 1 ? before : before & (1 &<< limit &- 1) | 1 &<< limit
  }
}

extension LetterModel {
  /// What the units of a text add to the logarithm of its probability; `graphones` are those of its letters.
  ///
  /// Costs are kept in `kept`, if given, which has `WrittenLetters.keptCount` places: most texts share their parts.
  @inline(__always) func writtenScore(
    _ graphones: UnsafePointer<UInt16>, _ count: Int, _ kept: UnsafeMutablePointer<UInt64>?
  ) -> Float {
    var (before, text) = (WrittenLetters.start, TextCost())
    for place in 0..<count {
      unsafe write(Int(graphones[place]), after: &before, into: &text, isCounted: true, kept)
    }
    text.cost &+= unsafe writtenCost(of: WrittenLetters.end, after: before, kept)
    return settings.unitValue * Float(text.length)
      - settings.writtenWeight * LetterContexts.costStep * Float(text.cost)
  }

  /// The same for the graphones of an answer.
  package func writtenScore(_ graphones: [UInt16]) -> Float {
    guard hasWritten else { return 0 }
    return unsafe graphones.withUnsafeBufferPointer { graphones in
      guard let start = graphones.baseAddress else { return 0 }
      return unsafe writtenScore(start, graphones.count, nil)
    }
  }

  /// Writes the chunk of a graphone behind a context.
  ///
  /// - Parameters:
  ///   - graphone: whose chunk.
  ///   - before: the context, which gets the chunk's units.
  ///   - text: what gets their costs and their number.
  ///   - isCounted: whether it does.
  ///   - kept: as for `writtenScore`.
  @inline(__always) func write(
    _ graphone: Int, after before: inout UInt64, into text: inout TextCost, isCounted: Bool,
    _ kept: UnsafeMutablePointer<UInt64>?
  ) {
    let units = self.units(of: graphone)
    for place in units {
      let unit = unsafe UInt64(writtenNumbers.start[place])
      if isCounted { text.cost &+= unsafe writtenCost(of: unit, after: before, kept) }
      before = WrittenLetters.shortened(WrittenLetters.key(before, unit))
    }
    text.length &+= Int32(truncatingIfNeeded: units.count)
  }

  /// Where the units of a graphone's chunk are.
  @inline(__always) private func units(of graphone: Int) -> Range<Int> {
    let chunk = unsafe Int(chunks.start[graphone])
    return unsafe Int(chunkStart.start[chunk])..<Int(chunkStart.start[chunk &+ 1])
  }

  /// Asks for the memory in which the costs of a graphone's first unit will be looked for.
  @inline(__always) func prefetch(_ graphone: Int, after before: UInt64) {
    let units = self.units(of: graphone)
    if units.isEmpty { return }
    let unit = unsafe UInt64(writtenNumbers.start[units.lowerBound])
    prefetch(WrittenLetters.key(before, unit))
    prefetch(WrittenLetters.key(before, WrittenLetters.leaving))
    prefetch(WrittenLetters.key(WrittenLetters.shorter(before), unit))
  }

  @inline(__always) private func prefetch(_ key: UInt64) {
    let slot = WrittenLetters.place(of: key, among: written.count).slot
    unsafe ism_prefetch(written.start + slot)
  }

  /// The cost of a unit after others, from what is kept when it is there.
  @inline(__always) func writtenCost(
    of unit: UInt64, after before: UInt64, _ kept: UnsafeMutablePointer<UInt64>?
  ) -> Int32 {
    guard let kept = unsafe kept else { return writtenCost(of: unit, after: before) }
    let key = WrittenLetters.key(before, unit)
    let place = WrittenLetters.keptPlace(key)
    let entry = unsafe kept[place]
    if entry &>> 16 == key { return Int32(truncatingIfNeeded: entry & 0xFFFF) }
    let cost = writtenCost(of: unit, after: before)
    unsafe kept[place] = key &<< 16 | UInt64(cost)
    return cost
  }

  /// The cost of a unit after others, in steps: that of the longest n-gram that is known, and of leaving longer contexts.
  @inline(__always) private func writtenCost(of unit: UInt64, after before: UInt64) -> Int32 {
    var (before, sum) = (before, Int32(0))
    while true {
      if let cost = writtenEntry(WrittenLetters.key(before, unit)) { return sum &+ cost }
      if before == WrittenLetters.empty { return sum &+ WrittenLetters.unknownCost }
      sum &+= writtenEntry(WrittenLetters.key(before, WrittenLetters.leaving)) ?? 0
      before = WrittenLetters.shorter(before)
    }
  }

  /// The cost that the table has for a key.
  @inline(__always) private func writtenEntry(_ key: UInt64) -> Int32? {
    var (slot, mark) = WrittenLetters.place(of: key, among: written.count)
    // Four at once, up to those among which it is, or there is none.
    while slot &+ 4 <= written.count {
      let entries = unsafe UnsafeRawPointer(written.start + slot).loadUnaligned(as: SIMD4<UInt32>.self)
      if any((entries ^ mark) & 0xFFFF_FF00 .== 0 .| entries .== 0) { break }
      slot &+= 4
    }
    if slot == written.count { slot = 0 }
    while true {
      let entry = unsafe written.start[slot]
      if entry ^ mark < 0x100 { return Int32(truncatingIfNeeded: entry & 0xFF) }
      // There is a place without an entry.
      if entry == 0 { return nil }
      slot &+= 1
      if slot == written.count { slot = 0 }
    }
  }

  /// Whether every unit has a number, and a search in the table comes to an end.
  var hasConsistentWritten: Bool {
    guard writtenNumbers.count == chunkText.count, written.count <= WrittenLetters.entryLimit else {
      return false
    }
    for place in 0..<writtenNumbers.count {
      let number = unsafe Int(writtenNumbers.start[place])
      guard (1...WrittenLetters.unitLimit).contains(number) else { return false }
    }
    return (0..<written.count).contains { unsafe written.start[$0] == 0 }
  }
}
