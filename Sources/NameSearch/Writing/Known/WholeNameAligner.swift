internal import ArabicText

/// Aligns the words of a query with the words of a name, in their order.
///
/// One word stands for one word, or for two or three when they are written together or apart on one side
/// ("Abdurrahman", "Abd al-Rahman"). A title may be missing on either side; every other word must be matched.
struct WholeNameAligner {
  private var words: WordComparison
  private var cells: [Cell] = []
  private var queryUnits: [Range<Int>] = []
  /// The number of the query that `queryUnits` are of; nil when there is none.
  private var cutQuery: Int?
  private var nameUnits: [Range<Int>] = []

  private struct Cell {
    var cost = Int.max
    var units = (query: 0, name: 0)
    var pieceCost = 0
    var reason = WholeNameEvidence.Reason.equal
  }

  /// How many units may stand for how many.
  private static let shapes = [(1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2)]
  /// Names of more words than this are only the same when they are equal.
  static let longest = 48
  /// What a title costs that only one side has.
  private static let titleCost = 2
  /// When one word stands for one word at this cost, other cuts are not tried.
  private static let goodEnough = 2

  init(known: KnownWords) { words = WordComparison(known: known) }

  /// The most that a piece may cost: spellings of a short word differ less.
  static func limit(letters: Int) -> Int { min(4 + letters / 4, 8) }

  /// Compares two names.
  ///
  /// - Parameters:
  ///   - query: the name that is asked for.
  ///   - number: a number for the query that no other query aligned by this value has.
  ///   - name: a name that may be the same.
  /// - Returns: the evidence that both are the same name, or nil when a word of either has no counterpart.
  /// - Complexity: O(*n* · *m*) in the words of both, times the comparison of words.
  mutating func align(_ query: NameText, number: Int, with name: NameText) -> WholeNameEvidence? {
    guard let found = compare(query, number: number, with: name) else { return nil }
    guard !found.isIdentical else {
      let pieces = query.words.indices.map {
        WholeNameEvidence.Piece(queryWords: $0..<$0 + 1, nameWords: $0..<$0 + 1, reason: .equal, cost: 0)
      }
      return WholeNameEvidence(pieces: pieces, cost: 0)
    }
    return WholeNameEvidence(pieces: pieces(), cost: found.cost)
  }

  /// Compares two names like `align`, without saying what stands for what.
  ///
  /// What costs more than `most` may be left out. When `formsCompared`, the known forms of the whole name are compared with the
  /// query besides, as names of the same entities.
  mutating func compare(
    _ query: NameText, number: Int, with name: NameText, most: Int = .max, formsCompared: Bool = false
  ) -> WholeNameCost? {
    if query.letters == name.letters { return WholeNameCost(identicalTo: query) }
    guard query.words.count <= Self.longest, name.words.count <= Self.longest else { return nil }
    if cutQuery != number {
      Self.cut(query, into: &queryUnits)
      cutQuery = number
    }
    Self.cut(name, into: &nameUnits)
    fill(query, number, name, most: most, formsCompared: formsCompared)
    guard let cost = total() else { return nil }
    return WholeNameCost(
      cost: cost, isIdentical: false, isFoldedEqual: query.isFoldedEqual(to: name),
      letterCount: query.letterCount)
  }

  /// Forgets the names that were compared, so that their numbers can be given again.
  mutating func removeAll() {
    words.removeAll()
    cutQuery = nil
  }

  /// Joins articles with the words they belong to.
  private static func cut(_ name: NameText, into units: inout [Range<Int>]) {
    units.removeAll(keepingCapacity: true)
    var start = 0
    for place in name.words.indices where !name.isArticle(place) {
      units.append(start..<place + 1)
      start = place + 1
    }
  }

  private mutating func fill(
    _ query: NameText, _ number: Int, _ name: NameText, most: Int, formsCompared: Bool
  ) {
    let columns = nameUnits.count + 1
    let count = (queryUnits.count + 1) * columns
    while cells.count < count { cells.append(Cell()) }
    if queryUnits.count == 1, nameUnits.count == 1, !Self.isTitle(query, queryUnits[0]),
      !Self.isTitle(name, nameUnits[0])
    {
      return fillOne(query, number, name, most: most, formsCompared: formsCompared)
    }
    for place in 0..<count { cells[place] = Cell() }
    cells[0].cost = 0
    for row in 0...queryUnits.count {
      for column in 0...nameUnits.count where cells[row * columns + column].cost < Int.max {
        if row < queryUnits.count, Self.isTitle(query, queryUnits[row]) {
          reach(row, column, (1, 0), (Self.titleCost, .title))
        }
        if column < nameUnits.count, Self.isTitle(name, nameUnits[column]) {
          reach(row, column, (0, 1), (Self.titleCost, .title))
        }
        guard row < queryUnits.count, column < nameUnits.count else { continue }
        // So much that what is good enough is always seen.
        let rest = max(most - cells[row * columns + column].cost, Self.goodEnough)
        begin(row, column, query, number, name, most: rest)
        var isGoodEnough = false
        for shape in Self.shapes where !isGoodEnough {
          guard row + shape.0 <= queryUnits.count, column + shape.1 <= nameUnits.count else { continue }
          let left = queryUnits[row].lowerBound..<queryUnits[row + shape.0 - 1].upperBound
          let right = nameUnits[column].lowerBound..<nameUnits[column + shape.1 - 1].upperBound
          let isWhole = formsCompared && right.count == name.words.count
          guard let found = compare(query, left, number, name, right, most: rest, formsCompared: isWhole)
          else { continue }
          reach(row, column, shape, found)
          isGoodEnough = shape == (1, 1) && found.cost <= Self.goodEnough
        }
      }
    }
  }

