import HTTPTypes
import NameSearch

/// The answer to a batch of examples, with yente's fields.
struct MatchBatchAnswer: Encodable {
  struct Feature: Encodable {
    let description: String
    let coefficient: Double
    let url: String
  }

  let responses: [String: MatchResults]
  let matcher = [
    "name_similarity": Feature(
      description: "How probable it is that the two names are the same, in any script and spelling",
      coefficient: 1,
      url: "/openapi.json")
  ]
  let limit: Int
}

/// The answer to one example.
struct MatchResults: Encodable, Sendable {
  struct Total: Encodable, Sendable {
    let value: Int
    let relation = "eq"
  }

  let status: Int
  let results: [ScoredEntity]
  let total: Total
  let query: JSONValue
  let detail: String?

  init(results: [ScoredEntity], total: Int, query: JSONValue, detail: String? = nil) {
    status = 200
    self.results = results
    self.total = Total(value: total)
    self.query = query
    self.detail = detail
  }

  /// The answer to an example that cannot be searched, while the others of its batch are.
  init(_ problem: Problem, query: JSONValue) {
    status = problem.status.code
    results = []
    total = Total(value: 0)
    // Its schema says that an example is an object.
    self.query = query.object == nil ? [:] : query
    detail = problem.detail
  }
}

/// An entity as FollowTheMoney has it, with its score.
struct ScoredEntity: Encodable, Sendable {
  let id: String
  let caption: String
  let schema: String
  let properties: [String: [String]]
  let datasets: [String]
  let referents: [String] = []
  let target = false
  let first_seen: String? = nil
  let last_seen: String? = nil
  let last_change: String? = nil
  let score: Double
  let features: [String: Double]
  let match: Bool

  init(_ match: Match, _ lexicon: LoadedLexicon, _ kinds: KindTree, isMatch: Bool) {
    id = match.entity.id
    caption = match.entity.caption
    schema = kinds.schema(match.entity.kind)
    var properties: [String: [String]] = [:]
    for name in lexicon.lexicons.names(of: match) {
      // FollowTheMoney has no role for what a name means in another language.
      let property = name.role == NameRole.translation.rawValue ? NameRole.alias.rawValue : name.role
      if properties[property]?.contains(name.text) != true {
        properties[property, default: []].append(name.text)
      }
    }
    self.properties = properties
    datasets = [lexicon.lexicons.lexicons[match.lexicon].dataset]
    score = (match.score * 10_000).rounded() / 10_000
    features = ["name_similarity": score]
    self.match = isMatch
  }
}
