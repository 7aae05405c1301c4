/// Compares what begins at a place of one name with what begins at a place of another, letter by letter, for several ends at once.
///
/// Which words stand for which is not known beforehand: one for one, or several that are written together on one side. All of these have their
/// beginning in common, so one pass gives what `SpellingAligner` gives for each; and of words that differ from their beginning on, no
/// more is read than what shows it. Storage is kept from call to call; one value serves one thread.
package struct SpellingWalk {
  /// Words of a name, and where the first of its units ends: no more is compared than the words.
  package struct Words {
    let all: Range<Int>
    let firstEnd: Int

    package init(_ all: Range<Int>, firstEnd: Int) {
      self.all = all
      self.firstEnd = firstEnd
    }
  }

  /// How far the costs are known.
  private enum Stage { case nothing, firstUnits, all }

  /// Lattices of names that are compared with many, two for each: within the script and across.
  private var lefts: [SpellingLattice] = []
  private var isBegun: [Bool] = []
  /// The one of `lefts` that is in use, and its number there.
  private var lattice = SpellingLattice()
  private var left = 0
  /// Where the compared words begin in the lattice of their name.
  private var leftStart = 0
  private var right = SpellingLattice()
  private var acrossScripts = false

  private var leftWords = Words(0..<0, firstEnd: 0)
  private var rightWords = Words(0..<0, firstEnd: 0)
  private var limit = 0
  private var stage = Stage.nothing
  private var writesVowels = (left: false, right: false)
  private var cells = BeginningCosts()
  private let distance = SoundDistance.shared

  /// The names whose lattices are kept.
  private static let mostKept = 64

  package init() {}

  /// Forgets the names that were compared, so that their numbers can be given again.
  package mutating func removeAll() {
    for place in isBegun.indices { isBegun[place] = false }
  }

  /// Takes the places from which on two names are compared.
  ///
  /// - Parameters:
  ///   - name: one name.
  ///   - words: its words to compare.
  ///   - number: a number for `name` that no other name compared by this value has.
  ///   - other: the other name.
  ///   - otherWords: its words to compare.
  ///   - limit: the most that is of interest, less than 200.
  /// - Returns: false when only some of the words write vowels, so that what beginnings cost depends on the end: then nothing can be
  ///   asked.
  package mutating func begin(
    _ name: NameText, _ words: Words, number: Int, _ other: NameText, _ otherWords: Words, limit: Int
  ) -> Bool {
    guard let leftWrites = Self.writesVowels(name, words),
      let rightWrites = Self.writesVowels(other, otherWords)
    else { return false }
    writesVowels = (leftWrites, rightWrites)
    (leftWords, rightWords, self.limit) = (words, otherWords, limit)
    acrossScripts =
      name.words[words.all.lowerBound].isArabic != other.words[otherWords.all.lowerBound].isArabic
    use(number < Self.mostKept ? number * 2 + (acrossScripts ? 1 : 0) : Self.mostKept * 2)
    stage = .nothing
    return true
  }

  private mutating func use(_ number: Int) {
    guard number != left || isBegun.isEmpty else { return }
    while lefts.count <= max(number, left) {
      lefts.append(SpellingLattice())
      isBegun.append(false)
    }
    swap(&lattice, &lefts[left])
    left = number
    swap(&lattice, &lefts[left])
  }

  private static func writesVowels(_ name: NameText, _ words: Words) -> Bool? {
    var (some, all) = (false, true)
    for word in words.all {
      some = some || name.words[word].writesVowels
      if word < words.firstEnd { all = some }
    }
    return some == all ? some : nil
  }

  /// What it costs to read the words up to one end as those up to another.
  ///
  /// - Parameters:
  ///   - name: the name that `begin` took.
  ///   - end: the end of its first unit, or of one behind it.
  ///   - other: the other name that `begin` took.
  ///   - otherEnd: the same in it.
  ///   - most: the most that is of interest, no more than the limit given to `begin`.
  /// - Returns: the cost, or nil above `most`.
  package mutating func cost(
    _ name: NameText, upTo end: Int, _ other: NameText, upTo otherEnd: Int, most: Int
  ) -> Int? {
    let (start, otherStart) = (
      name.words[leftWords.all.lowerBound].start, other.words[rightWords.all.lowerBound].start
    )
    let (rows, columns) = (name.words[end - 1].end - start, other.words[otherEnd - 1].end - otherStart)
    if rows == columns, Self.isEqual(name.letters, start, other.letters, otherStart, rows) { return 0 }
    guard rows <= SpellingAligner.longest, columns <= SpellingAligner.longest else { return nil }
    if stage == .nothing { walkFirst(name, other) }
    if stage == .firstUnits, end > leftWords.firstEnd || otherEnd > rightWords.firstEnd {
      guard cells.goesOn else { return nil }
      walk(
        name, Self.count(name, leftWords.all, leftWords.all.upperBound), other,
        Self.count(other, rightWords.all, rightWords.all.upperBound))
      stage = .all
    }
    let cost = Int(cells.cost(rows, columns))
    return cost <= most ? cost : nil
  }

  private static func isEqual(
    _ letters: [UInt16], _ start: Int, _ others: [UInt16], _ otherStart: Int, _ count: Int
  ) -> Bool {
    for offset in 0..<count where letters[start + offset] != others[otherStart + offset] { return false }
    return true
  }

  private mutating func walkFirst(_ name: NameText, _ other: NameText) {
    if !isBegun[left] || left == Self.mostKept * 2 {
      lattice.begin(name, words: name.words.indices, acrossScripts: acrossScripts)
      isBegun[left] = true
    }
    right.begin(other, words: rightWords.all, acrossScripts: acrossScripts)
    leftStart = name.words[leftWords.all.lowerBound].start - name.words[0].start
    walk(
      name, Self.count(name, leftWords.all, leftWords.firstEnd), other,
      Self.count(other, rightWords.all, rightWords.firstEnd))
    stage = .firstUnits
  }

  /// The letters up to the end of a word, as far as they are compared.
  private static func count(_ name: NameText, _ words: Range<Int>, _ end: Int) -> Int {
    min(name.words[end - 1].end - name.words[words.lowerBound].start, SpellingAligner.longest)
  }

  /// Fills the cells of so many letters of both names.
  private mutating func walk(_ name: NameText, _ rows: Int, _ other: NameText, _ columns: Int) {
    cells.begin(rows, columns, limit: limit, writesVowels)
    var row = 0
    while row <= cells.lastRow {
      let leftRange = row < rows ? lattice.cut(at: leftStart + row, of: name) : 0..<0
      for column in 0...columns where cells.isReached(row, column) {
        let rightRange = column < columns ? right.cut(at: column, of: other) : 0..<0
        cells.goOn(
          from: row, lattice, leftRange, column, right, rightRange, distance)
      }
      row += 1
    }
  }
}

