// What graphones cost after others.
extension WordPairScorer {
  /// What the costs of all graphones after one cell share.
  struct Context {
    /// The last two graphones, and whether both are known.
    let both: UInt64
    let hasBoth: Bool
    let last: UInt16
    /// What it costs to forget the older of them; −1 when it was not read yet.
    var leaving: Int32 = -1

    init(_ cell: Cell) {
      last = cell.last
      both = UInt64(cell.secondLast) << 16 | UInt64(cell.last)
      hasBoth = cell.secondLast != WordPairScorer.nothing && cell.last != WordPairScorer.start
    }
  }

  /// The cost of a graphone after those of a cell; of one that is not below the limit, any cost that is not.
  @inline(__always)
  func cost(
    of graphone: UInt16, after context: inout Context, below limit: Int32, _ memo: inout PairCostMemo.Entries
  ) -> Int32 {
    if context.last == Self.nothing { return unsafe Int32(model.graphoneCosts.start[Int(graphone)]) }
    let key = context.both << 16 | UInt64(graphone)
    let place = PairCostMemo.place(key)
    let known = PairCostMemo.cost(key, at: place, in: memo)
    if known >= 0 { return known }
    guard let cost = read(graphone, after: &context, below: limit) else { return limit }
    PairCostMemo.keep(key, cost, at: place, in: &memo)
    return cost
  }

  /// Reads what is not kept from the model; nil as soon as it is not below the limit.
  private func read(_ graphone: UInt16, after context: inout Context, below limit: Int32) -> Int32? {
    let last = context.last
    let contexts = model.contexts
    var leaving: Int32 = 0
    if context.hasBoth {
      let pair = context.both
      let cost = contexts.cost(.graphone, pair << 16 | UInt64(graphone))
      if cost >= 0 { return cost }
      if context.leaving < 0 { context.leaving = max(contexts.cost(.forgetting, pair), 0) }
      leaving = context.leaving
      if leaving >= limit { return nil }
    }
    let cost = contexts.cost(.graphone, 1 << 60 | UInt64(last) << 16 | UInt64(graphone))
    if cost >= 0 { return leaving + cost }
    let place = last == Self.start ? model.forgetting.count - 1 : Int(last)
    return unsafe leaving + Int32(model.forgetting.start[place])
      + Int32(model.graphoneCosts.start[Int(graphone)])
  }
}
