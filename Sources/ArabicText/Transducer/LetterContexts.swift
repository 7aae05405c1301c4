/// The costs of graphones after others: n-grams with back-off, read from the model.
///
/// A graphone's cost is that of the longest context in which it was seen; leaving a longer context costs its back-off
/// (modified Kneser–Ney smoothing, S. F. Chen and J. Goodman, 1999, applied when the model is trained). Contexts are
/// nodes that point to the node of the next longer or shorter one, so none is looked for while a word is read.
package enum LetterContexts {
  /// The highest order of contexts: one more than the most graphones before.
  package static let orderLimit = 5
  /// The value of one step of a cost.
  package static let costStep: Float = 1 / 20
  /// Stands before the first letter.
  package static let start = UInt16.max

  /// The longest context that the model knows before a place; 0 is that of none.
  package typealias Node = UInt32

  /// A context of a chain from the longest to the shortest.
  struct Link {
    /// Where its successors begin; once a letter was looked for, where those of the letter begin or would.
    var start: UInt32 = 0
    /// Where they end.
    var end: UInt32 = 0
    /// What leaving all longer contexts of the chain costs.
    var leaving: Int32 = 0
  }

  /// The most contexts of a chain; behind them stands a link for none.
  static let chainLimit = orderLimit - 1
}

extension LetterModel {
  /// Lists of successors longer than this are searched by halves, and what was found is noted.
  private static let longList = 12

  /// The context of the start of a word.
  @inline(__always) var startNode: LetterContexts.Node {
    hasContexts ? unsafe firstNodes.start[graphoneCount] : 0
  }

  /// Writes the chain of a context.
  ///
  /// - Returns: how many contexts it has; `links` gets one more.
  @inline(__always) func link(
    _ node: LetterContexts.Node, into links: UnsafeMutablePointer<LetterContexts.Link>
  ) -> Int {
    let contexts = unsafe contexts.start
    var (node, leaving, count) = (node, Int32(0), 0)
    while node != 0, count < LetterContexts.chainLimit {
      let (header, successors) = unsafe (contexts[Int(node)], contexts[Int(node) &+ 1])
      let start = node &+ 2
      unsafe links[count] = LetterContexts.Link(
        start: start, end: start &+ 2 &* successors, leaving: leaving)
      leaving &+= Int32(truncatingIfNeeded: header & 0xFF)
      node = header >> 8
      count &+= 1
    }
    unsafe links[count] = LetterContexts.Link(leaving: leaving)
    return count
  }

  /// Finds where the graphones of a letter begin among many successors.
  @inline(__always) func find(
    _ graphone: Int, in links: UnsafeMutablePointer<LetterContexts.Link>, _ count: Int,
    _ places: SuccessorPlaces
  ) {
    for number in 0..<count {
      let link = unsafe links[number]
      if link.end &- link.start <= UInt32(2 * Self.longList) { continue }
      let place = places.place(of: graphone, behind: Int(link.start)) {
        successor(from: graphone, in: Int(link.start)..<Int(link.end))
      }
      unsafe links[number].start = UInt32(truncatingIfNeeded: place)
    }
  }