/// The costs of the beginnings of two spellings.
private struct BeginningCosts {
  /// Two for each pair of places: behind a match, and behind a vowel that has no counterpart.
  private var costs: [UInt8] = []
  private var rows = 0
  private var columns = 0
  private var limit = 0
  private var writesVowels = (left: false, right: false)
  /// The last row with a place that was reached.
  private(set) var lastRow = 0
  /// Whether something goes on behind the last row or column.
  private(set) var goesOn = false

  /// More than the limit.
  private static let unreachable = UInt8.max

  mutating func begin(_ rows: Int, _ columns: Int, limit: Int, _ writesVowels: (left: Bool, right: Bool)) {
    (self.rows, self.columns, self.limit, self.writesVowels) = (rows, columns, limit, writesVowels)
    (lastRow, goesOn) = (0, false)
    let count = (rows + 1) * (columns + 1) * 2
    while costs.count < count { costs.append(Self.unreachable) }
    for place in 0..<count { costs[place] = Self.unreachable }
    costs[0] = 0
  }

  @inline(__always) private func place(_ row: Int, _ column: Int) -> Int {
    (row &* (columns &+ 1) &+ column) &* 2
  }

  @inline(__always) func isReached(_ row: Int, _ column: Int) -> Bool { cost(row, column) < Self.unreachable }

