import FoundationEssentials
import HTTPTypes
import Hummingbird
import NIOCore

/// Writes answers as the command does with `--format jsonl`.
enum JSONOutput {
  /// The bytes of an answer.
  ///
  /// Answers hold strings and finite numbers, which can always be encoded.
  static func buffer(_ answer: some Encodable) -> ByteBuffer {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(answer) else { preconditionFailure("an answer cannot be encoded") }
    return ByteBuffer(bytes: data)
  }

  /// A response with an answer.
  static func response(_ answer: some Encodable) -> Response { response(buffer(answer)) }

  /// A response with bytes of JSON.
  static func response(_ bytes: ByteBuffer) -> Response {
    Response(status: .ok, headers: [.contentType: "application/json"], body: .init(byteBuffer: bytes))
  }
}
