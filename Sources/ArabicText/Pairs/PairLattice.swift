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
  /// Keys and edges of one place while they are sorted.
  private var order: [UInt64] = []
  private var unsorted: [Edge] = []
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
      load(query, model.graphones(.acrossFolded), isLeft: script == .arabic, isAcross: true)
    } else {
      load(query, model.graphones(script == .latin ? .latin : .arabic), isLeft: true, isAcross: false)
    }
  }

  /// Reads a query on one side of a table; with `isAcross` its left side is Arabic and its right side Latin.
  mutating func load(_ query: Span<UInt8>, _ table: PairModel.Graphones, isLeft: Bool, isAcross: Bool) {
    count = min(query.count, Self.longest)
    edges.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    let first = isLeft ? 0 : PairSymbols.count + 1
    for place in 0...count {
      starts.append(edges.count)
      let window = PairChunk.window(query.extracting(0..<count), place)
      // Chunks that begin with nothing, then those that begin with the letter here.
      add(0, first, window, place, table, isLeft, isAcross)
      if place < count, window & 0xFF != 0 {
        add(Int(window & 0xFF), first, window, place, table, isLeft, isAcross)
      }
      sortEdges(from: starts[place])
    }
    starts.append(edges.count)
  }

  /// Orders the edges from one place by their symbols and by where they lead; edges that agree in both stay as they came.
  private mutating func sortEdges(from start: Int) {
    order.removeAll(keepingCapacity: true)
    for place in start..<edges.count {
      let edge = edges[place]
      order.append(UInt64(edge.symbols.byteSwapped) << 32 | UInt64(edge.to) << 16 | UInt64(place - start))
    }
    order.sort()
    unsorted.removeAll(keepingCapacity: true)
    unsorted.append(contentsOf: edges[start...])
    for place in order.indices { edges[start + place] = unsorted[Int(order[place] & 0xFFFF)] }
  }

  private mutating func add(
    _ symbol: Int, _ first: Int, _ window: UInt32, _ place: Int, _ table: PairModel.Graphones, _ isLeft: Bool,
    _ isAcross: Bool
  ) {
    let (low, high) = unsafe (
      Int(table.starts.start[first + symbol]), Int(table.starts.start[first + symbol + 1])
    )
    for rank in low..<high {
      let graphone = isLeft ? rank : unsafe Int(table.byRight.start[rank])
      let own = unsafe isLeft ? table.left.start[graphone] : table.right.start[graphone]
      let length = PairChunk.count(own)
      guard place + length <= count, window & PairChunk.mask(length) == own else { continue }
      // Latin letters without Arabic ones are an article, which stands at the start.
      if isAcross, place > 0, unsafe table.left.start[graphone] == 0 { continue }
      let other = unsafe isLeft ? table.right.start[graphone] : table.left.start[graphone]
      let costs = unsafe table.costs.start[graphone]
      edges.append(
        Edge(
          from: UInt8(place), to: UInt8(place + length), count: UInt8(PairChunk.count(other)), symbols: other,
          cost: UInt16(truncatingIfNeeded: isLeft ? costs >> 16 : costs & 0xFFFF), graphone: UInt16(graphone))
      )
    }
  }
}
