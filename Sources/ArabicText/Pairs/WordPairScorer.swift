/// How likely a query word is a spelling of a word, with the letters around each letter taken into account.
///
/// A query is prepared once. A pair then takes no allocation and, where the spellings fit or plainly do not, about a
/// microsecond. One scorer serves one thread at a time.
package struct WordPairScorer {
  private let model: PairModel
  private var lattice = PairLattice()
  private var query: [UInt8] = []
  private var script = PairSymbols.Script.latin
  private var target = PairSymbols.Script.latin
  /// For each place of the query and each first symbol, where its edges begin.
  private var buckets: [UInt16] = []
  private var cells: [Cell] = []
  /// What the letters of the query cost by themselves, and what those of words cost; nothing inside one script, where the
  /// cost is that of the query given the word.
  private var queryLetters: [Int32] = []
  private var targetLetters: [Int32] = []
  private var chance: Int32 = 0

  /// The best way to a place in both words.
  private struct Cell {
    var cost: Int32
    /// The graphones before, the latest first.
    var last: UInt16
    var secondLast: UInt16
  }

  private static let unreached = Int32.max / 2
  private static let start = UInt16.max
  /// Stands for what no graphone explains: nothing is known behind it.
  private static let nothing = UInt16.max - 1
  /// What a letter costs beside its own chance that the other spelling does not have, and two that only meet: typing
  /// errors.
  package static let extraLetter: Int32 = 72
  package static let otherLetter: Int32 = 64

  /// Prepares scoring with a model.
  package init(_ model: PairModel = .carried) { self.model = model }

  /// What the query costs as a word by itself, in steps.
  ///
  /// Less the cost of a pair this is the logarithm of how much likelier the query is as a spelling of the word than as a
  /// word that came by chance.
  package var queryChance: Int32 { chance }

  /// Prepares a query word.
  ///
  /// - Parameters:
  ///   - symbols: its rich symbols.
  ///   - script: its script.
  ///   - target: the script of the words that it is compared with.
  package mutating func prepare(
    _ symbols: Span<UInt8>, _ script: PairSymbols.Script, against target: PairSymbols.Script
  ) {
    let symbols = symbols.extracting(0..<min(symbols.count, PairLattice.longest))
    query.removeAll(keepingCapacity: true)
    for place in symbols.indices { query.append(symbols[place]) }
    (self.script, self.target) = (script, target)
    if script != target {
      lattice.load(symbols, model.graphones(.acrossRich), isLeft: script == .arabic, isAcross: true)
    } else {
      lattice.load(
        symbols, model.graphones(script == .latin ? .latin : .arabic), isLeft: true, isAcross: false)
    }
    chance = model.chance(of: symbols, script)
    queryLetters.removeAll(keepingCapacity: true)
    for symbol in query { queryLetters.append(model.letterCost(symbol, script)) }
    targetLetters.removeAll(keepingCapacity: true)
    for symbol in 0..<UInt8(PairSymbols.count) {
      targetLetters.append(script == target ? 0 : model.letterCost(symbol, target))
    }
    buckets.removeAll(keepingCapacity: true)
    for place in 0...query.count {
      let range = lattice.range(from: place)
      var next = range.lowerBound
      for symbol in 0...PairSymbols.count {
        while next < range.upperBound, Int(lattice.edges[next].symbols & 0xFF) < symbol { next += 1 }
        buckets.append(UInt16(next))
      }
    }
  }

  /// The cost of the query, given a word: −log probability in steps.
  ///
  /// - Parameters:
  ///   - word: rich symbols of a word in the script that was given to `prepare`.
  ///   - limit: the most that is of interest.
  /// - Returns: nil above `limit`, and for an empty word.
  /// - Complexity: O(*n* · *m*) in the letters of both at most.
  package mutating func cost(_ word: Span<UInt8>, limit: Int32 = .max / 4) -> Int32? {
    guard word.count > 0, query.count > 0, word.count <= PairLattice.longest else { return nil }
    let isAcross = script != target
    let wordChance = isAcross ? model.chance(of: word, target) : 0
    let total = bestWay(word, limit: limit + wordChance, hasContexts: isAcross)
    guard total < Self.unreached, total - wordChance <= limit else { return nil }
    return total - wordChance
  }

  private mutating func bestWay(_ word: Span<UInt8>, limit: Int32, hasContexts: Bool) -> Int32 {
    let (rows, columns) = (query.count + 1, word.count + 1)
    let blank = Cell(cost: Self.unreached, last: 0, secondLast: 0)
    if cells.count < rows * columns {
      cells = [Cell](repeating: blank, count: rows * columns)
    } else {
      for place in 0..<rows * columns { cells[place] = blank }
    }
    cells[0] = Cell(cost: 0, last: Self.start, secondLast: Self.start)
    for row in 0..<rows {
      for column in 0..<columns {
        let cell = cells[row * columns + column]
        if cell.cost > limit { continue }
        extend(cell, row, column, word, columns, hasContexts)
      }
    }
    let end = cells[rows * columns - 1]
    guard hasContexts, end.cost < Self.unreached else { return end.cost }
    return end.cost + cost(of: UInt16(model.graphones(.acrossRich).count), after: end)
  }

  @inline(__always)
  private mutating func extend(
    _ cell: Cell, _ row: Int, _ column: Int, _ word: Span<UInt8>, _ columns: Int, _ hasContexts: Bool
  ) {
    let bucket = row * (PairSymbols.count + 1)
    follow(Int(buckets[bucket])..<Int(buckets[bucket + 1]), 0, cell, column, columns, hasContexts)
    if column + 1 < columns {
      let window = PairChunk.window(word, column)
      let symbol = Int(window & 0xFF)
      let range = Int(buckets[bucket + symbol])..<Int(buckets[bucket + symbol + 1])
      follow(range, window, cell, column, columns, hasContexts)
      let letter = targetLetters[symbol]
      improve(row * columns + column + 1, cell.cost + Self.extraLetter + letter)
      if row < query.count {
        improve((row + 1) * columns + column + 1, cell.cost + Self.otherLetter + letter + queryLetters[row])
      }
    }
    if row < query.count {
      improve((row + 1) * columns + column, cell.cost + Self.extraLetter + queryLetters[row])
    }
  }

  /// Tries the edges of one first symbol.
  @inline(__always)
  private mutating func follow(
    _ range: Range<Int>, _ window: UInt32, _ cell: Cell, _ column: Int, _ columns: Int, _ hasContexts: Bool
  ) {
    for place in range {
      let edge = lattice.edges[place]
      guard window & PairChunk.mask(Int(edge.count)) == edge.symbols else { continue }
      let target = Int(edge.to) * columns + column + Int(edge.count)
      let step = hasContexts ? cost(of: edge.graphone, after: cell) : Int32(edge.cost)
      if cell.cost + step < cells[target].cost {
        cells[target] = Cell(cost: cell.cost + step, last: edge.graphone, secondLast: cell.last)
      }
    }
  }

  @inline(__always) private mutating func improve(_ place: Int, _ cost: Int32) {
    if cost < cells[place].cost {
      cells[place] = Cell(cost: cost, last: Self.nothing, secondLast: Self.nothing)
    }
  }

  /// The cost of a graphone after those of a cell.
  @inline(__always) private func cost(of graphone: UInt16, after cell: Cell) -> Int32 {
    let contexts = model.contexts
    let pair = UInt64(cell.secondLast) << 16 | UInt64(cell.last)
    let last = cell.last
    if last == Self.nothing { return unsafe Int32(model.graphoneCosts.start[Int(graphone)]) }
    var leaving: Int32 = 0
    if cell.secondLast != Self.nothing, last != Self.start {
      let cost = contexts.cost(.graphone, pair << 16 | UInt64(graphone))
      if cost >= 0 { return cost }
      leaving = max(contexts.cost(.forgetting, pair), 0)
    }
    let cost = contexts.cost(.graphone, 1 << 60 | UInt64(last) << 16 | UInt64(graphone))
    if cost >= 0 { return leaving + cost }
    let place = last == Self.start ? model.forgetting.count - 1 : Int(last)
    return unsafe leaving + Int32(model.forgetting.start[place])
      + Int32(model.graphoneCosts.start[Int(graphone)])
  }
}
