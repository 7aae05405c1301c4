import Configuration
import HTTPTypes
import Hummingbird
import Logging
import NIOCore
import NameSearch
import TestSupport

@testable import NameService

/// The service of a few names without a connection: requests go through its router, as they would from one.
struct TestService {
  /// What it answered.
  struct Reply {
    let status: Int
    let headers: HTTPFields
    let bytes: [UInt8]

    var text: String { String(decoding: bytes, as: UTF8.self) }
    /// The body as JSON; null when it is none.
    var json: JSONValue { (try? JSONReader.value(of: bytes)) ?? .null }
    /// Why there is no answer.
    var detail: String { json["detail"].string ?? "" }
  }

  /// Two groups with one name, people, and entities with awkward ids.
  static let rows: [[String]] = [
    ["id", "name", "kind", "language", "role", "from", "until"],
    ["org:jaysh-al-izza", "جيش العزة", "armed-group", "ar", "name", "", ""],
    ["org:jaysh-al-izza", "Jaysh al-Izza", "armed-group", "ar-Latn", "name", "", ""],
    ["org:jaysh-al-izza", "Tajamu' al-'Izza", "armed-group", "ar-Latn", "previousName", "", "2016"],
    ["org:jaysh-al-izza", "Army of Glory", "armed-group", "en", "translation", "", ""],
    ["p/1", "محمد علي", "person", "ar", "name", "", ""],
    ["p/1", "Mohd. Ali", "person", "ar-Latn", "weakAlias", "", ""],
    ["p2", "Bashar al-Assad", "person", "ar-Latn", "name", "", ""],
    ["twin-1", "Khalid Ibrahim", "person", "ar-Latn", "name", "", ""],
    ["twin-2", "Khalid Ibrahim", "person", "ar-Latn", "name", "", ""],
    ["p3", "سَامِي حَدَّاد", "person", "ar", "name", "", ""],
    ["p3", "Sami Haddad", "person", "ar-Latn", "name", "", ""],
    ["place:zabadani", "Zabadani", "city", "ar-Latn", "name", "", ""],
    ["name:zabadani", "Zabadani", "nisba", "ar-Latn", "name", "", ""],
    ["html", "<b>Nur & \"Co\"</b>", "company", "", "name", "", ""],
  ]

  let service: NameService
  private let responder: RouterResponder<ServiceContext>
  /// Keeps the folder of the lexicon.
  let folder: TemporaryFolder

  /// Longer than any test runs.
  static let longTime = Duration.seconds(3600)

  /// Makes it with settings by their names, such as `["max-body": "10"]`.
  init(_ settings: [String: String] = [:], rows: [[String]] = TestService.rows) throws {
    folder = try TemporaryFolder()
    try folder.write(try SmallLexicon(rows: rows).bytes, to: "people.ism")
    var flags = settings
    flags["lexicon"] = flags["lexicon"] ?? folder.file("people.ism")
    flags["no-default-lexicon"] = "true"
    // All tests run at once, so that a request may wait long for a core.
    flags["max-time"] = flags["max-time"] ?? "3600"
    var logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    service = try NameService(
      ServiceSettings(flags: flags.mapValues { .string($0) }), version: "1.2.3", logger: logger)
    responder = service.router().buildResponder()
  }

  /// Sends a request.
  func send(
    _ method: HTTPRequest.Method, _ target: String, headers: HTTPFields = [:], body: [UInt8] = [],
    client: String = "test", authority: String? = "ism.test:8080"
  ) async throws -> Reply {
    var head = HTTPRequest(method: method, scheme: "http", authority: authority, path: target)
    head.headerFields = headers
    let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(bytes: body)))
    let response = try await responder.respond(
      to: request, context: ServiceContext(client: client, logger: service.logger))
    let collected = CollectedBody()
    try await response.body.write(BodyWriter(collected: collected))
    return Reply(status: response.status.code, headers: response.headers, bytes: await collected.bytes)
  }

  func get(_ target: String, headers: HTTPFields = [:]) async throws -> Reply {
    try await send(.get, target, headers: headers)
  }

  /// Sends JSON.
  func post(_ target: String, _ json: String, headers: HTTPFields = [:]) async throws -> Reply {
    var fields = headers
    fields[.contentType] = "application/json"
    return try await send(.post, target, headers: fields, body: Array(json.utf8))
  }

  /// Sends a form of one field.
  func form(_ target: String, _ name: String, _ value: String) async throws -> Reply {
    let body = Array("\(name)=\(Self.encoded(value))".utf8)
    return try await send(
      .post, target, headers: [.contentType: "application/x-www-form-urlencoded"], body: body)
  }

  /// A text as it stands in a URL.
  static func encoded(_ text: String) -> String {
    text.utf8.map { byte in
      let letter = Character(Unicode.Scalar(byte))
      if letter.isASCII, letter.isLetter || letter.isNumber { return String(letter) }
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count < 2 ? "0" : "") + digits
    }.joined()
  }
}

/// The body of a response.
private actor CollectedBody {
  var bytes: [UInt8] = []
  func append(_ buffer: ByteBuffer) { bytes += Array(buffer.readableBytesView) }
}

private struct BodyWriter: ResponseBodyWriter {
  let collected: CollectedBody
  func write(_ buffer: ByteBuffer) async throws { await collected.append(buffer) }
  func finish(_ trailingHeaders: HTTPFields?) async throws {}
}

extension JSONValue {
  /// A field; null when there is none.
  subscript(name: String) -> JSONValue { object?[name] ?? .null }
  /// An element; null when there is none.
  subscript(place: Int) -> JSONValue {
    guard let array, array.indices.contains(place) else { return .null }
    return array[place]
  }
  /// A number; nil when it is something else.
  var number: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }
}
