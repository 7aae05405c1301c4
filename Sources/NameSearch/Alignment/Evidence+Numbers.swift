internal import ArabicText

// Numbers, years and initials that stand in one name only.
extension Evidence {
  /// Looks at numbers and initials that contradict each other: "II" and "III", "K." and Ahmed.
  mutating func addNumbers(
    _ query: ComparedName, _ name: ComparedName, _ matched: (query: Int, name: Int), _ left: inout Float,
    _ right: inout Float
  ) {
    let (own, other) = (query.leftOver(matched.query), name.leftOver(matched.name))
    if own.hasNumber, other.hasNumber, own.hasOrdinal || other.hasOrdinal {
      features[.numbers] += 1
    } else if own.hasYear, other.hasYear {
      // "World Cup 2014" and "World Cup 2018".
      features[.numbers] += 1
    } else if own.hasOrdinal || other.hasOrdinal {
      // A king may go without his number, a regiment may not.
      features[.numbers] += query.hasHead && name.hasHead ? 1 : Self.year
    }
    if own.hasInitial, right > 0 { left += Self.initial }
    if other.hasInitial, left > 0, !own.hasInitial { right += Self.initial }
  }

  /// What an initial weighs that fits no word of the other name, where that has words besides.
  private static let initial: Float = 0.4

  /// How much a year counts that only one name has: it says when somebody lived or something was, and not who or which.
  static let year: Float = 0.05
}

extension ComparedName {
  /// What kinds of units are left over behind those that are matched, given as bits.
  fileprivate func leftOver(_ matched: Int) -> (
    hasNumber: Bool, hasOrdinal: Bool, hasInitial: Bool, hasYear: Bool
  ) {
    var found = (hasNumber: false, hasOrdinal: false, hasInitial: false, hasYear: false)
    for (place, unit) in units.enumerated() where matched & 1 << place == 0 {
      if unit.number != 0 { found.hasNumber = true }
      if unit.kind == .ordinal { found.hasOrdinal = true }
      if unit.kind == .initial { found.hasInitial = true }
      if unit.kind == .number, unit.isYear { found.hasYear = true }
    }
    return found
  }
}
