internal import ArabicText

/// What the letters of a query word may stand for in a vocabulary, as edges with regrets.
///
/// The edges are those of `PairLattice`. The *regret* of an edge is how much more the best path costs that goes over it than the best of all
/// from where it begins.
struct LetterEdges {
  /// One way to go on.
  struct Edge {
    /// The symbols it takes, the first in the lowest byte.
    let symbols: UInt32
    /// Those behind the first, as `Vocabulary.below` has them.
    let behind: UInt32
    let regret: Int16
    /// How many symbols it takes.
    let count: UInt8
    /// The place in the query that it reaches.
    let to: UInt8
  }

  /// The edges from one place that begin with one symbol.
  struct Group {
    /// 0 for edges that take no symbol.
    let symbol: UInt8
    /// The regret of the first edge, less what counts for the letters before the place it reaches.
    let least: Int16
    /// Its edges, by the same number.
    let first: UInt16
    let end: UInt16
  }

  /// The most edges that lead from one place.
  private(set) var most = 0
  /// The symbols of the query word.
  private(set) var query: [UInt8] = []
  /// What its letters need.
  private(set) var needs = LetterNeeds()
  private var edges: [Edge] = []
  /// The groups of each place, by their least regret.
  private var groups: [Group] = []
  /// Where the groups of each place begin.
  private var starts: [Int] = []
  private var lattice = PairLattice()
  private var rest: [Int32] = []

  /// What a typing error costs: a letter too many, missing, another one, or two exchanged.
  static let typoCost: Int32 = 104

  /// Reads a query word.
  ///
  /// - Parameters:
  ///   - symbols: its folded symbols.
  ///   - script: its script.
  ///   - target: the script of the words that are searched.
  ///   - limit: edges of more regret are left out.
  ///   - ahead: what each letter that an edge takes counts less; see `groups`.
  ///   - model: the pair model.
  mutating func load(
    _ symbols: Span<UInt8>, _ script: PairSymbols.Script, _ target: PairSymbols.Script, limit: Int32,
    ahead: Int32, _ model: PairModel
  ) {
    lattice.load(symbols, from: script, to: target, model: model)
    query.removeAll(keepingCapacity: true)
    for place in symbols.indices { query.append(symbols[place]) }
    weighRest()
    needs.begin(query.count, limit: limit)
    most = 0
    edges.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    groups.removeAll(keepingCapacity: true)
    for place in 0...query.count { addEdges(from: place, limit, ahead) }
    starts.append(groups.count)
  }

  /// What the letters from each place on cost on their best path.
  private mutating func weighRest() {
    rest.removeAll(keepingCapacity: true)
    rest.append(contentsOf: repeatElement(0, count: query.count + 1))
    for place in stride(from: query.count - 1, through: 0, by: -1) {
      // A letter that nothing explains is a typing error.
      var best = rest[place + 1] + Self.typoCost
      for index in lattice.range(from: place) {
        let edge = lattice.edges[index]
        if Int(edge.to) > place { best = min(best, Int32(edge.cost) + rest[Int(edge.to)]) }
      }
      rest[place] = best
    }
  }

  private mutating func addEdges(from place: Int, _ limit: Int32, _ ahead: Int32) {
    starts.append(groups.count)
    let range = lattice.range(from: place)
    let first = edges.count
    let start = groups.count
    let (all, rest) = (lattice.edges, rest)
    let lattice = all.span
    edges.append(addingCapacity: range.count) { edges in
      for index in range {
        let edge = lattice[index]
        guard edge.count > 0 || Int(edge.to) > place else { continue }
        let regret = Int32(edge.cost) + rest[Int(edge.to)] - rest[place]
        guard regret <= limit else { continue }
        edges.append(
          Edge(
            symbols: edge.symbols, behind: Self.behind(edge.symbols),
            regret: Int16(truncatingIfNeeded: regret), count: edge.count, to: edge.to))
      }
    }
    most = max(most, edges.count - first)
    addGroups(first, place, ahead)
    Self.sort(&groups, start..<groups.count) { $0.least }
  }

  private static func behind(_ symbols: UInt32) -> UInt32 {
    var (rest, bits) = (symbols >> 8, UInt32(0))
    while rest != 0 {
      bits |= Layout.symbolBit(rest & 0xFF)
      rest >>= 8
    }
    return bits
  }

  /// Adds the edges from a place on as groups; those of each are ordered.
  private mutating func addGroups(_ first: Int, _ place: Int, _ ahead: Int32) {
    var first = first
    while first < edges.count {
      // The lattice has the edges in the order of their symbols.
      let symbol = edges[first].symbols & 0xFF
      var end = first + 1
      while end < edges.count, edges[end].symbols & 0xFF == symbol { end += 1 }
      Self.sort(&edges, first..<end) { Self.key($0, ahead) }
      addNeeds(first..<end, place, symbol)
      groups.append(
        Group(
          symbol: UInt8(truncatingIfNeeded: symbol),
          least: Int16(truncatingIfNeeded: Self.key(edges[first], ahead)),
          first: UInt16(truncatingIfNeeded: first), end: UInt16(truncatingIfNeeded: end)))
      first = end
    }
  }

  /// Notes what the edges of a group may stand for: of those that reach one place, the first costs least.
  private mutating func addNeeds(_ group: Range<Int>, _ place: Int, _ symbol: UInt32) {
    var reached: UInt64 = 0
    for index in group {
      let (to, regret) = (Int(edges[index].to), Int32(edges[index].regret))
      guard reached & 1 << UInt64(to) == 0 else { continue }
      reached |= 1 << UInt64(to)
      needs.add(place..<to, symbol, regret)
    }
  }

  /// Orders a part of a list that is short by its keys; what has equal keys stays as it is.
  @inline(__always)
  private static func sort<Element, Key: Comparable>(
    _ list: inout [Element], _ range: Range<Int>, by key: (Element) -> Key
  ) {
    guard range.count > 1 else { return }
    var list = list.mutableSpan
    for place in range.dropFirst() {
      let item = list[place]
      let own = key(item)
      var free = place
      while free > range.lowerBound, key(list[free - 1]) > own {
        list[free] = list[free - 1]
        free -= 1
      }
      if free < place { list[free] = item }
    }
  }

  private static func key(_ edge: Edge, _ ahead: Int32) -> Int32 {
    Int32(edge.regret) - Int32(edge.to) * ahead
  }

  /// The groups of edges from a place, by their least regret less what counts for letters.
  @inline(__always) func groups(from place: Int) -> Range<Int> { starts[place]..<starts[place + 1] }

  @inline(__always) func group(_ index: Int) -> Group { groups[index] }

  @inline(__always) subscript(index: Int) -> Edge { edges[index] }
}
