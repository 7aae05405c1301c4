internal import ArabicText

/// Finds the keys of a vocabulary that a query word may stand for, the likeliest first.
///
/// A search for the best path in two graphs at once: the query's lattice, whose edges carry costs, and the trie, which
/// knows the words there are. A state has a *regret*: how much more its path costs, at least, than the best path of the
/// lattice over any letters. States are visited in the order of their regret and of what the letters to come are expected to add to it
/// (a weighted A*, I. Pohl, "Heuristic search viewed as path finding in a graph", 1970). So the likeliest words come early, and the search
/// stops when enough are found or the rest costs too much. Storage is kept from word to word; one value serves one thread.
struct WordFinder {
  /// How far a search goes.
  struct Effort: Hashable {
    /// The most that a word may cost beyond the best path of the lattice.
    var regret: Int32
    /// The most that a word may cost beyond the best word found.
    var window: Int32
    /// The most words.
    var words: Int
    /// The most states that are visited.
    var states: Int
    /// How many letters may be wrong, missing or too many.
    var typos: UInt8
    /// What each letter that is still to come is expected to cost.
    ///
    /// Words that are nearly complete then come before those that began better. With 0 the order is exact, and long words need
    /// many states.
    var ahead: Int32 = 0
  }

  /// The keys that were found, by regret.
  private(set) var found: [WordCandidates.Candidate] = []
  /// Where words end inside the query, with what is left of it.
  private(set) var heads: [(key: UInt32, regret: Int32, place: Int)] = []
  /// Whether the search stopped because of `Effort.states`.
  private(set) var isCut = false

  private struct Edge {
    let symbols: UInt32
    let regret: Int32
    let count: UInt8
    let to: UInt8
  }
  private struct State {
    var node: UInt32
    var next: Int32
    var place: UInt8
    var typos: UInt8
    /// Set when it is pushed.
    var regret: Int16 = 0
    /// Whether this is a promise of typing errors that was not opened yet.
    var isPending: Bool
  }

  private var lattice = PairLattice()
  private var query: [UInt8] = []
  private var isSameScript = false
  private var edges: [Edge] = []
  /// For each place of the query and each first symbol of a chunk, where its edges begin; symbol 0 is no chunk.
  private var starts: [UInt16] = []
  private var rest: [Int32] = []
  private var states: [State] = []
  private var buckets: [Int32] = []
  private var visited: [UInt64] = []
  private var stamp: UInt64 = 0
  /// The first bucket that may have a state.
  private var cursor: Int32 = 0
  private var effort = Effort(regret: 0, window: 0, words: 0, states: 0, typos: 0)
  private let model: PairModel

  /// What a typing error costs: a letter too many, missing, another one, or two exchanged.
  static let typoCost: Int32 = 104

  init(model: PairModel = .carried) { self.model = model }

  /// Searches a query word; the result is in `found`.
  mutating func find(
    _ symbols: Span<UInt8>, _ script: PairSymbols.Script, in vocabulary: Vocabulary,
    _ target: PairSymbols.Script, _ effort: Effort, wantsHeads: Bool = false
  ) {
    found.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
    isCut = false
    let root = vocabulary.root(target)
    guard root != 0, symbols.count > 0, symbols.count <= WordKey.longest else { return }
    load(symbols, script, target, limit: effort.regret)
    self.effort = effort
    let limit = effort.regret + ahead(0)
    buckets.removeAll(keepingCapacity: true)
    buckets.append(contentsOf: repeatElement(-1, count: Int(limit) + 1))
    cursor = 0
    states.removeAll(keepingCapacity: true)
    beginVisits(effort.states)
    push(State(node: root, next: -1, place: 0, typos: effort.typos, isPending: false), 0, limit)
    run(vocabulary, limit, wantsHeads: wantsHeads)
    found.sort { $0.regret < $1.regret }
  }

