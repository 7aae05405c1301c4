internal import Glibc
internal import NameSearch

/// What the facts of a row say against an entity.
struct FactRemark: Sendable {
  /// `country` or `date`.
  let kind: String
  /// The value of the row.
  let row: String
  /// The values of the entity.
  let entity: String
  /// What the score is multiplied by.
  let factor: Double

  /// In nats, as the cost of an `EvidenceItem`.
  var cost: Double { -log(factor) }

  /// A sentence that says it.
  var explanation: String { "The \(kind) is \(row) in the list and \(entity) in the lexicon." }
}

/// Compares countries, dates and kinds of rows with those of entities.
///
/// A kind narrows: entities of another kind are no hits. A country or a date lowers the score by a fixed factor, as
/// sources err in both, and what only one side has says nothing. The factors are not fitted.
struct RowFacts: Sendable {
  /// For entities with other countries.
  static let otherCountry = 0.85
  /// For a date a year apart, or on another day of the year.
  static let slightlyOtherDate = 0.9
  /// For a date that is further away.
  static let otherDate = 0.7

  private let countries: CountryReader?

  /// - Parameter readsCountries: whether rows have a country.
  init(readsCountries: Bool) { countries = readsCountries ? CountryReader() : nil }

  /// What a row says of the entities that are meant.
  struct Facts {
    let countries: Set<String>
    let dates: [PartialDate]
    /// The kinds that fit, and "" for an entity without one; empty when all do.
    let kinds: Set<String>
    /// A value that could not be read, and is as if it were not there.
    let unread: String?

    /// Whether a score may be lowered.
    var canLower: Bool { !countries.isEmpty || !dates.isEmpty }
  }

  /// Reads the facts of a row.
  func facts(of row: ListRow) -> Facts {
    var unread: String?
    var codes: Set<String> = []
    for value in row.countries {
      let found = countries?.codes(in: value) ?? []
      if found.isEmpty { unread = unread ?? value }
      codes.formUnion(found)
    }
    var dates: [PartialDate] = []
    for value in row.dates {
      let found = PartialDate.dates(in: value)
      if found.isEmpty { unread = unread ?? value }
      dates += found
    }
    var kinds: Set<String> = []
    for value in row.kinds {
      let found = Kinds.compatible(with: value)
      if found.isEmpty { unread = unread ?? value }
      kinds.formUnion(found)
    }
    if !kinds.isEmpty { kinds.insert("") }
    return Facts(countries: codes, dates: dates, kinds: kinds, unread: unread)
  }

  /// What speaks against an entity with these countries and dates.
  func remarks(_ facts: Facts, countries: [String], dates: [String]) -> [FactRemark] {
    var remarks: [FactRemark] = []
    let codes = Set(countries.flatMap { self.countries?.codes(in: $0) ?? [] })
    if !facts.countries.isEmpty, !codes.isEmpty, codes.isDisjoint(with: facts.countries) {
      remarks.append(
        FactRemark(
          kind: "country", row: facts.countries.sorted().joined(separator: ", "),
          entity: codes.sorted().joined(separator: ", "), factor: Self.otherCountry))
    }
    let known = dates.flatMap { PartialDate.dates(in: $0) }
    let differences = facts.dates.flatMap { date in known.map { date.difference(from: $0) } }
    if let least = differences.min(), least != .none {
      remarks.append(
        FactRemark(
          kind: "date", row: facts.dates.map(\.description).joined(separator: ", "),
          entity: dates.joined(separator: ", "),
          factor: least == .slight ? Self.slightlyOtherDate : Self.otherDate))
    }
    return remarks
  }
}

extension Kinds {
  /// The kinds that a value of a list can mean: the kind itself, wider and narrower ones; none when it is no kind.
  ///
  /// The value is a kind or a schema of FollowTheMoney.
  static func compatible(with value: String) -> Set<String> {
    let lowered = value.lowercased()
    let kind = isKnown(lowered) ? lowered : self.kind(forSchema: value)
    guard isKnown(kind) else { return [] }
    var kinds: Set<String> = [kind]
    var wider = kind
    while let parent = parents.first(where: { $0.kind == wider })?.parent, !parent.isEmpty {
      kinds.insert(parent)
      wider = parent
    }
    return kinds.union(below([kind]))
  }
}
