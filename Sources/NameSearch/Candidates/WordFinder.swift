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
    /// The most that a word may cost beyond the best word found, with `ahead` more for each letter of the query.
    var window: Int32
    /// The most that it may cost beyond that word, however long the query is.
    var widest = Int32.max
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
  /// The keys that have the article of the next word behind what was found, by regret.
  private(set) var withLentArticle: [WordCandidates.Candidate] = []
  /// Where words end inside the query, with what is left of it.
  private(set) var heads: [(key: UInt32, regret: Int32, place: Int)] = []
  /// Whether the search stopped because of `Effort.states`.
  private(set) var isCut = false

  struct State {
    var node: UInt32 = 0
    /// The state that was put in the same bucket before; −1 for none.
    var next: Int32 = -1
    var regret: Int16 = 0
    var place: UInt8 = 0
    var typos: UInt8 = 0
    /// Whether this is a promise of typing errors that was not opened yet.
    var isPending = false
    /// The first group of its edges that was not followed yet; `unvisited` before it was visited.
    var group = State.unvisited

    static let unvisited = UInt8.max
  }

  /// What is known of a search that goes on, beside its states.
  struct Walk {
    let vocabulary: Vocabulary
    let edges: LetterEdges
    let effort: Effort
    let isSameScript: Bool
    let wantsLentArticles: Bool
    /// The most that is expected of a state.
    var limit: Int32
    /// The first bucket that may have a state.
    var cursor: Int32 = 0
    /// How many states there are.
    var count = 0
    /// How many were visited.
    var visited = 0

    /// What the letters behind a place are expected to cost.
    @inline(__always) func ahead(_ place: Int) -> Int32 {
      Int32(truncatingIfNeeded: edges.query.count &- place) &* effort.ahead
    }

    /// The most that what is to come behind a place may cost.
    @inline(__always) func budget(_ regret: Int32, _ place: Int) -> Int32 {
      min(effort.regret, limit &- ahead(place)) &- regret
    }
  }

  private var edges = LetterEdges()
  private var states: [State] = []
  private var buckets: [Int32] = []
  private var visited = VisitedStates()
  private let model: PairModel

  init(model: PairModel = .carried) { self.model = model }

  /// Searches a query word; the result is in `found`.
  ///
  /// With `article`, words of the other script that begin with an article are searched behind it too, at what that costs; with `lentArticle`
  /// Latin words too that end with the article of the next word.
  mutating func find(
    _ symbols: Span<UInt8>, _ script: PairSymbols.Script, in vocabulary: Vocabulary,
    _ target: PairSymbols.Script, _ effort: Effort, wantsHeads: Bool = false, article: Bool = false,
    lentArticle: Bool = false
  ) {
    found.removeAll(keepingCapacity: true)
    heads.removeAll(keepingCapacity: true)
    withLentArticle.removeAll(keepingCapacity: true)
    isCut = false
    let root = vocabulary.root(target)
    guard root != 0, symbols.count > 0, symbols.count <= WordKey.longest else { return }
    edges.load(symbols, script, target, limit: effort.regret, ahead: effort.ahead, model)
    var walk = Walk(
      vocabulary: vocabulary, edges: edges, effort: effort, isSameScript: script == target,
      wantsLentArticles: lentArticle && target == .latin, limit: 0)
    walk.limit = effort.regret + walk.ahead(0)
    buckets.removeAll(keepingCapacity: true)
    buckets.append(contentsOf: repeatElement(-1, count: Int(walk.limit) + 1))
    visited.begin(effort.states)
    if states.isEmpty { states = [State](repeating: State(), count: 1 << 10) }
    // Taken out, so that nothing asks for each state whether somebody else has them.
    var (states, buckets) = ([State](), [Int32]())
    swap(&states, &self.states)
    swap(&buckets, &self.buckets)
    start(&walk, root, article: article && target == .latin, states: &states, buckets: &buckets)
    while !visitSome(&walk, states: &states, buckets: &buckets, wantsHeads: wantsHeads) {
      states.append(contentsOf: repeatElement(State(), count: states.count))
    }
    swap(&states, &self.states)
    swap(&buckets, &self.buckets)
    found.sort { $0.regret < $1.regret }
  }

  /// Adds the keys that go on behind a state with the article of the next word.
  private mutating func addLentArticles(_ state: State, _ vocabulary: Vocabulary) {
    for article in GluedArticle.lent {
      guard let key = vocabulary.node(article, below: state.node).flatMap({ vocabulary.key(at: $0) }),
        !withLentArticle.contains(where: { $0.key == key })
      else { continue }
      withLentArticle.append(.init(key: key, regret: Int32(state.regret) + GluedArticle.lentCost))
    }
  }

  private func start(
    _ walk: inout Walk, _ root: UInt32, article: Bool, states: inout [State], buckets: inout [Int32]
  ) {
    var states = states.mutableSpan
    var buckets = buckets.mutableSpan
    let typos = walk.effort.typos
    Self.push(State(node: root, typos: typos), 0, &walk, &states, &buckets)
    guard article else { return }
    for (symbols, cost) in GluedArticle.latin {
      guard let node = walk.vocabulary.node(symbols, below: root) else { continue }
      Self.push(State(node: node, typos: typos), cost, &walk, &states, &buckets)
    }
  }

  /// Visits states until all is found.
  ///
  /// - Returns: false when there is no room for more states.
  private mutating func visitSome(
    _ walk: inout Walk, states: inout [State], buckets: inout [Int32], wantsHeads: Bool
  ) -> Bool {
    var states = states.mutableSpan
    var buckets = buckets.mutableSpan
    let vocabulary = walk.vocabulary
    let count = walk.edges.query.count
    // No visit adds more.
    let room = states.count - max(walk.edges.most, 2 * PairSymbols.count) - 4
    while walk.cursor <= walk.limit {
      let index = buckets[Int(walk.cursor)]
      if index < 0 {
        walk.cursor += 1
        continue
      }
      guard walk.count <= room else { return false }
      let state = states[Int(index)]
      buckets[Int(walk.cursor)] = state.next
      if state.group != State.unvisited {
        Self.extend(state, index, &walk, &states, &buckets)
        continue
      }
      guard visited.insert(state.node, state.place, state.typos << 1 | (state.isPending ? 1 : 0)) else {
        continue
      }
      walk.visited += 1
      if walk.visited > walk.effort.states {
        isCut = true
        return true
      }
      if state.isPending {
        Self.openTypos(state, &walk, &states, &buckets)
        continue
      }
      if walk.wantsLentArticles, Int(state.place) == count { addLentArticles(state, vocabulary) }
      if let key = vocabulary.key(at: state.node) {
        let regret = Int32(state.regret)
        if Int(state.place) == count {
          if !found.contains(where: { $0.key == key }) {
            found.append(.init(key: key, regret: regret))
            if found.count == 1 {
              let window = min(walk.effort.window + walk.ahead(0), walk.effort.widest)
              walk.limit = min(walk.limit, regret + window)
            }
            if found.count >= walk.effort.words { return true }
          }
        } else if wantsHeads, state.place >= 2, count - Int(state.place) >= 3,
          !heads.contains(where: { $0.place == Int(state.place) })
        {
          heads.append((key, regret, Int(state.place)))
        }
      }
      if state.typos > 0 {
        // A promise that one letter more may be mistyped.
        var pending = state
        pending.isPending = true
        Self.push(pending, Int32(state.regret) + LetterEdges.typoCost, &walk, &states, &buckets)
      }
      Self.extend(state, index, &walk, &states, &buckets)
    }
    return true
  }
}
