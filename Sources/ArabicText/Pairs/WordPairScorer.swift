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
  private var buckets: [UInt32] = []
  private var cells: [Cell] = []
  /// What the letters of the query cost by themselves, and what those of words cost; nothing inside one script, where the
  /// cost is that of the query given the word.
  private var queryLetters: [Int32] = []
  private var targetLetters: [Int32] = []
  /// The sums of the first.
  private var queryChances: [Int32] = []
  private var chance: Int32 = 0

  /// The best way to a place in both words.
  private struct Cell {
    var cost: Int32
    /// What its letters cost by chance.
    var chance: Int32
    /// The graphones before, the latest first.
    var last: UInt16
    var secondLast: UInt16
  }

  private static let unreached = Int32.max / 2
  private static let start = UInt16.max
  /// Stands for what no graphone explains: nothing is known behind it.
  private static let nothing = UInt16.max - 1
  /// What it costs beside their own chance when a letter has none in the other spelling, when two letters only meet, and
  /// when two letters changed places: typing errors.
  package static let extraLetter: Int32 = 72
  package static let otherLetter: Int32 = 64
  package static let swappedLetters: Int32 = 72
  /// A way that is so much less likely than chance, in steps, is not followed.
  private static let hopeless: Int32 = 120

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
    queryChances.removeAll(keepingCapacity: true)
    queryChances.append(0)
    for symbol in query {
      let cost = model.letterCost(symbol, script)
      queryLetters.append(cost)
      queryChances.append(queryChances[queryChances.count - 1] + cost)
    }
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
        buckets.append(UInt32(next))
      }
    }
  }

  /// The cost of the query, given a word: −log probability in steps.
  ///
  /// - Parameters:
  ///   - word: symbols of a word in the script that was given to `prepare`: rich ones in the other script, folded ones in
  ///     the same script.
  ///   - limit: the most that is of interest.
  /// - Returns: nil above `limit`, for an empty word, and for a pair that is far less likely than chance.
  /// - Complexity: O(*n* · *m*) in the letters of both at most.
  package mutating func cost(_ word: Span<UInt8>, limit: Int32 = .max / 4) -> Int32? {
    guard word.count > 0, query.count > 0, word.count <= PairLattice.longest else { return nil }
    var cells: [Cell] = []
    swap(&cells, &self.cells)
    defer { swap(&cells, &self.cells) }
    let size = (query.count + 1) * (word.count + 1)
    let blank = Cell(cost: Self.unreached, chance: 0, last: 0, secondLast: 0)
    if cells.count < size { cells = [Cell](repeating: blank, count: size * 2) }
    for place in 0..<size { cells[place] = blank }
    let total = bestWay(word, &cells)
    guard total < Self.unreached else { return nil }
    if isAcross { wordChance = model.chance(of: word, target) }
    let cost = isAcross ? total - wordChance : total
    return cost <= limit ? cost : nil
  }

  /// What the last word that was compared in the other script costs by itself, in steps.
  package private(set) var wordChance: Int32 = 0

  private var isAcross: Bool { script != target }

  private func bestWay(_ word: Span<UInt8>, _ cells: inout [Cell]) -> Int32 {
    let columns = word.count + 1
    cells[0] = Cell(cost: 0, chance: 0, last: Self.start, secondLast: Self.start)
    for row in 0...query.count {
      for column in 0..<columns {
        let cell = cells[row * columns + column]
        if cell.cost - cell.chance > Self.hopeless { continue }
        extend(cell, row, column, word, &cells)
      }
    }
    let end = cells[(query.count + 1) * columns - 1]
    guard isAcross, end.cost < Self.unreached else { return end.cost }
    return end.cost + cost(of: UInt16(model.graphones(.acrossRich).count), after: end)
  }

  /// Tries all ways to go on from a cell.
  @inline(__always)
  private func extend(
    _ cell: Cell, _ row: Int, _ column: Int, _ word: Span<UInt8>, _ cells: inout [Cell]
  ) {
    let columns = word.count + 1
    let bucket = row * (PairSymbols.count + 1)
    follow(Int(buckets[bucket])..<Int(buckets[bucket + 1]), 0, cell, row, column, columns, &cells)
    if column < word.count {
      let window = PairChunk.window(word, column)
      let symbol = Int(window & 0xFF)
      let range = Int(buckets[bucket + symbol])..<Int(buckets[bucket + symbol + 1])
      follow(range, window, cell, row, column, columns, &cells)
      let letter = targetLetters[symbol]
      improve(row * columns + column + 1, cell, Self.extraLetter, letter, &cells)
      if row < query.count {
        let both = letter + queryLetters[row]
        improve((row + 1) * columns + column + 1, cell, Self.otherLetter, both, &cells)
        if !isAcross, row + 1 < query.count, column + 1 < word.count, query[row] == word[column + 1],
          query[row + 1] == word[column]
        {
          improve((row + 2) * columns + column + 2, cell, Self.swappedLetters, 0, &cells)
        }
      }
    }
    if row < query.count {
      improve((row + 1) * columns + column, cell, Self.extraLetter, queryLetters[row], &cells)
    }
  }

  /// Tries the edges of one first symbol.
  @inline(__always)
  private func follow(
    _ range: Range<Int>, _ window: UInt32, _ cell: Cell, _ row: Int, _ column: Int, _ columns: Int,
    _ cells: inout [Cell]
  ) {
    for place in range {
      let edge = lattice.edges[place]
      guard window & PairChunk.mask(Int(edge.count)) == edge.symbols else { continue }
      let target = Int(edge.to) * columns + column + Int(edge.count)
      let step = isAcross ? cost(of: edge.graphone, after: cell) : Int32(edge.cost)
      if cell.cost + step < cells[target].cost {
        var chance = cell.chance + queryChances[Int(edge.to)] - queryChances[row]
        var rest = edge.symbols
        while rest != 0 {
          chance += targetLetters[Int(rest & 0xFF)]
          rest >>= 8
        }
        cells[target] = Cell(
          cost: cell.cost + step, chance: chance, last: edge.graphone, secondLast: cell.last)
      }
    }
  }

  @inline(__always)
  private func improve(_ place: Int, _ cell: Cell, _ cost: Int32, _ chance: Int32, _ cells: inout [Cell]) {
    if cell.cost + cost + chance < cells[place].cost {
      cells[place] = Cell(
        cost: cell.cost + cost + chance, chance: cell.chance + chance, last: Self.nothing,
        secondLast: Self.nothing)
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
