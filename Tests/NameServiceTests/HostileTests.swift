import HTTPTypes
import Testing

@testable import NameService

/// What nobody should send, each with its answer.
@Suite struct HostileTests {
  @Test func largeBodies() async throws {
    let service = try TestService(["max-body": "100"])
    let body = "{\"names\":[\"\(String(repeating: "a", count: 200))\"]}"
    let reply = try await service.post("/lookup", body)
    #expect(reply.status == 413)
    #expect(reply.detail.contains("100 bytes (setting max-body)"))
    // A length that was only promised is refused before a byte is read.
    let promised = try await service.post("/lookup", "{}", headers: [.contentLength: "99999999999"])
    #expect(promised.status == 413)
  }

  @Test(arguments: [
    ("/lookup", #"{"names":["a","b","c"]}"#), ("/entities", #"{"ids":["a","b","c"]}"#),
    ("/reconcile/v1/match", #"{"queries":[{},{},{}]}"#),
    ("/reconcile/v1/extend", #"{"ids":["a","b","c"],"properties":[]}"#),
    ("/match/default", #"{"queries":{"a":{},"b":{},"c":{}}}"#),
  ])
  func largeBatches(_ path: String, _ body: String) async throws {
    let reply = try await TestService(["max-batch": "2"]).post(path, body)
    #expect(reply.status == 413)
    #expect(reply.detail.contains("at most 2 (setting max-batch)"), "\(reply.detail)")
  }

  /// A name of ten thousand words, at every door.
  @Test func longNames() async throws {
    let service = try TestService()
    let name = Array(repeating: "محمد", count: 10_000).joined(separator: " ")
    let quoted = "\"\(name)\""
    let bodies = [
      ("/lookup", "{\"names\":[\(quoted)]}"), ("/search", "{\"names\":[\(quoted)]}"),
      ("/compare", "{\"pairs\":[{\"left\":\"a\",\"right\":\(quoted)}]}"),
      ("/romanize", "{\"texts\":[\(quoted)]}"),
      (
        "/reconcile/v1/match",
        "{\"queries\":[{\"conditions\":[{\"matchType\":\"name\",\"propertyValue\":\(quoted)}]}]}"
      ),
      (
        "/reconcile/v1/match",
        "{\"queries\":[{\"conditions\":[{\"matchType\":\"property\",\"propertyId\":\"latin\",\"propertyValue\":\(quoted)}]}]}"
      ),
      ("/match/default", "{\"queries\":{\"a\":{\"schema\":\"Person\",\"properties\":{\"name\":\(quoted)}}}}"),
    ]
    for (path, body) in bodies {
      let reply = try await service.post(path, body)
      #expect(reply.status == 413, "\(path)")
      #expect(reply.detail.contains("1000 characters (setting max-query)"), "\(path)")
    }
    #expect(try await service.form("/reconcile", "queries", "{\"q\":{\"query\":\(quoted)}}").status == 413)
    let encoded = TestService.encoded(name)
    for path in ["/lookup?name=", "/schemes?text=", "/reconcile/suggest/entity?prefix="] {
      #expect(try await service.get(path + encoded).status == 413, "\(path)")
    }
  }

  /// One cell of a column that is too long to be a name does not keep the others from being answered.
  @Test func oneTooLongItemDoesNotSpoilABatch() async throws {
    let long = String(repeating: "x", count: 1001)
    let service = try TestService()
    let queries = #"{"q0":{"query":"\#(long)"},"q1":{"query":"Jaysh al-Izza"}}"#
    let cells = try await service.form("/reconcile", "queries", queries)
    #expect(cells.status == 200)
    #expect(cells.json["q0"]["result"] == [])
    #expect(cells.json["q1"]["result"][0]["id"] == "org:jaysh-al-izza")
    func draft(_ text: String) -> String {
      #"{"conditions":[{"matchType":"name","propertyValue":"\#(text)"}]}"#
    }
    let match = try await service.post(
      "/reconcile/v1/match", #"{"queries":[\#(draft(long)),\#(draft("Jaysh al-Izza"))]}"#)
    #expect(match.status == 200)
    #expect(match.json["results"][0]["candidates"] == [])
    #expect(match.json["results"][1]["candidates"][0]["id"] == "org:jaysh-al-izza")
    for operation in NameOperation.all where operation.path != "/compare" {
      for many in ["names", "texts"] {
        let reply = try await service.post(operation.path, #"{"\#(many)":["\#(long)","Jaysh al-Izza"]}"#)
        guard reply.status == 200 else { continue }
        #expect(reply.json["answers"][0]["error"].string?.contains("max-query") == true, "\(operation.path)")
        #expect(reply.json["answers"][1]["error"] == .null && reply.json["answers"].array?.count == 2)
      }
    }
    let pairs = #"{"pairs":[{"left":"\#(long)","right":"a"},{"left":"Jaysh al-Izza","right":"جيش العزة"}]}"#
    let compared = try await service.post("/compare", pairs)
    #expect(compared.json["answers"][0]["error"].string?.contains("max-query") == true)
    #expect(compared.json["answers"][1]["verdict"] == "same")
  }

  /// The longest that is allowed is answered.
  @Test func namesOfTheGreatestLength() async throws {
    let service = try TestService()
    for word in ["محمد ", "\u{64B}", "😀", "al-"] {
      let name = String(String(repeating: word, count: 1000).unicodeScalars.prefix(1000))
      for path in ["/lookup?name=", "/search?name=", "/normalize?text=", "/variants?name=", "/parse?name="] {
        #expect(try await service.get(path + TestService.encoded(name)).status == 200, "\(path) \(word)")
      }
    }
  }

  /// One query may have many conditions, one row many columns; when the time is over they end between two of them.
  @Test(.timeLimit(.minutes(20))) func manyConditionsAndColumnsEndInTime() async throws {
    let service = try TestService(["max-time": "1", "threads": "1", "max-body": "10000000"])
    let condition = #"{"pid":"romanized","v":"x"}"#
    let conditions = Array(repeating: condition, count: 4000).joined(separator: ",")
    let column = #"{"id":"romanized"}"#
    let columns = Array(repeating: column, count: 6000).joined(separator: ",")
    for (name, value) in [
      ("queries", "{\"q\":{\"query\":\"جيش العزة\",\"properties\":[\(conditions)]}}"),
      ("extend", "{\"ids\":[\"org:jaysh-al-izza\",\"p/1\",\"p3\"],\"properties\":[\(columns)]}"),
    ] {
      let reply = try await service.form("/reconcile", name, value)
      #expect([200, 503].contains(reply.status), "\(name): \(reply.status)")
    }
    // The thread is free again, though a lookup may wait for a core longer than its second.
    while try await service.get("/lookup?name=a").status != 200 {}
  }

  /// The targets of all endpoints, each with its endpoint.
  private static let doors: [(target: String, endpoint: Endpoint)] = NameService.endpoints.map {
    ($0.path.replacing("{id}", with: "p2").replacing("{dataset}", with: "default"), $0)
  }

  /// Those that read JSON.
  private static let readers: [String] = doors.filter {
    if case .json = $0.endpoint.body { true } else { false }
  }.map(\.target)

  @Test(arguments: [
    ("", "the text ends"), ("{", "a key is expected"), ("{\"names\":[\"a\",]}", "a value is expected"),
    ("{'names':1}", "a key is expected"), ("{\"a\":1} {}", "something follows"),
    ("{\"a\":\"\\x\"}", "unknown escape"), ("{\"a\":\"\\ud800\"}", "half of a surrogate pair"),
    ("{\"a\":\"\n\"}", "a control character"), ("{\"a\":1e999}", "too large"),
    ("{\"a\":" + String(repeating: "[", count: 100_000), "nested deeper than 64"),
    (String(repeating: "{\"a\":", count: 50_000), "nested deeper than 64"),
  ])
  func malformedJSON(_ text: String, _ detail: String) async throws {
    let service = try TestService()
    for target in Self.readers {
      let reply = try await service.post(target, text)
      #expect(reply.status == 400, "\(target)")
      #expect(reply.detail.contains("malformed JSON at byte") && reply.detail.contains(detail), "\(target)")
    }
    for name in ["queries", "extend"] {
      let reply = try await service.form("/reconcile", name, text)
      #expect(reply.status == 400, "\(name)")
      #expect(reply.detail.contains("'\(name)': malformed JSON") && reply.detail.contains(detail), "\(name)")
    }
  }

  @Test func malformedPercentEncoding() async throws {
    let service = try TestService(["enable-reload": "true"])
    for (target, endpoint) in Self.doors {
      for (query, detail) in [
        ("%zz=1", "percent-encoding"), ("x=%4", "percent-encoding"), ("%C3%28", "UTF-8"),
      ] {
        let reply = try await service.send(endpoint.method, target + "?" + query)
        #expect(reply.status == 400, "\(target)?\(query)")
        #expect(reply.detail.contains(detail), "\(target)?\(query): \(reply.detail)")
      }
    }
    for body in ["queries=%zz", "%=1", "queries=%C3%28"] {
      let reply = try await service.send(
        .post, "/reconcile", headers: [.contentType: "application/x-www-form-urlencoded"],
        body: Array(body.utf8))
      #expect(reply.status == 400, "\(body)")
    }
  }

  @Test func bytesThatAreNotUTF8() async throws {
    let service = try TestService()
    let body = Array("{\"names\":[\"".utf8) + [0xC3, 0x28] + Array("\"]}".utf8)
    for target in Self.readers {
      let reply = try await service.send(
        .post, target, headers: [.contentType: "application/json"], body: body)
      #expect(reply.status == 400, "\(target)")
      #expect(reply.detail.contains("not UTF-8"), "\(target)")
    }
    let form = Array("queries=".utf8) + [0xFF]
    let reply = try await service.send(
      .post, "/reconcile", headers: [.contentType: "application/x-www-form-urlencoded"], body: form)
    #expect(reply.status == 400)
    #expect(reply.detail.contains("not UTF-8"))
  }

  @Test(arguments: [
    "", "text/plain", "text/json", "application/xml", "application/jsonp", "multipart/form-data; boundary=x",
    "; charset=utf-8", "application/json, application/json",
  ])
  func contentTypes(_ type: String) async throws {
    let service = try TestService()
    let headers: HTTPFields = type.isEmpty ? [:] : [.contentType: type]
    for target in Self.readers + ["/reconcile"] {
      let reply = try await service.send(.post, target, headers: headers, body: Array("{}".utf8))
      #expect(reply.status == 415, "\(target)")
      #expect(reply.detail.contains("Content-Type"), "\(target)")
    }
    // Each takes its own type alone.
    #expect(try await service.post("/reconcile", "{}").status == 415)
    #expect(try await service.form("/lookup", "names", "a").status == 415)
  }

  @Test func charsetsAreAllowed() async throws {
    let reply = try await TestService().send(
      .post, "/lookup", headers: [.contentType: "Application/JSON; charset=utf-8"],
      body: Array(#"{"names":[]}"#.utf8))
    #expect(reply.status == 200)
  }

  @Test(arguments: ["PUT", "DELETE", "PATCH", "TRACE", "CONNECT", "FROB", "get"])
  func methods(_ name: String) async throws {
    let method = try #require(HTTPRequest.Method(name))
    let service = try TestService(["enable-reload": "true"])
    for (target, endpoint) in Self.doors {
      let reply = try await service.send(method, target)
      #expect(reply.status == 405, "\(target)")
      #expect(reply.headers[.allow]?.contains(endpoint.method.rawValue) == true, "\(target)")
    }
    #expect(
      try await service.send(method, "/lookup").headers[.allow] == "GET, HEAD, POST, OPTIONS")
    #expect(try await service.send(method, "/nothing").status == 404)
  }

  @Test(arguments: [
    "/../../etc/passwd", "/page.css/../../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd",
    "/entities/../../etc/passwd",
    "/etc/passwd", "//etc/passwd", "/page/%2e%2e/index.html", "/main.js%00.html", "/reconcile/v1/../../../x",
  ])
  func traversal(_ target: String) async throws {
    let reply = try await TestService().get(target)
    #expect([400, 404].contains(reply.status), "\(target): \(reply.status)")
    #expect(!reply.text.contains("root:"))
  }

  /// Line ends in a value come back as data of JSON, never as a header.
  @Test func headerInjection() async throws {
    let reply = try await TestService().get("/entities/x%0d%0aSet-Cookie:%20a=b")
    #expect(reply.status == 404)
    #expect(reply.headers[HTTPField.Name("Set-Cookie")!] == nil)
    #expect(reply.text.contains(#"\r\nSet-Cookie"#))
  }

  /// Nor does one in a header of the request reach a link of the answer.
  @Test(arguments: ["a\"b", "a b", "a/b", "a?b", "a@b", "<script>", "", "آ"])
  func hostsThatAreNone(_ authority: String) async throws {
    let service = try TestService()
    for target in ["/reconcile", "/reconcile/v1"] {
      let reply = try await service.send(.get, target, authority: authority)
      #expect(reply.status == 400)
      #expect(reply.detail.contains("'Host'"))
    }
  }

  /// An empty one is allowed where no URL is made of it (RFC 9112, section 3.2).
  @Test func oneHostIsNeededAndNoMore() async throws {
    let service = try TestService()
    let host = try #require(HTTPField.Name("Host"))
    for (target, endpoint) in Self.doors {
      let none = try await service.send(endpoint.method, target, authority: nil)
      #expect(none.status == 400, "\(target)")
      #expect(none.detail == "the header 'Host' is missing", "\(target)")
      let two = try await service.send(endpoint.method, target, headers: [host: "ism.test:8080"])
      #expect(two.status == 400, "\(target)")
      #expect(two.detail == "the header 'Host' is given twice", "\(target)")
      let wrong = try await service.send(endpoint.method, target, authority: "a<b")
      #expect(wrong.status == 400, "\(target)")
    }
    for host in ["", "a_b:8080", "[::1]:8080", "xn--mgb.example"] {
      #expect(try await service.send(.get, "/lookup?name=a", authority: host).status == 200, "\(host)")
    }
  }

  /// Bytes of all kinds in the target end in an answer.
  @Test func randomTargets() async throws {
    let service = try TestService()
    var state: UInt32 = 1
    for _ in 0..<500 {
      var target = ["/lookup?name=", "/entities/", "/reconcile?queries=", "/search?"][Int(state >> 8) % 4]
      for _ in 0..<12 {
        state = state &* 1_664_525 &+ 1_013_904_223
        let byte = UInt8(truncatingIfNeeded: state >> 16)
        target +=
          byte.isMultiple(of: 2) ? "%" + String(byte, radix: 16) : String(Unicode.Scalar(0x21 + byte % 0x5E))
      }
      let reply = try await service.get(target)
      #expect([200, 400, 404, 405].contains(reply.status), "\(target): \(reply.status)")
    }
  }
}
