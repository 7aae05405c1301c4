/// How likely a query word is a spelling of a word, with the letters around each letter taken into account.
///
/// A query is prepared once. A pair then takes no allocation and, where the spellings fit or plainly do not, about a
/// microsecond. One scorer serves one thread at a time.
package struct WordPairScorer {
  let model: PairModel
  private var lattice = PairLattice()
  private var query: [UInt8] = []
  private var script = PairSymbols.Script.latin
  private var target = PairSymbols.Script.latin
  /// The edges of the lattice, by the place they lead from and their symbols.
  private var ways: [Way] = []
  /// For each place of the query and each first symbol, where its ways begin.
  private var buckets: [UInt32] = []
  /// What the query costs from a place on, at least; inside one script only, since contexts make graphones as cheap as nothing.
  private var rest: [Int32] = []
  private var cells: [Cell] = []
  /// The next four symbols of the word from each of its places.
  private var windows: [UInt32] = []
  /// What the letters of the query cost by themselves, and what those of words cost; nothing inside one script, where the
  /// cost is that of the query given the word.
  private var queryLetters: [Int32] = []
  private var targetLetters: [Int32] = []
  /// The sums of the first.
  private var queryChances: [Int32] = []
  private var chance: Int32 = 0

  /// The best way to a place in both words.
  struct Cell {
    var cost: Int32
    /// What its letters cost by chance.
    var chance: Int32
    /// The graphones before, the latest first.
    var last: UInt16
    var secondLast: UInt16
  }

  /// An edge with all that following it takes.
  private struct Way {
    let symbols: UInt32
    /// The bits of a window that are compared with the symbols.
    let mask: UInt32
    /// What its letters cost by chance.
    let chance: Int32
    let cost: UInt16
    let graphone: UInt16
    let to: UInt8
    let count: UInt8
  }

  private static let unreached = Int32.max / 2
  static let start = UInt16.max
  /// Stands for what no graphone explains: nothing is known behind it.
  static let nothing = UInt16.max - 1
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
      lattice.load(symbols, model.side(.acrossRich, isLeft: script == .arabic))
    } else {
      lattice.load(symbols, model.side(script == .latin ? .latin : .arabic, isLeft: true))
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
    targetLetters.append(addingCapacity: PairSymbols.count) { letters in
      for symbol in 0..<UInt8(PairSymbols.count) {
        letters.append(script == target ? 0 : model.letterCost(symbol, target))
      }
    }
    fillWays()
    fillRest()
    let columns = PairLattice.longest + 1
    let blank = Cell(cost: Self.unreached, chance: 0, last: 0, secondLast: 0)
    let size = (query.count + 1) * columns
    if cells.count < size { cells = [Cell](repeating: blank, count: size) }
    if windows.isEmpty { windows = [UInt32](repeating: 0, count: columns) }
  }

  private mutating func fillWays() {
    ways.removeAll(keepingCapacity: true)
    buckets.removeAll(keepingCapacity: true)
    let (lattice, chances, letters) = (lattice, queryChances, targetLetters)
    let edges = lattice.edges.span
    ways.append(addingCapacity: edges.count) { ways in
      for place in edges.indices {
        let edge = edges[place]
        var chance = chances[Int(edge.to)] - chances[Int(edge.from)]
        for letter in 0..<UInt32(edge.count) { chance += letters[Int(edge.symbols >> (8 * letter) & 0xFF)] }
        ways.append(
          Way(
            symbols: edge.symbols, mask: PairChunk.mask(Int(edge.count)), chance: chance, cost: edge.cost,
            graphone: edge.graphone, to: edge.to, count: edge.count))
      }
    }
    let places = query.count
    buckets.append(addingCapacity: (places + 1) * (PairSymbols.count + 1)) { buckets in
      for place in 0...places {
        let range = lattice.range(from: place)
        var next = range.lowerBound
        for symbol in 0...UInt32(PairSymbols.count) {
          while next < range.upperBound, edges[next].symbols & 0xFF < symbol { next += 1 }
          buckets.append(UInt32(truncatingIfNeeded: next))
        }
      }
    }
  }

  private mutating func fillRest() {
    rest.removeAll(keepingCapacity: true)
    rest.append(contentsOf: repeatElement(0, count: query.count + 1))
    guard !isAcross else { return }
    for row in query.indices.reversed() {
      // A letter without one, or one that only meets another.
      var least = rest[row + 1] + min(Self.extraLetter, Self.otherLetter) + queryLetters[row]
      if row + 1 < query.count { least = min(least, rest[row + 2] + Self.swappedLetters) }
      let bucket = row * (PairSymbols.count + 1)
      for way in ways[Int(buckets[bucket])..<Int(buckets[bucket + PairSymbols.count])] where way.to > row {
        least = min(least, rest[Int(way.to)] + Int32(way.cost))
      }
      rest[row] = least
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
    var (memo, letters) = (PairCostMemo(), PairCostMemo())
    return cost(word, limit: limit, &memo, letters: &letters)?.steps
  }

  /// The same with costs that are kept from word to word: those of graphones, and those of letters.
  ///
  /// - Returns: the cost, and what a word in the other script costs by itself.
  package mutating func cost(
    _ word: Span<UInt8>, limit: Int32, _ memo: inout PairCostMemo, letters letterMemo: inout PairCostMemo
  ) -> (steps: Int32, wordChance: Int32)? {
    guard word.count > 0, query.count > 0, word.count <= PairLattice.longest else { return nil }
    let wordChance = isAcross ? model.chance(of: word, target, &letterMemo) : 0
    var window: UInt32 = 0
    windows[word.count] = 0
    for place in word.indices.reversed() {
      window = window << 8 | UInt32(word[place])
      windows[place] = window
    }
    // Costs only grow on a way, and what is left costs the same in all of a row's cells, so a cell from where the limit cannot be kept is
    // not gone on from: what it leads to is as far above the limit by any other way that is no cheaper.
    let most = limit + wordChance
    var cells: [Cell] = []
    swap(&cells, &self.cells)
    var span = cells.mutableSpan
    let total = memo.withEntries { bestWay(columns: word.count + 1, &span, most, &$0) }
    swap(&cells, &self.cells)
    return total <= most ? (total - wordChance, wordChance) : nil
  }

  private var isAcross: Bool { script != target }

  private func bestWay(
    columns: Int, _ cells: inout MutableSpan<Cell>, _ most: Int32, _ memo: inout PairCostMemo.Entries
  ) -> Int32 {
    let blank = Cell(cost: Self.unreached, chance: 0, last: 0, secondLast: 0)
    for place in 0..<(query.count + 1) * columns { cells[place] = blank }
    cells[0] = Cell(cost: 0, chance: 0, last: Self.start, secondLast: Self.start)
    // No way leads further than the longest chunk, so after as many rows without a way none goes on.
    var idle = 0
    var row = 0
    while row <= query.count, idle < PairChunk.longest {
      idle += 1
      for column in 0..<columns {
        let cell = cells[row * columns + column]
        if cell.cost + rest[row] > most || cell.cost - cell.chance > Self.hopeless { continue }
        idle = 0
        extend(cell, row, column, columns, &cells, &memo)
      }
      row += 1
    }
    let end = cells[(query.count + 1) * columns - 1]
    guard isAcross, end.cost < Self.unreached else { return end.cost }
    var context = Context(end)
    return end.cost
      + cost(of: UInt16(model.graphones(.acrossRich).count), after: &context, below: .max, &memo)
  }

  /// Tries all ways to go on from a cell.
  @inline(__always)
  private func extend(
    _ cell: Cell, _ row: Int, _ column: Int, _ columns: Int, _ cells: inout MutableSpan<Cell>,
    _ memo: inout PairCostMemo.Entries
  ) {
    var context = Context(cell)
    let bucket = row * (PairSymbols.count + 1)
    let place = row * columns + column
    follow(bucket, cell, &context, column, columns, &cells, &memo)
    let isInQuery = row < query.count
    if column + 1 < columns {
      let symbol = Int(windows[column] & 0xFF)
      follow(bucket + symbol, cell, &context, column, columns, &cells, &memo)
      let letter = targetLetters[symbol]
      improve(place + 1, cell, Self.extraLetter, letter, &cells)
      if isInQuery {
        improve(place + columns + 1, cell, Self.otherLetter, letter + queryLetters[row], &cells)
        if !isAcross, row + 1 < query.count, column + 2 < columns,
          windows[column] & 0xFFFF == UInt32(query[row]) << 8 | UInt32(query[row + 1])
        {
          improve(place + 2 * columns + 2, cell, Self.swappedLetters, 0, &cells)
        }
      }
    }
    if isInQuery { improve(place + columns, cell, Self.extraLetter, queryLetters[row], &cells) }
  }

  /// Tries the ways of one bucket.
  @inline(__always)
  private func follow(
    _ bucket: Int, _ cell: Cell, _ context: inout Context, _ column: Int, _ columns: Int,
    _ cells: inout MutableSpan<Cell>, _ memo: inout PairCostMemo.Entries
  ) {
    let window = windows[column]
    for place in Int(buckets[bucket])..<Int(buckets[bucket + 1]) {
      let way = ways[place]
      guard window & way.mask == way.symbols else { continue }
      let target = Int(way.to) * columns + column + Int(way.count)
      let room = cells[target].cost - cell.cost
      guard room > 0 else { continue }
      let step = isAcross ? cost(of: way.graphone, after: &context, below: room, &memo) : Int32(way.cost)
      guard step < room else { continue }
      cells[target] = Cell(
        cost: cell.cost + step, chance: cell.chance + way.chance, last: way.graphone, secondLast: cell.last)
    }
  }

  @inline(__always)
  private func improve(
    _ place: Int, _ cell: Cell, _ cost: Int32, _ chance: Int32, _ cells: inout MutableSpan<Cell>
  ) {
    if cell.cost + cost + chance < cells[place].cost {
      cells[place] = Cell(
        cost: cell.cost + cost + chance, chance: cell.chance + chance, last: Self.nothing,
        secondLast: Self.nothing)
    }
  }
}
