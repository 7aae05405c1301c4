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
  private var row: [Cell]
  private var nextRow: [Cell]
  private let costs: UnsafeMutablePointer<Int32>
  private let nodes: UnsafeMutablePointer<LetterContexts.Node>
  private let successors = SuccessorPlaces()

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
    row = Array(repeating: start, count: Self.letterLimit + 1)
    nextRow = row
    unsafe costs = .allocate(capacity: LetterModel.chunkLimit)
    unsafe nodes = .allocate(capacity: LetterModel.chunkLimit)
  }

  deinit {
    unsafe costs.deallocate()
    unsafe nodes.deallocate()
    successors.deallocate()
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
    for place in 0...count { row[place].cost = Self.unreached }
    row[0] = Cell(cost: 0, node: model.startNode)
    for place in arabic.places {
      for end in 0...count { nextRow[end].cost = Self.unreached }
      for start in 0...count {
        let cell = row[start]
        if cell.cost >= Self.unreached { continue }
        // A Latin letter that nothing explains.
        if start < count, cell.cost + Self.gap < row[start + 1].cost {
          row[start + 1] = Cell(cost: cell.cost + Self.gap, node: cell.node)
        }
        improve(start, cell.cost + Self.gap, cell.node)
        if place >= 0 { extend(cell, Int(place), from: start, latin.letters) }
      }
      swap(&row, &nextRow)
    }
    var best = Self.unreached
    for start in 0...count where row[start].cost < Self.unreached {
      best = min(best, row[start].cost + Self.gap * Int32(count - start))
    }
    return best
  }

  @inline(__always) private func improve(_ end: Int, _ cost: Int32, _ node: LetterContexts.Node) {
    if cost < nextRow[end].cost { nextRow[end] = Cell(cost: cost, node: node) }
  }

  /// Tries each chunk of a letter that the Latin spelling has at a place.
  @inline(__always) private func extend(_ cell: Cell, _ letter: Int, from start: Int, _ latin: [UInt16]) {
    let range = model.graphones(at: letter)
    unsafe model.costs(of: range, after: cell.node, into: costs, nodes, successors)
    for graphone in range {
      let chunk = unsafe Int(model.chunks.start[graphone])
      let (first, last) = unsafe (Int(model.chunkStart.start[chunk]), Int(model.chunkStart.start[chunk + 1]))
      guard start + last - first <= latin.count else { continue }
      var place = 0
      while place < last - first, unsafe model.chunkText.start[first + place] == latin[start + place] {
        place += 1
      }
      guard place == last - first else { continue }
      let number = graphone - range.lowerBound
      unsafe improve(start + place, cell.cost + costs[number], nodes[number])
    }
  }
}
