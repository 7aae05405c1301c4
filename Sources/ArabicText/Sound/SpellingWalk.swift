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
  /// For each pair of places two costs: behind a match in the lower half, behind a vowel that has no counterpart in the upper one.
  ///
  /// Rows behind the last that was reached are left as they were.
  private var costs: [UInt16] = []
  private var rows = 0
  private var columns = 0
  private var limit = 0
  private var writesVowels = (left: false, right: false)
  /// The last row with a place that was reached.
  private(set) var lastRow = 0
  /// Whether something goes on behind the last row or column.
  private(set) var goesOn = false

  /// Both costs are more than the limit.
  private static let unreachable = UInt16.max

  mutating func begin(_ rows: Int, _ columns: Int, limit: Int, _ writesVowels: (left: Bool, right: Bool)) {
    (self.rows, self.columns, self.limit, self.writesVowels) = (rows, columns, limit, writesVowels)
    (lastRow, goesOn) = (0, false)
    while costs.count < (rows + 1) * (columns + 1) { costs.append(Self.unreachable) }
    for place in 0...columns { costs[place] = Self.unreachable }
    costs[0] = Self.unreachable & 0xFF00
  }

  @inline(__always) func isReached(_ row: Int, _ column: Int) -> Bool {
    costs[row &* (columns &+ 1) &+ column] != Self.unreachable
  }

  /// What it costs to come to a pair of places.
  func cost(_ row: Int, _ column: Int) -> UInt8 {
    guard row <= lastRow else { return .max }
    let both = costs[row * (columns + 1) + column]
    return UInt8(min(both & 0xFF, both >> 8))
  }

  /// Goes on from a pair of places with the rows of the letter tables that begin there.
  @inline(__always)
  mutating func goOn(
    from row: Int, _ left: borrowing SpellingLattice, _ leftRange: Range<Int>, _ column: Int,
    _ right: borrowing SpellingLattice, _ rightRange: Range<Int>, _ distance: borrowing SoundDistance
  ) {
    let leftEdges = left.edges.span
    let rightEdges = right.edges.span
    let (rows, columns, limit) = (rows, columns, limit)
    let (leftWrites, rightWrites) = writesVowels
    let width = columns &+ 1
    var (lastRow, goesOn) = (lastRow, goesOn || row == rows || column == columns)
    var costs = costs.mutableSpan
    let both = costs[row &* width &+ column]
    let (plain, behindVowel) = (Int(both & 0xFF), Int(both >> 8))
    let best = min(plain, behindVowel)
    for index in leftRange {
      let edge = leftEdges[index]
      let target = row &+ Int(edge.length)
      guard target <= rows else {
        goesOn = true
        continue
      }
      let skipped = Self.skip(edge, plain, behindVowel, otherWrites: rightWrites)
      if skipped <= limit {
        Self.open(target, &lastRow, width, &costs)
        Self.reach(target &* width &+ column, skipped, behindVowel: edge.isShortVowel, &costs)
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
        if leftWrites, rightWrites, edge.isDouble != other.isDouble { cost &+= 1 }
        guard cost <= limit else { continue }
        Self.open(target, &lastRow, width, &costs)
        Self.reach(target &* width &+ otherTarget, cost, behindVowel: false, &costs)
      }
    }
    for index in rightRange {
      let edge = rightEdges[index]
      let target = column &+ Int(edge.length)
      guard target <= columns else {
        goesOn = true
        continue
      }
      let skipped = Self.skip(edge, plain, behindVowel, otherWrites: leftWrites)
      if skipped <= limit {
        Self.reach(row &* width &+ target, skipped, behindVowel: edge.isShortVowel, &costs)
      }
    }
    (self.lastRow, self.goesOn) = (lastRow, goesOn)
  }

  /// What it costs to leave a row without a counterpart, as `SpellingAligner` does.
  @inline(__always)
  private static func skip(
    _ edge: SpellingLattice.Edge, _ plain: Int, _ behindVowel: Int, otherWrites: Bool
  ) -> Int {
    guard edge.isShortVowel else { return min(plain, behindVowel) &+ Int(edge.gap) }
    let gap = otherWrites ? Int(edge.gap) : 0
    return min(plain, behindVowel &+ Int(SpellingAligner.secondVowel)) &+ gap
  }

  /// Prepares the rows up to one that is reached.
  @inline(__always)
  private static func open(_ row: Int, _ lastRow: inout Int, _ width: Int, _ costs: inout MutableSpan<UInt16>)
  {
    guard row > lastRow else { return }
    for place in (lastRow &+ 1) &* width..<(row &+ 1) &* width { costs[place] = unreachable }
    lastRow = row
  }

  /// Notes what it costs to come to a place.
  @inline(__always)
  private static func reach(
    _ place: Int, _ cost: Int, behindVowel: Bool, _ costs: inout MutableSpan<UInt16>
  ) {
    let both = costs[place]
    let cost = UInt16(truncatingIfNeeded: cost)
    costs[place] =
      behindVowel ? min(both >> 8, cost) << 8 | both & 0xFF : both & 0xFF00 | min(both & 0xFF, cost)
  }
}
