import HTTPTypes
import Hummingbird

/// The W3C Entity Reconciliation API 0.2, which OpenRefine speaks (https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/).
enum ReconciliationEndpoints {
  static let all = [
    get, post, suggestEntity, suggestType, suggestProperty, flyoutEntity, flyoutType, flyoutProperty, preview,
    propose,
  ]

  private static let parameters: [Parameter] = [
    .text("queries", "a batch of queries, as JSON"),
    .text("extend", "ids of entities and the properties wanted of them, as JSON"),
  ]

  private static let get = Endpoint(
    method: .get, path: "/reconcile", group: "reconciliation",
    summary: "The manifest; with queries their candidates, with extend the properties of entities.",
    parameters: parameters, answer: .json("Any"), isStrict: false
  ) { call in try await answer(call, call.values) }

  private static let post = Endpoint(
    method: .post, path: "/reconcile", group: "reconciliation",
    summary: "The same, from a form.", parameters: parameters, body: .form, answer: .json("Any"),
    isStrict: false
  ) { call in
    let form = try await call.form()
    return try await answer(call, try Values(form, parameters, isStrict: false))
  }

  private static func answer(_ call: Call, _ values: Values) async throws -> Response {
    if let queries = try values.given("queries") { return try await candidates(call, queries) }
    if let extend = try values.given("extend") { return try await extended(call, extend) }
    return JSONOutput.response(
      ReconciliationManifest(call.service, base: try call.service.baseURL(call.request)))
  }

  private struct Result: Encodable {
    let result: [CandidateAnswer]
  }

  private static func candidates(_ call: Call, _ text: String) async throws -> Response {
    guard let batch = try json(text, "queries").object else {
      throw Problem.wrong("'queries' must be an object")
    }
    try checkCount(batch.count, "queries", call)
    var queries: [(key: String, query: ReconciliationQuery)] = []
    for (key, value) in batch.sorted(by: { $0.key < $1.key }) {
      queries.append((key, try ReconciliationQuery(value, at: "queries.\(key)")))
    }
    // One cell of a column that is too long to be a name has no candidates; the others have theirs.
    let problems = try call.problems(queries.map(\.query)) { query throws(Problem) in
      try query.checkLength(call.service.settings.limits)
    }
    let kinds = call.service.kinds
    return JSONOutput.response(
      try await call.work { [queries] lexicon, work in
        var results: [String: Result] = [:]
        for (place, (key, query)) in queries.enumerated() {
          try work.check()
          let found = problems[place] == nil ? try query.candidates(lexicon, kinds, work) : []
          results[key] = Result(
            result: found.map { CandidateAnswer($0, query: query.name ?? "", kinds) })
        }
        return JSONOutput.buffer(results)
      })
  }

  private static func extended(_ call: Call, _ text: String) async throws -> Response {
    let query = try ExtensionQuery(try json(text, "extend"))
    try checkCount(query.ids.count, "extend.ids", call)
    let kinds = call.service.kinds
    return JSONOutput.response(
      try await call.work { lexicon, work in
        JSONOutput.buffer(ExtensionAnswer(try query.table(lexicon, kinds, work)))
      })
  }

  /// Refuses a batch that is larger than the manifest allows.
  static func checkCount(_ count: Int, _ what: String, _ call: Call) throws(Problem) {
    let limit = call.service.settings.limits.batch
    guard count <= limit else {
      throw .tooLarge("\(count) items in '\(what)'; at most \(limit) (setting max-batch)")
    }
  }

  /// The value of a parameter that holds JSON.
  static func json(_ text: String, _ name: String) throws(Problem) -> JSONValue {
    do {
      return try JSONReader.value(of: Array(text.utf8))
    } catch {
      throw .wrong("'\(name)': \(error)")
    }
  }
}

// MARK: Suggestions, flyouts, previews

extension ReconciliationEndpoints {
  private static let suggestEntity = Suggestion.entities.endpoint(root: "/reconcile")
  private static let suggestType = Suggestion.types.endpoint(root: "/reconcile")
  private static let suggestProperty = Suggestion.properties.endpoint(root: "/reconcile")

  private struct Flyout: Encodable {
    let id: String
    let html: String
  }

  private static func flyout(_ name: String, _ html: @escaping @Sendable (Call, String) -> String?)
    -> Endpoint
  {
    Endpoint(
      method: .get, path: "/reconcile/flyout/\(name)", group: "reconciliation",
      summary: "A piece of HTML that shows what a suggested \(name) is.",
      parameters: [.text("id", "the id of the \(name)", isRequired: true)], answer: .json("Flyout"),
      isStrict: false
    ) { call in
      let id = try call.values.text("id")
      guard let html = html(call, id) else { throw Problem(.notFound, "no \(name) has the id '\(id)'") }
      return JSONOutput.response(Flyout(id: id, html: html))
    }
  }

  private static let flyoutEntity = flyout("entity") { call, id in
    call.service.store.current.entity(id: id).map {
      EntityPage.summary($0.entity, $0.names, call.service.kinds)
    }
  }

  private static let flyoutType = flyout("type") { call, id in
    call.service.kinds.kinds.contains { $0.id == id }
      ? EntityPage.paragraphs([KindTree.name(id), call.service.kinds.gloss(id)]) : nil
  }

  private static let flyoutProperty = flyout("property") { _, id in
    EntityProperty.named(id).map { EntityPage.paragraphs([$0.name, $0.summary]) }
  }

  private static let preview = EntityPage.endpoint(root: "/reconcile")

  private static let propose = ExtensionQuery.proposal(path: "/reconcile/extend/propose")
}
