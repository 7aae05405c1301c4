import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// A body that did not arrive in time.
struct SlowBody: Error {}

/// Keeps clients that are slow, or that never come to an end, from holding a connection.
///
/// * A new connection that sends no complete head in time is answered 408 and closed; one that was used before is only closed.
/// * A body that does not arrive in time ends with `SlowBody`.
/// * A client that asks before it sends a body (RFC 9110, section 10.1.1) is told to go on, or it would wait for that.
/// * When a response is written while its request is still coming, the connection closes behind the response. The client gets a
///   moment to read it, since closing at once could make it lose what was sent.
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let time: TimeAmount
  private let idleTime: TimeAmount
  private static let partingTime = TimeAmount.seconds(2)
  private var timer: Scheduled<Void>?
  /// Whether the end of the last request has not come.
  private var isReading = false
  /// Requests without a complete response.
  private var waiting = 0
  private var wasUsed = false
  private var isParting = false

  init(time: TimeAmount, idleTime: TimeAmount) {
    self.time = time
    self.idleTime = idleTime
  }

  func channelActive(context: ChannelHandlerContext) {
    waitForHead(context)
    context.fireChannelActive()
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { waitForHead(context) }
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    context.fireChannelInactive()
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard !isParting else { return }
    switch unwrapInboundIn(data) {
    case .head(let head):
      isReading = true
      waiting += 1
      wasUsed = true
      if head.headerFields[.expect]?.lowercased() == "100-continue" {
        context.writeAndFlush(wrapOutboundOut(.head(HTTPResponse(status: .continue))), promise: nil)
      }
      start(context, time) { $0.fireErrorCaught(SlowBody()) }
    case .body: break
    case .end:
      isReading = false
      timer?.cancel()
    }
    context.fireChannelRead(data)
  }

  func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
    switch unwrapOutboundIn(data) {
    case .head(var head) where isAnsweringEarly:
      head.headerFields[.connection] = "close"
      context.write(wrapOutboundOut(.head(head)), promise: promise)
    case .end where isAnsweringEarly:
      context.write(data, promise: promise)
      part(context)
    case .end:
      context.write(data, promise: promise)
      waiting -= 1
      if waiting <= 0 { waitForHead(context) }
    default:
      context.write(data, promise: promise)
    }
  }

  /// Whether what is written answers a request whose end has not come; of several, it is the last.
  private var isAnsweringEarly: Bool { isReading && waiting == 1 }

  private func waitForHead(_ context: ChannelHandlerContext) {
    if wasUsed {
      start(context, idleTime) { $0.close(promise: nil) }
    } else {
      start(context, time) { context in
        let fields: HTTPFields = [.connection: "close", .contentLength: "0"]
        context.write(
          self.wrapOutboundOut(.head(HTTPResponse(status: .requestTimeout, headerFields: fields))),
          promise: nil)
        context.writeAndFlush(self.wrapOutboundOut(.end(nil)), promise: nil)
        context.close(promise: nil)
      }
    }
  }

  private func part(_ context: ChannelHandlerContext) {
    isParting = true
    context.flush()
    context.close(mode: .output, promise: nil)
    start(context, Self.partingTime) { $0.close(promise: nil) }
  }

  private func start(
    _ context: ChannelHandlerContext, _ time: TimeAmount, _ body: @escaping (ChannelHandlerContext) -> Void
  ) {
    timer?.cancel()
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: time) { body(context) }
  }
}
