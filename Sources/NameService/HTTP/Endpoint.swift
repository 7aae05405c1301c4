import HTTPTypes
import Hummingbird
import Logging

/// One thing that the service answers: its route, its documentation and its code.
///
/// The router, the OpenAPI document and the refusal of unknown parameters are all made of these.
struct Endpoint: Sendable {
  /// Who may ask.
  enum Access: Sendable {
    /// Everybody.
    case open
    /// Who brings a key, when there are keys.
    case key
    /// The same; and it changes what the service does, so pages of other origins may not ask.
    case operation
  }

  /// What the body of a request is.
  enum Body: Sendable {
    /// JSON of a schema.
    case json(JSONValue)
    /// A form with the same fields as the query.
    case form
  }

  /// What the body of a response is.
  enum Answer: Sendable {
    /// JSON of a schema in `schemas.json`.
    case json(String)
    /// Another media type.
    case text(String)
  }

  let method: HTTPRequest.Method
  /// Parts in braces are parameters: `/entities/{id}`.
  let path: String
  let group: String
  let summary: String
  var parameters: [Parameter] = []
  var body: Body?
  let answer: Answer
  var access = Access.key
  /// Whether parameters that it does not know are refused; the protocols of others let clients send more.
  var isStrict = true
  let handle: @Sendable (Call) async throws -> Response

  /// The names of the parameters in the path.
  var pathParameters: [String] {
    path.split(separator: "/").filter { $0.hasPrefix("{") }.map { String($0.dropFirst().dropLast()) }
  }
}

/// A request to an endpoint.
struct Call: Sendable {
  let request: Request
  let context: ServiceContext
  let endpoint: Endpoint
  let service: NameService
  /// The parameters of the query.
  let values: Values

  /// A part of the path.
  func pathPart(_ name: String) throws(Problem) -> String {
    let pattern = endpoint.path.split(separator: "/")
    let parts = request.uri.path.split(separator: "/")
    guard let place = pattern.firstIndex(of: "{\(name)}"), place < parts.count else {
      preconditionFailure("the path has no part '\(name)'")
    }
    return try FormText.pathPart(parts[place])
  }

  /// The body.
  func body() async throws -> [UInt8] {
    let limit = service.settings.limits.body
    let tooLarge = Problem.tooLarge("the body is larger than \(limit) bytes (setting max-body)")
    if let length = request.headers[.contentLength], Int(length) ?? 0 > limit { throw tooLarge }
    var bytes: [UInt8] = []
    do {
      for try await buffer in request.body {
        guard bytes.count + buffer.readableBytes <= limit else { throw tooLarge }
        bytes.append(contentsOf: buffer.readableBytesView)
      }
    } catch let problem as Problem {
      throw problem
    } catch is SlowBody {
      throw Problem(.requestTimeout, "the body did not arrive in time")
    } catch {
      // Its framing is broken, or the client has gone and nobody reads this.
      throw Problem.wrong("the body cannot be read: \(error)")
    }
    return bytes
  }

  /// The body as JSON.
  func json() async throws -> JSONValue {
    guard mediaType == "application/json" else {
      throw Problem(
        .unsupportedMediaType, "the body must be JSON, with the header 'Content-Type: application/json'")
    }
    do {
      return try JSONReader.value(of: try await body())
    } catch let problem as JSONReader.Problem {
      throw Problem.wrong(problem.description)
    }
  }

  /// The body as a form, whose text has the syntax of a query.
  func form() async throws -> String {
    guard mediaType == "application/x-www-form-urlencoded" else {
      throw Problem(
        .unsupportedMediaType,
        "the body must be a form, with the header 'Content-Type: application/x-www-form-urlencoded'")
    }
    guard let text = String(validating: try await body(), as: UTF8.self) else {
      throw Problem.wrong("the form is not UTF-8")
    }
    return text
  }

  /// The media type of the body without its parameters.
  private var mediaType: String? {
    request.headers[.contentType].map { type in
      type.split(separator: ";", omittingEmptySubsequences: false)[0].trimmed.lowercased()
    }
  }

  /// What is wrong with items of a batch, by their places; the others are answered.
  ///
  /// - Throws: the problem of an item that is alone.
  func problems<Item>(
    _ items: [Item], _ check: (Item) throws(Problem) -> Void
  ) throws(Problem) -> [Int: Problem] {
    var problems: [Int: Problem] = [:]
    for (place, item) in items.enumerated() {
      do {
        try check(item)
      } catch {
        if items.count == 1 { throw error }
        problems[place] = error
      }
    }
    if !problems.isEmpty {
      // Not what is wrong: that may quote what was asked for.
      service.logger.notice(
        "items of a batch were not answered",
        metadata: ["route": "\(endpoint.path)", "items": "\(problems.count)", "client": "\(context.client)"])
    }
    return problems
  }

  /// Runs `body` with the lexicon of now on one of the threads that search.
  func work<Value: Sendable>(
    _ body: @escaping @Sendable (LoadedLexicon, Work) throws -> Value
  ) async throws -> Value {
    let lexicon = service.store.current
    return try await service.pool.run(
      for: context.client, within: .seconds(service.settings.limits.seconds)
    ) { work in
      try body(lexicon, work)
    }
  }
}
