/// Finds the likeliest chunks of a word's letters, by a search that keeps the best beginnings (a beam).
///
/// It owns all memory that the search needs, so a word costs no allocation until the answers are made. One decoder
/// serves one thread at a time.
@safe package final class LetterDecoder {
  package let model: LetterModel
  private let beamLimit: Int
  /// Where the letters of the word are in the model, and 0 or more places of an edge around them.
  private let places: UnsafeMutablePointer<Int32>
  private let nodes: UnsafeMutablePointer<Node>
  private var beam: UnsafeMutablePointer<State>
  private var next: UnsafeMutablePointer<State>
  private let hashes: UnsafeMutablePointer<UInt32>
  private let sums: UnsafeMutablePointer<Int32>
  /// A row of scores for each different end of the kept beginnings, and those ends.
  private let scores: UnsafeMutablePointer<Float>
  private let seen: UnsafeMutablePointer<UInt64>
  private let costs: UnsafeMutablePointer<Int32>
  private let chosen: UnsafeMutablePointer<Int32>
  private let before: UnsafeMutablePointer<Int16>
  private let hidden: UnsafeMutablePointer<Int16>

  /// A step of a kept beginning.
  private struct Node {
    let parent: UInt16
    let graphone: UInt16
  }

  /// A kept beginning of the word.
  private struct State {
    var score: Float
    var parent: UInt16
    var graphone: UInt16
    /// The chunks before, the latest first, counted from 1.
    var chunks: (UInt16, UInt16, UInt16)
    var history: LetterContexts.History
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
  /// Of chunks that the n-grams find less likely than the best by this many steps, the network is not asked.
  private static let window: Int32 = 180
  /// A letter that is not in the model.
  private static let unknown: Int32 = -1

  /// Prepares a search.
  ///
  /// - Parameters:
  ///   - model: the weights of a direction.
  ///   - beam: how many beginnings are kept; time grows with it.
  package init(_ model: LetterModel, beam: Int) {
    self.model = model
    beamLimit = max(1, min(beam, 1024))
    unsafe places = .allocate(capacity: Self.letterLimit)
    unsafe nodes = .allocate(capacity: Self.letterLimit * beamLimit)
    unsafe self.beam = .allocate(capacity: beamLimit + 1)
    unsafe next = .allocate(capacity: beamLimit + 1)
    unsafe hashes = .allocate(capacity: LetterFeatures.limit)
    unsafe sums = .allocate(capacity: LetterModel.chunkLimit)
    unsafe scores = .allocate(capacity: LetterModel.chunkLimit * beamLimit)
    unsafe seen = .allocate(capacity: beamLimit)
    unsafe costs = .allocate(capacity: LetterModel.chunkLimit)
    unsafe chosen = .allocate(capacity: LetterModel.chunkLimit)
    unsafe before = .allocate(capacity: max(16, model.settings.hiddenCount))
    unsafe hidden = .allocate(capacity: max(16, model.settings.hiddenCount))
  }

  deinit {
    unsafe places.deallocate()
    unsafe nodes.deallocate()
    unsafe beam.deallocate()
    unsafe next.deallocate()
    unsafe hashes.deallocate()
    unsafe sums.deallocate()
    unsafe scores.deallocate()
    unsafe seen.deallocate()
    unsafe costs.deallocate()
    unsafe chosen.deallocate()
    unsafe before.deallocate()
    unsafe hidden.deallocate()
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
    let (count, columns) = search(word, in: context, domain: domain)
    return (0..<min(count, best)).map { place in
      Answer(graphones: path(to: place, columns), score: unsafe beam[place].score)
    }
  }

  private func path(to place: Int, _ columns: Int) -> [UInt16] {
    var place = place == 0 && columns == 0 ? 0 : unsafe Int(beam[place].parent)
    return unsafe [UInt16](unsafeUninitializedCapacity: columns) { path, count in
      var column = columns
      while column > 0 {
        column -= 1
        let node = unsafe nodes[column * beamLimit + place]
        unsafe path[column] = node.graphone
        place = Int(node.parent)
      }
      count = columns
    }
  }

  /// Fills `beam` with the kept words, the best first; `parent` of each points into the last column of `nodes`.
  ///
  /// - Returns: how many there are, and how many letters the model knows.
  private func search(
    _ word: Span<UInt16>, in context: LetterFeatures.Context?, domain: LetterNetwork.Domain
  ) -> (count: Int, columns: Int) {
    let length = min(word.count, Self.letterLimit)
    for place in 0..<length { unsafe places[place] = Int32(model.place(of: word[place]) ?? -1) }
    unsafe beam[0] = State(score: 0, parent: 0, graphone: 0, chunks: (0, 0, 0), history: .init())
    var (count, columns) = (1, 0)
    for place in 0..<length {
      let letter = unsafe places[place]
      if letter == Self.unknown { continue }
      count = step(word, place, length, Int(letter), context, domain, count, column: columns)
      columns += 1
    }
    if model.hasContexts, columns > 0 { end(count) }
    return (count, columns)
  }

  private func step(
    _ word: Span<UInt16>, _ place: Int, _ length: Int, _ letter: Int, _ context: LetterFeatures.Context?,
    _ domain: LetterNetwork.Domain, _ count: Int, column: Int
  ) -> Int {
    let range = model.graphones(at: letter)
    let settings = model.settings
    let (hasFeatures, hasNetwork, hasContexts) = (model.hasFeatures, model.hasNetwork, model.hasContexts)
    if hasFeatures {
      unsafe sums.update(repeating: 0, count: LetterModel.chunkLimit)
      let written = unsafe LetterFeatures.write(word, at: place, in: context, into: hashes)
      for feature in 0..<written { unsafe add(hashes[feature], to: sums) }
    }
    if hasNetwork { seeLetters(place, length, domain) }
    let jointStep = settings.jointWeight * LetterContexts.costStep
    let isLocal = hasFeatures || hasNetwork
    var (kept, chosenCount, seenCount) = (0, 0, 0)
    for index in 0..<count {
      let state = unsafe beam[index]
      if hasContexts {
        unsafe model.costs(of: range, after: state.history, order: settings.order, into: costs)
      }
      // What the likeliest beginning finds worth asking for serves all of them.
      if index == 0 { chosenCount = choose(range.count) }
      let local =
        isLocal
        ? unsafe localScores(word, place, state, range.lowerBound, chosenCount, &seenCount) : unsafe scores
      for number in 0..<chosenCount {
        let chunk = unsafe Int(chosen[number])
        var score = state.score
        if isLocal { score += unsafe settings.localWeight * local[number] }
        if hasContexts { score -= unsafe jointStep * Float(costs[chunk]) }
        kept = keep(score, from: state, at: index, graphone: range.lowerBound + chunk, kept)
      }
    }
    for index in 0..<kept {
      let graphone = unsafe next[index].graphone
      unsafe nodes[column * beamLimit + index] = Node(parent: next[index].parent, graphone: graphone)
      let chunk = unsafe model.chunks.start[Int(graphone)] + 1
      unsafe next[index].chunks = (chunk, next[index].chunks.0, next[index].chunks.1)
      if hasContexts { unsafe next[index].history.append(graphone) }
      unsafe next[index].parent = UInt16(index)
    }
    unsafe swap(&beam, &next)
    return kept
  }

  /// The logarithms of the probabilities of the chosen chunks behind the last chunks of a beginning.
  ///
  /// Beginnings that differ only further back share them, so each is computed once a letter.
  private func localScores(
    _ word: Span<UInt16>, _ place: Int, _ state: State, _ firstGraphone: Int, _ count: Int,
    _ seenCount: inout Int
  ) -> UnsafeMutablePointer<Float> {
    let key = UInt64(state.chunks.0) | UInt64(state.chunks.1) << 16 | UInt64(state.chunks.2) << 32
    for number in 0..<seenCount where unsafe seen[number] == key {
      return unsafe scores + number * LetterModel.chunkLimit
    }
    let scores = unsafe scores + seenCount * LetterModel.chunkLimit
    unsafe seen[seenCount] = key
    seenCount += 1
    for number in 0..<count { unsafe scores[number] = 0 }
    if model.hasFeatures { unsafe addFeatures(word, place, state, count, to: scores) }
    if model.hasNetwork { unsafe addNetwork(state, firstGraphone, count, to: scores) }
    let floor = unsafe logarithmOfSum(scores, count)
    for number in 0..<count { unsafe scores[number] -= floor }
    return unsafe scores
  }

  /// Chooses the chunks that are worth asking for: all of them without n-grams, else those near the cheapest.
  @inline(__always) private func choose(_ count: Int) -> Int {
    guard model.hasContexts else {
      for chunk in 0..<count { unsafe chosen[chunk] = Int32(chunk) }
      return count
    }
    var least = Int32.max
    for chunk in 0..<count { least = unsafe min(least, costs[chunk]) }
    let limit = least + Self.window
    var chosenCount = 0
    for chunk in 0..<count {
      unsafe chosen[chosenCount] = Int32(chunk)
      chosenCount += unsafe costs[chunk] <= limit ? 1 : 0
    }
    return chosenCount
  }

  /// Puts a beginning in its place among the kept ones when it is good enough.
  ///
  /// - Returns: how many are kept now.
  @inline(__always) private func keep(
    _ score: Float, from state: State, at index: Int, graphone: Int, _ kept: Int
  ) -> Int {
    if kept == beamLimit, unsafe score <= next[beamLimit - 1].score { return kept }
    var place = min(kept, beamLimit - 1)
    while place > 0, unsafe next[place - 1].score < score {
      unsafe next[place] = next[place - 1]
      place -= 1
    }
    unsafe next[place] = state
    unsafe next[place].score = score
    unsafe next[place].parent = UInt16(truncatingIfNeeded: index)
    unsafe next[place].graphone = UInt16(truncatingIfNeeded: graphone)
    return min(kept + 1, beamLimit)
  }

  /// Adds the cost of the word's end.
  private func end(_ count: Int) {
    let end = model.graphoneCount
    let jointStep = model.settings.jointWeight * LetterContexts.costStep
    for index in 0..<count {
      unsafe model.costs(
        of: end..<end + 1, after: beam[index].history, order: model.settings.order, into: costs)
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

  // MARK: Features

  @inline(__always) private func add(_ hash: UInt32, to sums: UnsafeMutablePointer<Int32>) {
    let row = unsafe model.features.start + Int(hash & model.featureMask)
    for chunk in 0..<LetterModel.chunkLimit { unsafe sums[chunk] &+= Int32(row[chunk]) }
  }

  private func addFeatures(
    _ word: Span<UInt16>, _ place: Int, _ state: State, _ count: Int, to scores: UnsafeMutablePointer<Float>
  ) {
    unsafe LetterFeatures.writeHistory(
      word, at: place, state.chunks.0, state.chunks.1, state.chunks.2, into: hashes)
    unsafe withUnsafeTemporaryAllocation(of: Int32.self, capacity: LetterModel.chunkLimit) { total in
      guard let total = total.baseAddress else { return }
      unsafe total.update(from: sums, count: LetterModel.chunkLimit)
      for feature in 0..<LetterFeatures.historyCount { unsafe add(hashes[feature], to: total) }
      for number in 0..<count {
        unsafe scores[number] += Float(total[Int(chosen[number])]) * model.settings.featureStep
      }
    }
  }

  // MARK: Network

  /// Sums what the hidden layer gets from the letters and the domain.
  private func seeLetters(_ place: Int, _ length: Int, _ domain: LetterNetwork.Domain) {
    let (hiddenCount, windowCount, letterCount) = (
      model.settings.hiddenCount, model.settings.letterPlaces, model.letters.count
    )
    let chunkCount = model.chunkStart.count - 1
    let domainRow = LetterNetwork.row(
      domain: domain.rawValue, letterPlaces: windowCount, letterCount: letterCount, chunkCount: chunkCount,
      hidden: hiddenCount)
    let biasRow = LetterNetwork.row(
      domain: LetterNetwork.domainCount, letterPlaces: windowCount, letterCount: letterCount,
      chunkCount: chunkCount, hidden: hiddenCount)
    let (input, before) = unsafe (model.networkInput.start, before)
    for unit in 0..<hiddenCount { unsafe before[unit] = input[domainRow + unit] &+ input[biasRow + unit] }
    for window in 0..<windowCount {
      let other = place + window - windowCount / 2
      var letter = 0
      if other >= 0, other < length {
        letter = unsafe places[other] == Self.unknown ? letterCount + 1 : Int(places[other]) + 1
      }
      let row =
        unsafe input
        + LetterNetwork.row(letter: letter, place: window, letterCount: letterCount, hidden: hiddenCount)
      for unit in 0..<hiddenCount { unsafe before[unit] &+= row[unit] }
    }
  }

  /// Adds the network's scores of the chosen chunks of a letter.
  private func addNetwork(
    _ state: State, _ firstGraphone: Int, _ count: Int, to scores: UnsafeMutablePointer<Float>
  ) {
    let (hiddenCount, places, letterCount) = (
      model.settings.hiddenCount, model.settings.letterPlaces, model.letters.count
    )
    let chunkCount = model.chunkStart.count - 1
    let input = unsafe model.networkInput.start
    func row(_ chunk: UInt16, _ place: Int) -> UnsafePointer<Int16> {
      unsafe input
        + LetterNetwork.row(
          chunk: Int(chunk), place: place, letterPlaces: places, letterCount: letterCount,
          chunkCount: chunkCount, hidden: hiddenCount)
    }
    let (first, second, third) = unsafe (
      row(state.chunks.0, 0), row(state.chunks.1, 1), row(state.chunks.2, 2)
    )
    let (before, hidden) = unsafe (before, hidden)
    for unit in 0..<hiddenCount {
      let sum = unsafe before[unit] &+ first[unit] &+ second[unit] &+ third[unit]
      unsafe hidden[unit] = max(sum, 0)
    }
    let step = model.settings.networkStep
    for number in 0..<count {
      let output = unsafe model.networkOutput.start + (firstGraphone + Int(chosen[number])) * hiddenCount
      unsafe scores[number] += Float(Self.product(hidden, output, hiddenCount)) * step
    }
  }

  /// The sum of the products of two rows.
  ///
  /// Neighbours are added in pairs, which is one instruction for eight of them on common processors; written as a plain
  /// loop it takes four times as long.
  @inline(__always) private static func product(
    _ left: UnsafePointer<Int16>, _ right: UnsafePointer<Int16>, _ count: Int
  ) -> Int32 {
    var sums = SIMD4<Int32>.zero
    var place = 0
    while place < count {
      let first = unsafe UnsafeRawPointer(left + place).loadUnaligned(as: SIMD8<Int16>.self)
      let second = unsafe UnsafeRawPointer(right + place).loadUnaligned(as: SIMD8<Int16>.self)
      let products = SIMD8<Int32>(truncatingIfNeeded: first) &* SIMD8<Int32>(truncatingIfNeeded: second)
      sums = sums &+ (products.evenHalf &+ products.oddHalf)
      place &+= 8
    }
    return sums.wrappedSum()
  }

  /// The logarithm of the sum of the exponentials of `scores`.
  private func logarithmOfSum(_ scores: UnsafeMutablePointer<Float>, _ count: Int) -> Float {
    if count == 1 { return unsafe scores[0] }
    var highest = unsafe scores[0]
    for number in 1..<max(count, 1) { highest = unsafe max(highest, scores[number]) }
    var sum: Float = 0
    for number in 0..<count { sum += unsafe fastExponential(scores[number] - highest) }
    return highest + fastLogarithm(sum)
  }
}