  private mutating func load(
    _ symbols: Span<UInt8>, _ script: PairSymbols.Script, _ target: PairSymbols.Script, limit: Int32
  ) {
    isSameScript = script == target
    lattice.load(symbols, from: script, to: target, model: model)
    query.removeAll(keepingCapacity: true)
    for place in symbols.indices { query.append(symbols[place]) }
    let count = query.count
    rest.removeAll(keepingCapacity: true)
    rest.append(contentsOf: repeatElement(0, count: count + 1))
    for place in stride(from: count - 1, through: 0, by: -1) {
      // A letter that nothing explains is a typing error.
      var best = rest[place + 1] + Self.typoCost
      for index in lattice.range(from: place) {
        let edge = lattice.edges[index]
        if Int(edge.to) > place { best = min(best, Int32(edge.cost) + rest[Int(edge.to)]) }
      }
      rest[place] = best
    }
    edges.removeAll(keepingCapacity: true)
    starts.removeAll(keepingCapacity: true)
    for place in 0...count {
      var symbol = 0
      for index in lattice.range(from: place) {
        let edge = lattice.edges[index]
        guard edge.count > 0 || Int(edge.to) > place else { continue }
        let regret = Int32(edge.cost) + rest[Int(edge.to)] - rest[place]
        guard regret <= limit else { continue }
        // The lattice has the edges in the order of their symbols.
        let first = Int(edge.symbols & 63)
        while symbol <= first {
          starts.append(UInt16(truncatingIfNeeded: edges.count))
          symbol += 1
        }
        edges.append(Edge(symbols: edge.symbols, regret: regret, count: edge.count, to: edge.to))
      }
      while symbol < 64 {
        starts.append(UInt16(truncatingIfNeeded: edges.count))
        symbol += 1
      }
    }
    starts.append(UInt16(truncatingIfNeeded: edges.count))
  }

  private mutating func run(_ vocabulary: Vocabulary, _ limit: Int32, wantsHeads: Bool) {
    let count = query.count
    var limit = limit
    var popped = 0
    while cursor <= limit {
      let index = buckets[Int(cursor)]
      if index < 0 {
        cursor += 1
        continue
      }
      let state = states[Int(index)]
      let regret = Int32(state.regret)
      buckets[Int(cursor)] = state.next
      guard visit(state) else { continue }
      popped += 1
      if popped > effort.states {
        isCut = true
        return
      }
      if state.isPending {
        openTypos(state, regret, limit, vocabulary)
        continue
      }
      if let key = vocabulary.key(at: state.node) {
        if Int(state.place) == count {
          if !found.contains(where: { $0.key == key }) {
            found.append(.init(key: key, regret: regret))
            if found.count == 1 { limit = min(limit, regret + effort.window + ahead(0)) }
            if found.count >= effort.words { return }
          }
        } else if wantsHeads, state.place >= 2, count - Int(state.place) >= 3,
          !heads.contains(where: { $0.place == Int(state.place) })
        {
          heads.append((key, regret, Int(state.place)))
        }
      }
      extend(state, regret, limit, vocabulary)
    }
  }

  private mutating func extend(_ state: State, _ regret: Int32, _ limit: Int32, _ vocabulary: Vocabulary) {
    let row = Int(state.place) << 6
    for index in Int(starts[row])..<Int(starts[row + 1]) {
      let edge = edges[index]
      push(
        State(node: state.node, next: -1, place: edge.to, typos: state.typos, isPending: false),
        regret + edge.regret, limit)
    }
    var children = vocabulary.children(of: state.node)
    while children != 0 {
      let symbol = children.trailingZeroBitCount
      children &= children - 1
      let (first, last) = (Int(starts[row + symbol]), Int(starts[row + symbol + 1]))
      guard first < last, let child = vocabulary.child(of: state.node, UInt8(symbol)) else { continue }
      for index in first..<last {
        let edge = edges[index]
        let next = regret + edge.regret
        guard next <= limit, let node = descend(child, edge, vocabulary) else { continue }
        push(State(node: node, next: -1, place: edge.to, typos: state.typos, isPending: false), next, limit)
      }
    }
    if state.typos > 0 {
      var pending = state
      pending.isPending = true
      push(pending, regret + Self.typoCost, limit)
    }
  }

