/// Sums for forms: a hash table that is emptied by a new stamp and keeps its storage.
struct FormSums {
  private struct Slot {
    var form: UInt32
    var stamp: UInt32
    var sum: Float
    var mask: UInt64
  }

  private var slots = [Slot](repeating: Slot(form: 0, stamp: 0, sum: 0, mask: 0), count: 1 << 10)
  private var used: [UInt32] = []
  private var stamp: UInt32 = 1

  /// How many forms have a sum.
  var count: Int { used.count }

  mutating func removeAll() {
    used.removeAll(keepingCapacity: true)
    // Storage that one query needed is not kept for all.
    if slots.count > 1 << 18 || stamp == .max {
      slots = [Slot](repeating: Slot(form: 0, stamp: 0, sum: 0, mask: 0), count: 1 << 10)
      stamp = 0
    }
    stamp += 1
  }

  /// Adds to the sum of a form, unless it has something of the same words already.
  ///
  /// The worth of the first is the highest: candidates come by regret.
  @inline(__always) mutating func add(_ form: UInt32, _ worth: Float, _ mask: UInt64) {
    let place = slot(of: form)
    if slots[place].stamp == stamp {
      guard slots[place].mask & mask == 0 else { return }
      slots[place].sum += worth
      slots[place].mask |= mask
      return
    }
    slots[place] = Slot(form: form, stamp: stamp, sum: worth, mask: mask)
    used.append(UInt32(place))
    if used.count * 2 > slots.count { grow() }
  }

  /// Adds to the sum of a form that has one.
  @inline(__always) mutating func addMore(_ form: UInt32, _ worth: Float, _ mask: UInt64) {
    let place = slot(of: form)
    guard slots[place].stamp == stamp, slots[place].mask & mask == 0 else { return }
    slots[place].sum += worth
    slots[place].mask |= mask
  }

  @inline(__always) private func slot(of form: UInt32) -> Int {
    let bits = UInt64(slots.count - 1)
    var place = (UInt64(form) &* 0x9E37_79B9_7F4A_7C15) >> 32 & bits
    while slots[Int(place)].stamp == stamp, slots[Int(place)].form != form { place = (place + 1) & bits }
    return Int(place)
  }

  private mutating func grow() {
    let old = used.map { slots[Int($0)] }
    slots = [Slot](repeating: Slot(form: 0, stamp: 0, sum: 0, mask: 0), count: slots.count * 4)
    for (index, item) in old.enumerated() {
      let place = slot(of: item.form)
      slots[place] = item
      used[index] = UInt32(place)
    }
  }

  /// The forms with the highest sums, at least `count` if there are so many; of equal ones those that came first.
  func best(_ count: Int) -> [UInt32] {
    guard used.count > count else { return used.map { slots[Int($0)].form } }
    // Sums in 512 steps are enough to cut by.
    let most = used.reduce(0) { max($0, slots[Int($1)].sum) }
    func step(_ place: UInt32) -> Int { Int(slots[Int(place)].sum / most * 511) }
    var histogram = [Int](repeating: 0, count: 512)
    for place in used { histogram[step(place)] += 1 }
    var (limit, above) = (511, histogram[511])
    while above < count, limit > 0 {
      limit -= 1
      above += histogram[limit]
    }
    var left = count - (above - histogram[limit])
    var result: [UInt32] = []
    for place in used {
      let own = step(place)
      if own > limit {
        result.append(slots[Int(place)].form)
      } else if own == limit, left > 0 {
        left -= 1
        result.append(slots[Int(place)].form)
      }
    }
    return result
  }
}
