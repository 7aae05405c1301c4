internal import LexiconData
internal import Synchronization

/// How the spellings of one word correspond, across scripts and inside one, learned from pairs of names.
///
/// A *graphone* is a chunk of letters of one spelling with the chunk of the other that stands for it. The costs of
/// graphones, alone and after others, say how likely a spelling is one of a given name. Costs are in whole steps of −log
/// probability.
package final class PairModel: @unchecked Sendable {
  // Safe to share: all of it points into an image that never changes.
  /// The model that the program carries.
  package static let carried = PairModel(carriedImage())

  /// Steps of cost in one nat.
  package static let stepsPerNat: Double = 16

  /// A table of graphones: which letters it is about.
  package enum Table: Int, CaseIterable, Sendable {
    /// Arabic with Latin, in rich symbols; graphones of this table have contexts.
    case acrossRich
    /// Arabic with Latin, in folded symbols.
    case acrossFolded
    /// Latin with Latin, and Arabic with Arabic, in folded symbols.
    case latin
    case arabic
  }

  let image: PairModelImage
  let contexts: PairContexts
  let graphoneCosts: PairModelImage.Section<UInt8>
  let forgetting: PairModelImage.Section<UInt8>
  private let tables: [Graphones]
  /// The sides of the tables, two of each, once they were asked for.
  private let sides = Mutex([GraphoneSide?](repeating: nil, count: 2 * Table.allCases.count))
  private let letterCosts: [PairModelImage.Section<UInt8>]

  init(_ image: PairModelImage) {
    self.image = image
    contexts = PairContexts(image.section(PairModelImage.Sections.contexts, as: UInt32.self))
    graphoneCosts = image.section(PairModelImage.Sections.graphones, as: UInt8.self)
    forgetting = image.section(PairModelImage.Sections.forgetting, as: UInt8.self)
    tables = Table.allCases.map { Graphones(image, $0) }
    letterCosts = [
      image.section(PairModelImage.Sections.arabicLetters, as: UInt8.self),
      image.section(PairModelImage.Sections.latinLetters, as: UInt8.self),
    ]
  }

  /// Opens the bytes of a file that `ism train --task pairs` wrote.
  package convenience init(bytes: [UInt8], name: String) throws(TransducerError) {
    self.init(try PairModelImage(copying: bytes, name: name))
  }

  private static func carriedImage() -> PairModelImage {
    let file = unsafe lexicon_data_pairs()
    return unsafe PairModelImage(constant: UnsafeRawBufferPointer(start: file.bytes, count: file.count))
  }

  func graphones(_ table: Table) -> Graphones { tables[table.rawValue] }

  /// The graphones of a table as words on one side read them.
  func side(_ table: Table, isLeft: Bool) -> GraphoneSide {
    sides.withLock { sides in
      let place = 2 * table.rawValue + (isLeft ? 0 : 1)
      if let known = sides[place] { return known }
      let isAcross = table == .acrossRich || table == .acrossFolded
      let side = GraphoneSide(graphones(table), isLeft: isLeft, isAcross: isAcross)
      sides[place] = side
      return side
    }
  }

  /// What a letter costs wherever it stands.
  func letterCost(_ symbol: UInt8, _ script: PairSymbols.Script) -> Int32 {
    unsafe min(Int32(letterCosts[script.rawValue].start[Int(symbol & 63)]), Self.dearestLetter)
  }

  /// A letter costs no more by chance: letters that training did not see tell nothing.
  private static let dearestLetter: Int32 = 112

  /// What a word, given in rich symbols, costs by chance: its letters by the letters before them, with its end.
  package func chance(of symbols: Span<UInt8>, _ script: PairSymbols.Script) -> Int32 {
    var total: Int32 = 0
    forEachLetter(of: symbols) { symbol, before, known in
      total += chance(of: symbol, after: before, known, script)
    }
    return total
  }

  /// The same with costs that are kept from word to word.
  func chance(of symbols: Span<UInt8>, _ script: PairSymbols.Script, _ memo: inout PairCostMemo) -> Int32 {
    memo.withEntries { entries in
      var total: Int32 = 0
      forEachLetter(of: symbols) { symbol, before, known in
        // Symbols are never 0, so the key tells how many there are.
        let letters = before & 0xFF | before >> 8 & 0xFF00 | before >> 16 & 0xFF_0000
        let key = UInt64(script.rawValue) << 32 | letters << 8 | UInt64(symbol)
        let place = PairCostMemo.place(key)
        var cost = PairCostMemo.cost(key, at: place, in: entries)
        if cost < 0 {
          cost = chance(of: symbol, after: before, known, script)
          PairCostMemo.keep(key, cost, at: place, in: &entries)
        }
        total += cost
      }
      return total
    }
  }

  /// Calls `body` with each letter of a word and its end, 0, with the letters before it, 16 bits each, and how many of
  /// them are known.
  @inline(__always) private func forEachLetter(
    of symbols: Span<UInt8>, _ body: (_ symbol: UInt8, _ before: UInt64, _ known: Int) -> Void
  ) {
    // The start of a word is symbol 0xFF.
    var before: UInt64 = 0xFF
    var known = 1
    for place in 0...symbols.count {
      let symbol = place < symbols.count ? symbols[place] : 0
      body(symbol, before, known)
      before = before << 16 | UInt64(symbol)
      known = min(known + 1, 3)
    }
  }

  /// What a letter costs after those before it.
  private func chance(
    of symbol: UInt8, after before: UInt64, _ known: Int, _ script: PairSymbols.Script
  ) -> Int32 {
    let (letter, forgetting): (PairContexts.Kind, PairContexts.Kind) =
      script == .arabic ? (.arabicLetter, .forgettingArabic) : (.latinLetter, .forgettingLatin)
    var total: Int32 = 0
    for length in stride(from: known, to: 0, by: -1) {
      let context = before & (1 << UInt64(length * 16) - 1)
      let cost = contexts.cost(letter, context << 16 | UInt64(symbol) | UInt64(length) << 60)
      if cost >= 0 { return total + cost }
      total += max(contexts.cost(forgetting, context | UInt64(length) << 60), 0)
    }
    return total + letterCost(symbol, script)
  }
}

