import TestSupport
import Testing

@testable import ArabicText

/// Ways that are left out, and costs that are kept, change nothing.
@Suite struct WordPairScorerWaysTests {
  /// The slow twin: all cells, every cost read from the model, no limit.
  private struct SlowScorer {
    let model = PairModel.carried
    let query: [UInt8]
    let script: PairSymbols.Script
    let target: PairSymbols.Script

    struct Cell {
      var cost = Int.max
      var chance = 0
      /// The graphones before; nil when an unknown one is last.
      var before: [UInt16]? = nil
    }

    var isAcross: Bool { script != target }

    func step(_ graphone: UInt16, _ before: [UInt16]?) -> Int {
      let alone = unsafe Int(model.graphoneCosts.start[Int(graphone)])
      guard let before else { return alone }
      guard let last = before.last else { return afterLast(graphone, .max) }
      guard before.count > 1 || !before.contains(.max - 1) else { return afterLast(graphone, last) }
      let older = before.count > 1 ? before[before.count - 2] : .max
      guard older != .max - 1 else { return afterLast(graphone, last) }
      let pair = UInt64(older) << 16 | UInt64(last)
      let cost = model.contexts.cost(.graphone, pair << 16 | UInt64(graphone))
      if cost >= 0 { return Int(cost) }
      return max(Int(model.contexts.cost(.forgetting, pair)), 0) + afterLast(graphone, last)
    }

    func afterLast(_ graphone: UInt16, _ last: UInt16) -> Int {
      let cost = model.contexts.cost(.graphone, 1 << 60 | UInt64(last) << 16 | UInt64(graphone))
      if cost >= 0 { return Int(cost) }
      let place = last == .max ? model.forgetting.count - 1 : Int(last)
      return unsafe Int(model.forgetting.start[place]) + Int(model.graphoneCosts.start[Int(graphone)])
    }

    func cost(_ word: [UInt8]) -> Int? {
      guard !word.isEmpty, !query.isEmpty else { return nil }
      var lattice = PairLattice()
      if isAcross {
        lattice.load(query.span, model.side(.acrossRich, isLeft: script == .arabic))
      } else {
        lattice.load(query.span, from: script, to: target, model: model)
      }
      func letters(_ symbols: ArraySlice<UInt8>, _ script: PairSymbols.Script) -> Int {
        symbols.reduce(0) { $0 + Int(model.letterCost($1, script)) }
      }
      func wordLetters(_ places: Range<Int>) -> Int { isAcross ? letters(word[places], target) : 0 }
      var cells = [[Cell]](
        repeating: [Cell](repeating: Cell(), count: word.count + 1), count: query.count + 1)
      cells[0][0] = Cell(cost: 0, before: [])
      for row in 0...query.count {
        for column in 0...word.count {
          let cell = cells[row][column]
          guard cell.cost < .max, cell.cost - cell.chance <= 120 else { continue }
          func reach(_ to: Int, _ next: Int, _ cost: Int, _ chance: Int, _ before: [UInt16]?) {
            guard cell.cost + cost < cells[to][next].cost else { return }
            cells[to][next] = Cell(cost: cell.cost + cost, chance: cell.chance + chance, before: before)
          }
          for edge in lattice.edges(from: row) {
            let end = column + Int(edge.count)
            let symbols = (0..<Int(edge.count)).map {
              UInt8(truncatingIfNeeded: edge.symbols >> UInt32(8 * $0))
            }
            guard end <= word.count, Array(word[column..<end]) == symbols else { continue }
            let chance = letters(query[row..<Int(edge.to)], script) + wordLetters(column..<end)
            let cost = isAcross ? step(edge.graphone, cell.before) : Int(edge.cost)
            let before = cell.before.map { $0 + [edge.graphone] } ?? [.max - 1, edge.graphone]
            reach(Int(edge.to), end, cost, chance, before)
          }
          func other(_ rows: Int, _ columns: Int, _ price: Int32) {
            guard row + rows <= query.count, column + columns <= word.count else { return }
            let chance = letters(query[row..<row + rows], script) + wordLetters(column..<column + columns)
            reach(row + rows, column + columns, Int(price) + chance, chance, nil)
          }
          other(0, 1, WordPairScorer.extraLetter)
          other(1, 1, WordPairScorer.otherLetter)
          if !isAcross, row + 2 <= query.count, column + 2 <= word.count, query[row] == word[column + 1],
            query[row + 1] == word[column]
          {
            reach(row + 2, column + 2, Int(WordPairScorer.swappedLetters), 0, nil)
          }
          other(1, 0, WordPairScorer.extraLetter)
        }
      }
      let end = cells[query.count][word.count]
      guard end.cost < .max else { return nil }
      guard isAcross else { return end.cost }
      let last = step(UInt16(model.graphones(.acrossRich).count), end.before)
      return end.cost + last - Int(model.chance(of: word.span, target))
    }
  }

  @Test(arguments: [(false, false), (false, true), (true, false), (true, true)])
  func costsWhatTheSlowScorerSays(_ isArabicQuery: Bool, _ isArabicWord: Bool) {
    var random = RandomNames(seed: 77)
    let script = isArabicQuery ? PairSymbols.Script.arabic : .latin
    let target = isArabicWord ? PairSymbols.Script.arabic : .latin
    func symbols(_ isArabic: Bool) -> [UInt8] {
      let letters = NameText(random.word(isArabic: isArabic, longest: 7)).letters.filter { $0 != 0x20 }
      return script == target ? PairSymbols.folded(letters) : PairSymbols.rich(letters, isScholarly: false)
    }
    var scorer = WordPairScorer()
    var (memo, letters) = (PairCostMemo(), PairCostMemo())
    for _ in 0..<40 {
      let query = symbols(isArabicQuery)
      scorer.prepare(query.span, script, against: target)
      let slow = SlowScorer(query: query, script: script, target: target)
      var words = (0..<8).map { _ in symbols(isArabicWord) }
      if script == target {
        words.append(query)
        if query.count > 2 { words.append(Array(query.dropFirst(2)) + query.prefix(1)) }
      }
      for word in words {
        let cost = slow.cost(word)
        #expect(scorer.cost(word.span).map { Int($0) } == cost)
        for limit in [-20, 0, 100, Int(scorer.queryChance), cost ?? 0, (cost ?? 0) - 1] {
          let kept = scorer.cost(word.span, limit: Int32(limit), &memo, letters: &letters)
          #expect(kept.map { Int($0.steps) } == cost.flatMap { $0 <= limit ? $0 : nil })
        }
      }
    }
  }
}
