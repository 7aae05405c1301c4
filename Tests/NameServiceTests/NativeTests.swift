import HTTPTypes
import NIOCore
import NameSearch
import TestSupport
import Testing

@testable import NameService

/// The native API: its answers, and what it refuses.
@Suite struct NativeTests {
  @Test(arguments: [
    ("/lookup?name=Jeish%20el-Ezzah", ["matches", "0", "id"], "org:jaysh-al-izza"),
    (
      "/lookup?name=%D8%AC%D9%8A%D8%B4+%D8%A7%D9%84%D8%B9%D8%B2%D8%A9",
      ["matches", "0", "matched", "language"], "ar"
    ),
    ("/lookup?name=Tajamou+al+Ezza", ["matches", "0", "matched", "role"], "previousName"),
    ("/lookup?name=Army+of+Glory&allNames", ["matches", "0", "names", "1", "name"], "Jaysh al-Izza"),
    ("/search?name=Bashar+al-Asad&kind=person", ["matches", "0", "id"], "p2"),
    ("/compare?left=Jaysh+al-Izza&right=Jeish+el-Ezzah", ["verdict"], "same"),
    ("/compare?left=Jaysh+al-Izza&right=Damascus", ["verdict"], "different"),
    ("/normalize?text=Jeish+el-Ezzah&scheme=din-31635", ["scheme"], "din-31635"),
    ("/romanize?text=%D8%AD%D9%84%D8%A8&scheme=buckwalter", ["outputs", "0", "text"], "Hlb"),
    ("/arabize?text=Hlb&scheme=buckwalter", ["outputs", "0", "text"], "حلب"),
    ("/variants?name=Jaysh+al-Izza&script=arabic&limit=1", ["variants", "0", "script"], "arabic"),
    ("/parse?name=Sheikh+Ali", ["parts", "0", "kind"], "title"), ("/entities/p%2F1", ["caption"], "محمد علي"),
    ("/schemes?text=%D8%AD%D9%84%D8%A8", ["schemes", "0", "id"], "ala-lc"), ("/healthz", ["status"], "ok"),
    ("/readyz", ["status"], "ok"), ("/version", ["version"], "1.2.3"),
  ])
  func answers(_ target: String, _ path: [String], _ expected: String) async throws {
    let reply = try await TestService().get(target)
    #expect(reply.status == 200)
    let value = path.reduce(reply.json) { value, part in Int(part).map { value[$0] } ?? value[part] }
    #expect(value.string == expected, "\(reply.text)")
  }

  /// A batch answers what single requests answer, in its order.
  @Test(arguments: [
    ("/lookup", "name", "names", "\"allNames\":true", "&allNames=true"),
    ("/search", "name", "names", "\"limit\":2", "&limit=2"),
    ("/normalize", "text", "texts", "\"scheme\":\"ijmes\"", "&scheme=ijmes"),
    ("/romanize", "text", "texts", "\"best\":2", "&best=2"),
    ("/arabize", "text", "texts", "\"vowels\":true", "&vowels=true"),
    ("/variants", "name", "names", "\"limit\":3", "&limit=3"),
    ("/parse", "name", "names", "", ""), ("/complete", "text", "texts", "\"limit\":1", "&limit=1"),
  ])
  func batches(_ path: String, _ one: String, _ many: String, _ field: String, _ parameter: String)
    async throws
  {
    let service = try TestService()
    let names = ["Jeish el-Ezzah", "محمد علي", "", "!?"]
    let list = names.map { "\"\($0)\"" }.joined(separator: ",")
    let reply = try await service.post(path, "{\"\(many)\":[\(list)]\(field.isEmpty ? "" : ",")\(field)}")
    #expect(reply.status == 200)
    #expect(reply.json["answers"].array?.count == names.count)
    for (place, name) in names.enumerated() {
      let single = try await service.get("\(path)?\(one)=\(TestService.encoded(name))\(parameter)")
      #expect(single.json == reply.json["answers"][place])
    }
  }

