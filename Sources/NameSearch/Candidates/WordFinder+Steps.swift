internal import ArabicText

// How the search of words goes on from a state.
extension WordFinder {
  /// Follows the edges of a state that lead to states whose turn may be now; the others wait for theirs.
  ///
  /// Most never have one (partial expansion: T. Yoshizumi, T. Miura and T. Ishida, "A* with Partial Expansion for Large Branching Factor
  /// Problems", 2000).
  @inline(__always)
  static func extend(
    _ state: State, _ index: Int32, _ walk: inout Walk, _ states: inout MutableSpan<State>,
    _ buckets: inout MutableSpan<Int32>
  ) {
    let regret = Int32(state.regret)
    let children = walk.vocabulary.children(of: state.node)
    let turn = walk.cursor
    let least = regret &+ walk.ahead(0)
    let groups = walk.edges.groups(from: Int(state.place))
    var next = groups.lowerBound
    if state.group != State.unvisited { next += Int(state.group) }
    while next < groups.upperBound {
      let group = walk.edges.group(next)
      // Before its turn: most groups lead nowhere, and to wait for them is of no use.
      guard group.symbol == 0 || children &>> UInt64(group.symbol) & 1 != 0 else {
        next &+= 1
        continue
      }
      let expected = least &+ Int32(group.least)
      if expected > turn {
        guard expected <= walk.limit else { return }
        // Back until its next group has its turn.
        states[Int(index)].group = UInt8(truncatingIfNeeded: next &- groups.lowerBound)
        states[Int(index)].next = buckets[Int(expected)]
        buckets[Int(expected)] = index
        return
      }
      next &+= 1
      var child = state.node
      if group.symbol != 0 {
        guard let node = walk.vocabulary.child(of: state.node, group.symbol) else { continue }
        child = node
      }
      for place in Int(group.first)..<Int(group.end) {
        let edge = walk.edges[place]
        let sum = regret &+ Int32(edge.regret)
        guard sum &+ walk.ahead(Int(edge.to)) <= walk.limit else { break }
        // A node that is read is waited for: not where what stands below its parent says enough.
        if edge.behind != 0, edge.behind & ~walk.vocabulary.below(state.node) != 0 { continue }
        guard let node = descend(child, edge, walk.vocabulary) else { continue }
        push(State(node: node, place: edge.to, typos: state.typos), sum, &walk, &states, &buckets)
      }
    }
  }

  /// Follows the symbols of an edge behind its first.
  @inline(__always) private static func descend(
    _ child: UInt32, _ edge: LetterEdges.Edge, _ vocabulary: Vocabulary
  ) -> UInt32? {
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
  static func openTypos(
    _ state: State, _ walk: inout Walk, _ states: inout MutableSpan<State>,
    _ buckets: inout MutableSpan<Int32>
  ) {
    let (regret, place, typos) = (Int32(state.regret), Int(state.place), state.typos - 1)
    let vocabulary = walk.vocabulary
    func next(_ node: UInt32, _ place: Int) -> State {
      State(node: node, place: UInt8(truncatingIfNeeded: place), typos: typos)
    }
    let query = walk.edges.query
    if place < query.count { push(next(state.node, place + 1), regret, &walk, &states, &buckets) }
    // What is too much for all that stands below is too much for each child.
    let mayBeExtra = typos > 0 || fits(state.node, regret, place, walk)
    let mayBeOther = place < query.count && (typos > 0 || fits(state.node, regret, place + 1, walk))
    var children = mayBeExtra || mayBeOther ? vocabulary.children(of: state.node) : 0
    while children != 0 {
      let symbol = UInt8(children.trailingZeroBitCount)
      children &= children - 1
      guard let child = vocabulary.child(of: state.node, symbol) else { continue }
      if mayBeExtra { push(next(child, place), regret, &walk, &states, &buckets) }
      if mayBeOther { push(next(child, place + 1), regret, &walk, &states, &buckets) }
    }
    guard walk.isSameScript, place + 1 < query.count,
      let first = vocabulary.child(of: state.node, query[place + 1]),
      let second = vocabulary.child(of: first, query[place])
    else { return }
    push(next(second, place + 2), regret, &walk, &states, &buckets)
  }

  /// Whether what the letters from a place on need costs no more than it may, below a node and without typing errors.
  @inline(__always)
  private static func fits(_ node: UInt32, _ regret: Int32, _ place: Int, _ walk: Walk) -> Bool {
    let budget = walk.budget(regret, place)
    guard budget >= 0 else { return false }
    let below = walk.vocabulary.below(node)
    return walk.edges.needs.cost(from: place, below: below, typo: nil, limit: budget) <= budget
  }

  /// Puts a state where its turn is, unless it costs too much.
  @inline(__always) static func push(
    _ state: State, _ regret: Int32, _ walk: inout Walk, _ states: inout MutableSpan<State>,
    _ buckets: inout MutableSpan<Int32>
  ) {
    let place = Int(state.place)
    let budget = walk.budget(regret, place)
    guard regret >= 0, budget >= 0 else { return }
    // A promise has paid for its error already.
    let typo: Int32? = state.typos == 0 ? nil : state.isPending ? 0 : LetterEdges.typoCost
    let below = walk.vocabulary.below(state.node)
    let needed = walk.edges.needs.cost(from: place, below: below, typo: typo, limit: budget)
    guard needed <= budget else { return }
    walk.vocabulary.prefetchChildren(of: state.node)
    let expected = regret &+ needed &+ walk.ahead(place)
    walk.cursor = min(walk.cursor, expected)
    var state = state
    state.regret = Int16(truncatingIfNeeded: regret)
    state.next = buckets[Int(expected)]
    buckets[Int(expected)] = Int32(truncatingIfNeeded: walk.count)
    states[walk.count] = state
    walk.count &+= 1
  }
}
