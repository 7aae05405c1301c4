internal import ArabicText

/// Counts the n-grams of the units of spellings (`WrittenLetters`), and lays their costs out in a table.
struct WrittenTrainer {
  /// The number of each unit of the chunks' texts.
  let numbers: [UInt8]
  private let numberOf: [UInt16: Int]

  /// Numbers the units of chunks; nil when they are too many for the format.
  init?(_ chunks: [[UInt16]]) {
    let units = Set(chunks.joined()).sorted()
    guard (1...WrittenLetters.unitLimit).contains(units.count) else { return nil }
    let numberOf = Dictionary(uniqueKeysWithValues: zip(units, 1...))
    self.numberOf = numberOf
    numbers = chunks.joined().compactMap { numberOf[$0].map { UInt8($0) } }
  }

  /// Makes the table of spellings.
  ///
  /// - Parameters:
  ///   - spellings: each is counted once, however often it is there: names, not how frequent they are.
  ///   - rarest: as for `ContextTrainer.sections`.
  /// - Returns: the table, a fifth of it empty.
  func table(_ spellings: [[UInt16]], rarest: Int) -> [UInt32] {
    var trainer = ContextTrainer(order: WrittenLetters.order, graphoneStart: Array(0...numberOf.count))
    for spelling in Set(spellings) {
      // A unit of a chunk that was too rare to be taken is none of a spelling that can be written.
      let units = spelling.compactMap { numberOf[$0].map { $0 - 1 } }
      if units.count == spelling.count { trainer.count(units) }
    }
    let grams = trainer.grams(rarest: rarest)
    var table = [UInt32](repeating: 0, count: grams.count * 5 / 4 + 1)
    for gram in grams {
      var key = WrittenLetters.empty
      for unit in gram.before { key = WrittenLetters.key(key, number(unit)) }
      key = WrittenLetters.key(key, gram.next.map(number) ?? WrittenLetters.leaving)
      var (slot, mark) = WrittenLetters.place(of: key, among: table.count)
      while table[slot] != 0 { slot = (slot + 1) % table.count }
      table[slot] = mark | UInt32(gram.cost)
    }
    return table
  }

  /// The number that a key has for a graphone of the counts.
  private func number(_ graphone: UInt16) -> UInt64 {
    if graphone == LetterContexts.start { return WrittenLetters.edge }
    return Int(graphone) == numberOf.count ? WrittenLetters.end : UInt64(graphone) + 1
  }
}