  /// Does the same for names of one unit, which has one counterpart or none.
  private mutating func fillOne(
    _ query: NameText, _ number: Int, _ name: NameText, most: Int, formsCompared: Bool
  ) {
    let most = max(most, Self.goodEnough)
    begin(0, 0, query, number, name, most: most)
    let (left, right) = (queryUnits[0], nameUnits[0])
    let isWhole = formsCompared && right.count == name.words.count
    let found = compare(query, left, number, name, right, most: most, formsCompared: isWhole)
    cells[3] = Cell()
    if let found {
      cells[3] = Cell(cost: found.cost, units: (1, 1), pieceCost: found.cost, reason: found.reason)
    }
  }

  /// Takes the units from which on the names are compared.
  private mutating func begin(
    _ row: Int, _ column: Int, _ query: NameText, _ number: Int, _ name: NameText, most: Int
  ) {
    let left = queryUnits[row].lowerBound..<queryUnits[min(row + 3, queryUnits.count) - 1].upperBound
    let right = nameUnits[column].lowerBound..<nameUnits[min(column + 3, nameUnits.count) - 1].upperBound
    words.begin(
      query, SpellingWalk.Words(left, firstEnd: queryUnits[row].upperBound), number: number, name,
      SpellingWalk.Words(right, firstEnd: nameUnits[column].upperBound),
      limit: min(most, Self.limit(letters: min(query.letterCount(left), name.letterCount(right)))))
  }

  private mutating func compare(
    _ query: NameText, _ left: Range<Int>, _ number: Int, _ name: NameText, _ right: Range<Int>, most: Int,
    formsCompared: Bool
  ) -> (cost: Int, reason: WholeNameEvidence.Reason)? {
    let (leftCount, rightCount) = (query.letterCount(left), name.letterCount(right))
    // No row of the letter tables covers more than four letters, so lengths that differ more cannot meet.
    guard leftCount <= 4 * rightCount + 4, rightCount <= 4 * leftCount + 4 else { return nil }
    let limit = Self.limit(letters: min(leftCount, rightCount))
    return words.cost(
      query, left, number: number, name, right, limit: limit, most: most, formsCompared: formsCompared)
  }

  private mutating func reach(
    _ row: Int, _ column: Int, _ shape: (Int, Int), _ found: (cost: Int, reason: WholeNameEvidence.Reason)
  ) {
    let columns = nameUnits.count + 1
    let cost = cells[row * columns + column].cost + found.cost
    let target = (row + shape.0) * columns + column + shape.1
    if cost < cells[target].cost {
      cells[target] = Cell(cost: cost, units: shape, pieceCost: found.cost, reason: found.reason)
    }
  }

  private static func isTitle(_ name: NameText, _ unit: Range<Int>) -> Bool {
    let word = unit.upperBound - 1
    return name.words.count > 1 && (name.words[word].isTitle || name.isTitleWithArticle(word))
  }

  /// The cost of the best alignment; nil when there is none, or nothing but titles stands in it.
  private func total() -> Int? {
    let columns = nameUnits.count + 1
    var (row, column) = (queryUnits.count, nameUnits.count)
    let total = cells[row * columns + column].cost
    guard total < Int.max, row > 0, column > 0 else { return nil }
    while row > 0 || column > 0 {
      let cell = cells[row * columns + column]
      if cell.reason != .title { return total }
      row -= cell.units.query
      column -= cell.units.name
    }
    return nil
  }

  /// The pieces of the best alignment, in the order of the query.
  private func pieces() -> [WholeNameEvidence.Piece] {
    let columns = nameUnits.count + 1
    var (row, column) = (queryUnits.count, nameUnits.count)
    var pieces: [WholeNameEvidence.Piece] = []
    while row > 0 || column > 0 {
      let cell = cells[row * columns + column]
      let left = Self.words(queryUnits, row - cell.units.query, row)
      let right = Self.words(nameUnits, column - cell.units.name, column)
      pieces.append(
        WholeNameEvidence.Piece(queryWords: left, nameWords: right, reason: cell.reason, cost: cell.pieceCost)
      )
      row -= cell.units.query
      column -= cell.units.name
    }
    return pieces.reversed()
  }

  private static func words(_ units: [Range<Int>], _ start: Int, _ end: Int) -> Range<Int> {
    if start == end {
      let place = start < units.count ? units[start].lowerBound : units.last?.upperBound ?? 0
      return place..<place
    }
    return units[start].lowerBound..<units[end - 1].upperBound
  }
}

extension NameText {
  /// The letters of some words, with the spaces between them.
  fileprivate func letterCount(_ words: Range<Int>) -> Int {
    self.words[words.upperBound - 1].end - self.words[words.lowerBound].start
  }
}
