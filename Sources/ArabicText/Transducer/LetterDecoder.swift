/// Finds the likeliest chunks of a word's letters, by a search that keeps the best beginnings (a beam).
///
/// It owns all memory that the search needs, so a word costs no allocation until the answers are made. One decoder
/// serves one thread at a time.
@safe package final class LetterDecoder {
  package let model: LetterModel
  let effort: Effort
  let beamLimit: Int
  /// What one step of a graphone's cost takes from a score.
  let jointStep: Float
  /// The letters' numbers in the model, with an edge on both sides, as the network counts them: 0 is the edge, the
  /// last number any letter that the model does not know.
  let places: UnsafeMutablePointer<Int32>
  /// The number of each letter below `numberCount`, which Latin and Arabic letters are.
  let numbers: UnsafeMutablePointer<UInt16>
  static let numberCount: UInt16 = 0x700
  let nodes: UnsafeMutablePointer<Node>
  var beam: UnsafeMutablePointer<State>
  var next: UnsafeMutablePointer<State>
  /// The beginnings with one more letter that are kept so far, the best first.
  let candidates: UnsafeMutablePointer<Candidate>
  /// A row of scores for each different end of the kept beginnings, the best of each row, and those ends.
  let rows: UnsafeMutablePointer<Float>
  let rowBest: UnsafeMutablePointer<Float>
  let ends: UnsafeMutablePointer<End>
  /// The row of each kept beginning.
  let rowOf: UnsafeMutablePointer<UInt16>
  let hashes: UnsafeMutablePointer<UInt32>
  let sums: UnsafeMutablePointer<Int16>
  /// The sums with the features of the chunks before.
  let allSums: UnsafeMutablePointer<Int16>
  let chosen: UnsafeMutablePointer<Int32>
  /// The costs of the chosen ones behind one end.
  let chosenCosts: UnsafeMutablePointer<Int32>
  /// The costs of all chunks of a letter behind one end.
  let costs: UnsafeMutablePointer<Int16>
  /// What they cost after no context, for each letter.
  let alone: UnsafeMutablePointer<Int16>
  /// A row of the entries in which they were found for each different end.
  let rowEntries: UnsafeMutablePointer<UInt32>
  /// What followed the contexts of each beginning, and how many had the letter.
  let links: UnsafeMutablePointer<LetterContexts.Link>
  let linkCounts: UnsafeMutablePointer<UInt8>
  /// The rows of sums and of the network's weights that the letters choose.
  let inputs: UnsafeMutablePointer<UnsafePointer<Units>>
  /// How many vectors the hidden layer is.
  let hiddenVectors: Int
  /// What the hidden layer gets from the bias, each domain and that many edges left of a word; and from those right of it.
  let edges: UnsafeMutablePointer<Units>
  /// What the hidden layer gets from the letters.
  let before: UnsafeMutablePointer<Units>
  /// The units of the hidden layer that see the chunks before too.
  let behind: UnsafeMutablePointer<Units>
  /// What the chosen chunks get from the units that see letters alone.
  let letterScores: UnsafeMutablePointer<Int32>
  /// What they get from those that see the chunks before too.
  let historyScores: UnsafeMutablePointer<Int32>
  /// Costs of units of texts that were read, see `WrittenLetters.keptCount`.
  let writtenCosts: UnsafeMutablePointer<UInt64>
  /// What a step of a unit's cost takes from a score, and what each unit adds, where a search weighs texts.
  let (writtenStep, unitValue): (Float, Float)

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

  /// Units of the hidden layer that are computed at once.
  typealias Units = SIMD8<Int16>
  /// How many of them see the chunks before.
  static var historyVectors: Int { LetterNetwork.historyUnits / Units.scalarCount }

  /// A step of a kept beginning.
  struct Node {
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
  struct State {
    var score: Float
    /// Where its last step is in its column of `nodes`.
    var place: UInt16
    var end: End
    /// The last units of its text, for what is written next, where their costs are in its score.
    var written = WrittenLetters.start
  }

  /// A beginning with one more letter: the place of the beginning, and which of the chosen chunks.
  struct Candidate {
    var score: Float
    var parent: UInt16
    var number: UInt16
  }

  /// An answer.
  package struct Answer {
    /// A graphone for each letter that the model knows.
    package var graphones: [UInt16]
    /// The sum of weighted logarithms; larger is better.
    ///
    /// A search for a lone answer that weighs texts adds what they cost, and leaves out what is the same for all of the word's.
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
    unsafe numbers = .allocate(capacity: Int(Self.numberCount))
    unsafe nodes = .allocate(capacity: Self.letterLimit * beamLimit)
    unsafe beam = .allocate(capacity: beamLimit + 1)
    unsafe next = .allocate(capacity: beamLimit + 1)
    unsafe candidates = .allocate(capacity: beamLimit + 1)
    unsafe rows = Self.vectors(of: LetterModel.chunkLimit * beamLimit)
    unsafe rowBest = .allocate(capacity: beamLimit)
    unsafe ends = .allocate(capacity: beamLimit)
    unsafe rowOf = .allocate(capacity: beamLimit)
    unsafe hashes = .allocate(capacity: LetterFeatures.limit)
    unsafe sums = Self.vectors(of: LetterModel.chunkLimit)
    unsafe allSums = Self.vectors(of: LetterModel.chunkLimit)
    unsafe chosen = .allocate(capacity: LetterModel.chunkLimit)
    unsafe chosenCosts = Self.vectors(of: LetterModel.chunkLimit)
    unsafe links = .allocate(capacity: (LetterContexts.chainLimit + 1) * beamLimit)
    unsafe linkCounts = .allocate(capacity: beamLimit)
    unsafe costs = Self.vectors(of: LetterModel.chunkLimit)
    unsafe rowEntries = Self.vectors(of: LetterModel.chunkLimit * beamLimit)
    unsafe alone = model.costsAlone()
    unsafe inputs = .allocate(capacity: LetterModelSettings.letterPlaceLimit + 3)
    hiddenVectors = model.settings.hiddenCount / Units.scalarCount
    unsafe before = .allocate(capacity: max(1, hiddenVectors))
    let edgeRows = (model.shape.letterPlaces / 2 + 1) * (LetterNetwork.domainCount + 1)
    unsafe edges = .allocate(capacity: max(1, edgeRows * hiddenVectors))
    unsafe behind = .allocate(capacity: Self.historyVectors)
    unsafe letterScores = Self.vectors(of: LetterModel.chunkLimit)
    unsafe historyScores = Self.vectors(of: LetterModel.chunkLimit)
    unsafe writtenCosts = Self.vectors(of: model.hasWritten ? WrittenLetters.keptCount : 1)
    let settings = model.settings
    writtenStep = settings.writtenWeight * LetterContexts.costStep / settings.sharpness
    unitValue = settings.unitValue / settings.sharpness
    noteNumbers()
    if model.hasNetwork { sumEdges() }
  }

  /// Memory that vectors can be read from.
  static func vectors<Number: Numeric>(of count: Int) -> UnsafeMutablePointer<Number> {
    let memory = UnsafeMutableRawPointer.allocate(
      byteCount: count * MemoryLayout<Number>.stride, alignment: 16)
    return unsafe memory.initializeMemory(as: Number.self, repeating: 0, count: count)
  }

  deinit {
    unsafe places.deallocate()
    unsafe numbers.deallocate()
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
    unsafe allSums.deallocate()
    unsafe chosen.deallocate()
    unsafe chosenCosts.deallocate()
    unsafe links.deallocate()
    unsafe linkCounts.deallocate()
    unsafe costs.deallocate()
    unsafe rowEntries.deallocate()
    unsafe alone.deallocate()
    unsafe inputs.deallocate()
    unsafe before.deallocate()
    unsafe edges.deallocate()
    unsafe behind.deallocate()
    unsafe letterScores.deallocate()
    unsafe historyScores.deallocate()
    unsafe writtenCosts.deallocate()
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
}
