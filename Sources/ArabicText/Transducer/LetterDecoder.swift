/// Finds the likeliest chunks of a word's letters, by a search that keeps the best beginnings (a beam).
///
/// It owns all memory that the search needs, so a word costs no allocation until the answers are made. One decoder
/// serves one thread at a time.
@safe package final class LetterDecoder {
  package let model: LetterModel
  private let beamLimit: Int
  private var columns: [[Node]] = []
  private var beam: [State] = []
  private var next: [State] = []
  private var graphones: [UInt16] = []
  private let hashes: UnsafeMutablePointer<UInt32>
  private let sums: UnsafeMutablePointer<Int32>
  private let scores: UnsafeMutablePointer<Float>
  private let costs: UnsafeMutablePointer<Int32>
  private let before: UnsafeMutablePointer<Int16>
  private let hidden: UnsafeMutablePointer<Int16>

  /// A step of a kept beginning.
  private struct Node {
    let parent: Int32
    let graphone: UInt16
  }

  /// A kept beginning of the word.
  private struct State {
    var score: Float
    var parent: Int32
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

  /// Prepares a search.
  ///
  /// - Parameter beam: how many beginnings are kept; time grows with it.
  package init(_ model: LetterModel, beam: Int) {
    self.model = model
    beamLimit = max(1, beam)
    unsafe hashes = .allocate(capacity: LetterFeatures.limit)
    unsafe sums = .allocate(capacity: LetterModel.chunkLimit)
    unsafe scores = .allocate(capacity: LetterModel.chunkLimit)
    unsafe costs = .allocate(capacity: LetterModel.chunkLimit)
    unsafe before = .allocate(capacity: max(16, model.settings.hiddenCount))
    unsafe hidden = .allocate(capacity: max(16, model.settings.hiddenCount))
  }

  deinit {
    unsafe hashes.deallocate()
    unsafe sums.deallocate()
    unsafe scores.deallocate()
    unsafe costs.deallocate()
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
    let answered = search(word, in: context, domain: domain)
    return answered.prefix(best).map { state in
      Answer(graphones: path(to: state), score: state.score)
    }
  }

  /// Appends the text of the likeliest answer.
  package func appendBest(
    of word: Span<UInt16>, in context: LetterFeatures.Context?, domain: LetterNetwork.Domain, to text: inout [UInt16]
  ) {
    guard let best = search(word, in: context, domain: domain).first else { return }
    for graphone in path(to: best) { model.append(chunkOf: Int(graphone), to: &text) }
  }

  private func path(to state: State) -> [UInt16] {
    var path: [UInt16] = []
    path.reserveCapacity(columns.count)
    var column = columnCount - 1
    var place = Int(state.parent)
    while column >= 0 {
      let node = columns[column][place]
      path.append(node.graphone)
      place = Int(node.parent)
      column -= 1
    }
    path.reverse()
    return path
  }

  private var columnCount = 0

  /// Returns the kept words, the best first; `parent` of each points into the last column.
  private func search(
    _ word: Span<UInt16>, in context: LetterFeatures.Context?, domain: LetterNetwork.Domain
  ) -> [State] {
    columnCount = 0
    beam.removeAll(keepingCapacity: true)
    beam.append(State(score: 0, parent: 0, graphone: 0, chunks: (0, 0, 0), history: .init()))
    for place in 0..<min(word.count, Self.letterLimit) {
      guard let letter = model.place(of: word[place]) else { continue }
      step(word, place, letter, context, domain)
    }
    if model.hasContexts, columnCount > 0 { end() }
    return beam
  }

  private func step(
    _ word: Span<UInt16>, _ place: Int, _ letter: Int, _ context: LetterFeatures.Context?,
    _ domain: LetterNetwork.Domain
  ) {
    let range = model.graphones(at: letter)
    let count = range.count
    let settings = model.settings
    if model.hasFeatures {
      unsafe sums.update(repeating: 0, count: LetterModel.chunkLimit)
      let written = unsafe LetterFeatures.write(word, at: place, in: context, into: hashes)
      for feature in 0..<written { unsafe add(hashes[feature], to: sums) }
    }
    if model.hasNetwork { seeLetters(word, place, domain) }
    next.removeAll(keepingCapacity: true)
    for (index, state) in beam.enumerated() {
      unsafe scores.update(repeating: 0, count: count)
      if model.hasFeatures { addFeatures(word, place, state, count) }
      if model.hasNetwork { addNetwork(state, range) }
      var floor: Float = 0
      if model.hasFeatures || model.hasNetwork { floor = logarithmOfSum(count) }
      if model.hasContexts {
        unsafe model.costs(of: range, after: state.history, order: settings.order, into: costs)
      }
      for chunk in 0..<count {
        var score = unsafe state.score + settings.localWeight * (scores[chunk] - floor)
        if model.hasContexts {
          score -= unsafe settings.jointWeight * LetterContexts.costStep * Float(costs[chunk])
        }
        keep(score, from: state, at: index, graphone: range.lowerBound + chunk)
      }
    }
    if columns.count == columnCount { columns.append([]) }
    columns[columnCount].removeAll(keepingCapacity: true)
    for index in next.indices {
      columns[columnCount].append(Node(parent: next[index].parent, graphone: next[index].graphone))
      let graphone = next[index].graphone
      let chunk = unsafe model.chunks.start[Int(graphone)] + 1
      next[index].chunks = (chunk, next[index].chunks.0, next[index].chunks.1)
      if model.hasContexts { next[index].history.append(graphone) }
      next[index].parent = Int32(index)
    }
    columnCount += 1
    swap(&beam, &next)
  }

  /// Puts a beginning in its place among the kept ones when it is good enough.
  @inline(__always) private func keep(_ score: Float, from state: State, at index: Int, graphone: Int) {
    if next.count == beamLimit {
      guard score > next[beamLimit - 1].score else { return }
      next.removeLast()
    }
    var place = next.count
    while place > 0, next[place - 1].score < score { place -= 1 }
    var kept = state
    kept.score = score
    kept.parent = Int32(index)
    kept.graphone = UInt16(truncatingIfNeeded: graphone)
    next.insert(kept, at: place)
  }

  /// Adds the cost of the word's end.
  private func end() {
    let end = model.graphoneCount
    for index in beam.indices {
      unsafe model.costs(of: end..<end + 1, after: beam[index].history, order: model.settings.order, into: costs)
      beam[index].score -= unsafe model.settings.jointWeight * LetterContexts.costStep * Float(costs[0])
    }
    beam.sort { $0.score > $1.score }
  }

  // MARK: Features

  @inline(__always) private func add(_ hash: UInt32, to sums: UnsafeMutablePointer<Int32>) {
    let row = unsafe model.features.start + Int(hash & model.featureMask)
    for chunk in 0..<LetterModel.chunkLimit { unsafe sums[chunk] &+= Int32(row[chunk]) }
  }

  private func addFeatures(_ word: Span<UInt16>, _ place: Int, _ state: State, _ count: Int) {
    unsafe LetterFeatures.writeHistory(
      word, at: place, state.chunks.0, state.chunks.1, state.chunks.2, into: hashes)
    for chunk in 0..<LetterModel.chunkLimit { unsafe costs[chunk] = sums[chunk] }
    for feature in 0..<LetterFeatures.historyCount { unsafe add(hashes[feature], to: costs) }
    for chunk in 0..<count { unsafe scores[chunk] += Float(costs[chunk]) * model.settings.featureStep }
  }

  // MARK: Network

  /// Sums what the hidden layer gets from the letters and the domain.
  private func seeLetters(_ word: Span<UInt16>, _ place: Int, _ domain: LetterNetwork.Domain) {
    let (hiddenCount, places, letterCount) = (
      model.settings.hiddenCount, model.settings.letterPlaces, model.letters.count
    )
    let chunkCount = model.chunkStart.count - 1
    let domainRow = LetterNetwork.row(
      domain: domain.rawValue, letterPlaces: places, letterCount: letterCount, chunkCount: chunkCount,
      hidden: hiddenCount)
    let biasRow = LetterNetwork.row(
      domain: LetterNetwork.domainCount, letterPlaces: places, letterCount: letterCount, chunkCount: chunkCount,
      hidden: hiddenCount)
    let input = unsafe model.networkInput.start
    for unit in 0..<hiddenCount { unsafe before[unit] = input[domainRow + unit] &+ input[biasRow + unit] }
    for window in 0..<places {
      let other = place + window - places / 2
      var letter = 0
      if other >= 0, other < word.count {
        letter = model.place(of: word[other]).map { $0 + 1 } ?? letterCount + 1
      }
      let row = LetterNetwork.row(letter: letter, place: window, letterCount: letterCount, hidden: hiddenCount)
      for unit in 0..<hiddenCount { unsafe before[unit] &+= input[row + unit] }
    }
  }

  /// Adds the network's scores of the chunks of a range.
  private func addNetwork(_ state: State, _ range: Range<Int>) {
    let (hiddenCount, places, letterCount) = (
      model.settings.hiddenCount, model.settings.letterPlaces, model.letters.count
    )
    let chunkCount = model.chunkStart.count - 1
    let input = unsafe model.networkInput.start
    func row(_ chunk: UInt16, _ place: Int) -> UnsafePointer<Int16> {
      unsafe input
        + LetterNetwork.row(
          chunk: Int(chunk), place: place, letterPlaces: places, letterCount: letterCount, chunkCount: chunkCount,
          hidden: hiddenCount)
    }
    let (first, second, third) = unsafe (row(state.chunks.0, 0), row(state.chunks.1, 1), row(state.chunks.2, 2))
    for unit in 0..<hiddenCount {
      let sum = unsafe before[unit] &+ first[unit] &+ second[unit] &+ third[unit]
      unsafe hidden[unit] = max(sum, 0)
    }
    for chunk in 0..<range.count {
      let output = unsafe model.networkOutput.start + (range.lowerBound + chunk) * hiddenCount
      var sum: Int32 = 0
      for unit in 0..<hiddenCount { unsafe sum &+= Int32(hidden[unit]) &* Int32(output[unit]) }
      unsafe scores[chunk] += Float(sum) * model.settings.networkStep
    }
  }

  /// The logarithm of the sum of the exponentials of `scores`.
  private func logarithmOfSum(_ count: Int) -> Float {
    var highest = unsafe scores[0]
    for chunk in 1..<max(count, 1) { highest = unsafe max(highest, scores[chunk]) }
    var sum: Float = 0
    for chunk in 0..<count { sum += unsafe fastExponential(scores[chunk] - highest) }
    return highest + fastLogarithm(sum)
  }
}
