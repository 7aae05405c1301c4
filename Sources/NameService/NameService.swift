import HTTPTypes
package import Hummingbird
package import Logging
import NIOCore
import NameSearch
import Synchronization

/// The lexicons, searched over HTTP: a native API, two versions of the reconciliation API, a matching API, and a page.
///
/// Everything that a request needs is here and can be shared; the server around it is `NameService+Running.swift`.
package final class NameService: Sendable {
  package let settings: ServiceSettings
  /// The version of the program.
  let version: String
  let logger: Logger
  let store: LexiconStore
  let pool: WorkPool
  let measures: Measures
  let keys: Keys
  let headers: CommonHeaders
  let kinds: KindTree
  let schemas: SchemaTree
  private let isStopping = Atomic<Bool>(false)

  /// - Parameters:
  ///   - settings: how it runs.
  ///   - version: the version of the program.
  ///   - logger: where it writes what happens.
  ///   - metrics: where it counts.
  /// - Throws: `LexiconError` when a lexicon cannot be read.
  package init(
    _ settings: ServiceSettings, version: String, logger: Logger,
    metrics: PrometheusMetrics = PrometheusMetrics()
  ) throws {
    self.settings = settings
    self.version = version
    self.logger = logger
    store = try LexiconStore(paths: settings.lexiconPaths, hasDefault: settings.hasDefaultLexicon)
    pool = WorkPool(
      threads: settings.threads > 0 ? settings.threads : System.coreCount, limit: settings.limits.work,
      clientLimit: settings.limits.clientWork)
    measures = Measures(metrics)
    keys = Keys(settings.keys)
    headers = CommonHeaders(allowedOrigin: settings.allowedOrigin)
    kinds = KindTree()
    schemas = SchemaTree(kinds)
  }

  /// Everything that it answers.
  static var endpoints: [Endpoint] {
    NameOperation.all.flatMap(\.endpoints) + EntityEndpoints.all + [SchemeEndpoint.endpoint]
      + ReconciliationEndpoints.all + ReconciliationDraftEndpoints.all + [MatchEndpoint.endpoint]
      + OperationEndpoints.all + PageEndpoints.all
  }

  /// The routes with what they have in common.
  package func router() -> Router<ServiceContext> {
    let endpoints = Self.endpoints.filter { $0.access != .operation || settings.isReloadEnabled }
    let router = Router(context: ServiceContext.self, options: .autoGenerateHeadEndpoints)
    router.add(middleware: Envelope(service: self, endpoints: endpoints))
    for endpoint in endpoints {
      router.on(RouterPath(endpoint.path), method: endpoint.method) { request, context in
        try await self.answer(request, context, endpoint)
      }
    }
    return router
  }

  private func answer(
    _ request: Request, _ context: ServiceContext, _ endpoint: Endpoint
  ) async throws -> Response {
    var context = context
    if endpoint.access != .open, keys.areRequired {
      context.client = "key \(try keys.place(in: request.headers[.authorization]) + 1)"
    }
    if endpoint.access == .operation, request.headers[.origin] != nil {
      throw Problem(.forbidden, "this is not for web pages")
    }
    let values = try Values(request.uri.query ?? "", endpoint.parameters, isStrict: endpoint.isStrict)
    return try await endpoint.handle(
      Call(request: request, context: context, endpoint: endpoint, service: self, values: values))
  }

  /// Reads the lexicons again, and logs how that went.
  ///
  /// - Throws: `LexiconError` when one cannot be read; the old ones stay.
  func reload() throws(LexiconError) {
    do {
      try store.reload()
      logger.notice("lexicons loaded again", metadata: ["names": "\(nameCount)"])
    } catch {
      logger.error("lexicons not loaded again; the old ones stay", metadata: ["error": "\(error)"])
      throw error
    }
  }

  /// The names in all lexicons.
  var nameCount: Int { store.current.lexicons.lexicons.reduce(0) { $0 + $1.nameCount } }

  /// Whether it takes requests.
  var isReady: Bool { !isStopping.load(ordering: .relaxed) }

  /// Lets balancers know that it is going away.
  func beginStopping() { isStopping.store(true, ordering: .relaxed) }

  /// The URL that was set for it, without a slash at its end; nil when it is that of each request.
  var outerURL: String? {
    guard !settings.baseURL.isEmpty else { return nil }
    return settings.baseURL.hasSuffix("/") ? String(settings.baseURL.dropLast()) : settings.baseURL
  }

  /// The URL of the service as the client of a request sees it.
  func baseURL(_ request: Request) throws(Problem) -> String {
    if let outerURL { return outerURL }
    let host = request.head.authority ?? ""
    guard !host.isEmpty else { throw .wrong("the header 'Host' does not name a host") }
    return "http://" + host
  }
}
