internal import ArabicText

/// What the letters of a query word need of the words that stand below a node of the trie.
///
/// Each letter has symbols that stand for it cheaply, and others that do so at a cost. A node below which none of them stands leads to no
/// word that costs less, so the search need not go there to find out.
struct LetterNeeds {
  /// The symbols that stand for a letter for less than each of `bounds`, and what the letter costs without them.
  private struct Need {
    var symbols = SIMD4<UInt32>(repeating: 0)
    var costs = SIMD4<Int32>(repeating: 0)
    /// Whether one chunk can stand for this letter and the one before, so that both are paid for once.
    var isJoined = false

    /// What the letter costs below a node that none of its cheapest symbols stands below.
    @inline(__always) func cost(_ below: UInt32) -> Int32 {
      if symbols[1] & below != 0 { return costs[0] }
      if symbols[2] & below != 0 { return costs[1] }
      return symbols[3] & below != 0 ? costs[2] : costs[3]
    }
  }

  private var needs: [Need] = []
  private static let bounds = SIMD4<Int32>(24, 64, 112, 168)

  /// Forgets the word and makes room for letters.
  mutating func begin(_ letters: Int, limit: Int32) {
    needs.removeAll(keepingCapacity: true)
    var need = Need()
    need.costs = SIMD4(repeating: limit + 1)
    needs.append(contentsOf: repeatElement(need, count: letters))
  }

  /// Notes that a chunk may stand for the letters of a range.
  ///
  /// - Parameters:
  ///   - letters: places of the query.
  ///   - symbol: the first symbol of the chunk; 0 when it has none, so that nothing is needed.
  ///   - regret: what the chunk costs.
  mutating func add(_ letters: Range<Int>, _ symbol: UInt32, _ regret: Int32) {
    let bit = symbol == 0 ? UInt32.max : Layout.symbolBit(symbol)
    let isBelow = SIMD4<Int32>(repeating: regret) .< Self.bounds
    let bits = SIMD4<UInt32>(repeating: 0).replacing(with: bit, where: isBelow)
    let costs = SIMD4<Int32>(repeating: .max).replacing(with: regret, where: .!isBelow)
    var needs = needs.mutableSpan
    for letter in letters {
      needs[letter].symbols |= bits
      needs[letter].costs = pointwiseMin(needs[letter].costs, costs)
      if letter > letters.lowerBound { needs[letter].isJoined = true }
    }
  }

  /// The least that the letters from a place on cost below a node.
  ///
  /// - Parameters:
  ///   - place: a place of the query.
  ///   - below: the symbols below the node, as `Vocabulary.below` has them.
  ///   - typo: what the most costly of them costs at most, since it may be a typing error; nil when none may.
  ///   - limit: the most that is of interest.
  /// - Returns: the cost, or what is known of it when it is above `limit`.
  @inline(__always) func cost(from place: Int, below: UInt32, typo: Int32?, limit: Int32) -> Int32 {
    var sum: Int32 = 0
    var most: Int32 = 0
    var last: Int32 = 0
    for letter in place..<needs.count {
      guard needs[letter].symbols[0] & below == 0 else {
        last = 0
        continue
      }
      let cost = needs[letter].cost(below)
      sum += needs[letter].isJoined ? max(0, cost - last) : cost
      most = max(most, cost)
      last = needs[letter].isJoined ? max(last, cost) : cost
      let least = typo.map { sum - max(0, most - $0) } ?? sum
      if least > limit { return least }
    }
    return typo.map { sum - max(0, most - $0) } ?? sum
  }
}
