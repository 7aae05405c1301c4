/// Says how well an Arabic and a Latin spelling fit each other.
///
/// The score is the logarithm of how much likelier they are as a pair than as two that met by chance, for each letter of the
/// longer one.
///
/// The pair's likelihood is that of its best division into graphones, by their n-grams; chance is each letter by its
/// frequency. Letters that no graphone explains cost a fixed amount, so every pair has a score. One scorer serves one
/// thread at a time; it makes no allocation for a pair.
@safe public final class PairScorer {
  /// A spelling, prepared once for many pairs.
  public struct Spelling: Sendable {
    /// Its letters; for Arabic their places in the model, or −1.
    fileprivate var letters: [UInt16]
    fileprivate var places: [Int16]
    /// The cost of its letters by chance, in steps.
    fileprivate var chance: Float
    /// Whether it is in the Arabic script.
    public private(set) var isArabic: Bool
  }

  private let model: LetterModel
  private let arabicChance: [Float]
  private let latinChance: [Float]
  private let row: UnsafeMutablePointer<Cell>
  private let nextRow: UnsafeMutablePointer<Cell>
  private let costs: LetterContexts.Row
  private let alone: UnsafeMutablePointer<Int16>
  /// The next eight letters from each place of the Latin spelling.
  private let packed: UnsafeMutablePointer<UInt64>
  /// The Latin letters of each graphone's chunk.
  private let chunkLetters: UnsafeMutablePointer<PackedLetters>
  private let links: UnsafeMutablePointer<LetterContexts.Link>

  /// The best way to a place of the Latin spelling.
  private struct Cell {
    var cost: Int32
    var node: LetterContexts.Node
  }

  /// The most letters of each side that are compared.
  public static let letterLimit = 64
  /// What a letter costs that nothing explains, in steps of a cost: e^−7.
  private static let gap: Int32 = 140
  private static let unreached = Int32.max / 2

  /// Prepares scoring with the everyday model of a transducer.
  public convenience init(_ transducer: Transducer) { self.init(transducer.model(.latin)) }

  init(_ model: LetterModel) {
    self.model = model
    var arabic = [Float](repeating: 0, count: model.letters.count)
    var latin = [Float](repeating: 1e-4, count: 26)
    if model.hasContexts {
      for letter in arabic.indices {
        for graphone in model.graphones(at: letter) {
          let share = unsafe fastExponential(-Float(model.unigram.start[graphone]) * LetterContexts.costStep)
          arabic[letter] += share
          var chunk: [UInt16] = []
          model.append(chunkOf: graphone, to: &chunk)
          for unit in chunk where (0x61...0x7A).contains(unit) { latin[Int(unit) - 0x61] += share }
        }
      }
    }
    func chances(_ shares: [Float]) -> [Float] {
      let sum = shares.reduce(0, +)
      return shares.map { -fastLogarithm(max($0 / sum, 1e-5)) / LetterContexts.costStep }
    }
    arabicChance = chances(arabic)
    latinChance = chances(latin)
    let start = Cell(cost: Self.unreached, node: 0)
    unsafe row = .allocate(capacity: Self.letterLimit + 1)
    unsafe nextRow = .allocate(capacity: Self.letterLimit + 1)
    unsafe row.initialize(repeating: start, count: Self.letterLimit + 1)
    unsafe nextRow.initialize(repeating: start, count: Self.letterLimit + 1)
    unsafe packed = .allocate(capacity: Self.letterLimit + 1)
    unsafe chunkLetters = .allocate(capacity: model.graphoneCount)
    for graphone in 0..<model.graphoneCount {
      var chunk: [UInt16] = []
      model.append(chunkOf: graphone, to: &chunk)
      unsafe chunkLetters[graphone] = PackedLetters(chunk)
    }
    unsafe links = .allocate(capacity: LetterContexts.chainLimit + 1)
    unsafe alone = model.costsAlone()
    costs = LetterContexts.Row()
  }

  deinit {
    unsafe row.deallocate()
    unsafe nextRow.deallocate()
    unsafe packed.deallocate()
    unsafe chunkLetters.deallocate()
    unsafe links.deallocate()
    unsafe alone.deallocate()
    costs.deallocate()
  }

  /// Prepares a spelling; the words of a name are joined, and what is in another script is left out.
  public func prepare(_ text: String) -> Spelling {
    var letters: [UInt16] = []
    TransducerText.appendArabic(text, to: &letters)
    let isArabic = !letters.isEmpty
    if !isArabic { TransducerText.appendLatin(text, to: &letters) }
    letters.removeSubrange(min(letters.count, Self.letterLimit)...)
    var chance: Float = 0
    var places: [Int16] = []
    for letter in letters {
      if isArabic {
        let place = model.hasContexts ? model.place(of: letter) : nil
        places.append(Int16(place ?? -1))
        chance += place.map { arabicChance[$0] } ?? 100
      } else {
        chance += latinChance[Int(letter) - 0x61]
      }
    }
    return Spelling(letters: letters, places: places, chance: chance, isArabic: isArabic)
  }

