/// The costs of graphones after others: n-grams with back-off, read from the model.
///
/// A graphone's cost is that of the longest context in which it was seen; leaving a longer context costs its back-off
/// (modified Kneser–Ney smoothing, S. F. Chen and J. Goodman, 1999, applied when the model is trained). Contexts are
/// nodes that point to the node of the next longer or shorter one. What followed a context stands letter by letter in
/// blocks, and a block points to that of the same letter in the shorter context, so a letter is looked for once.
package enum LetterContexts {
  /// The highest order of contexts: one more than the most graphones before.
  package static let orderLimit = 5
  /// The value of one step of a cost.
  package static let costStep: Float = 1 / 20
  /// Stands before the first letter.
  package static let start = UInt16.max

  /// The most elements of the section of contexts: their places have 24 bits.
  package static let elementLimit = 1 << 24

  /// The longest context that the model knows before a place; 0 is that of none.
  package typealias Node = UInt32

  /// What followed a context for one letter, in a chain from the longest context to the shortest.
  struct Link {
    /// Where the first entry is.
    var entries: UInt32 = 0
    /// What leaving all longer contexts costs.
    var leaving: Int32 = 0
  }

  /// The most contexts of a chain; behind them stands a link for none.
  static let chainLimit = orderLimit - 1

  /// A chunk that followed a context: which of its letter's, at what cost, and where the context is that ends in both.
  package struct Entry: Equatable {
    package let bits: UInt32

    package init(bits: UInt32) { self.bits = bits }

    /// Describes an entry that is not the last of its letter.
    package init(cost: UInt8, chunk: Int, distance: Int) {
      bits = UInt32(cost) << 24 | UInt32(chunk) << 19 | UInt32(distance)
    }

    /// What is set in the last entry of a letter.
    package static let last: UInt32 = 1 << 18
    /// Distances are below it.
    package static let distanceLimit = 1 << 18

    /// The cost, in steps.
    @inline(__always) package var cost: Int32 { Int32(truncatingIfNeeded: bits &>> 24) }
    /// The place of the chunk among those of its letter.
    @inline(__always) package var chunk: Int { Int(truncatingIfNeeded: bits &>> 19 & 31) }
    /// Whether it is the last of its letter.
    @inline(__always) package var isLast: Bool { bits & Self.last != 0 }
    /// How far behind the context of the graphone alone the longest one that ends in it stands.
    @inline(__always) package var distance: UInt32 { bits & UInt32(Self.distanceLimit &- 1) }
  }

  /// What chunks of one letter cost after a context: a place for each of its chunks.
  @safe struct Row {
    /// The costs, in steps; aligned for vectors.
    let costs: UnsafeMutablePointer<Int16>
    /// The entries in which they were found; 0 for those that no context has.
    let entries: UnsafeMutablePointer<UInt32>

    init(costs: UnsafeMutablePointer<Int16>, entries: UnsafeMutablePointer<UInt32>) {
      unsafe self.costs = costs
      unsafe self.entries = entries
    }

    /// Takes memory of its own.
    init() {
      unsafe costs = LetterDecoder.vectors(of: LetterModel.chunkLimit)
      unsafe entries = LetterDecoder.vectors(of: LetterModel.chunkLimit)
    }

    func deallocate() {
      unsafe costs.deallocate()
      unsafe entries.deallocate()
    }
  }
}

extension LetterModel {
  /// Lists of letters longer than this are searched by halves.
  private static let longList = 8

  /// The context of the start of a word.
  @inline(__always) var startNode: LetterContexts.Node {
    hasContexts ? unsafe firstNodes.start[graphoneCount] : 0
  }

  /// The longest context that ends in a graphone whose entry was found; an entry of 0 stands for none.
  @inline(__always) func node(of graphone: Int, _ entry: UInt32) -> LetterContexts.Node {
    unsafe firstNodes.start[graphone] &+ LetterContexts.Entry(bits: entry).distance
  }

  /// Writes the chain of what followed a context for a letter.
  ///
  /// - Returns: how many contexts had the letter; `links` gets one more.
  @inline(__always) func link(
    _ node: LetterContexts.Node, _ letter: Int, into links: UnsafeMutablePointer<LetterContexts.Link>
  ) -> Int {
    let contexts = unsafe contexts.start
    var (node, block, leaving, count) = (Int(node), 0, Int32(0), 0)
    while node != 0 {
      block = self.block(of: letter, in: node)
      if block != 0 { break }
      let header = unsafe contexts[node]
      leaving &+= Int32(truncatingIfNeeded: header & 0xFF)
      node = Int(truncatingIfNeeded: header &>> 8)
    }
    while block != 0, count < LetterContexts.chainLimit {
      unsafe links[count] = LetterContexts.Link(
        entries: UInt32(truncatingIfNeeded: block &+ 1), leaving: leaving)
      let header = unsafe contexts[block]
      leaving &+= Int32(truncatingIfNeeded: header & 0xFF)
      block = Int(truncatingIfNeeded: header &>> 8)
      count &+= 1
    }
    unsafe links[count] = LetterContexts.Link(leaving: leaving)
    return count
  }

