internal import ArabicText

/// Given names that tell somebody from others of the family.
extension Evidence {
  /// What two given names weigh that are not the same, however many people have them: brothers share all names but their own.
  private static let otherGivenName: Float = 1.6
  /// How much it counts that one name begins with another given name before those that the other begins with: that is a child.
  private static let child: Float = 0.2
  /// How much it counts that two given names were exchanged and the family name was not: who is X son of Y is no Y son of X.
  private static let exchanged: Float = 0.15
  /// The weight from which on a given name in front is what somebody is called by, and by how much it says so surely: many are
  /// called by what stands behind Muhammad or Ahmad.
  private static let calledBy: (least: Float, sure: Float) = (0.35, 0.6)

  /// Looks at known given names that have no counterpart, by the units that have one, as bits.
  mutating func addGivenNames(
    _ query: ComparedName, _ name: ComparedName, _ matched: (query: Int, name: Int)
  ) {
    guard !query.isGeneric, !name.isGeneric else { return }
    let (own, other) = (query.unmatchedGivenName(matched.query), name.unmatchedGivenName(matched.name))
    if own != nil, other != nil {
      features[.conflict] = max(features[.conflict], Self.otherGivenName)
    } else if own == 0, name.beginsWithGivenName(matched.name) {
      features[.reversals] += Self.child * Self.surety(query.units[0])
    } else if other == 0, query.beginsWithGivenName(matched.query) {
      features[.reversals] += Self.child * Self.surety(name.units[0])
    }
  }

  /// How surely a given name in front is what somebody is called by, 0…1.
  private static func surety(_ unit: ComparedName.Unit) -> Float {
    min(1, max(0, (unit.weight - calledBy.least) / (calledBy.sure - calledBy.least)))
  }

  /// Looks at whether a match and the one before it exchange two given names before a family name.
  mutating func addExchange(
    _ query: ComparedName, _ name: ComparedName, _ before: NameAligner.Pair, _ pair: NameAligner.Pair,
    isLast: Bool
  ) {
    guard !isLast, query.isGivenName(before.query), query.isGivenName(pair.query),
      name.isGivenName(before.name), name.isGivenName(pair.name)
    else { return }
    features[.reversals] += Self.exchanged
  }
}

extension ComparedName {
  /// The first known given name that is not matched; nil when there is none.
  fileprivate func unmatchedGivenName(_ matched: Int) -> Int? {
    units.indices.first { matched & 1 << $0 == 0 && isGivenName($0..<$0 + 1) }
  }

  /// Whether the first unit is a known given name that is matched, with more behind it.
  fileprivate func beginsWithGivenName(_ matched: Int) -> Bool {
    units.count > 1 && matched & 1 != 0 && isGivenName(0..<1)
  }

  /// Whether units are one given name.
  fileprivate func isGivenName(_ places: Range<Int>) -> Bool {
    guard places.count == 1 else { return false }
    let unit = units[places.lowerBound]
    // Hafiz and Sayyid are titles as often as names.
    return unit.isGivenName && unit.kind == .plain && unit.prefix?.kind != .kunya && !unit.isPatronymic
      && !unit.mayBeTitle && unit.title == 0
  }
}
