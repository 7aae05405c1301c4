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
}

extension LetterModel {
  /// Lists of successors longer than this are searched by halves, and what was found is noted.
  private static let longList = 12

  /// The context of the start of a word.
  @inline(__always) var startNode: LetterContexts.Node {
    hasContexts ? unsafe firstNodes.start[graphoneCount] : 0
  }

  /// Reads a little of a context and of the shorter ones, so that their memory is near when it is needed.
  @inline(__always) func touch(_ node: LetterContexts.Node) -> UInt32 {
    let header = unsafe contexts.start[Int(node)]
    let shorter = unsafe contexts.start[Int(header >> 8)]
    return unsafe header &+ contexts.start[Int(shorter >> 8)]
  }

  /// Writes the costs of all graphones of a range after a context.
  ///
  /// - Parameters:
  ///   - range: the graphones of one letter, or the end of the word.
  ///   - node: the context before.
  ///   - costs: where the costs go, in steps, one for each graphone of the range.
  ///   - nodes: where the contexts go that have the graphones at their ends.
  ///   - places: where letters were found among long lists of successors.
  @inline(__always) func costs(
    of range: Range<Int>, after node: LetterContexts.Node, into costs: UnsafeMutablePointer<Int32>,
    _ nodes: UnsafeMutablePointer<LetterContexts.Node>, _ places: SuccessorPlaces
  ) {
    // The contexts from the longest to the shortest, and what leaving all longer ones costs.
    var chain = (0, 0, 0, 0)
    var leaving: (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
    var (node, sum) = (Int(node), Int32(0))
    if node != 0 {
      chain.0 = node
      var header = unsafe contexts.start[node]
      (node, sum) = (Int(header >> 8), Int32(header & 0xFF))
      if node != 0 {
        (chain.1, leaving.1) = (node, sum)
        header = unsafe contexts.start[node]
        (node, sum) = (Int(header >> 8), sum &+ Int32(header & 0xFF))
        if node != 0 {
          (chain.2, leaving.2) = (node, sum)
          header = unsafe contexts.start[node]
          (node, sum) = (Int(header >> 8), sum &+ Int32(header & 0xFF))
          if node != 0 {
            (chain.3, leaving.3) = (node, sum)
            sum &+= unsafe Int32(contexts.start[node] & 0xFF)
          }
        }
      }
    }
    let (unigram, first) = unsafe (unigram.start + range.lowerBound, firstNodes.start + range.lowerBound)
    for number in 0..<range.count {
      unsafe costs[number] = sum &+ Int32(unigram[number])
      unsafe nodes[number] = first[number]
    }
    if chain.3 != 0 { unsafe replace(range, chain.3, leaving.3, costs, nodes, places) }
    if chain.2 != 0 { unsafe replace(range, chain.2, leaving.2, costs, nodes, places) }
    if chain.1 != 0 { unsafe replace(range, chain.1, leaving.1, costs, nodes, places) }
    if chain.0 != 0 { unsafe replace(range, chain.0, leaving.0, costs, nodes, places) }
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

  /// Replaces the costs of what followed a context.
  @inline(__always) private func replace(
    _ range: Range<Int>, _ node: Int, _ leaving: Int32, _ costs: UnsafeMutablePointer<Int32>,
    _ nodes: UnsafeMutablePointer<LetterContexts.Node>, _ places: SuccessorPlaces
  ) {
    var place = node &+ 2
    let end = unsafe place &+ 2 &* Int(contexts.start[node &+ 1])
    if end &- place > 2 &* Self.longList {
      place = places.place(of: range.lowerBound, behind: node) {
        successor(from: range.lowerBound, in: place..<end)
      }
    }
    while place < end {
      let entry = unsafe contexts.start[place]
      let number = Int(entry >> 8) &- range.lowerBound
      if number >= range.count { break }
      if number >= 0 {
        unsafe costs[number] = leaving &+ Int32(entry & 0xFF)
        unsafe nodes[number] = contexts.start[place &+ 1]
      }
      place &+= 2
    }
  }

  /// The first place among ascending successors whose graphone is not below one.
  private func successor(from graphone: Int, in places: Range<Int>) -> Int {
    var (low, high) = (0, places.count / 2)
    while low < high {
      let middle = (low &+ high) / 2
      let entry = unsafe contexts.start[places.lowerBound &+ 2 &* middle]
      if Int(entry >> 8) < graphone { low = middle &+ 1 } else { high = middle }
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