  @Test func pairsInABatch() async throws {
    let reply = try await TestService().post(
      "/compare", #"{"pairs":[{"left":"Jaysh al-Izza","right":"جيش العزة"},{"left":"a","right":"b"}]}"#)
    #expect(reply.json["answers"].array?.map { $0["verdict"].string } == ["same", "different"])
  }

  @Test func entitiesInABatch() async throws {
    let reply = try await TestService().post("/entities", #"{"ids":["p2","nobody"]}"#)
    #expect(reply.json["answers"][0]["caption"] == "Bashar al-Assad")
    #expect(reply.json["answers"][1] == .null)
  }

  /// The service answers with the very objects that the command prints.
  @Test func objectsAreThoseOfTheCommand() async throws {
    let service = try TestService()
    let lexicons = service.service.store.current.lexicons
    let list = lexicons.matches(for: Query("Jeish el-Ezzah"), limit: 10)
    let answer = LookupAnswer(
      query: "Jeish el-Ezzah", matches: list.matches.map { MatchAnswer($0, allNames: nil) }, isCut: list.isCut
    )
    let expected = JSONOutput.buffer(answer)
    #expect(try await service.get("/lookup?name=Jeish+el-Ezzah").bytes == Array(expected.readableBytesView))
  }

  @Test(arguments: [
    ("/lookup", 400, "parameter 'name' is missing"),
    ("/lookup?name=a&limt=2", 400, "unknown parameter 'limt'; parameters: name"),
    ("/lookup?name=a&name=b", 400, "'name' is given twice"),
    ("/lookup?name=a&limit=0", 400, "'limit' needs a number from 1"),
    ("/lookup?name=a&limit=2x", 400, "'limit' needs a number"),
    ("/search?name=a&minScore=2", 400, "'minScore' needs a number"),
    ("/lookup?name=a&allNames=perhaps", 400, "'allNames' needs true or false"),
    ("/romanize?text=a&scheme=klingon", 400, "'scheme' needs one of: ala-lc"),
    ("/romanize?text=a&scheme=everyday", 400, "'scheme' needs one of"),
    ("/lookup?name=%", 400, "malformed percent-encoding"),
    ("/lookup?name=%g1", 400, "malformed percent-encoding"), ("/lookup?name=%C3%28", 400, "not UTF-8"),
    ("/entities/nobody", 404, "no entity has the id 'nobody'"), ("/entities/%ff", 400, "not UTF-8"),
    ("/nothing", 404, "/openapi.json"),
    ("/entities", 405, "POST"),
  ])
  func refused(_ target: String, _ status: Int, _ detail: String) async throws {
    let reply = try await TestService().get(target)
    #expect(reply.status == status)
    #expect(reply.detail.contains(detail), "\(reply.detail)")
    #expect(reply.headers[.contentType] == "application/problem+json")
  }

  @Test(arguments: [
    ("/lookup", "{}", "needs 'names', an array"), ("/lookup", "[]", "must be an object"),
    ("/lookup", #"{"names":["a"],"limt":1}"#, "unknown parameter 'limt'"),
    ("/lookup", #"{"names":[1]}"#, "'names'[0] is a number"),
    ("/lookup", #"{"names":["a"],"limit":"x"}"#, "'limit' needs a number"),
    ("/lookup", #"{"names":["a"],"limit":1.5}"#, "'limit' needs a number"),
    ("/compare", #"{"pairs":[{"left":"a"}]}"#, "'pairs'[0] is not an object"),
    ("/entities", "{}", "needs 'ids'"),
    ("/lookup", #"{"names":["a"]"#, "malformed JSON at byte"),
  ])
  func refusedBodies(_ path: String, _ body: String, _ detail: String) async throws {
    let reply = try await TestService().post(path, body)
    #expect(reply.status == 400)
    #expect(reply.detail.contains(detail), "\(reply.detail)")
  }

  /// Every endpoint of ours names a parameter that it does not know.
  @Test func unknownParametersAreNamed() async throws {
    let service = try TestService(["enable-reload": "true"])
    for endpoint in NameService.endpoints where endpoint.isStrict {
      let target = endpoint.path.replacing("{id}", with: "p2") + "?bogus=1"
      let reply = try await service.send(
        endpoint.method, target, headers: [.contentType: "application/json"], body: Array("{}".utf8))
      #expect(reply.status == 400, "\(endpoint.path)")
      #expect(reply.detail.contains("unknown parameter 'bogus'"), "\(endpoint.path): \(reply.detail)")
    }
  }
}
