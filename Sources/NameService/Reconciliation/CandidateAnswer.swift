import ArabicText
import NameSearch

/// A candidate as both versions of the API show it: their schemas allow the fields of each other here.
struct CandidateAnswer: Encodable, Sendable {
  struct Feature: Encodable, Sendable {
    let id: String
    let name: String
    let value: JSONValue
  }

  struct TypeAnswer: Encodable, Sendable {
    let id: String
    let name: String
  }

  let id: String
  let name: String
  let description: String
  /// 0…100.
  let score: Double
  let match: Bool
  let type: [TypeAnswer]
  let features: [Feature]

  init(_ candidate: Candidate, query: String, _ kinds: KindTree) {
    let entity = candidate.entity
    id = entity.id
    name = entity.caption
    score = (candidate.score * 10_000).rounded() / 100
    match = candidate.isCertain
    type = kinds.chain(entity.kind).map { TypeAnswer(id: $0, name: KindTree.name($0)) }
    description = Self.description(candidate)
    features = Self.features(candidate, query)
  }

  /// "armed group; matched the former name تجمع العزة (2013 to 2016)".
  private static func description(_ candidate: Candidate) -> String {
    let kind = KindTree.name(candidate.entity.kind)
    guard let name = candidate.matched else { return kind + "; matched by its id" }
    let label = NameRole(rawValue: name.role).map(EntityProperty.label) ?? name.role
    // The name may run the other way than the sentence (Unicode Bidirectional Algorithm, isolates).
    var text = "\(kind); matched the \(label) \u{2068}\(name.text)\u{2069}"
    if name.from != nil || name.until != nil { text += " (\(name.from ?? "?") to \(name.until ?? "now"))" }
    return text
  }

  private static func features(_ candidate: Candidate, _ query: String) -> [Feature] {
    guard let name = candidate.matched else {
      return [Feature(id: "id", name: "the query is the id", value: true)]
    }
    let script = WritingSystem.dominant(in: name.text)
    var features = [
      Feature(
        id: "similarity", name: "similarity of the names",
        value: .number((candidate.score * 10_000).rounded() / 10_000)),
      Feature(
        id: "same_name", name: "letter for letter: " + name.text,
        value: .bool(NameText(query).folded == NameText(name.text).folded)),
      Feature(
        id: "same_script", name: "in the script of the query (\(script?.rawValue ?? "none"))",
        value: .bool(WritingSystem.dominant(in: query) == script)),
      Feature(
        id: "role_" + name.role, name: "matched a name with the role " + name.role, value: true),
      Feature(
        id: "in_use", name: "the name is in use",
        value: .bool(name.until == nil && name.role != "previousName")),
    ]
    if let share = candidate.conditions {
      features.append(
        Feature(id: "conditions", name: "share of the conditions that are met", value: .number(share)))
    }
    return features
  }
}
