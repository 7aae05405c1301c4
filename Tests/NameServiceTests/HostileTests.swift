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

  @Test func deepJSON() async throws {
    let deep = String(repeating: "[", count: 100_000)
    let reply = try await TestService().post("/lookup", "{\"names\":\(deep)")
    #expect(reply.status == 400)
    #expect(reply.detail.contains("nested deeper than 64"))
  }

  @Test func bytesThatAreNotUTF8() async throws {
    let service = try TestService()
    let body = Array("{\"names\":[\"".utf8) + [0xC3, 0x28] + Array("\"]}".utf8)
    #expect(
      try await service.send(.post, "/lookup", headers: [.contentType: "application/json"], body: body).status
        == 400)
    let form = Array("queries=".utf8) + [0xFF]
    let reply = try await service.send(
      .post, "/reconcile", headers: [.contentType: "application/x-www-form-urlencoded"], body: form)
    #expect(reply.status == 400)
  }

  @Test(arguments: [
    ("/lookup", "text/plain"), ("/lookup", "application/x-www-form-urlencoded"), ("/lookup", ""),
    ("/reconcile", "application/json"),
    ("/reconcile", "multipart/form-data"), ("/reconcile/v1/match", "text/json"),
    ("/match/default", "application/xml"),
  ])
  func contentTypes(_ path: String, _ type: String) async throws {
    let headers: HTTPFields = type.isEmpty ? [:] : [.contentType: type]
    let reply = try await TestService().send(.post, path, headers: headers, body: Array("{}".utf8))
    #expect(reply.status == 415)
    #expect(reply.detail.contains("Content-Type"))
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
    let reply = try await TestService().send(method, "/lookup?name=a")
    #expect(reply.status == 405)
    #expect(reply.headers[.allow] == "GET, HEAD, POST, OPTIONS")
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
