/// Sums for forms: a hash table that is emptied by a new stamp and keeps its storage.
///
/// As much of the storage is used as the forms need, so that a table of few forms stays in the caches of the processor.
struct FormSums {
  private struct Slot {
    var form: UInt32 = 0
    var stamp: UInt32 = 0
    var sum: Float = 0
    var mask: UInt32 = 0
  }

  private var slots = [Slot](repeating: Slot(), count: FormSums.least)
  private var used: [UInt32] = []
  private var stamp: UInt32 = 1
  /// The part of the storage that is in use, as a mask of places.
  private var places = FormSums.least - 1
  private static let least = 1 << 10

  /// How many forms have a sum.
  var count: Int { used.count }

  mutating func removeAll() {
    used.removeAll(keepingCapacity: true)
    places = Self.least - 1
    // Storage that one query needed is not kept for all.
    if slots.count > 1 << 18 {
      slots = [Slot](repeating: Slot(), count: Self.least)
      stamp = 0
    }
    renew()
  }

  /// Empties all slots.
  private mutating func renew() {
    if stamp == .max {
      for place in slots.indices { slots[place] = Slot() }
      stamp = 0
    }
    stamp += 1
  }

  /// Adds to the sum of a form, unless it has something of the same words already.
  ///
  /// The worth of the first is the highest: candidates come by regret.
  @inline(__always) mutating func add(_ form: UInt32, _ worth: Float, _ mask: UInt32) {
    let place = slot(of: form)
    if slots[place].stamp == stamp {
      guard slots[place].mask & mask == 0 else { return }
      slots[place].sum += worth
      slots[place].mask |= mask
      return
    }
    slots[place] = Slot(form: form, stamp: stamp, sum: worth, mask: mask)
    used.append(UInt32(place))
    if used.count * 2 > places { grow() }
  }

  /// Adds to the sum of a form that has one.
  @inline(__always) mutating func addMore(_ form: UInt32, _ worth: Float, _ mask: UInt32) {
    let place = slot(of: form)
    guard slots[place].stamp == stamp, slots[place].mask & mask == 0 else { return }
    slots[place].sum += worth
    slots[place].mask |= mask
  }

  /// Where a form is, or would be: forms of one word ascend, and so do the slots that they are read from.
  @inline(__always) private func slot(of form: UInt32) -> Int {
    var place = Int(form) & places
    while slots[place].stamp == stamp, slots[place].form != form { place = (place + 1) & places }
    return place
  }

  private mutating func grow() {
    let old = used.map { slots[Int($0)] }
    places = (places + 1) * 4 - 1
    if slots.count <= places {
      slots.append(contentsOf: repeatElement(Slot(), count: places + 1 - slots.count))
    }
    renew()
    for (index, item) in old.enumerated() {
      let place = slot(of: item.form)
      slots[place] = item
      slots[place].stamp = stamp
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
