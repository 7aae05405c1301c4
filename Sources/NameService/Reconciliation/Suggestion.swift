import ArabicText
import HTTPTypes
import Hummingbird
import NameSearch

/// What fits the text that a person types: entities, types or properties.
struct Suggestion: Sendable {
  struct Item: Encodable, Sendable {
    let id: String
    let name: String
    let description: String
    /// The types of an entity; left out for others.
    var notable: [CandidateAnswer.TypeAnswer]?
  }

  private struct Answer: Encodable {
    let result: [Item]
  }

  let name: String
  let items: @Sendable (String, Int, LoadedLexicon, KindTree) -> [Item]

  private static let pageSize = 20
  private static let last = 1000

  /// The endpoint under the root of a version of the API.
  func endpoint(root: String) -> Endpoint {
    Endpoint(
      method: .get, path: "\(root)/suggest/\(name)", group: "reconciliation",
      summary: "The choices of \(name) that fit what was typed.",
      parameters: [
        .text("prefix", "what was typed", isRequired: true),
        .integer("cursor", 0...Self.last, 0, "how many results to skip"),
      ], answer: .json("Suggestions"), isStrict: false
    ) { call in
      let (prefix, cursor) = (try call.values.text("prefix"), try call.values.integer("cursor"))
      try NameOperation.checkLength(prefix, call.service.settings.limits)
      let kinds = call.service.kinds
      return JSONOutput.response(
        try await call.work { lexicon, _ in
          let found = items(prefix, cursor + Self.pageSize, lexicon, kinds)
          return JSONOutput.buffer(Answer(result: Array(found.dropFirst(cursor).prefix(Self.pageSize))))
        })
    }
  }

  static let entities = Suggestion(name: "entity") { prefix, limit, lexicon, kinds in
    CandidateSearch(lexicon: lexicon, kinds: kinds).suggestions(prefix, limit: limit).map { candidate in
      let answer = CandidateAnswer(candidate, query: prefix, kinds)
      return Item(id: answer.id, name: answer.name, description: answer.description, notable: answer.type)
    }
  }

  static let types = Suggestion(name: "type") { prefix, limit, _, kinds in
    let all = kinds.kinds.map {
      Item(id: $0.id, name: KindTree.name($0.id), description: $0.gloss)
    }
    return filtered(all, prefix, limit)
  }

  static let properties = Suggestion(name: "property") { prefix, limit, _, _ in
    let all = EntityProperty.all.map { Item(id: $0.id, name: $0.name, description: $0.summary) }
    return filtered(all, prefix, limit)
  }

  /// Those with a word that begins as was typed.
  private static func filtered(_ items: [Item], _ prefix: String, _ limit: Int) -> [Item] {
    let typed = prefix.lowercased()
    return Array(
      items.filter { item in
        item.id.lowercased().hasPrefix(typed)
          || "\(item.name) \(item.description)".lowercased().split(separator: " ").contains {
            $0.hasPrefix(typed)
          }
      }.prefix(limit))
  }
}
