import HTTPTypes
import Hummingbird
import NameSearch

/// Matching of entities given as examples, with the requests and answers of OpenSanctions' yente
/// (https://www.opensanctions.org/docs/api/matching/), so that a client of it can be pointed here.
enum MatchEndpoint {
  /// The parameters of yente that mean something here; it has more, which are ignored as it ignores those that it does not know.
  static let endpoint = Endpoint(
    method: .post, path: "/match/{dataset}", group: "matching",
    summary:
      "The entities that examples may be. The dataset is 'default' for all lexicons, or the name of one.",
    parameters: [
      .integer("limit", 1...500, 5, "the most results of one example"),
      .number("threshold", 0...1, RankingPolicy.sameThreshold, "from this score on a result is a match"),
      .number("cutoff", 0...1, RankingPolicy.possibleThreshold, "leave out results with a lower score"),
      .list("exclude_schema", "leave out entities of these schemas"),
      .list("exclude_entity_ids", "leave out these entities"),
    ],
    body: .json([
      "type": "object", "required": ["queries"],
      "properties": ["queries": ["type": "object", "additionalProperties": ["type": "object"]]],
    ]), answer: .json("MatchAnswer"), isStrict: false
  ) { call in
    let dataset = try call.pathPart("dataset")
    let current = call.service.store.current
    guard dataset == "default" || current.lexicons.lexicons.contains(where: { $0.dataset == dataset }) else {
      let known = ["default"] + current.lexicons.lexicons.map(\.dataset)
      throw Problem(.notFound, "no such dataset: '\(dataset)'; datasets: \(known.joined(separator: ", "))")
    }
    guard let batch = try await call.json().object?["queries"]?.object, !batch.isEmpty else {
      throw Problem.wrong("the body must be an object with 'queries', an object of examples")
    }
    try ReconciliationEndpoints.checkCount(batch.count, "queries", call)
    let kinds = call.service.kinds
    let options = try MatchOptions(call.values, dataset: dataset == "default" ? nil : dataset, kinds)
    var examples: [(key: String, example: EntityExample)] = []
    for (key, value) in batch.sorted(by: { $0.key < $1.key }) {
      let example = try EntityExample(value, key, kinds)
      for name in example.names { try NameOperation.checkLength(name, call.service.settings.limits) }
      examples.append((key, example))
    }
    return JSONOutput.response(
      try await call.work { [examples] lexicon, work in
        var responses: [String: MatchResults] = [:]
        for (key, example) in examples {
          responses[key] = try example.results(lexicon, kinds, options, work)
        }
        return JSONOutput.buffer(MatchBatchAnswer(responses: responses, limit: options.limit))
      })
  }
}

/// What a client of the matching API may set.
struct MatchOptions: Sendable {
  let limit: Int
  let threshold: Double
  let cutoff: Double
  let excludedKinds: Set<String>
  let excludedIDs: Set<String>
  /// The only lexicon to search; nil for all.
  let dataset: String?

  init(_ values: Values, dataset: String?, _ kinds: KindTree) throws(Problem) {
    limit = try values.integer("limit")
    threshold = try values.number("threshold")
    cutoff = try values.number("cutoff")
    excludedKinds = try values.list("exclude_schema").reduce(into: []) { all, schema in
      all.formUnion(kinds.kinds(forSchema: schema) ?? [])
    }
    excludedIDs = Set(try values.list("exclude_entity_ids"))
    self.dataset = dataset
  }
}

extension Lexicon {
  /// The name of its file without folders and ending; "ism" for the carried lexicon.
  var dataset: String {
    guard name.contains("/") || name.contains(".") else { return "ism" }
    return shortName.hasSuffix(".ism") ? String(shortName.dropLast(4)) : shortName
  }
}
