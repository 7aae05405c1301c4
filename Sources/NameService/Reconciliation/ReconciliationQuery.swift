import ArabicText
import NameSearch

/// A reconciliation query of either version of the API.
struct ReconciliationQuery: Sendable {
  /// A value that a property of the entity should have.
  struct Condition: Sendable {
    enum Quantifier: String, Sendable {
      case any, all, none
    }

    let property: String
    let values: [String]
    var isRequired = false
    var quantifier = Quantifier.any
  }

  /// A name, or the id of an entity; nil when only conditions are given.
  var name: String?
  /// The kinds asked for; empty for all.
  var types: [String] = []
  var limit = standardLimit
  var conditions: [Condition] = []

  static let standardLimit = 5
  static let mostCandidates = 100

  /// Refuses texts that are longer than they may be.
  func checkLength(_ limits: ServiceSettings.Limits) throws(Problem) {
    for text in [name].compactMap(\.self) + conditions.flatMap(\.values) {
      try NameOperation.checkLength(text, limits)
    }
  }

  /// The candidates, the best first.
  func candidates(_ lexicon: LoadedLexicon, _ kinds: KindTree, _ work: Work) throws(Problem) -> [Candidate] {
    let searched = name ?? namesInConditions.first
    guard let searched else { return [] }
    let search = CandidateSearch(lexicon: lexicon, kinds: kinds)
    let families = types.reduce(into: Set<String>()) { $0.formUnion(kinds.family($1)) }
    // A condition can bring up one that was further behind.
    let count = conditions.isEmpty ? limit : max(limit, 20)
    let found = search.candidates(searched, kinds: families, limit: count)
    guard !conditions.isEmpty else { return found }
    return try weighed(found, lexicon, work)
  }

  /// Names that stand in conditions, for a query without a name of its own.
  private var namesInConditions: [String] {
    conditions.filter { NameRole(rawValue: $0.property) != nil || ["arabic", "latin"].contains($0.property) }
      .flatMap(\.values)
  }

  private func weighed(
    _ found: [Candidate], _ lexicon: LoadedLexicon, _ work: Work
  ) throws(Problem) -> [Candidate] {
    var kept: [Candidate] = []
    for var candidate in found {
      let names = lexicon.entity(id: candidate.entity.id)?.names ?? []
      var met = 0
      var asked = 0
      var isOut = false
      for condition in conditions {
        // Nothing can be said of a property that entities do not have here.
        guard let property = EntityProperty.named(condition.property) else { continue }
        try work.check()
        asked += 1
        let values = try property.values(of: candidate.entity, names, try EntityProperty.Settings(), lexicon)
        let isMet = condition.isMet(by: values.map(\.text))
        if isMet { met += 1 } else if condition.isRequired { isOut = true }
      }
      guard !isOut else { continue }
      if asked > 0 {
        let share = Double(met) / Double(asked)
        candidate.conditions = share
        // What contradicts a row of the client's table is not certain, and stands behind what agrees.
        candidate.isCertain = candidate.isCertain && met == asked
        candidate = candidate.weakened(by: 1 - share)
      }
      kept.append(candidate)
    }
    return Array(
      kept.enumerated().sorted { ($1.element.score, $0.offset) < ($0.element.score, $1.offset) }.map(
        \.element
      )
      .prefix(limit))
  }
}

extension ReconciliationQuery.Condition {
  /// Whether values of an entity meet it; texts are compared without regard to case, marks and letter variants.
  fileprivate func isMet(by found: [String]) -> Bool {
    let known = Set(found.map { NameText($0).folded })
    let hits = values.filter { known.contains(NameText($0).folded) }.count
    switch quantifier {
    case .any: return hits > 0
    case .all: return hits == values.count
    case .none: return hits == 0
    }
  }
}

extension Candidate {
  /// The same with a lower score: a fifth of it hangs on the conditions.
  fileprivate func weakened(by share: Double) -> Candidate {
    Candidate(
      entity: entity, score: score * (1 - 0.2 * share), matched: matched, isCertain: isCertain,
      conditions: conditions)
  }
}
