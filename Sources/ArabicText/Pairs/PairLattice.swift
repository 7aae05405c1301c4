/// What a query word may stand for, letter by letter, in the other script or in its own.
///
/// Edges lead from a place in the query to a later one, or to the same, and carry a chunk of the word that is searched. A
/// path from the start to the end over all letters of a word costs −log probability of the query, given that word; it
/// knows no contexts (`WordPairScorer` does). One value is loaded again for word after word and keeps its storage.
package struct PairLattice {
  /// One way to go on.
  package struct Edge: Sendable {
    /// The place in the query from where it leads, and the place that it reaches.
    package let from: UInt8
    package let to: UInt8
    /// How many symbols of the searched word it takes, 0…4.
    package let count: UInt8
    /// The symbols, the first in the lowest byte.
    package let symbols: UInt32
    /// In steps of `PairModel.stepsPerNat`; never below 0.
    package let cost: UInt16
    /// The graphone's place in its table.
    package let graphone: UInt16
  }

  /// The edges, by `from`, then by their symbols.
  package private(set) var edges: [Edge] = []
  /// Where the edges from each place begin, with one more at the end.
  private var starts: [Int] = []
  /// How many symbols the query has.
  package private(set) var count = 0

  /// A query with more symbols than this is cut.
  package static let longest = 64

  package init() {}

  /// The edges that lead from a place, in the order of their symbols.
  package func edges(from place: Int) -> ArraySlice<Edge> { edges[starts[place]..<starts[place + 1]] }

  /// The places of the edges from a place in `edges`.
  package func range(from place: Int) -> Range<Int> { starts[place]..<starts[place + 1] }

  /// Reads a query word.
  ///
  /// - Parameters:
  ///   - query: its folded symbols.
  ///   - script: its script.
  ///   - target: the script of the words that are searched, whose symbols are folded too.
  ///   - model: the model.
  package mutating func load(
    _ query: Span<UInt8>, from script: PairSymbols.Script, to target: PairSymbols.Script, model: PairModel
  ) {
    if script != target {
      load(query, model.side(.acrossFolded, isLeft: script == .arabic))
    } else {
      load(query, model.side(script == .latin ? .latin : .arabic, isLeft: true))
    }
  }

  /// Reads a query on one side of a table.
  mutating func load(_ query: Span<UInt8>, _ side: GraphoneSide) {
    count = min(query.count, Self.longest)
    edges.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    let query = query.extracting(0..<count)
    for place in 0...count {
      starts.append(edges.count)
      // Chunks that begin with nothing, and those that begin with the letter here.
      let window = PairChunk.window(query, place)
      let symbol = Int(window & 0xFF)
      let (free, own) = (side.range(0), symbol == 0 ? 0..<0 : side.range(symbol))
      edges.append(addingCapacity: free.count + own.count) { edges in
        Self.merge(free, own, side.items.span, window, place, of: query.count, &edges)
      }
    }
    starts.append(edges.count)
  }

  /// Adds the edges from one place by their symbols and by where they lead; edges that agree in both stay as they came.
  @inline(__always)
  private static func merge(
    _ free: Range<Int>, _ own: Range<Int>, _ items: Span<GraphoneSide.Item>, _ window: UInt32, _ place: Int,
    of count: Int, _ edges: inout OutputSpan<Edge>
  ) {
    var next = free.lowerBound
    func add(_ item: GraphoneSide.Item) {
      if item.isAtStart, place > 0 { return }
      edges.append(
        Edge(
          from: UInt8(truncatingIfNeeded: place), to: UInt8(truncatingIfNeeded: place + Int(item.ownCount)),
          count: item.otherCount, symbols: item.other, cost: item.cost, graphone: item.graphone))
    }
    for index in own {
      let item = items[index]
      guard window & item.mask == item.own, place + Int(item.ownCount) <= count else { continue }
      while next < free.upperBound, items[next].order <= item.order {
        add(items[next])
        next += 1
      }
      add(item)
    }
    for index in next..<free.upperBound { add(items[index]) }
  }
}
