import HTTPTypes
import Hummingbird

/// The 1.0 draft of the reconciliation API (https://reconciliation-api.github.io/specs/draft/).
enum ReconciliationDraftEndpoints {
  static let all = [
    manifest, match, Suggestion.entities.endpoint(root: root), Suggestion.types.endpoint(root: root),
    Suggestion.properties.endpoint(root: root), EntityPage.endpoint(root: root), extend,
    ExtensionQuery.proposal(path: root + "/extend/propose"),
  ]

  private static let root = "/reconcile/v1"

  private static let manifest = Endpoint(
    method: .get, path: root, group: "reconciliation", summary: "The manifest of the 1.0 draft.",
    answer: .json("Any"), isStrict: false
  ) { call in
    JSONOutput.response(
      ReconciliationDraftManifest(call.service, base: try call.service.baseURL(call.request)))
  }

  private struct Results: Encodable {
    let results: [Result]
  }

  private struct Result: Encodable {
    let candidates: [CandidateAnswer]
  }

  private static let match = Endpoint(
    method: .post, path: root + "/match", group: "reconciliation",
    summary: "The candidates of a batch of queries.",
    body: .json([
      "type": "object", "required": ["queries"],
      "properties": ["queries": ["type": "array", "items": ["type": "object"]]],
    ]), answer: .json("Any"), isStrict: false
  ) { call in
    guard let batch = try await call.json().object?["queries"]?.array else {
      throw Problem.wrong("the body must be an object with 'queries', an array")
    }
    try ReconciliationEndpoints.checkCount(batch.count, "queries", call)
    var queries: [ReconciliationQuery] = []
    for (place, value) in batch.enumerated() {
      queries.append(try ReconciliationQuery(draft: value, at: "queries[\(place)]"))
    }
    let problems = try call.problems(queries) { query throws(Problem) in
      try query.checkLength(call.service.settings.limits)
    }
    let kinds = call.service.kinds
    return JSONOutput.response(
      try await call.work { [queries] lexicon, work in
        let results = try queries.enumerated().map { place, query in
          try work.check()
          let found = problems[place] == nil ? try query.candidates(lexicon, kinds, work) : []
          return Result(candidates: found.map { CandidateAnswer($0, query: query.name ?? "", kinds) })
        }
        return JSONOutput.buffer(Results(results: results))
      })
  }

  private static let extend = Endpoint(
    method: .post, path: root + "/extend", group: "reconciliation", summary: "Properties of entities.",
    body: .json([
      "type": "object", "required": ["ids", "properties"],
      "properties": [
        "ids": ["type": "array", "items": ["type": "string"]],
        "properties": ["type": "array", "items": ["type": "object"]],
      ],
    ]), answer: .json("Any"), isStrict: false
  ) { call in
    let query = try ExtensionQuery(try await call.json())
    try ReconciliationEndpoints.checkCount(query.ids.count, "ids", call)
    let kinds = call.service.kinds
    return JSONOutput.response(
      try await call.work { lexicon, work in
        JSONOutput.buffer(ExtensionDraftAnswer(try query.table(lexicon, kinds, work)))
      })
  }
}