  /// Scores a pair in nats for each letter of the longer side: above 0 when they fit.
  ///
  /// - Returns: −∞ when a side is empty or both are in one script.
  /// - Complexity: O(*n* × *m*) in the letters of both sides.
  public func score(_ left: Spelling, _ right: Spelling) -> Double {
    guard left.isArabic != right.isArabic, !left.letters.isEmpty, !right.letters.isEmpty else {
      return -.infinity
    }
    let (arabic, latin) = left.isArabic ? (left, right) : (right, left)
    let cost = Float(cost(arabic, latin))
    let length = Float(max(arabic.letters.count, latin.letters.count))
    return Double((arabic.chance + latin.chance - cost) * LetterContexts.costStep / length)
  }

  /// What a spelling costs by chance, in steps.
  func chance(_ spelling: Spelling) -> Double { Double(spelling.chance) }

  private func cost(_ arabic: Spelling, _ latin: Spelling) -> Int32 {
    let count = latin.letters.count
    let packed = unsafe packed
    unsafe packed[count] = 0
    for place in stride(from: count - 1, through: 0, by: -1) {
      unsafe packed[place] = packed[place + 1] << 8 | PackedLetters.byte(latin.letters[place])
    }
    return unsafe cost(arabic.places, packed, count)
  }

  private func cost(_ arabic: [Int16], _ latin: UnsafePointer<UInt64>, _ count: Int) -> Int32 {
    var (row, nextRow) = unsafe (row, nextRow)
    for place in 0...count { unsafe row[place].cost = Self.unreached }
    unsafe row[0] = Cell(cost: 0, node: model.startNode)
    for place in arabic {
      for end in 0...count { unsafe nextRow[end].cost = Self.unreached }
      for start in 0...count {
        let cell = unsafe row[start]
        if cell.cost >= Self.unreached { continue }
        // A Latin letter that nothing explains.
        if start < count, unsafe cell.cost + Self.gap < row[start + 1].cost {
          unsafe row[start + 1] = Cell(cost: cell.cost + Self.gap, node: cell.node)
        }
        unsafe Self.improve(nextRow, start, cell.cost + Self.gap, cell.node)
        if place >= 0 { unsafe extend(cell, Int(place), latin[start], count - start, nextRow + start) }
      }
      unsafe swap(&row, &nextRow)
    }
    var best = Self.unreached
    for start in 0...count where unsafe row[start].cost < Self.unreached {
      best = unsafe min(best, row[start].cost + Self.gap * Int32(count - start))
    }
    return best
  }

  @inline(__always) private static func improve(
    _ row: UnsafeMutablePointer<Cell>, _ end: Int, _ cost: Int32, _ node: LetterContexts.Node
  ) {
    if unsafe cost < row[end].cost { unsafe row[end] = Cell(cost: cost, node: node) }
  }

  /// Tries each chunk of a letter that the Latin spelling has at a place, with so many letters left.
  @inline(__always) private func extend(
    _ cell: Cell, _ letter: Int, _ letters: UInt64, _ left: Int, _ next: UnsafeMutablePointer<Cell>
  ) {
    let (range, chunkLetters) = unsafe (model.graphones(at: letter), chunkLetters)
    // Which chunks fit, a bit each.
    var fitting: UInt32 = 0
    for number in 0..<range.count {
      let chunk = unsafe chunkLetters[range.lowerBound &+ number]
      let isOther = (letters & chunk.mask) ^ chunk.letters
      fitting |= (isOther == 0 ? 1 : 0) &<< UInt32(truncatingIfNeeded: number)
    }
    if fitting == 0 { return }
    let count = unsafe model.link(cell.node, letter, into: links)
    unsafe model.costs(alone: alone + letter &* LetterModel.chunkLimit, after: links, count, into: costs)
    while fitting != 0 {
      let number = fitting.trailingZeroBitCount
      fitting &= fitting &- 1
      let length = unsafe Int(chunkLetters[range.lowerBound &+ number].length)
      if length > left { continue }
      let cost = unsafe cell.cost &+ Int32(costs.costs[number])
      if unsafe cost < next[length].cost {
        let node = unsafe model.node(of: range.lowerBound &+ number, costs.entries[number])
        unsafe next[length] = Cell(cost: cost, node: node)
      }
    }
  }
}

/// Up to eight small letters of Latin, the first in the lowest byte.
private struct PackedLetters {
  var letters: UInt64 = 0
  var mask: UInt64 = 0
  var length: UInt8 = 0

  /// Packs a chunk; one with other letters is never found.
  init(_ chunk: [UInt16]) {
    for (place, unit) in chunk.enumerated() {
      letters |= Self.byte(unit) << UInt64(8 * place)
      mask |= 0xFF << UInt64(8 * place)
    }
    length = UInt8(chunk.count)
  }

  /// The byte of a letter; no letter of a spelling has that of others.
  @inline(__always) static func byte(_ unit: UInt16) -> UInt64 { unit < 0x80 ? UInt64(unit) : 0xFF }
}
