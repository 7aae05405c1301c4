/// The graphones of a table as a word on one of its sides reads them: by the first symbol of the chunk on that side, and of one symbol in the
/// order of the chunks on the other side, so that `PairLattice` has nothing to sort.
struct GraphoneSide: Sendable {
  /// A graphone.
  struct Item: Sendable {
    /// The chunk of the word, and the bits of a window that are compared with it.
    let own: UInt32
    let mask: UInt32
    /// The chunk of the other side.
    let other: UInt32
    /// What `other` costs, given `own`; the graphone's place in its table.
    let cost: UInt16
    let graphone: UInt16
    /// How many symbols both chunks have.
    let ownCount: UInt8
    let otherCount: UInt8
    /// Whether it is read at the start of a word only.
    let isAtStart: Bool

    /// The chunk of the other side with its first symbol above, so that chunks are in the order of their symbols.
    var order: UInt32 { other.byteSwapped }
  }

  let items: [Item]
  /// Where the items of each symbol begin, and the end of the last.
  private let starts: [Int]

  /// - Parameters:
  ///   - table: the graphones.
  ///   - isLeft: whether the word is on the left side.
  ///   - isAcross: whether the left side is Arabic and the right one Latin: Latin letters without Arabic ones are an article, which stands at
  ///     the start.
  init(_ table: PairModel.Graphones, isLeft: Bool, isAcross: Bool) {
    let first = isLeft ? 0 : PairSymbols.count + 1
    var (items, starts): ([Item], [Int]) = ([], [])
    items.reserveCapacity(table.count)
    for symbol in 0..<PairSymbols.count {
      starts.append(items.count)
      let ranks = unsafe Int(table.starts.start[first + symbol])..<Int(table.starts.start[first + symbol + 1])
      let found = ranks.map { Self.item(table, $0, isLeft, isAcross) }
      // By the other chunk, then by how far they lead; what agrees in both stays in its order.
      let keys = found.indices.map { place in
        UInt64(found[place].order) << 32 | UInt64(found[place].ownCount) << 16 | UInt64(place)
      }
      items += keys.sorted().map { found[Int($0 & 0xFFFF)] }
    }
    self.items = items
    self.starts = starts + [items.count]
  }

  /// The items whose own chunk begins with a symbol; with 0 those that have none.
  @inline(__always) func range(_ symbol: Int) -> Range<Int> { starts[symbol]..<starts[symbol + 1] }

  private static func item(
    _ table: PairModel.Graphones, _ rank: Int, _ isLeft: Bool, _ isAcross: Bool
  ) -> Item {
    let graphone = isLeft ? rank : unsafe Int(table.byRight.start[rank])
    let (left, right) = unsafe (table.left.start[graphone], table.right.start[graphone])
    let costs = unsafe table.costs.start[graphone]
    let (own, other) = isLeft ? (left, right) : (right, left)
    let count = PairChunk.count(own)
    return Item(
      own: own, mask: PairChunk.mask(count), other: other,
      cost: UInt16(truncatingIfNeeded: isLeft ? costs >> 16 : costs & 0xFFFF),
      graphone: UInt16(truncatingIfNeeded: graphone), ownCount: UInt8(count),
      otherCount: UInt8(PairChunk.count(other)), isAtStart: isAcross && left == 0)
  }
}
