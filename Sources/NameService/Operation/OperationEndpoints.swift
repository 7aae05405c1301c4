import HTTPTypes
import Hummingbird
import NIOCore
import NameSearch

/// What those need who run the service.
enum OperationEndpoints {
  static let all = [health, readiness, metrics, version, reload, openAPI]

  private struct Status: Encodable {
    let status: String
  }

  private static let health = Endpoint(
    method: .get, path: "/healthz", group: "operation", summary: "Whether the process is alive.",
    answer: .json("Status"), access: .open
  ) { _ in JSONOutput.response(Status(status: "ok")) }

  private static let readiness = Endpoint(
    method: .get, path: "/readyz", group: "operation",
    summary: "Whether requests are welcome: 503 while the service stops.", answer: .json("Status"),
    access: .open
  ) { call in
    guard call.service.isReady else { throw Problem.busy(.serviceUnavailable, "the service is stopping") }
    return JSONOutput.response(Status(status: "ok"))
  }

  private static let metrics = Endpoint(
    method: .get, path: "/metrics", group: "operation", summary: "Counts and times, for Prometheus.",
    answer: .text("text/plain")
  ) { call in
    let service = call.service
    let text = service.measures.text(service.store.current, waiting: service.pool.count)
    return Response(
      status: .ok, headers: [.contentType: "text/plain; version=0.0.4; charset=utf-8"],
      body: .init(byteBuffer: ByteBuffer(string: text)))
  }

  private struct Version: Encodable {
    struct Item: Encodable {
      let name: String
      let hash: String
      let title: String?
      let version: String?
      let licence: String?
      let entities: Int
      let names: Int
    }

    let version: String
    let lexicons: [Item]
  }

  private static let version = Endpoint(
    method: .get, path: "/version", group: "operation",
    summary: "The versions of the program and of its lexicons, with the hashes of their content.",
    answer: .json("Version")
  ) { call in
    let lexicons = call.service.store.current.lexicons.lexicons.map { lexicon in
      let meta = Dictionary(lexicon.meta.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
      return Version.Item(
        name: lexicon.shortName, hash: lexicon.hash, title: meta["title"], version: meta["version"],
        licence: meta["licence"], entities: lexicon.entityCount, names: lexicon.nameCount)
    }
    return JSONOutput.response(Version(version: call.service.version, lexicons: lexicons))
  }

  private static let reload = Endpoint(
    method: .post, path: "/-/reload", group: "operation",
    summary: "Reads the lexicons again. Only with the setting enable-reload.", answer: .json("Status"),
    access: .operation
  ) { call in
    do {
      try call.service.reload()
    } catch {
      throw Problem(.internalServerError, "the lexicons were not read; the old ones stay. The log says why")
    }
    return JSONOutput.response(Status(status: "ok"))
  }

  private static let openAPI = Endpoint(
    method: .get, path: "/openapi.json", group: "operation", summary: "This interface, as OpenAPI 3.1.",
    answer: .json("Any"), access: .open
  ) { call in
    let service = call.service
    return JSONOutput.response(
      OpenAPI.document(NameService.endpoints, version: service.version, server: service.outerURL ?? "/"))
  }
}

extension Lexicon {
  /// The name of its file without folders, which concern nobody outside.
  var shortName: String { name.split(separator: "/").last.map(String.init) ?? name }
}
