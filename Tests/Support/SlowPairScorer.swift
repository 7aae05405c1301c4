internal import ArabicText

/// The slow twin of `PairScorer`: the cost of the best division of a pair into graphones, with a table of all places.
package struct SlowPairScorer {
  private let file: TransducerBytes
  private let decoder: SlowDecoder
  private static let gap = 140
  private static let unreached = Int.max / 2

  /// The best way to a place in both spellings.
  private struct Cell {
    var cost = SlowPairScorer.unreached
    var graphones: [Int] = []
  }

  /// Reads the everyday direction of a file.
  package init(_ file: TransducerBytes) {
    self.file = file
    decoder = SlowDecoder(file, .latin)
  }

  /// The cost, in steps.
  package func cost(arabic: [UInt16], latin: [UInt16]) -> Int {
    var table = Array(repeating: Array(repeating: Cell(), count: latin.count + 1), count: arabic.count + 1)
    table[0][0].cost = 0
    func improve(_ row: Int, _ column: Int, _ cell: Cell) {
      if cell.cost < table[row][column].cost { table[row][column] = cell }
    }
    for row in 0...arabic.count {
      for column in 0...latin.count where table[row][column].cost < Self.unreached {
        let cell = table[row][column]
        let skipped = Cell(cost: cell.cost + Self.gap, graphones: cell.graphones)
        if column < latin.count { improve(row, column + 1, skipped) }
        guard row < arabic.count else { continue }
        improve(row + 1, column, skipped)
        for graphone in graphones(of: arabic[row]) {
          let chunk = decoder.text(of: [graphone])
          guard latin[column...].starts(with: chunk) else { continue }
          let cost = cell.cost + decoder.cost(of: graphone, after: cell.graphones)
          improve(
            row + 1, column + chunk.count, Cell(cost: cost, graphones: cell.graphones + [graphone]))
        }
      }
    }
    return table[arabic.count][latin.count].cost
  }

  private func graphones(of unit: UInt16) -> Range<Int> {
    for letter in 0..<file.count(0, of: .latin) where file.element(letter, 0, of: .latin) == UInt64(unit) {
      return Int(file.element(letter, 1, of: .latin))..<Int(file.element(letter + 1, 1, of: .latin))
    }
    return 0..<0
  }
}