  /// Writes the costs of all graphones of a range after the contexts of a chain in which they were found.
  ///
  /// - Parameters:
  ///   - range: the graphones of one letter, or the end of the word.
  ///   - links: the chain.
  ///   - count: how many contexts it has.
  ///   - costs: where the costs go, in steps, one for each graphone of the range.
  ///   - nodes: where the contexts go that have the graphones at their ends.
  @inline(__always) func costs(
    of range: Range<Int>, after links: UnsafePointer<LetterContexts.Link>, _ count: Int,
    into costs: UnsafeMutablePointer<Int16>, _ nodes: UnsafeMutablePointer<LetterContexts.Node>
  ) {
    let (unigram, first) = unsafe (unigram.start + range.lowerBound, firstNodes.start + range.lowerBound)
    let base = unsafe Int16(truncatingIfNeeded: links[count].leaving)
    let rangeCount = range.count
    for number in 0..<rangeCount { unsafe costs[number] = base &+ Int16(unigram[number]) }
    unsafe nodes.update(from: first, count: rangeCount)
    let contexts = unsafe contexts.start
    // Graphones are in the highest 24 bits, so entries are compared whole.
    let lower = UInt32(truncatingIfNeeded: range.lowerBound) &<< 8
    let upper = UInt32(truncatingIfNeeded: range.upperBound) &<< 8
    var number = count
    while number > 0 {
      number &-= 1
      let link = unsafe links[number]
      let leaving = Int16(truncatingIfNeeded: link.leaving)
      var (place, end) = unsafe (contexts + Int(link.start), contexts + Int(link.end))
      while unsafe place < end, unsafe place[0] < lower { unsafe place += 2 }
      while unsafe place < end {
        let entry = unsafe place[0]
        if entry >= upper { break }
        let number = Int(truncatingIfNeeded: (entry &- lower) &>> 8)
        unsafe costs[number] = leaving &+ Int16(truncatingIfNeeded: entry & 0xFF)
        unsafe nodes[number] = place[1]
        unsafe place += 2
      }
    }
  }

  /// The cost of the word's end after a context, in steps; it is the last of those that followed one.
  @inline(__always) func endCost(after node: LetterContexts.Node) -> Int32 {
    var (node, sum) = (Int(node), Int32(0))
    while node != 0 {
      let (header, count) = unsafe (contexts.start[node], Int(contexts.start[node &+ 1]))
      let last = count > 0 ? unsafe contexts.start[node &+ 2 &* count] : 0
      if count > 0, Int(last >> 8) == graphoneCount { return sum &+ Int32(last & 0xFF) }
      sum &+= Int32(header & 0xFF)
      node = Int(header >> 8)
    }
    return sum &+ (unsafe Int32(unigram.start[graphoneCount]))
  }

  /// The first place among ascending successors whose graphone is not below one.
  private func successor(from graphone: Int, in places: Range<Int>) -> Int {
    let first = unsafe contexts.start + places.lowerBound
    let bound = Int(graphone) &<< 8
    var (low, count) = (0, places.count / 2)
    while count > 0 {
      let half = (count &+ 1) / 2
      // All ones for an entry below the bound; a branch could go either way.
      let isBelow = (Int(unsafe first[2 &* (low &+ half &- 1)]) &- bound) &>> 63
      low &+= half & isBelow
      count = (count &- half) & isBelow | (half &- 1) & ~isBelow
    }
    return places.lowerBound &+ 2 &* low
  }
}

/// Where the graphones of a letter begin among the many that followed a context: what was found last, so that it need
/// not be searched again.
@safe struct SuccessorPlaces {
  /// A context in the highest 24 bits, its letter's first graphone in 16, and the place in 24.
  private let entries: UnsafeMutablePointer<UInt64>
  private static let bits: UInt64 = 12

  init() {
    unsafe entries = .allocate(capacity: 1 << Int(Self.bits))
    // No context with successors is at 0.
    unsafe entries.initialize(repeating: 0, count: 1 << Int(Self.bits))
  }

  func deallocate() { unsafe entries.deallocate() }

  /// The place of a graphone behind a context, found by `search` unless it is known.
  @inline(__always) func place(of graphone: Int, behind node: Int, _ search: () -> Int) -> Int {
    let key = UInt64(truncatingIfNeeded: node) << 16 | UInt64(truncatingIfNeeded: graphone)
    let slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> (64 - Self.bits))
    let entry = unsafe entries[slot]
    if entry >> 24 == key { return Int(truncatingIfNeeded: entry & 0xFF_FFFF) }
    let place = search()
    unsafe entries[slot] = key << 24 | UInt64(truncatingIfNeeded: place)
    return place
  }
}