extension PairModel {
  /// The graphones of one table, by the first symbol of either side.
  @safe struct Graphones {
    /// The chunks, four symbols each, the first in the lowest byte.
    let left: PairModelImage.Section<UInt32>
    let right: PairModelImage.Section<UInt32>
    /// What a chunk costs when the other is given: the left one above, the right one in the lower half.
    let costs: PairModelImage.Section<UInt32>
    /// The graphones in the order of their right chunks.
    let byRight: PairModelImage.Section<UInt16>
    /// Where the graphones begin whose left chunk begins with a symbol, then the same of right chunks.
    let starts: PairModelImage.Section<UInt16>

    init(_ image: PairModelImage, _ table: Table) {
      left = image.section(table: table, 0, as: UInt32.self)
      right = image.section(table: table, 1, as: UInt32.self)
      costs = image.section(table: table, 2, as: UInt32.self)
      byRight = image.section(table: table, 3, as: UInt16.self)
      starts = image.section(table: table, 4, as: UInt16.self)
    }

    var count: Int { left.count }

    /// Whether every place in the sections is one.
    var isConsistent: Bool {
      guard count < Int(UInt16.max), right.count == count, costs.count == count, byRight.count == count,
        starts.count == 2 * (PairSymbols.count + 1)
      else { return false }
      for place in 0..<count where unsafe Int(byRight.start[place]) >= count { return false }
      for side in 0...1 {
        let first = side * (PairSymbols.count + 1)
        guard unsafe starts.start[first] == 0 else { return false }
        for symbol in 0..<PairSymbols.count
        where unsafe starts.start[first + symbol] > starts.start[first + symbol + 1] { return false }
        guard unsafe Int(starts.start[first + PairSymbols.count]) == count else { return false }
      }
      for place in 0..<count {
        guard unsafe Self.isChunk(left.start[place]), unsafe Self.isChunk(right.start[place]),
          unsafe left.start[place] | right.start[place] != 0
        else { return false }
      }
      return true
    }

    /// Whether a chunk has symbols only, and nothing behind its end.
    private static func isChunk(_ chunk: UInt32) -> Bool {
      var hasEnded = false
      for place in 0..<4 {
        let symbol = UInt8(truncatingIfNeeded: chunk >> UInt32(place * 8))
        if symbol >= PairSymbols.count || hasEnded && symbol != 0 { return false }
        if symbol == 0 { hasEnded = true }
      }
      return true
    }
  }
}

/// A chunk of up to four symbols, the first in the lowest byte.
enum PairChunk {
  static let longest = 4

  @inline(__always) static func count(_ chunk: UInt32) -> Int { 4 - chunk.leadingZeroBitCount / 8 }
  /// The bits that a chunk of so many symbols has.
  @inline(__always) static func mask(_ count: Int) -> UInt32 {
    count >= 4 ? .max : (1 << UInt32(count * 8)) - 1
  }

  /// The next four symbols from a place; 0 behind the end.
  @inline(__always) static func window(_ symbols: Span<UInt8>, _ place: Int) -> UInt32 {
    var window: UInt32 = 0
    for offset in 0..<min(4, symbols.count - place) {
      window |= UInt32(symbols[place + offset]) << UInt32(offset * 8)
    }
    return window
  }
}
