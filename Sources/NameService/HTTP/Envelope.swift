import CoreMetrics
import HTTPTypes
import Hummingbird
import Logging

/// What every response has in common: headers, errors as JSON, a line in the log, and a count.
struct Envelope: RouterMiddleware {
  typealias Context = ServiceContext
  let service: NameService
  let endpoints: [Endpoint]

  func handle(
    _ request: Request, context: ServiceContext, next: (Request, ServiceContext) async throws -> Response
  ) async throws -> Response {
    let start = ContinuousClock.now
    var response: Response
    do {
      try Host.check(request)
      response = try await request.method == .options ? preflight(request) : next(request, context)
    } catch let problem as Problem {
      response = problem.response
    } catch let error as HTTPError where error.status == .notFound {
      response = unknown(request).response
    } catch {
      service.logger.error("a request failed", metadata: ["error": "\(error)"])
      response = Problem(.internalServerError, "the service failed; its log says why").response
    }
    service.headers.add(to: &response.headers)
    // Also a refusal has no body then, or the client takes it for the next answer.
    if request.method == .head { response = response.createHeadResponse() }
    // The router calls its own refusal so.
    let route = context.endpointPath.flatMap { $0 == "NotFound" ? nil : $0 } ?? "unknown"
    service.measures.count(request.method, route, response.status, ContinuousClock.now - start)
    log(request, context, route, response, ContinuousClock.now - start)
    return response
  }

  /// Answers what no route does: a path that there is not, or a method that a path does not have.
  private func unknown(_ request: Request) -> Problem {
    let methods = methods(of: request.uri.path)
    guard !methods.isEmpty else {
      return Problem(.notFound, "there is nothing here; /openapi.json lists what there is")
    }
    let list = methods.joined(separator: ", ")
    return Problem(.methodNotAllowed, "this path knows: \(list)", headers: [.allow: list])
  }

  private func methods(of path: String) -> [String] {
    let parts = path.split(separator: "/")
    let methods = endpoints.filter { endpoint in
      let pattern = endpoint.path.split(separator: "/")
      return pattern.count == parts.count
        && zip(pattern, parts).allSatisfy { $0 == $1 || $0.hasPrefix("{") }
    }.flatMap { $0.method == .get ? ["GET", "HEAD"] : [$0.method.rawValue] }
    return methods.isEmpty ? [] : methods + ["OPTIONS"]
  }

  /// Tells a browser which requests to a path pages may make.
  private func preflight(_ request: Request) throws(Problem) -> Response {
    let methods = methods(of: request.uri.path)
    guard !methods.isEmpty else { throw unknown(request) }
    var fields: HTTPFields = [.allow: methods.joined(separator: ", ")]
    if service.headers.allowedOrigin != nil {
      fields[.accessControlAllowMethods] = methods.joined(separator: ", ")
      fields[.accessControlAllowHeaders] = "Authorization, Content-Type"
      fields[.accessControlMaxAge] = "86400"
    }
    return Response(status: .noContent, headers: fields)
  }

  private func log(
    _ request: Request, _ context: ServiceContext, _ route: String, _ response: Response, _ time: Duration
  ) {
    guard service.logger.logLevel <= .info else { return }
    var metadata: Logger.Metadata = [
      "method": "\(request.method)", "route": "\(route)", "status": "\(response.status.code)",
      "client": "\(context.client)", "milliseconds": "\(time / .milliseconds(1))",
    ]
    if let bytes = response.body.contentLength { metadata["bytes"] = "\(bytes)" }
    // What people look for is nobody's business, so it is left out unless it was asked for.
    if service.settings.logsQueries { metadata["target"] = "\(request.uri)" }
    service.logger.info("request", metadata: metadata)
  }
}
