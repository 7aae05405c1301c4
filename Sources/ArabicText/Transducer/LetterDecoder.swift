/// Finds the likeliest chunks of a word's letters, by a search that keeps the best beginnings (a beam).
///
/// It owns all memory that the search needs, so a word costs no allocation until the answers are made. One decoder
/// serves one thread at a time.
@safe package final class LetterDecoder {
  package let model: LetterModel
  let effort: Effort
  private let beamLimit: Int
  /// What one step of a graphone's cost takes from a score.
  let jointStep: Float
  /// The letters' numbers in the model, with an edge on both sides, as the network counts them: 0 is the edge, the
  /// last number any letter that the model does not know.
  let places: UnsafeMutablePointer<Int32>
  private let nodes: UnsafeMutablePointer<Node>
  private var beam: UnsafeMutablePointer<State>
  private var next: UnsafeMutablePointer<State>
  /// The beginnings with one more letter that are kept so far, the best first.
  private let candidates: UnsafeMutablePointer<Candidate>
  /// A row of scores for each different end of the kept beginnings, the best of each row, and those ends.
  let rows: UnsafeMutablePointer<Float>
  private let rowBest: UnsafeMutablePointer<Float>
  private let ends: UnsafeMutablePointer<End>
  /// The row of each kept beginning.
  private let rowOf: UnsafeMutablePointer<UInt16>
  let hashes: UnsafeMutablePointer<UInt32>
  let sums: UnsafeMutablePointer<Int16>
  let costs: UnsafeMutablePointer<Int32>
  let chosen: UnsafeMutablePointer<Int32>
  /// The contexts behind each chunk of a letter; and a row of those of the chosen ones for each different end.
  let nodesBehind: UnsafeMutablePointer<LetterContexts.Node>
  private let rowNodes: UnsafeMutablePointer<LetterContexts.Node>
  private let successors = SuccessorPlaces()
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
    /// Whether the best answer alone is wanted: of beginnings that end alike, the likeliest is enough.
    package var isLone: Bool

    package init(beam: Int, window: Int32 = 180, spread: Float = 30, isLone: Bool = false) {
      self.beam = max(1, min(beam, 4096))
      self.window = window
      self.spread = spread
      self.isLone = isLone
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
    /// Where its last step is in its column of `nodes`.
    var place: UInt16
    var end: End
  }

  /// A beginning with one more letter: the place of the beginning, and which of the chosen chunks.
  private struct Candidate {
    var score: Float
    var parent: UInt16
    var number: UInt16
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
    jointStep = model.hasContexts ? model.settings.jointWeight * LetterContexts.costStep : 0
    unsafe places = .allocate(capacity: Self.letterLimit + 2 * Self.edge)
    unsafe nodes = .allocate(capacity: Self.letterLimit * beamLimit)
    unsafe beam = .allocate(capacity: beamLimit + 1)
    unsafe next = .allocate(capacity: beamLimit + 1)
    unsafe candidates = .allocate(capacity: beamLimit + 1)
    unsafe rows = .allocate(capacity: LetterModel.chunkLimit * beamLimit)
    unsafe rowBest = .allocate(capacity: beamLimit)
    unsafe ends = .allocate(capacity: beamLimit)
    unsafe rowOf = .allocate(capacity: beamLimit)
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
    unsafe candidates.deallocate()
    unsafe rows.deallocate()
    unsafe rowBest.deallocate()
    unsafe ends.deallocate()
    unsafe rowOf.deallocate()
    unsafe hashes.deallocate()
    unsafe sums.deallocate()
    unsafe costs.deallocate()
    unsafe chosen.deallocate()
    unsafe nodesBehind.deallocate()
    unsafe rowNodes.deallocate()
    successors.deallocate()
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
    var place = unsafe Int(beam[place].place)
    var column = found.columns
    while column > 0 {
      column &-= 1
      let node = unsafe nodes[column &* beamLimit &+ place]
      unsafe path[column] = node.graphone
      place = Int(node.parent)
    }
  }

  // MARK: Search

  /// Fills `beam` with the kept words, the best first; `place` of each points into the last column of `nodes`.
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
    unsafe beam[0] = State(score: 0, place: 0, end: End(node: model.startNode))
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
  /// Nothing makes a beginning better, so what cannot be kept is known before it is scored: beginnings come in order.
  ///
  /// - Returns: how many are kept then.
  private func step(_ word: Span<UInt16>, _ place: Int, _ range: Range<Int>, _ found: Found) -> Int {
    var (kept, chosenCount, rowCount) = (0, 0, 0)
    for index in 0..<found.count {
      let state = unsafe beam[index]
      if isHopeless(state.score, kept) { break }
      var row = 0
      while row < rowCount, unsafe ends[row] != state.end { row &+= 1 }
      let scores = unsafe rows + row &* LetterModel.chunkLimit
      if row == rowCount {
        if model.hasContexts {
          unsafe model.costs(of: range, after: state.end.node, into: costs, nodesBehind, successors)
        }
        // What the likeliest beginning finds worth asking for serves all of them.
        if index == 0 {
          chosenCount = choose(range.count)
          if model.hasNetwork, chosenCount > 1 { scoreLetters(range.lowerBound, chosenCount) }
        }
        unsafe ends[row] = state.end
        unsafe rowBest[row] = leastLoss(row, chosenCount)
        rowCount &+= 1
        if unsafe isHopeless(state.score + rowBest[row], kept) { continue }
        unsafe rowBest[row] = fill(scores, word, place, state.end, range.lowerBound, chosenCount)
      }
      unsafe rowOf[index] = UInt16(truncatingIfNeeded: row)
      if unsafe isHopeless(state.score + rowBest[row], kept) { continue }
      for number in 0..<chosenCount {
        let score = unsafe state.score + scores[number]
        if kept == beamLimit, unsafe score <= candidates[beamLimit &- 1].score { continue }
        keep(
          Candidate(
            score: score, parent: UInt16(truncatingIfNeeded: index),
            number: UInt16(truncatingIfNeeded: number)),
          &kept)
      }
    }
    let least = unsafe candidates[0].score - effort.spread
    while kept > 1, unsafe candidates[kept &- 1].score < least { kept &-= 1 }
    return settle(kept, range.lowerBound, column: found.columns)
  }

  /// Whether a beginning with a score would not be kept.
  @inline(__always) private func isHopeless(_ score: Float, _ kept: Int) -> Bool {
    if kept == beamLimit, unsafe score <= candidates[beamLimit &- 1].score { return true }
    return unsafe kept > 0 && score < candidates[0].score - effort.spread
  }

  /// Notes the contexts behind the chosen chunks, and tells what at most is left of a score behind them.
  @inline(__always) private func leastLoss(_ row: Int, _ count: Int) -> Float {
    guard model.hasContexts else { return 0 }
    let nodes = unsafe rowNodes + row &* LetterModel.chunkLimit
    var least = Int32.max
    for number in 0..<count {
      let chunk = unsafe Int(chosen[number])
      unsafe nodes[number] = nodesBehind[chunk]
      least = unsafe min(least, costs[chunk])
    }
    return -jointStep * Float(least)
  }

  /// Writes down how the kept beginnings came about, and makes them the beam.
  @inline(__always) private func settle(_ kept: Int, _ firstGraphone: Int, column: Int) -> Int {
    var count = 0
    for index in 0..<kept {
      let candidate = unsafe candidates[index]
      let (parent, number) = (Int(candidate.parent), Int(candidate.number))
      let graphone = unsafe firstGraphone &+ Int(chosen[number])
      var end = End(node: 0)
      if model.hasContexts {
        end.node = unsafe rowNodes[Int(rowOf[parent]) &* LetterModel.chunkLimit &+ number]
      }
      let chunk = unsafe UInt64(model.chunks.start[graphone] &+ 1)
      end.chunks = unsafe (beam[parent].end.chunks << 16 | chunk) & 0xFFFF_FFFF_FFFF
      if effort.isLone, isKnown(end, count) { continue }
      // The memory of all contexts is asked for at once, while the next letter is looked at.
      if model.hasContexts { touched &+= model.touch(end.node) }
      unsafe nodes[column &* beamLimit &+ count] = Node(
        parent: candidate.parent, graphone: UInt16(truncatingIfNeeded: graphone))
      unsafe next[count] = State(score: candidate.score, place: UInt16(truncatingIfNeeded: count), end: end)
      count &+= 1
      if count == effort.beam { break }
    }
    unsafe swap(&beam, &next)
    return count
  }

  /// Whether a likelier beginning has the same end, so that what follows is the same too.
  @inline(__always) private func isKnown(_ end: End, _ count: Int) -> Bool {
    for index in 0..<count {
      if unsafe next[index].end == end { return true }
    }
    return false
  }

  /// Puts a beginning in its place among the kept ones, the last of which is dropped when there are too many.
  @inline(__always) private func keep(_ candidate: Candidate, _ kept: inout Int) {
    var place = min(kept, beamLimit &- 1)
    while place > 0, unsafe candidates[place &- 1].score < candidate.score {
      unsafe candidates[place] = candidates[place &- 1]
      place &-= 1
    }
    unsafe candidates[place] = candidate
    kept = min(kept &+ 1, beamLimit)
  }

  /// Adds the cost of the word's end.
  private func end(_ count: Int) {
    for index in 0..<count {
      var state = unsafe beam[index]
      state.score -= jointStep * Float(model.endCost(after: state.end.node))
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
