/// Numbers that are joined into sets.
struct DisjointSets {
  private var parents: [Int] = []

  /// Adds a set of one number, the next.
  mutating func add() -> Int {
    parents.append(parents.count)
    return parents.count - 1
  }

  mutating func join(_ left: Int, _ right: Int) {
    let (left, right) = (representative(of: left), representative(of: right))
    parents[max(left, right)] = min(left, right)
  }

  /// The smallest number of the set.
  mutating func representative(of number: Int) -> Int {
    var number = number
    while parents[number] != number {
      parents[number] = parents[parents[number]]
      number = parents[number]
    }
    return number
  }
}
