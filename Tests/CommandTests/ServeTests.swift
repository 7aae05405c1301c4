import Foundation
import Glibc
import Testing

/// `ism serve` on a real port: what only a connection shows.
@Suite struct ServeTests {
  @Test func answersReloadsAndStops() throws {
    let service = try ServedProgram("--enable-reload")
    let reply = try service.exchange(
      "GET /lookup?name=Jeish+el-Ezzah HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
    #expect(reply.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(reply.contains("org:jaysh-al-izza"))
    kill(service.process.processIdentifier, SIGHUP)
    try service.waitForLog("lexicons loaded again")
    #expect(try service.exchange("GET /readyz HTTP/1.0\r\n\r\n").contains(" 200 OK\r\n"))
    #expect(service.stop() == 0)
    #expect(service.log.contains("stopped"))
    // What was asked for is not in the log.
    #expect(service.log.contains("route=/lookup"))
    #expect(!service.log.contains("Jeish"))
  }

  @Test func stoppingLetsARequestEnd() throws {
    let service = try ServedProgram("--set", "max-time=60")
    let socket = try service.connect()
    let body = #"{"names":["Jeish el-Ezzah","Kefraya","Khan Shaykhun","Tell Rifaat"]}"#
    // The request has begun, and the service is told to stop before its end has come.
    socket.send(
      "POST /lookup HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body.prefix(30))"
    )
    Thread.sleep(forTimeInterval: 0.3)
    kill(service.process.processIdentifier, SIGTERM)
    Thread.sleep(forTimeInterval: 0.3)
    socket.send(String(body.dropFirst(30)))
    #expect(socket.receive().hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(service.stop() == 0)
  }

  /// Each with its answer, and the service goes on.
  @Test func hostileConnections() throws {
    let service = try ServedProgram("--set", "max-time=1", "--set", "max-body=1000", "--set", "max-idle=2")
    let post = Self.post
    let cases: [(request: String, answer: String)] = [
      ("not HTTP at all\r\n\r\n", "HTTP/1.1 400 "), ("GET / HTTP/9.9\r\n\r\n", "HTTP/1.1 400 "),
      ("GET /lookup?name=a HTTP/1.1\r\nHost: a\r\nBad Header: x\r\n\r\n", "HTTP/1.1 400 "),
      ("GET / HTTP/1.1\r\nHost: a\r\nX: \(String(repeating: "y", count: 200_000))\r\n\r\n", "HTTP/1.1 4"),
      (post + "Content-Length: 5000\r\n\r\n{", "HTTP/1.1 413 "),
      (post + "Content-Length: -1\r\n\r\n{", "HTTP/1.1 400 "),
      (post + "Content-Length: 5\r\nContent-Length: 6\r\n\r\n{}", "HTTP/1.1 400 "),
      (post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", "HTTP/1.1 400 "),
      (
        post + "Transfer-Encoding: chunked\r\n\r\n800\r\n\(String(repeating: " ", count: 2048))\r\n",
        "HTTP/1.1 413 "
      ),
      (post + "Transfer-Encoding: gzip\r\n\r\n{}", "HTTP/1.1 400 "),
      // Two lengths are how one request is hidden in another.
      (post + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "HTTP/1.1 400 "),
      (post + "Content-Length: 99999999999999999999\r\n\r\n{", "HTTP/1.1 400 "),
      // A slow head, and a body that does not come.
      ("GET / HTTP/1.1\r\nHost: a\r\n", "HTTP/1.1 408 "),
      (post + "Content-Length: 50\r\n\r\n{", "HTTP/1.1 408 "),
      ("GET /lookup?name=\u{1} HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 400 "),
      ("GET /lookup?name=\u{0}حلب HTTP/1.1\r\nHost: a\r\n\r\n", "HTTP/1.1 400 "),
      ("GET /healthz HTTP/1.1\r\nHost: a\r\nX: a\u{0}b\r\n\r\n", "HTTP/1.1 400 "),
      // A line that goes on in the next, and one that ends without a carriage return.
      ("GET /healthz HTTP/1.1\r\nHost: a\r\nX: a\r\n b\r\n\r\n", "HTTP/1.1 400 "),
      ("GET /healthz HTTP/1.1\nHost: a\n\n", "HTTP/1.1 400 "),
      ("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "HTTP/1.1 400 "),
      (
        "GET /entities/x%0d%0aSet-Cookie:%20a=b HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n",
        "HTTP/1.1 404 "
      ),
      ("GET /../../etc/passwd HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "HTTP/1.1 404 "),
      ("FROB /lookup HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", "HTTP/1.1 40"),
      // Of two hosts each server could take another.
      ("GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", "HTTP/1.1 400 "),
      ("GET /healthz HTTP/1.1\r\nHost: a\r\nhost: a\r\n\r\n", "HTTP/1.1 400 "),
      ("GET /healthz HTTP/1.0\r\nHost: a\r\nHost: b\r\n\r\n", "HTTP/1.1 400 "),
      ("GET /healthz HTTP/1.1\r\n\r\n", "HTTP/1.1 400 "),
      ("GET /healthz HTTP/1.1\r\nHost: a b\r\n\r\n", "HTTP/1.1 400 "),
    ]
    for item in cases {
      let reply = try service.exchange(item.request)
      #expect(reply.hasPrefix(item.answer), "\(item.request.prefix(60)): \(reply.prefix(60))")
      #expect(!reply.contains("\nSet-Cookie"))
      expectHeaders(reply, item.request)
    }
    #expect(service.log.contains("no request"))
    #expect(try service.exchange("GET /healthz HTTP/1.0\r\n\r\n").contains(" 200 OK\r\n"))
    #expect(service.stop() == 0)
  }

  /// The headers of all answers, in one that stands for no endpoint.
  private func expectHeaders(_ reply: String, _ request: String) {
    let head = (reply.components(separatedBy: "\r\n\r\n").first ?? "").lowercased() + "\r\n"
    for field in [
      "access-control-allow-origin: *\r\n", "x-content-type-options: nosniff\r\n",
      "content-type: application/problem+json\r\n", "content-security-policy: default-src 'none'", "date: ",
    ] {
      #expect(head.contains("\r\n" + field), "\(request.prefix(60)): no \(field) in \(head)")
    }
    #expect(reply.contains(#""detail":""#), "\(request.prefix(60))")
  }

  @Test func originsThatAreNotAllowedAreSoAlsoWhereNoRequestCame() throws {
    let service = try ServedProgram("--allow-origin", "https://a.example")
    #expect(
      try service.exchange("not HTTP\r\n\r\n").contains("Access-Control-Allow-Origin: https://a.example\r\n"))
    let closed = try ServedProgram("--allow-origin", "none")
    let reply = try closed.exchange("not HTTP\r\n\r\n")
    #expect(reply.hasPrefix("HTTP/1.1 400 "))
    #expect(!reply.contains("Access-Control"))
  }

  /// Who speaks HTTP/1.0, or says so, waits for the end of the connection.
  @Test(arguments: [
    "GET /healthz HTTP/1.0\r\n\r\n", "GET /healthz HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
    "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: Close\r\n\r\n",
    "GET /healthz HTTP/1.1\r\nHost: a\r\nConnection: te, close\r\n\r\n",
  ])
  func theLastResponseEndsTheConnection(_ request: String) throws {
    let service = try ServedProgram("--set", "max-idle=3600")
    let socket = try service.connect()
    socket.send(request)
    let reply = socket.receive()
    #expect(reply.hasPrefix("HTTP/1.1 200 OK\r\n"))
    #expect(reply.lowercased().contains("\r\nconnection: close\r\n"))
    #expect(socket.isClosed)
  }

  /// Requests that come without waiting for answers get them in their order, also those that are refused.
  @Test func refusalsKeepTheirPlace() throws {
    let service = try ServedProgram()
    let reply = try service.exchange(
      "GET /search?name=Muhammad+Ali HTTP/1.1\r\nHost: a\r\n\r\nGET /healthz HTTP/1.1\r\n\r\n"
        + "GET /lookup?nam=a HTTP/1.1\r\nHost: a\r\n\r\nGET /healthz HTTP/1.1\r\nHost: a\r\n\r\nnot HTTP\r\n\r\n",
      untilClosed: true)
    let statuses = reply.components(separatedBy: "HTTP/1.1 ").dropFirst().map { $0.prefix(3) }
    #expect(statuses.filter { Int($0) != nil } == ["200", "400", "400", "200", "400"], "\(reply)")
    #expect(reply.contains("'Host' is missing") && reply.contains("unknown parameter 'nam'"))
  }

  /// Another request on the same connection gets its own answer, not the body of a refusal.
  @Test func refusedHeadsHaveNoBody() throws {
    let service = try ServedProgram()
    let reply = try service.exchange(
      "HEAD /nothing HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n", untilClosed: true)
    #expect(reply.hasPrefix("HTTP/1.1 404 ") && reply.hasSuffix("\r\n\r\n"), "\(reply)")
  }

  /// A body without an end is answered when it is too large, and then cut off.
  @Test func bodyWithoutEnd() throws {
    let service = try ServedProgram("--set", "max-body=1000")
    let socket = try service.connect()
    socket.send(
      "POST /lookup HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n"
    )
    let chunk = "400\r\n" + String(repeating: " ", count: 1024) + "\r\n"
    while !socket.hasAnswer, socket.send(chunk) {}
    let reply = socket.receive()
    #expect(reply.hasPrefix("HTTP/1.1 413 "), "\(reply.prefix(60))")
    // Whoever sends on all the same is cut off.
    let start = Date()
    while socket.send(chunk), Date().timeIntervalSince(start) < 30 {}
    #expect(Date().timeIntervalSince(start) < 30)
    #expect(try service.exchange("GET /healthz HTTP/1.0\r\n\r\n").contains(" 200 OK\r\n"))
  }

  /// Bytes that come one by one hold a connection no longer than none.
  @Test(arguments: [
    ("GET / HTTP/1.1\r\nHost: a\r\n", "X: y\r\n"), ("GET /", "a"),
    (post + "Content-Length: 900\r\n\r\n", " "),
    (post + "Transfer-Encoding: chunked\r\n\r\n", "1\r\n \r\n"),
  ])
  func slowRequests(_ start: String, _ piece: String) throws {
    let service = try ServedProgram("--set", "max-time=1")
    let socket = try service.connect()
    socket.send(start)
    for _ in 0..<200 where !socket.hasAnswer {
      socket.send(piece)
      Thread.sleep(forTimeInterval: 0.1)
    }
    #expect(socket.hasAnswer)
    let reply = socket.receive()
    #expect(reply.hasPrefix("HTTP/1.1 408 "))
    expectHeaders(reply, start)
    #expect(service.stop() == 0)
  }

  /// curl asks before it sends a large body.
  @Test func whoeverAsksBeforeSendingMaySend() throws {
    let service = try ServedProgram("--set", "max-time=60")
    let socket = try service.connect()
    let body = #"{"names":["Jeish el-Ezzah"]}"#
    socket.send(
      Self.post + "Connection: close\r\nExpect: 100-continue\r\nContent-Length: \(body.utf8.count)\r\n\r\n")
    for _ in 0..<200 where !socket.hasAnswer { Thread.sleep(forTimeInterval: 0.05) }
    #expect(socket.hasAnswer)
    socket.send(body)
    #expect(socket.receive().hasPrefix("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\n"))
  }

  private static let post = "POST /lookup HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"

  /// More work than there is time for: all of it gets an answer, and a health check does not wait for it.
  @Test func healthIsAnsweredUnderABurst() throws {
    let service = try ServedProgram("--set", "max-time=10", "--set", "max-work=8", "--set", "threads=1")
    let names = Array(repeating: "\"Muhammad ibn Salman Al Saud\"", count: 1000).joined(separator: ",")
    let body = "{\"names\":[\(names)]}"
    let burst = try (0..<40).map { _ in try service.connect() }
    for connection in burst {
      connection.send(
        "POST /search HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
          + "Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
    }
    #expect(try service.exchange("GET /healthz HTTP/1.0\r\n\r\n").contains(" 200 OK\r\n"))
    #expect(burst.contains { !$0.hasAnswer })
    let replies = burst.map { $0.receive() }
    let refused = replies.filter {
      $0.hasPrefix("HTTP/1.1 503 ") && $0.lowercased().contains("\r\nretry-after: 1\r\n")
    }
    #expect(!refused.isEmpty)
    // A fast machine answers some of them.
    #expect(refused.count + replies.filter { $0.hasPrefix("HTTP/1.1 200 ") }.count == replies.count)
    // What is asked again later, as Retry-After says, is answered.
    var isAnswered = false
    for _ in 0..<20 where !isAnswered {
      isAnswered = try service.exchange("GET /lookup?name=Hamas HTTP/1.0\r\n\r\n").contains(" 200 OK\r\n")
      if !isAnswered { Thread.sleep(forTimeInterval: 1) }
    }
    #expect(isAnswered)
  }

  @Test(arguments: [
    (["--port", "99999"], "'port' needs a number from 0 to 65535"),
    (["--host", "0.0.0.0"], "give --keys-file FILE, or --public"),
    (["--lexicon", "missing.ism"], "missing.ism"),
    (["--config", "missing.conf"], "cannot read missing.conf"),
    (["--set", "prot=1"], "unknown setting 'prot'"),
    (["--host", "host.invalid", "--public"], "the service ended"),
  ])
  func wrongUse(_ flags: [String], _ message: String) throws {
    let result = try ProgramRun().ism(["serve"] + flags, inputBytes: [])
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
    #expect(result.complaints.contains(message), "\(result.complaints)")
    #expect(result.complaints.split(separator: "\n").count == 1, "\(result.complaints)")
  }

  @Test func aPortInUseIsSaid() throws {
    let service = try ServedProgram()
    let result = try ProgramRun().ism("serve", "--port", "\(service.port)")
    #expect(result.status == 2)
    #expect(
      result.complaints.contains(
        "cannot listen on 127.0.0.1, port \(service.port): Address already in use; choose with --host and --port"
      ), "\(result.complaints)")
  }
}