  /// Where the block of a letter is behind a context; 0 when the letter did not follow it.
  @inline(__always) func block(of letter: Int, in node: Int) -> Int {
    let first = unsafe contexts.start + (node &+ 2)
    var (low, count) = unsafe (0, Int(truncatingIfNeeded: contexts.start[node &+ 1]))
    let (end, bound) = (count, letter &<< 16)
    while count > Self.longList {
      let half = count / 2
      // All ones for a letter below; a branch could go either way.
      let isBelow = (Int(unsafe first[low &+ half &- 1]) &- bound) &>> 63
      low &+= half & isBelow
      count &-= half
    }
    while low < end, unsafe Int(first[low]) < bound { low &+= 1 }
    if low == end { return 0 }
    let found = unsafe Int(first[low])
    return found &>> 16 == letter ? node &+ (found & 0xFFFF) : 0
  }

  /// Writes what all chunks of a letter cost after the contexts of a chain in which they were found.
  ///
  /// - Parameters:
  ///   - alone: what they cost after no context, see `costsAlone`.
  ///   - links: the chain.
  ///   - count: how many contexts it has.
  ///   - limit: what costs more may be said to cost what it does after a shorter context.
  ///   - row: where the costs go.
  @inline(__always) func costs(
    alone: UnsafePointer<Int16>, after links: UnsafePointer<LetterContexts.Link>, _ count: Int,
    below limit: Int32 = .max, into row: LetterContexts.Row
  ) {
    let base = unsafe SIMD8(repeating: Int16(truncatingIfNeeded: links[count].leaving))
    let known = unsafe UnsafeRawPointer(alone).assumingMemoryBound(to: SIMD8<Int16>.self)
    let costs = unsafe UnsafeMutableRawPointer(row.costs).assumingMemoryBound(to: SIMD8<Int16>.self)
    let entries = unsafe UnsafeMutableRawPointer(row.entries).assumingMemoryBound(to: SIMD8<UInt32>.self)
    for vector in 0..<LetterModel.chunkLimit / 8 {
      unsafe costs[vector] = known[vector] &+ base
      unsafe entries[vector] = .zero
    }
    let contexts = unsafe contexts.start
    var number = count
    while number > 0 {
      number &-= 1
      let link = unsafe links[number]
      let own = limit &- link.leaving
      var place = unsafe contexts + Int(link.entries)
      while true {
        let entry = unsafe LetterContexts.Entry(bits: place[0])
        // They ascend by their cost.
        if entry.cost > own { break }
        unsafe row.costs[entry.chunk] = Int16(truncatingIfNeeded: link.leaving &+ entry.cost)
        unsafe row.entries[entry.chunk] = entry.bits
        if entry.isLast { break }
        unsafe place += 1
      }
    }
  }

  /// What stands for the cost of a chunk that there is not: more than any cost, and less than a sum of them must be.
  static let noCost: Int16 = 0x3FFF

  /// Makes the costs of all graphones after no context, `chunkLimit` for each letter, in memory that vectors can be read from.
  func costsAlone() -> UnsafeMutablePointer<Int16> {
    let count = letters.count * Self.chunkLimit
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Int16>.stride, alignment: 16)
    let costs = unsafe memory.initializeMemory(as: Int16.self, repeating: Self.noCost, count: count)
    guard hasContexts else { return unsafe costs }
    for letter in 0..<letters.count {
      let range = graphones(at: letter)
      for graphone in range {
        unsafe costs[letter * Self.chunkLimit + graphone - range.lowerBound] = Int16(unigram.start[graphone])
      }
    }
    return unsafe costs
  }

  /// The cost of the word's end after a context, in steps; it stands for a letter behind all others.
  @inline(__always) func endCost(after node: LetterContexts.Node) -> Int32 {
    let contexts = unsafe contexts.start
    var (node, sum) = (Int(truncatingIfNeeded: node), Int32(0))
    while node != 0 {
      let (header, count) = unsafe (contexts[node], Int(truncatingIfNeeded: contexts[node &+ 1]))
      let last = count > 0 ? unsafe Int(contexts[node &+ 1 &+ count]) : 0
      if count > 0, last &>> 16 == letters.count {
        return unsafe sum &+ LetterContexts.Entry(bits: contexts[node &+ (last & 0xFFFF) &+ 1]).cost
      }
      sum &+= Int32(truncatingIfNeeded: header & 0xFF)
      node = Int(truncatingIfNeeded: header &>> 8)
    }
    return sum &+ (unsafe Int32(unigram.start[graphoneCount]))
  }
}
