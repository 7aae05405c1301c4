import HTTPTypes
import Hummingbird
import NIOCore

/// An answer that says why a request was refused: problem details (RFC 9457), whose `detail` is a sentence with a way out.
package struct Problem: Error, CustomStringConvertible {
  let status: HTTPResponse.Status
  let detail: String
  var headers: HTTPFields = [:]

  init(_ status: HTTPResponse.Status, _ detail: String, headers: HTTPFields = [:]) {
    self.status = status
    self.detail = detail
    self.headers = headers
  }

  package var description: String { "\(status.code): \(detail)" }

  static func wrong(_ detail: String) -> Problem { Problem(.badRequest, detail) }

  static func tooLarge(_ detail: String) -> Problem { Problem(.contentTooLarge, detail) }

  /// The service as a whole, or a client, has more to do than it may.
  static func busy(_ status: HTTPResponse.Status, _ detail: String) -> Problem {
    Problem(status, detail, headers: [.retryAfter: "1"])
  }

  var response: Response {
    Response(status: status, headers: fields, body: .init(byteBuffer: body))
  }

  /// The headers of the response.
  var fields: HTTPFields {
    var fields = headers
    fields[.contentType] = "application/problem+json"
    return fields
  }

  /// The body of the response.
  var body: ByteBuffer {
    JSONOutput.buffer(Body(title: status.reasonPhrase, status: status.code, detail: detail))
  }

  private struct Body: Encodable {
    let title: String
    let status: Int
    let detail: String
  }
}