  /// Follows the symbols of an edge behind its first.
  @inline(__always) private func descend(_ child: UInt32, _ edge: Edge, _ vocabulary: Vocabulary) -> UInt32? {
    var node = child
    var symbols = edge.symbols >> 8
    for _ in 1..<max(1, edge.count) {
      guard let next = vocabulary.child(of: node, UInt8(truncatingIfNeeded: symbols)) else { return nil }
      node = next
      symbols >>= 8
    }
    return node
  }

  /// Continues with each way to mistype one letter, at what was paid for the promise.
  ///
  /// The letters it passes over are counted as the best path has them, so the regret never falls.
  private mutating func openTypos(_ state: State, _ regret: Int32, _ limit: Int32, _ vocabulary: Vocabulary) {
    let place = Int(state.place)
    func next(_ node: UInt32, _ place: Int) -> State {
      State(node: node, next: -1, place: UInt8(place), typos: state.typos - 1, isPending: false)
    }
    if place < query.count {
      push(next(state.node, place + 1), regret, limit)
    }
    var children = vocabulary.children(of: state.node)
    while children != 0 {
      let symbol = UInt8(children.trailingZeroBitCount)
      children &= children - 1
      guard let child = vocabulary.child(of: state.node, symbol) else { continue }
      push(next(child, place), regret, limit)
      if place < query.count {
        push(next(child, place + 1), regret, limit)
      }
    }
    guard isSameScript, place + 1 < query.count,
      let first = vocabulary.child(of: state.node, query[place + 1]),
      let second = vocabulary.child(of: first, query[place])
    else { return }
    push(next(second, place + 2), regret, limit)
  }

  /// What the letters behind a place are expected to cost.
  @inline(__always) private func ahead(_ place: Int) -> Int32 { Int32(query.count - place) * effort.ahead }

  @inline(__always) private mutating func push(_ state: State, _ regret: Int32, _ limit: Int32) {
    guard regret >= 0, regret <= effort.regret else { return }
    let expected = regret + ahead(Int(state.place))
    guard expected <= limit else { return }
    cursor = min(cursor, expected)
    var state = state
    state.regret = Int16(truncatingIfNeeded: regret)
    state.next = buckets[Int(expected)]
    buckets[Int(expected)] = Int32(states.count)
    states.append(state)
  }
}

// Which states were visited: a hash table that is emptied by a new stamp.
extension WordFinder {
  private mutating func beginVisits(_ states: Int) {
    var size = 64
    while size < states * 2 { size *= 2 }
    if visited.count < size {
      visited = [UInt64](repeating: 0, count: size)
      stamp = 0
    }
    stamp += 1
    if stamp >= 1 << 16 {
      for place in visited.indices { visited[place] = 0 }
      stamp = 1
    }
  }

  /// Notes a state; false when it was noted before, at a lower cost.
  @inline(__always) private mutating func visit(_ state: State) -> Bool {
    // Node, place, typing errors and stamp fill the word: 32, 6, 2 with the promise, and 16 bits.
    let kind = UInt64(state.typos) << 1 | (state.isPending ? 1 : 0)
    let item = UInt64(state.node) | UInt64(state.place & 63) << 32 | (kind & 7) << 38 | stamp << 41
    let mask = visited.count - 1
    var place = Int(truncatingIfNeeded: (item &* 0x9E37_79B9_7F4A_7C15) >> 40) & mask
    while visited[place] >> 41 == stamp {
      if visited[place] == item { return false }
      place = (place + 1) & mask
    }
    visited[place] = item
    return true
  }
}
