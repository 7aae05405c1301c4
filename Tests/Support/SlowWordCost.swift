package import ArabicText

/// The slow twin of the search for words: what it costs to read one word as a query word, by trying all ways.
package struct SlowWordCost {
  private let edges: [PairLattice.Edge]
  private let rest: [Int]
  private let query: [UInt8]
  private let isSameScript: Bool

  /// What a typing error costs, as `WordFinder` has it.
  private static let typoCost = 104

  /// Prepares a query word.
  package init(_ query: [UInt8], from script: PairSymbols.Script, to target: PairSymbols.Script) {
    var lattice = PairLattice()
    lattice.load(query.span, from: script, to: target, model: .carried)
    edges = (0...query.count).flatMap { Array(lattice.edges(from: $0)) }
    self.query = query
    isSameScript = script == target
    var rest = [Int](repeating: 0, count: query.count + 1)
    for place in query.indices.reversed() {
      let ways = edges.filter { $0.from == place && $0.to > place }.map { Int($0.cost) + rest[Int($0.to)] }
      rest[place] = min(rest[place + 1] + Self.typoCost, ways.min() ?? .max)
    }
    self.rest = rest
  }

  /// How much more a word costs than the likeliest letters; nil when there is no way.
  package func regret(_ word: [UInt8], typos: Int) -> Int? {
    var best: [[Int]: Int] = [[0, 0, typos]: 0]
    var open: Set<[Int]> = [[0, 0, typos]]
    while let state = open.min(by: { (best[$0] ?? 0, $0[0]) < (best[$1] ?? 0, $1[0]) }) {
      open.remove(state)
      let (place, letter, left) = (state[0], state[1], state[2])
      let cost = best[state] ?? 0
      if place == query.count, letter == word.count { return cost }
      func reach(_ next: [Int], _ total: Int) {
        guard total < best[next] ?? .max else { return }
        best[next] = total
        open.insert(next)
      }
      for edge in edges where Int(edge.from) == place && (edge.count > 0 || edge.to > edge.from) {
        let count = Int(edge.count)
        guard letter + count <= word.count,
          (0..<count).allSatisfy({
            UInt8(truncatingIfNeeded: edge.symbols >> UInt32(8 * $0)) == word[letter + $0]
          })
        else { continue }
        reach([Int(edge.to), letter + count, left], cost + Int(edge.cost) + rest[Int(edge.to)] - rest[place])
      }
      guard left > 0 else { continue }
      let price = cost + Self.typoCost
      if place < query.count { reach([place + 1, letter, left - 1], price) }
      if letter < word.count { reach([place, letter + 1, left - 1], price) }
      if place < query.count, letter < word.count { reach([place + 1, letter + 1, left - 1], price) }
      if isSameScript, place + 1 < query.count, letter + 1 < word.count, word[letter] == query[place + 1],
        word[letter + 1] == query[place]
      {
        reach([place + 2, letter + 2, left - 1], price)
      }
    }
    return nil
  }
}
