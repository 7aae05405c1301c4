import HTTPTypes
import Hummingbird
import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// Says in the head of a request what only its version of HTTP says, since everything behind it sees no version.
///
/// * HTTP/1.0 has no `Host` (RFC 9112, section 3.2), so an empty one takes its place; who speaks HTTP/1.1 must send it.
/// * A client of HTTP/1.0, or one that says `close` in any spelling, waits for the end of the connection (section 9.3).
final class HeadGuard: ChannelInboundHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias InboundOut = HTTPServerRequestPart

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard case .head(var head) = unwrapInboundIn(data) else { return context.fireChannelRead(data) }
    let isOld = head.version.major == 1 && head.version.minor == 0
    if isOld, !head.headers.contains(name: "Host") { head.headers.add(name: "Host", value: "") }
    let options = head.headers[canonicalForm: "Connection"]
    if isOld || options.contains(where: { $0.lowercased() == "close" }) {
      head.headers.replaceOrAdd(name: "Connection", value: "close")
    }
    context.fireChannelRead(wrapInboundOut(.head(head)))
  }
}

/// Hummingbird's channel for HTTP/1 with a `HeadGuard` behind the parser.
struct GuardedChannel: ServerChildChannel {
  let http: HTTP1Channel

  func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<HTTP1Channel.Value> {
    http.setup(channel: channel, logger: logger).flatMapThrowing { value in
      let pipeline = channel.pipeline.syncOperations
      let codec = try pipeline.handler(type: HTTP1ToHTTPServerCodec.self)
      try pipeline.addHandler(HeadGuard(), position: .before(codec))
      return value
    }
  }

  func handle(value: HTTP1Channel.Value, logger: Logger) async {
    await http.handle(value: value, logger: logger)
  }
}
