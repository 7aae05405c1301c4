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
    var symbol: UInt32 = 0
    var first = edges.count
    for index in lattice.range(from: place) {
      let edge = lattice.edges[index]
      guard edge.count > 0 || Int(edge.to) > place else { continue }
      let regret = Int32(edge.cost) + rest[Int(edge.to)] - rest[place]
      guard regret <= limit else { continue }
      // The lattice has the edges in the order of their symbols.
      if edge.symbols & 0xFF != symbol {
        addGroup(UInt8(symbol), first, ahead)
        (symbol, first) = (edge.symbols & 0xFF, edges.count)
      }
      needs.add(place..<Int(edge.to), symbol, regret)
      insert(
        Edge(
          symbols: edge.symbols, regret: Int16(truncatingIfNeeded: regret), count: edge.count, to: edge.to),
        from: first, ahead)
    }
    addGroup(UInt8(symbol), first, ahead)
  }

  /// Adds the last edges as a group, where it belongs among those of its place.
  private mutating func addGroup(_ symbol: UInt8, _ first: Int, _ ahead: Int32) {
    guard first < edges.count else { return }
    let group = Group(
      symbol: symbol, least: Int16(truncatingIfNeeded: Self.key(edges[first], ahead)),
      first: UInt16(truncatingIfNeeded: first), end: UInt16(truncatingIfNeeded: edges.count))
    groups.append(group)
    var place = groups.count - 1
    while place > starts[starts.count - 1], groups[place - 1].least > group.least {
      groups[place] = groups[place - 1]
      place -= 1
    }
    groups[place] = group
  }

  /// Adds an edge where it belongs among those of its group.
  private mutating func insert(_ edge: Edge, from start: Int, _ ahead: Int32) {
    edges.append(edge)
    var place = edges.count - 1
    while place > start, Self.key(edges[place - 1], ahead) > Self.key(edge, ahead) {
      edges[place] = edges[place - 1]
      place -= 1
    }
    edges[place] = edge
  }

  private static func key(_ edge: Edge, _ ahead: Int32) -> Int32 {
    Int32(edge.regret) - Int32(edge.to) * ahead
  }

  /// The groups of edges from a place, by their least regret less what counts for letters.
  @inline(__always) func groups(from place: Int) -> Range<Int> { starts[place]..<starts[place + 1] }

  @inline(__always) func group(_ index: Int) -> Group { groups[index] }

  @inline(__always) subscript(index: Int) -> Edge { edges[index] }
}