  /// What it costs to come to a pair of places.
  @inline(__always) func cost(_ row: Int, _ column: Int) -> UInt8 {
    let place = place(row, column)
    return min(costs[place], costs[place + 1])
  }

  /// Goes on from a pair of places with the rows of the letter tables that begin there.
  @inline(__always)
  mutating func goOn(
    from row: Int, _ left: borrowing SpellingLattice, _ leftRange: Range<Int>, _ column: Int,
    _ right: borrowing SpellingLattice, _ rightRange: Range<Int>, _ distance: borrowing SoundDistance
  ) {
    let leftEdges = left.edges.span
    let rightEdges = right.edges.span
    if row == rows || column == columns { goesOn = true }
    let cell = place(row, column)
    let (plain, behindVowel) = (Int(costs[cell]), Int(costs[cell + 1]))
    let best = min(plain, behindVowel)
    let (leftWrites, rightWrites) = writesVowels
    let writesBoth = leftWrites && rightWrites
    let (rows, columns, limit) = (rows, columns, limit)
    var (lastRow, goesOn) = (lastRow, goesOn)
    var costs = costs.mutableSpan
    for index in leftRange {
      let edge = leftEdges[index]
      let target = row &+ Int(edge.length)
      guard target <= rows else {
        goesOn = true
        continue
      }
      let start = target &* (columns &+ 1)
      let (skipped, place) = Self.skip(edge, plain, behindVowel, otherWrites: rightWrites)
      if Self.reach((start &+ column) &* 2 &+ place, skipped, limit, &costs) {
        lastRow = max(lastRow, target)
      }
      for otherIndex in rightRange {
        let other = rightEdges[otherIndex]
        let otherTarget = column &+ Int(other.length)
        guard otherTarget <= columns else {
          goesOn = true
          continue
        }
        var cost = best
        if edge.isUnknown || other.isUnknown {
          guard edge.isUnknown, other.isUnknown, edge.code == other.code else { continue }
        } else {
          cost &+= Int(distance.cost(edge.code, other.code))
        }
        // Arabic without vowels does not write doubling either.
        if writesBoth, edge.isDouble != other.isDouble { cost &+= 1 }
        if Self.reach((start &+ otherTarget) &* 2, cost, limit, &costs) { lastRow = max(lastRow, target) }
      }
    }
    for index in rightRange {
      let edge = rightEdges[index]
      let target = column &+ Int(edge.length)
      guard target <= columns else {
        goesOn = true
        continue
      }
      let (skipped, place) = Self.skip(edge, plain, behindVowel, otherWrites: leftWrites)
      _ = Self.reach((row &* (columns &+ 1) &+ target) &* 2 &+ place, skipped, limit, &costs)
    }
    self.lastRow = lastRow
    self.goesOn = goesOn
  }

  /// What it costs to leave a row without a counterpart, as `SpellingAligner` does, and which of the two costs of a place that is.
  @inline(__always)
  private static func skip(
    _ edge: SpellingLattice.Edge, _ plain: Int, _ behindVowel: Int, otherWrites: Bool
  ) -> (cost: Int, place: Int) {
    guard edge.isShortVowel else { return (min(plain, behindVowel) &+ Int(edge.gap), 0) }
    let gap = otherWrites ? Int(edge.gap) : 0
    return (min(plain, behindVowel &+ Int(SpellingAligner.secondVowel)) &+ gap, 1)
  }

  /// Notes what it costs to come to a place; false above the limit.
  @inline(__always)
  private static func reach(_ place: Int, _ cost: Int, _ limit: Int, _ costs: inout MutableSpan<UInt8>)
    -> Bool
  {
    guard cost <= limit else { return false }
    if cost < Int(costs[place]) { costs[place] = UInt8(truncatingIfNeeded: cost) }
    return true
  }
}
