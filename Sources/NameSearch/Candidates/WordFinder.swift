internal import ArabicText

/// Finds the keys of a vocabulary that a query word may stand for, the likeliest first.
///
/// A search for the best path in two graphs at once: the query's lattice, whose edges carry costs, and the trie, which
/// knows the words there are. A state has a *regret*: how much more its path costs, at least, than the best path of the
/// lattice over any letters. States are visited in the order of their regret, of what the letters to come cost at least by the symbols
/// that stand below their node (`LetterNeeds`), and of what they are expected to cost beyond that (a weighted A*, I. Pohl, "Heuristic search
/// viewed as path finding in a graph", 1970). So the likeliest words come early, and the search
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

  private struct State {
    var node: UInt32
    var next: Int32
    var place: UInt8
    var typos: UInt8
    /// Set when it is pushed.
    var regret: Int16 = 0
    /// Whether this is a promise of typing errors that was not opened yet.
    var isPending: Bool
    /// The first group of its edges that was not followed yet; nil before it was visited.
    var group: UInt8?
  }

  private var edges = LetterEdges()
  private var isSameScript = false
  private var states: [State] = []
  private var buckets: [Int32] = []
  private var visited = VisitedStates()
  /// The first bucket that may have a state.
  private var cursor: Int32 = 0
  private var effort = Effort(regret: 0, window: 0, words: 0, states: 0, typos: 0)
  private let model: PairModel

  init(model: PairModel = .carried) { self.model = model }

  /// Searches a query word; the result is in `found`.
  ///
  /// With `article`, words of the other script that begin with an article are searched behind it too, at what that costs.
  mutating func find(
    _ symbols: Span<UInt8>, _ script: PairSymbols.Script, in vocabulary: Vocabulary,
    _ target: PairSymbols.Script, _ effort: Effort, wantsHeads: Bool = false, article: Bool = false
  ) {
    found.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
    isCut = false
    let root = vocabulary.root(target)
    guard root != 0, symbols.count > 0, symbols.count <= WordKey.longest else { return }
    isSameScript = script == target
    edges.load(symbols, script, target, limit: effort.regret, ahead: effort.ahead, model)
    self.effort = effort
    let limit = effort.regret + ahead(0)
    buckets.removeAll(keepingCapacity: true)
    buckets.append(contentsOf: repeatElement(-1, count: Int(limit) + 1))
    cursor = 0
    states.removeAll(keepingCapacity: true)
    visited.begin(effort.states)
    let start = State(node: root, next: -1, place: 0, typos: effort.typos, isPending: false)
    push(start, 0, limit, vocabulary.below(root))
    if article, target == .latin {
      for (symbols, cost) in GluedArticle.latin {
        guard let node = vocabulary.node(symbols, below: root) else { continue }
        let start = State(node: node, next: -1, place: 0, typos: effort.typos, isPending: false)
        push(start, cost, limit, vocabulary.below(node))
      }
    }
    visitAll(vocabulary, limit, wantsHeads: wantsHeads)
    found.sort { $0.regret < $1.regret }
  }

  private mutating func visitAll(_ vocabulary: Vocabulary, _ limit: Int32, wantsHeads: Bool) {
    let count = edges.query.count
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
      if state.group != nil {
        extend(Int(index), limit, vocabulary)
        continue
      }
      guard visited.insert(state.node, state.place, state.typos << 1 | (state.isPending ? 1 : 0)) else {
        continue
      }
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
      if state.typos > 0 { promiseTypos(state, regret, limit, vocabulary) }
      extend(Int(index), limit, vocabulary)
    }
  }

  /// Follows the edges of a state that lead to states whose turn may be now; the others wait for theirs.
  ///
  /// Most never have one (partial expansion: T. Yoshizumi, T. Miura and T. Ishida, "A* with Partial Expansion for Large Branching Factor
  /// Problems", 2000).
  private mutating func extend(_ index: Int, _ limit: Int32, _ vocabulary: Vocabulary) {
    let state = states[index]
    let regret = Int32(state.regret)
    let place = Int(state.place)
    let children = vocabulary.children(of: state.node)
    let turn = cursor
    let groups = edges.groups(from: place)
    var next = groups.lowerBound + Int(state.group ?? 0)
    while next < groups.upperBound {
      let group = edges.group(next)
      // Before its turn: most groups lead nowhere, and to wait for them is of no use.
      guard group.symbol == 0 || children >> UInt64(group.symbol) & 1 != 0 else {
        next += 1
        continue
      }
      let expected = regret + Int32(group.least) + ahead(0)
      if expected > turn {
        if expected <= limit { wait(index, group: next - groups.lowerBound, until: expected) }
        return
      }
      next += 1
      var child = state.node
      if group.symbol != 0 {
        guard let node = vocabulary.child(of: state.node, group.symbol) else { continue }
        child = node
      }
      for place in Int(group.first)..<Int(group.end) {
        let edge = edges[place]
        let sum = regret + Int32(edge.regret)
        guard sum + ahead(Int(edge.to)) <= limit else { break }
        guard let node = descend(child, edge, vocabulary) else { continue }
        push(
          State(node: node, next: -1, place: edge.to, typos: state.typos, isPending: false), sum, limit,
          vocabulary.below(node))
      }
    }
  }

  /// Puts a state back until its next group has its turn.
  private mutating func wait(_ index: Int, group: Int, until expected: Int32) {
    states[index].group = UInt8(truncatingIfNeeded: group)
    states[index].next = buckets[Int(expected)]
    buckets[Int(expected)] = Int32(index)
  }

  /// Adds the promise that one letter more may be mistyped.
  private mutating func promiseTypos(
    _ state: State, _ regret: Int32, _ limit: Int32, _ vocabulary: Vocabulary
  ) {
    var pending = state
    pending.isPending = true
    push(pending, regret + LetterEdges.typoCost, limit, vocabulary.below(state.node))
  }

  /// Follows the symbols of an edge behind its first.
  @inline(__always) private func descend(_ child: UInt32, _ edge: LetterEdges.Edge, _ vocabulary: Vocabulary)
    -> UInt32?
  {
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
    if place < edges.query.count {
      push(next(state.node, place + 1), regret, limit, vocabulary.below(state.node))
    }
    var children = vocabulary.children(of: state.node)
    while children != 0 {
      let symbol = UInt8(children.trailingZeroBitCount)
      children &= children - 1
      guard let child = vocabulary.child(of: state.node, symbol) else { continue }
      let below = vocabulary.below(child)
      push(next(child, place), regret, limit, below)
      if place < edges.query.count {
        push(next(child, place + 1), regret, limit, below)
      }
    }
    guard isSameScript, place + 1 < edges.query.count,
      let first = vocabulary.child(of: state.node, edges.query[place + 1]),
      let second = vocabulary.child(of: first, edges.query[place])
    else { return }
    push(next(second, place + 2), regret, limit, vocabulary.below(second))
  }

  /// What the letters behind a place are expected to cost.
  @inline(__always) private func ahead(_ place: Int) -> Int32 {
    Int32(edges.query.count - place) * effort.ahead
  }

  /// Puts a state where its turn is, unless it costs too much.
  @inline(__always) private mutating func push(
    _ state: State, _ regret: Int32, _ limit: Int32, _ below: UInt32
  ) {
    let place = Int(state.place)
    let budget = min(effort.regret, limit - ahead(place)) - regret
    guard regret >= 0, budget >= 0 else { return }
    // A promise has paid for its error already.
    let typo: Int32? = state.typos == 0 ? nil : state.isPending ? 0 : LetterEdges.typoCost
    let needed = edges.needs.cost(from: place, below: below, typo: typo, limit: budget)
    guard needed <= budget else { return }
    let expected = regret + needed + ahead(place)
    cursor = min(cursor, expected)
    var state = state
    state.regret = Int16(truncatingIfNeeded: regret)
    state.next = buckets[Int(expected)]
    buckets[Int(expected)] = Int32(states.count)
    states.append(state)
  }
}
