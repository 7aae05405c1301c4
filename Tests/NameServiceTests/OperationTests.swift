import CoreMetrics
import Glibc
import HTTPTypes
import NIOPosix
import Synchronization
import TestSupport
import Testing

@testable import NameService

/// Keys, limits of work, reloading, metrics and the headers of all responses.
@Suite struct OperationTests {
  private static let key = "0123456789abcdefghij"

  private func keyed() throws -> (TestService, TemporaryFolder) {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("another-key-of-someone\n\(Self.key)\n".utf8), to: "keys")
    return (try TestService(["keys-file": path, "enable-reload": "true"]), folder)
  }

  @Test func keysOpenAllThatIsClosed() async throws {
    let (service, folder) = try keyed()
    defer { withExtendedLifetime(folder) {} }
    for endpoint in NameService.endpoints {
      let target = endpoint.path.replacing("{id}", with: "p2").replacing("{dataset}", with: "default")
      let without = try await service.send(endpoint.method, target)
      #expect((without.status == 401) == (endpoint.access != .open), "\(endpoint.path): \(without.status)")
      if endpoint.access != .open { #expect(without.headers[.wwwAuthenticate] == "Bearer") }
      let with = try await service.send(
        endpoint.method, target, headers: [.authorization: "Bearer \(Self.key)"])
      #expect(with.status != 401, "\(endpoint.path)")
    }
  }

  @Test(arguments: [
    "Bearer", "Bearer ", "Bearer x", "Basic 0123456789abcdefghij", "0123456789abcdefghij",
    "Bearer 0123456789abcdefghi",
    "Bearer 0123456789abcdefghijk", "Bearer 0123456789abcdefghij0123456789abcdefghij",
    "Bearer  0123456789abcdefghij",
  ])
  func wrongKeys(_ header: String) async throws {
    let (service, folder) = try keyed()
    defer { withExtendedLifetime(folder) {} }
    #expect(try await service.get("/lookup?name=a", headers: [.authorization: header]).status == 401)
  }

  /// Clients of OpenSanctions' API send theirs in this way.
  @Test func keysAreAlsoCalledApiKey() async throws {
    let (service, folder) = try keyed()
    defer { withExtendedLifetime(folder) {} }
    for header in ["ApiKey \(Self.key)", "apikey \(Self.key)", "BEARER \(Self.key)"] {
      #expect(try await service.get("/lookup?name=a", headers: [.authorization: header]).status == 200)
    }
  }

  @Test func preflightsNeedNoKey() async throws {
    let (service, folder) = try keyed()
    defer { withExtendedLifetime(folder) {} }
    let reply = try await service.send(.options, "/reconcile/v1/match")
    #expect(reply.status == 204)
    #expect(reply.headers[.accessControlAllowOrigin] == "*")
    #expect(reply.headers[.accessControlAllowMethods] == "POST, OPTIONS")
    #expect(reply.headers[.accessControlAllowHeaders] == "Authorization, Content-Type")
    #expect(try await service.send(.options, "/nothing").status == 404)
  }

  @Test func everyResponseHasItsHeaders() async throws {
    let service = try TestService()
    for target in [
      "/", "/reconcile", "/reconcile/v1", "/lookup?name=a", "/nothing", "/metrics",
      "/reconcile/preview?id=p2",
    ] {
      let reply = try await service.get(target)
      #expect(reply.headers[.accessControlAllowOrigin] == "*", "\(target)")
      #expect(reply.headers[.xContentTypeOptions] == "nosniff", "\(target)")
      #expect(reply.headers[.contentSecurityPolicy]?.contains("default-src 'none'") == true, "\(target)")
    }
    let closed = try TestService(["allow-origin": "none"])
    #expect(try await closed.get("/reconcile").headers[.accessControlAllowOrigin] == nil)
    let one = try TestService(["allow-origin": "https://a.example"])
    #expect(try await one.get("/reconcile").headers[.accessControlAllowOrigin] == "https://a.example")
  }

  @Test func headsHaveNoBody() async throws {
    for (target, status) in [("/lookup?name=a", 200), ("/lookup?nam=a", 400), ("/nothing", 404)] {
      let reply = try await TestService().send(.head, target)
      #expect(reply.status == status, "\(target)")
      #expect(reply.bytes.isEmpty, "\(target)")
    }
  }

  // MARK: Work

  /// Takes a thread until it is let go.
  private final class Gate: Sendable {
    private let isOpen = Atomic<Bool>(false)
    func open() { isOpen.store(true, ordering: .releasing) }
    func wait(_ work: Work) throws {
      while !isOpen.load(ordering: .acquiring) {
        try work.check()
        usleep(1_000)
      }
    }
  }

  /// Waits until so much is admitted.
  private func admitted(_ count: Int, by pool: WorkPool) async throws {
    while pool.count < count { try await Task.sleep(for: .milliseconds(1)) }
  }

  @Test func tooMuchWorkIsRefused() async throws {
    let service = try TestService(["max-work": "1", "threads": "1"])
    let gate = Gate()
    let pool = service.service.pool
    async let running: Void = pool.run(for: "a", within: TestService.longTime) { try gate.wait($0) }
    try await admitted(1, by: pool)
    let refused = try await service.get("/lookup?name=a")
    #expect(refused.status == 503)
    #expect(refused.headers[.retryAfter] == "1")
    // What needs no search is answered.
    #expect(try await service.get("/healthz").status == 200)
    gate.open()
    try await running
    #expect(try await service.get("/lookup?name=a").status == 200)
  }

  @Test func oneClientDoesNotTakeAll() async throws {
    let service = try TestService(["max-client-work": "1", "threads": "2"])
    let gate = Gate()
    let pool = service.service.pool
    async let running: Void = pool.run(for: "greedy", within: TestService.longTime) { try gate.wait($0) }
    try await admitted(1, by: pool)
    let refused = try await service.send(.get, "/lookup?name=a", client: "greedy")
    #expect(refused.status == 429)
    #expect(refused.headers[.retryAfter] == "1")
    #expect(try await service.send(.get, "/lookup?name=a", client: "other").status == 200)
    gate.open()
    try await running
    #expect(try await service.send(.get, "/lookup?name=a", client: "greedy").status == 200)
  }

  @Test func workThatTakesTooLongIsGivenUp() async throws {
    let service = try TestService(["threads": "1"])
    let pool = service.service.pool
    let gate = Gate()
    let problem = await #expect(throws: Problem.self) {
      try await pool.run(for: "a", within: .milliseconds(20)) { try gate.wait($0) }
    }
    #expect(problem?.status == .serviceUnavailable)
    #expect(problem?.headers[.retryAfter] == "1")
    // The thread is free again.
    #expect(try await service.get("/lookup?name=a").status == 200)
  }

  @Test func aPoolThatGoesLeavesNoThread() async throws {
    weak var threads: NIOThreadPool?
    do {
      let pool = WorkPool(threads: 2, limit: 1, clientLimit: 0)
      threads = pool.pool
      #expect(try await pool.run(for: "a", within: TestService.longTime) { _ in 7 } == 7)
    }
    // The threads hold it until they end.
    for _ in 0..<3000 where threads != nil { try await Task.sleep(for: .milliseconds(10)) }
    #expect(threads == nil)
  }

  // MARK: Reloading

  @Test func reloadingShowsNewNames() async throws {
    let service = try TestService(["enable-reload": "true"])
    #expect(try await service.get("/entities/new").status == 404)
    let before = service.service.store.current
    let rows = TestService.rows + [["new", "Sana Hakim", "person", "", "name", "", ""]]
    try service.folder.replace("people.ism", with: try SmallLexicon(rows: rows).bytes)
    #expect(try await service.send(.post, "/-/reload").status == 200)
    #expect(try await service.get("/entities/new").status == 200)
    // A request that began before goes on with what it had.
    #expect(before.entity(id: "p2") != nil)
    #expect(before.entity(id: "new") == nil)
  }

  @Test func reloadingABrokenFileKeepsTheOld() async throws {
    let service = try TestService(["enable-reload": "true"])
    try service.folder.replace("people.ism", with: Array("not a lexicon".utf8))
    #expect(try await service.send(.post, "/-/reload").status == 500)
    #expect(try await service.get("/entities/p2").status == 200)
  }

  @Test func reloadingIsOffAndNotForPages() async throws {
    #expect(try await TestService().send(.post, "/-/reload").status == 404)
    let service = try TestService(["enable-reload": "true"])
    #expect(try await service.send(.post, "/-/reload", headers: [.origin: "https://a.example"]).status == 403)
  }

  @Test func stoppingIsNotReady() async throws {
    let service = try TestService()
    service.service.beginStopping()
    #expect(try await service.get("/readyz").status == 503)
    #expect(try await service.get("/healthz").status == 200)
  }

  // MARK: Metrics

  @Test func requestsAreCounted() async throws {
    let service = try TestService()
    for _ in 0..<3 { _ = try await service.get("/lookup?name=a") }
    _ = try await service.get("/lookup?nam=a")
    _ = try await service.get("/made/up/path")
    _ = try await service.send(.options, "/made/up/path")
    let text = try await service.get("/metrics").text
    #expect(text.contains("http_requests_total{method=\"GET\",route=\"/lookup\",status=\"200\"} 3\n"))
    #expect(text.contains("http_requests_total{method=\"GET\",route=\"/lookup\",status=\"400\"} 1\n"))
    #expect(
      text.contains("http_request_duration_seconds_bucket{method=\"GET\",route=\"/lookup\",le=\"+Inf\"} 4\n"))
    #expect(text.contains("ism_lexicon_names{lexicon=\"0\"} \(TestService.rows.count - 1)\n"))
    #expect(text.contains("http_requests_total{method=\"GET\",route=\"unknown\",status=\"404\"} 1\n"))
    #expect(text.contains("http_requests_total{method=\"OPTIONS\",route=\"unknown\",status=\"404\"} 1\n"))
    #expect(!text.contains("made"))
  }

  @Test func metricsHaveTheirFormat() {
    let metrics = PrometheusMetrics()
    Counter(label: "a.b", dimensions: [("x", "q\"\\\n")], factory: metrics).increment(by: 2)
    Recorder(label: "r", dimensions: [], aggregate: true, factory: metrics).record(0.3)
    Meter(label: "m", factory: metrics).set(1.5)
    let text = metrics.text()
    #expect(text.contains("# TYPE a_b counter\na_b{x=\"q\\\"\\\\\\n\"} 2\n"))
    #expect(text.contains("# TYPE m gauge\nm 1.5\n"))
    #expect(text.contains("r_bucket{le=\"0.25\"} 0\nr_bucket{le=\"0.5\"} 1\n"))
    #expect(text.contains("r_sum 0.3\nr_count 1\n"))
  }
}
