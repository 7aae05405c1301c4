import HTTPTypes
import NIOCore
import NIOHTTPTypes

/// A body that did not arrive in time.
struct SlowBody: Error {}

/// Keeps clients that are slow, or that never come to an end, from holding a connection.
///
/// * A new connection that sends no complete head in time is answered 408 and closed; one that was used before is only closed.
/// * What is no HTTP is answered 400 as other refusals are; the framework alone would say nothing besides.
/// * A body that does not arrive in time ends with `SlowBody`.
/// * A client that asks before it sends a body (RFC 9110, section 10.1.1) is told to go on, or it would wait for that.
/// * When a response is written while its request is still coming, the connection closes behind the response. The client gets a
///   moment to read it, since closing at once could make it lose what was sent.
/// * The last response of a connection says so (RFC 9112, section 9.6).
final class ConnectionGuard: ChannelDuplexHandler, RemovableChannelHandler {
  typealias InboundIn = HTTPRequestPart
  typealias InboundOut = HTTPRequestPart
  typealias OutboundIn = HTTPResponsePart
  typealias OutboundOut = HTTPResponsePart

  private let time: TimeAmount
  private let idleTime: TimeAmount
  private let headers: CommonHeaders
  private let note: Note
  private static let partingTime = TimeAmount.seconds(2)
  private var timer: Scheduled<Void>?
  /// Whether the end of the last request has not come.
  private var isReading = false
  /// Requests without a complete response.
  private var waiting = 0
  private var wasUsed = false
  /// Whether the client will send no other request.
  private var isLast = false
  private var isParting = false

  /// Told of what was refused before it was a request, and of the client.
  typealias Note = @Sendable (Problem, _ client: String) -> Void

  /// - Parameters:
  ///   - time: how long a head, and then a body, may take.
  ///   - idleTime: how long a connection may wait for its next request.
  ///   - headers: what answers have that are given here.
  ///   - note: told of these answers.
  init(time: TimeAmount, idleTime: TimeAmount, headers: CommonHeaders, note: @escaping Note) {
    self.time = time
    self.idleTime = idleTime
    self.headers = headers
    self.note = note
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
      if head.headerFields[.connection] == "close" { isLast = true }
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
    // All was said.
    guard !isParting else {
      promise?.succeed()
      return
    }
    switch unwrapOutboundIn(data) {
    case .head(let head) where CommonHeaders.areMissing(in: head.headerFields):
      refuse(context, Problem(head.status, "this is not HTTP/1.1 as RFC 9112 has it"))
      promise?.succeed()
    case .head(var head) where isAnsweringEarly || (isLast && waiting == 1):
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
        self.refuse(
          context,
          Problem(.requestTimeout, "the head of the request did not arrive in time (setting max-time)"))
      }
    }
  }

  /// Answers what is no request, and closes.
  private func refuse(_ context: ChannelHandlerContext, _ problem: Problem) {
    let body = problem.body
    var fields = problem.fields
    headers.add(to: &fields)
    fields[.connection] = "close"
    fields[.contentLength] = "\(body.readableBytes)"
    fields[.date] = Clock.httpDate
    context.write(
      wrapOutboundOut(.head(HTTPResponse(status: problem.status, headerFields: fields))), promise: nil)
    context.write(wrapOutboundOut(.body(body)), promise: nil)
    context.write(wrapOutboundOut(.end(nil)), promise: nil)
    note(problem, context.channel.remoteAddress?.ipAddress ?? "local")
    part(context)
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
