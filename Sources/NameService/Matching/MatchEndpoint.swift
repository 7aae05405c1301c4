import HTTPTypes
import Hummingbird
import NameSearch

/// Matching of entities given as examples, with the requests and answers of OpenSanctions' yente
/// (https://www.opensanctions.org/docs/api/matching/), so that a client of it can be pointed here.
enum MatchEndpoint {
  /// Filters by what entities do not have here (`topics`, `changed_since`) are refused like all that is unknown: a client would
  /// take what it did not ask for.
  static let endpoint = Endpoint(
    method: .post, path: "/match/{dataset}", group: "matching",
    summary:
      "The entities that examples may be. The dataset is 'default' for all lexicons, or the name of one.",
    parameters: [
      .integer("limit", 1...500, 5, "the most results of one example"),
      .number("threshold", 0...1, RankingPolicy.sameThreshold, "from this score on a result is a match"),
      .number("cutoff", 0...1, RankingPolicy.possibleThreshold, "leave out results with a lower score"),
      .list("exclude_schema", "leave out entities of these schemas, though not of narrower ones"),
      .list("exclude_entity_ids", "leave out these entities"),
      .list("include_dataset", "search only these datasets"),
      .list("exclude_dataset", "leave out these datasets"),
      .text("algorithm", "the name of an algorithm; whatever it is, the one that there is compares"),
      .flag("fuzzy", "other spellings are found in any case"),
    ],
    body: .json([
      "type": "object", "required": ["queries"],
      "properties": ["queries": ["type": "object", "additionalProperties": ["type": "object"]]],
    ]), answer: .json("MatchAnswer")
  ) { call in
    let dataset = try call.pathPart("dataset")
    let known = call.service.store.current.lexicons.lexicons.map(\.dataset)
    let wanted = try call.values.list("include_dataset") + (dataset == "default" ? [] : [dataset])
    if let unknown = wanted.first(where: { !known.contains($0) }) {
      let names = (["default"] + known).joined(separator: ", ")
      throw Problem(.notFound, "no such dataset: '\(unknown)'; datasets: \(names)")
    }
    // A client may send null where it has nothing to ask.
    let batch = try await call.json().object?["queries"]?.object?.filter { $0.value != .null }
    guard let batch, !batch.isEmpty else {
      throw Problem.wrong("the body must be an object with 'queries', an object of examples")
    }
    try ReconciliationEndpoints.checkCount(batch.count, "queries", call)
    let kinds = call.service.kinds
    let options = try MatchOptions(call.values, dataset: dataset == "default" ? nil : dataset)
    let given = batch.sorted { $0.key < $1.key }
    var examples: [EntityExample] = []
    let problems = try call.problems(given) { item throws(Problem) in
      examples.append(
        try EntityExample(item.value, item.key, call.service.schemas, call.service.settings.limits))
    }
    let refused = problems.map { place, problem in
      (given[place].key, MatchResults(problem, query: given[place].value))
    }
    let keys = given.indices.filter { problems[$0] == nil }.map { given[$0].key }
    return JSONOutput.response(
      try await call.work { [examples] lexicon, work in
        var responses = Dictionary(refused, uniquingKeysWith: { first, _ in first })
        for (key, example) in zip(keys, examples) {
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
  let excludedSchemas: Set<String>
  let excludedIDs: Set<String>
  /// The lexicons to search; nil for all.
  private let datasets: Set<String>?
  private let excludedDatasets: Set<String>

  init(_ values: Values, dataset: String?) throws(Problem) {
    limit = try values.integer("limit")
    threshold = try values.number("threshold")
    // What counts as a match is never left out.
    cutoff = min(try values.number("cutoff"), threshold)
    excludedSchemas = Set(try values.list("exclude_schema"))
    excludedIDs = Set(try values.list("exclude_entity_ids"))
    let included = Set(try values.list("include_dataset"))
    // The path narrows what is included.
    if let dataset {
      datasets = included.isEmpty || included.contains(dataset) ? [dataset] : []
    } else {
      datasets = included.isEmpty ? nil : included
    }
    excludedDatasets = Set(try values.list("exclude_dataset"))
  }

  /// Whether a lexicon is to be searched.
  func includes(_ lexicon: Lexicon) -> Bool {
    datasets?.contains(lexicon.dataset) != false && !excludedDatasets.contains(lexicon.dataset)
  }
}

extension Lexicon {
  /// The name of its file without folders and ending; "ism" for the carried lexicon.
  var dataset: String {
    guard name.contains("/") || name.contains(".") else { return "ism" }
    return shortName.hasSuffix(".ism") ? String(shortName.dropLast(4)) : shortName
  }
}
