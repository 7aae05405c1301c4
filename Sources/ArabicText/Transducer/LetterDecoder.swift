/// Finds the likeliest chunks of a word's letters, by a search that keeps the best beginnings (a beam).
///
/// It owns all memory that the search needs, so a word costs no allocation until the answers are made. One decoder
/// serves one thread at a time.
@safe package final class LetterDecoder {
  package let model: LetterModel
  let effort: Effort
  private let beamLimit: Int
  /// The letters' numbers in the model, with an edge on both sides, as the network counts them: 0 is the edge, the
  /// last number any letter that the model does not know.
  let places: UnsafeMutablePointer<Int32>
  private let nodes: UnsafeMutablePointer<Node>
  private var beam: UnsafeMutablePointer<State>
  private var next: UnsafeMutablePointer<State>
  /// A row of scores for each different end of the kept beginnings, the best of each row, and those ends.
  let rows: UnsafeMutablePointer<Float>
  private let rowBest: UnsafeMutablePointer<Float>
  private let ends: UnsafeMutablePointer<End>
  let hashes: UnsafeMutablePointer<UInt32>
  let sums: UnsafeMutablePointer<Int16>
  let costs: UnsafeMutablePointer<Int32>
  let chosen: UnsafeMutablePointer<Int32>
  /// The contexts behind each chunk of a letter; and a row of those of the chosen ones for each different end.
  let nodesBehind: UnsafeMutablePointer<LetterContexts.Node>
  private let rowNodes: UnsafeMutablePointer<LetterContexts.Node>
  /// The rows of the network's weights that the letters choose.
  let inputs: UnsafeMutablePointer<Int32>
  /// What the hidden layer gets from the letters.
  let before: UnsafeMutablePointer<Units>
  /// The units of the hidden layer that see the chunks before too.
  let behind: UnsafeMutablePointer<Units>
  /// What the chosen chunks get from the units that see letters alone.
  let letterScores: UnsafeMutablePointer<Int32>

  /// How much work a word is given; more finds better answers.
  package struct Effort: Sendable, Equatable {
    /// How many beginnings are kept.
    package var beam: Int
    /// How many steps less likely than the best one the n-grams may find a chunk that is looked at.
    package var window: Int32
    /// How far behind the best one a beginning may be, in its score.
    package var spread: Float

    package init(beam: Int, window: Int32 = 180, spread: Float = 30) {
      self.beam = max(1, min(beam, 4096))
      self.window = window
      self.spread = spread
    }

    /// Looks at every chunk and drops no beginning while there is room for it.
    package static func exhaustive(beam: Int) -> Effort {
      Effort(beam: beam, window: 1 << 20, spread: .infinity)
    }
  }

  /// The sum of numbers that were read only to have their memory near.
  private var touched: UInt32 = 0

  /// Units of the hidden layer that are computed at once.
  typealias Units = SIMD8<Int16>
  /// How many of them see the chunks before.
  static var historyVectors: Int { LetterNetwork.historyUnits / Units.scalarCount }

  /// A step of a kept beginning.
  private struct Node {
    let parent: UInt16
    let graphone: UInt16
  }

  /// How a beginning of the word ends: all that it says about what follows.
  struct End: Equatable {
    /// The chunks of the last three letters, counted from 1, 16 bits each, the latest in the lowest.
    var chunks: UInt64 = 0
    /// The longest context that the n-grams know.
    var node: LetterContexts.Node
  }

  /// A kept beginning of the word.
  private struct State {
    var score: Float
    var parent: UInt16
    var graphone: UInt16
    var end: End
  }

  /// An answer.
  package struct Answer {
    /// A graphone for each letter that the model knows.
    package var graphones: [UInt16]
    /// The sum of weighted logarithms; larger is better.
    package var score: Float
  }

  /// The most letters of a word that are decoded; what is behind them is left out.
  package static let letterLimit = 64
  /// As many edges as the network can see on each side.
  static let edge = LetterModelSettings.letterPlaceLimit / 2

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - model: the weights of a direction.
  ///   - effort: how much is looked at; time grows with it.
  package init(_ model: LetterModel, _ effort: Effort) {
    self.model = model
    self.effort = effort
    beamLimit = effort.beam
    unsafe places = .allocate(capacity: Self.letterLimit + 2 * Self.edge)
    unsafe nodes = .allocate(capacity: Self.letterLimit * beamLimit)
    unsafe beam = .allocate(capacity: beamLimit + 1)
    unsafe next = .allocate(capacity: beamLimit + 1)
    unsafe rows = .allocate(capacity: LetterModel.chunkLimit * beamLimit)
    unsafe rowBest = .allocate(capacity: beamLimit)
    unsafe ends = .allocate(capacity: beamLimit)
    unsafe hashes = .allocate(capacity: LetterFeatures.limit)
    unsafe sums = .allocate(capacity: LetterModel.chunkLimit)
    unsafe costs = .allocate(capacity: LetterModel.chunkLimit)
    unsafe chosen = .allocate(capacity: LetterModel.chunkLimit)
    unsafe nodesBehind = .allocate(capacity: LetterModel.chunkLimit)
    unsafe nodesBehind.initialize(repeating: 0, count: LetterModel.chunkLimit)
    unsafe rowNodes = .allocate(capacity: LetterModel.chunkLimit * beamLimit)
    unsafe inputs = .allocate(capacity: LetterModelSettings.letterPlaceLimit + 2)
    let vectors = max(1, model.settings.hiddenCount / Units.scalarCount)
    unsafe before = .allocate(capacity: vectors)
    unsafe behind = .allocate(capacity: Self.historyVectors)
    unsafe letterScores = .allocate(capacity: LetterModel.chunkLimit)
  }

  deinit {
    unsafe places.deallocate()
    unsafe nodes.deallocate()
    unsafe beam.deallocate()
    unsafe next.deallocate()
    unsafe rows.deallocate()
    unsafe rowBest.deallocate()
    unsafe ends.deallocate()
    unsafe hashes.deallocate()
    unsafe sums.deallocate()
    unsafe costs.deallocate()
    unsafe chosen.deallocate()
    unsafe nodesBehind.deallocate()
    unsafe rowNodes.deallocate()
    unsafe inputs.deallocate()
    unsafe before.deallocate()
    unsafe behind.deallocate()
    unsafe letterScores.deallocate()
  }

  /// Decodes a word.
  ///
  /// - Parameters:
  ///   - word: its letters, at most `letterLimit`.
  ///   - context: the words beside it, for models that use them.
  ///   - domain: which kind of spelling.
  ///   - best: the most answers.
  /// - Returns: the answers, the best first; different answers can spell the same.
  /// - Complexity: O(letters × beam).
  package func decode(
    _ word: Span<UInt16>, in context: LetterFeatures.Context?, domain: LetterNetwork.Domain, best: Int
  ) -> [Answer] {
    let found = search(word, in: context, domain: domain)
    return (0..<min(found.count, best)).map { place in
      Answer(graphones: graphones(of: place, found), score: score(of: place))
    }
  }

  // MARK: Answers

  /// What a search found.
  struct Found {
    /// How many answers there are.
    var count: Int
    /// How many letters of the word the model knows.
    var columns: Int
  }

  /// The score of an answer of the last search.
  @inline(__always) func score(of place: Int) -> Float { unsafe beam[place].score }

  /// The graphones of an answer of the last search.
  func graphones(of place: Int, _ found: Found) -> [UInt16] {
    unsafe [UInt16](unsafeUninitializedCapacity: found.columns) { path, count in
      if let start = path.baseAddress { unsafe write(place, found, to: start) }
      count = found.columns
    }
  }

  /// Writes the graphones of an answer, one for each known letter.
  @inline(__always) func write(_ place: Int, _ found: Found, to path: UnsafeMutablePointer<UInt16>) {
    if found.columns == 0 { return }
    var place = unsafe Int(beam[place].parent)
    var column = found.columns
    while column > 0 {
      column &-= 1
      let node = unsafe nodes[column &* beamLimit &+ place]
      unsafe path[column] = node.graphone
      place = Int(node.parent)
    }
  }

  // MARK: Search

  /// Fills `beam` with the kept words, the best first; `parent` of each points into the last column of `nodes`.
  func search(
    _ word: Span<UInt16>, in context: LetterFeatures.Context?, domain: LetterNetwork.Domain
  ) -> Found {
    let length = min(word.count, Self.letterLimit)
    let unknown = Int32(model.letters.count + 1)
    for place in 0..<Self.edge {
      unsafe places[place] = 0
      unsafe places[Self.edge + length + place] = 0
    }
    for place in 0..<length {
      unsafe places[Self.edge + place] = model.place(of: word[place]).map { Int32($0 + 1) } ?? unknown
    }
    unsafe beam[0] = State(score: 0, parent: 0, graphone: 0, end: End(node: model.startNode))
    var found = Found(count: 1, columns: 0)
    for place in 0..<length {
      let letter = unsafe places[Self.edge + place]
      if letter == unknown { continue }
      let range = model.graphones(at: Int(letter) - 1)
      if model.hasFeatures { seeFeatures(word, place, context) }
      if model.hasNetwork { seeLetters(place, domain) }
      found.count = step(word, place, range, found)
      found.columns += 1
    }
    if model.hasContexts, found.columns > 0 { end(found.count) }
    return found
  }

  /// Goes on from all kept beginnings by one letter.
  ///
  /// - Returns: how many are kept then.
  private func step(_ word: Span<UInt16>, _ place: Int, _ range: Range<Int>, _ found: Found) -> Int {
    var (kept, chosenCount, rowCount) = (0, 0, 0)
    for index in 0..<found.count {
      let state = unsafe beam[index]
      var row = 0
      while row < rowCount, unsafe ends[row] != state.end { row &+= 1 }
      let scores = unsafe rows + row &* LetterModel.chunkLimit
      let nodes = unsafe rowNodes + row &* LetterModel.chunkLimit
      if row == rowCount {
        if model.hasContexts {
          unsafe model.costs(of: range, after: state.end.node, into: costs, nodesBehind)
        }
        // What the likeliest beginning finds worth asking for serves all of them.
        if index == 0 {
          chosenCount = choose(range.count)
          if model.hasNetwork, chosenCount > 1 { scoreLetters(range.lowerBound, chosenCount) }
        }
        unsafe ends[row] = state.end
        unsafe rowBest[row] = fill(scores, word, place, state.end, range.lowerBound, chosenCount)
        for number in 0..<chosenCount { unsafe nodes[number] = nodesBehind[Int(chosen[number])] }
        rowCount &+= 1
      }
      let best = unsafe state.score + rowBest[row]
      if kept > 0, unsafe best < next[0].score - effort.spread { continue }
      if kept == beamLimit, unsafe best <= next[beamLimit &- 1].score { continue }
      for number in 0..<chosenCount {
        let score = unsafe state.score + scores[number]
        if kept == beamLimit, unsafe score <= next[beamLimit &- 1].score { continue }
        let graphone = unsafe range.lowerBound &+ Int(chosen[number])
        unsafe keep(
          State(
            score: score, parent: UInt16(truncatingIfNeeded: index),
            graphone: UInt16(truncatingIfNeeded: graphone),
            end: End(chunks: state.end.chunks, node: nodes[number])), &kept)
      }
    }
    let least = unsafe next[0].score - effort.spread
    while kept > 1, unsafe next[kept &- 1].score < least { kept &-= 1 }
    settle(kept, column: found.columns)
    return kept
  }

  /// Writes down how the kept beginnings came about, and makes them the beam.
  @inline(__always) private func settle(_ kept: Int, column: Int) {
    for index in 0..<kept {
      let (parent, graphone) = unsafe (next[index].parent, next[index].graphone)
      unsafe nodes[column &* beamLimit &+ index] = Node(parent: parent, graphone: graphone)
      let chunk = unsafe UInt64(model.chunks.start[Int(graphone)] &+ 1)
      // The memory of all contexts is asked for at once, while the next letter is looked at.
      if model.hasContexts { unsafe touched &+= model.touch(next[index].end.node) }
      unsafe next[index].end.chunks = (next[index].end.chunks << 16 | chunk) & 0xFFFF_FFFF_FFFF
      unsafe next[index].parent = UInt16(truncatingIfNeeded: index)
    }
    unsafe swap(&beam, &next)
  }

  /// Puts a beginning in its place among the kept ones, the last of which is dropped when there are too many.
  @inline(__always) private func keep(_ state: State, _ kept: inout Int) {
    var place = min(kept, beamLimit &- 1)
    while place > 0, unsafe next[place &- 1].score < state.score {
      unsafe next[place] = next[place &- 1]
      place &-= 1
    }
    unsafe next[place] = state
    kept = min(kept &+ 1, beamLimit)
  }

  /// Adds the cost of the word's end.
  private func end(_ count: Int) {
    let end = model.graphoneCount
    let jointStep = model.settings.jointWeight * LetterContexts.costStep
    for index in 0..<count {
      unsafe model.costs(of: end..<end + 1, after: beam[index].end.node, into: costs, nodesBehind)
      var state = unsafe beam[index]
      state.score -= unsafe jointStep * Float(costs[0])
      // Those before are in order: this one goes to its place among them.
      var place = index
      while place > 0, unsafe beam[place - 1].score < state.score {
        unsafe beam[place] = beam[place - 1]
        place -= 1
      }
      unsafe beam[place] = state
    }
  }
}
