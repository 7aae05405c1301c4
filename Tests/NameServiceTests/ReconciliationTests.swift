import HTTPTypes
import TestSupport
import Testing

@testable import NameService

/// The reconciliation API in both versions: what matches, and how surely.
@Suite struct ReconciliationTests {
  /// The candidates of one query of version 0.2.
  private func candidates(_ query: String, _ service: TestService? = nil) async throws -> [JSONValue] {
    let service = try service ?? TestService()
    let reply = try await service.form("/reconcile", "queries", "{\"q0\":\(query)}")
    #expect(reply.status == 200, "\(reply.text)")
    return reply.json["q0"]["result"].array ?? []
  }

  @Test(arguments: [
    ("Jaysh al-Izza", "org:jaysh-al-izza"), ("جيش العزة", "org:jaysh-al-izza"),
    ("org:jaysh-al-izza", "org:jaysh-al-izza"),
    ("p/1", "p/1"), ("Bashar al-Assad", "p2"), ("Army of Glory", "org:jaysh-al-izza"),
    ("سامي حداد", "p3"), ("Zabadani", "place:zabadani"), ("name:zabadani", "name:zabadani"),
  ])
  func exactNamesAndIDsMatch(_ query: String, _ id: String) async throws {
    let found = try await candidates("{\"query\":\"\(query)\"}")
    #expect(found.first?["id"].string == id)
    #expect(found.first?["match"] == true)
    #expect(found.first?["score"].number == 100)
    #expect(found.dropFirst().allSatisfy { $0["match"] == false })
  }

  @Test(arguments: ["Khalid Ibrahim", "Mohd. Ali", "nobody at all", "!"])
  func ambiguousWeakAndUnknownNamesDoNotMatch(_ query: String) async throws {
    let found = try await candidates("{\"query\":\"\(query)\"}")
    #expect(found.allSatisfy { $0["match"] == false })
  }

  @Test func twoOfOneNameAreBothShown() async throws {
    let found = try await candidates(#"{"query":"Khalid Ibrahim"}"#)
    #expect(Set(found.compactMap { $0["id"].string }) == ["twin-1", "twin-2"])
  }

  /// The name with vowel marks is the name without them, whatever other name of the entity is as close.
  @Test func theExactNameIsWhatMatched() async throws {
    let found = try await candidates(#"{"query":"سامي حداد"}"#)
    #expect(found.first?["description"].string?.contains("سَامِي حَدَّاد") == true)
    let features = found.first?["features"].array ?? []
    #expect(features.contains { $0["id"] == "same_name" && $0["value"] == true })
    #expect(features.contains { $0["id"] == "same_script" && $0["value"] == true })
  }

  /// A part of names is no rival to a bearer; who asks for parts of names gets them.
  @Test func bearersComeBeforePartsOfNames() async throws {
    let found = try await candidates(#"{"query":"Zabadani"}"#)
    #expect(found.compactMap { $0["id"].string } == ["place:zabadani", "name:zabadani"])
    let parts = try await candidates(#"{"query":"Zabadani","type":"name"}"#)
    #expect(parts.first?["id"] == "name:zabadani")
    #expect(parts.first?["match"] == true)
  }

  /// Also when the client wants only one: the second that makes it ambiguous is not forgotten.
  @Test func limitDoesNotHideAmbiguity() async throws {
    let found = try await candidates(#"{"query":"Khalid Ibrahim","limit":1}"#)
    #expect(found.count == 1)
    #expect(found[0]["match"] == false)
  }

  @Test func otherSpellingsAreFound() async throws {
    let found = try await candidates(#"{"query":"Jeish el-Ezzah"}"#)
    #expect(found.first?["id"] == "org:jaysh-al-izza")
    let features = found.first?["features"].array ?? []
    #expect(features.contains { $0["id"] == "similarity" })
    #expect(features.contains { $0["id"] == "same_name" && $0["value"] == false })
    #expect(features.contains { $0["id"] == "same_script" })
    #expect(features.contains { $0["id"] == "role_name" })
  }

  @Test func descriptionsSayWhatMatched() async throws {
    let found = try await candidates(#"{"query":"Tajamou al Ezza"}"#)
    #expect(
      found.first?["description"].string
        == "armed group; matched the former name \u{2068}Tajamu' al-'Izza\u{2069} (? to 2016)")
  }

  @Test(arguments: [
    (#""person""#, 0), (#""armed-group""#, 1), (#""organization""#, 1), (#"["place","organization"]"#, 1),
    (#""place""#, 0),
  ])
  func typesIncludeNarrowerOnes(_ type: String, _ count: Int) async throws {
    #expect(try await candidates("{\"query\":\"Jaysh al-Izza\",\"type\":\(type)}").count == count)
  }

  @Test func candidatesHaveAllTheirTypes() async throws {
    let found = try await candidates(#"{"query":"Jaysh al-Izza"}"#)
    #expect(found.first?["type"].array?.compactMap { $0["id"].string } == ["armed-group", "organization"])
  }

  @Test func propertiesWeigh() async throws {
    let met = try await candidates(
      #"{"query":"Jaysh al-Izza","properties":[{"pid":"arabic","v":"جيش العزّة"}]}"#)
    #expect(met.first?["match"] == true)
    let unmet = try await candidates(
      #"{"query":"Jaysh al-Izza","properties":[{"pid":"arabic","v":["حلب"]}]}"#)
    #expect(unmet.first?["match"] == false)
    #expect((unmet.first?["score"].number ?? 100) < (met.first?["score"].number ?? 0))
    let unknown = try await candidates(
      #"{"query":"Jaysh al-Izza","properties":[{"pid":"shoe size","v":42}]}"#)
    #expect(unknown.first?["match"] == true)
  }

  @Test func propertiesAloneAreEnough() async throws {
    let found = try await candidates(#"{"properties":[{"pid":"previousName","v":"Tajamu' al-'Izza"}]}"#)
    #expect(found.first?["id"] == "org:jaysh-al-izza")
  }

  @Test func draftRequiresAndExcludes() async throws {
    let service = try TestService()
    func count(_ condition: String) async throws -> Int? {
      let reply = try await service.post(
        "/reconcile/v1/match",
        #"{"queries":[{"conditions":[{"matchType":"name","propertyValue":"Jaysh al-Izza"},"# + condition
          + "]}]}")
      return reply.json["results"][0]["candidates"].array?.count
    }
    let required = #"{"matchType":"property","propertyId":"kind","propertyValue":"person","required":true}"#
    #expect(try await count(required) == 0)
    let optional = #"{"matchType":"property","propertyId":"kind","propertyValue":"person"}"#
    #expect(try await count(optional) == 1)
    let none =
      #"{"matchType":"property","propertyId":"kind","propertyValue":"person","required":true,"matchQuantifier":"none"}"#
    #expect(try await count(none) == 1)
    let all =
      #"{"matchType":"property","propertyId":"latin","propertyValue":["Jaysh al-Izza","x"],"required":true,"matchQuantifier":"all"}"#
    #expect(try await count(all) == 0)
  }

  @Test func draftFindsIDs() async throws {
    let reply = try await TestService().post(
      "/reconcile/v1/match", #"{"queries":[{"conditions":[{"matchType":"id","propertyValue":"p2"}]}]}"#)
    #expect(reply.json["results"][0]["candidates"][0]["match"] == true)
  }

  @Test(arguments: [
    (#"{"q":{}}"#, "needs 'query'"), (#"{"q":{"query":1}}"#, "query is a number"),
    (#"{"q":{"query":"a","limit":"x"}}"#, "limit"),
    (#"{"q":{"query":"a","limit":0}}"#, "limit"), (#"{"q":{"query":"a","typ":"x"}}"#, "unknown field 'typ'"),
    (#"{"q":{"query":"a","type_strict":"maybe"}}"#, "type_strict"),
    (#"{"q":{"query":"a","properties":[{"v":"x"}]}}"#, "needs 'pid'"),
    (#"{"q":7}"#, "q is a number"), ("[]", "must be an object"), ("{", "malformed JSON"),
  ])
  func wrongQueries(_ queries: String, _ detail: String) async throws {
    let reply = try await TestService().form("/reconcile", "queries", queries)
    #expect(reply.status == 400)
    #expect(reply.detail.contains(detail), "\(reply.detail)")
  }

  @Test func queriesInTheURL() async throws {
    let queries = TestService.encoded(#"{"q":{"query":"p2"}}"#)
    let reply = try await TestService().get("/reconcile?queries=\(queries)&callback=jQuery")
    #expect(reply.json["q"]["result"][0]["id"] == "p2")
  }

  @Test func columns() async throws {
    let query =
      #"{"ids":["org:jaysh-al-izza","nobody"],"properties":[{"id":"kind"},{"id":"latin","settings":{"limit":"1"}},"#
      + #"{"id":"romanized","settings":{"scheme":"buckwalter"}}]}"#
    let service = try TestService()
    let reply = try await service.form("/reconcile", "extend", query)
    #expect(reply.status == 200, "\(reply.text)")
    let row = reply.json["rows"]["org:jaysh-al-izza"]
    // Nothing that has an id, since a client would look for an entity with it.
    #expect(row["kind"] == [["str": "armed-group"]])
    #expect(row["latin"] == [["str": "Jaysh al-Izza"]])
    #expect(row["romanized"] == [["str": "jy$ AlEzp"]])
    #expect(reply.json["rows"]["nobody"]["latin"] == [])
    let draft = try await service.post("/reconcile/v1/extend", query)
    #expect(draft.json["rows"][0]["properties"][1]["values"][0]["str"] == "Jaysh al-Izza")
    #expect(draft.json["rows"][0]["properties"][1]["values"][0]["lang"] == "ar-Latn")
  }

  @Test(arguments: [
    (#"{"ids":["p2"]}"#, "'properties'"), (#"{"properties":[]}"#, "'ids'"),
    (#"{"ids":["p2"],"properties":[{"id":"shoe"}]}"#, "unknown property 'shoe'; properties: kind"),
    (#"{"ids":["p2"],"properties":[{"id":"latin","settings":{"limit":"x"}}]}"#, "'limit'"),
    (#"{"ids":["p2"],"properties":[{"id":"latin","settings":{"limit":-1}}]}"#, "'limit'"),
    (#"{"ids":["p2"],"properties":[{"id":"romanized","settings":{"scheme":"x"}}]}"#, "'scheme'"),
  ])
  func wrongColumns(_ query: String, _ detail: String) async throws {
    let reply = try await TestService().form("/reconcile", "extend", query)
    #expect(reply.status == 400)
    #expect(reply.detail.contains(detail), "\(reply.detail)")
  }

  /// Fields that a person leaves blank come as empty texts.
  @Test func blankFieldsAreNotGiven() async throws {
    let service = try TestService()
    let query =
      #"{"ids":["p2"],"properties":[{"id":"latin","settings":{"limit":"","language":"","scheme":""}}]}"#
    let reply = try await service.form("/reconcile", "extend", query)
    #expect(reply.json["rows"]["p2"]["latin"] == [["str": "Bashar al-Assad"]])
    let proposed = try await service.get("/reconcile/extend/propose?type=person&limit=")
    #expect(proposed.json["properties"].array?.isEmpty == false)
    #expect(try await service.get("/reconcile/suggest/entity?prefix=Bashar&cursor=").status == 200)
    // What this service says of itself is strict.
    #expect(try await service.get("/lookup?name=a&limit=").status == 400)
  }

  /// As OpenRefine sends it: a charset beside the type, values as entities, fields of older versions.
  @Test func whatOpenRefineSends() async throws {
    let queries =
      #"{"q0":{"query":"Jaysh al-Izza","type":"armed-group","type_strict":"should","limit":3,"#
      + #""properties":[{"pid":"arabic","p":"Arabic names","v":{"id":"x","name":"جيش العزة"}},"#
      + #"{"pid":"latin","v":["Jaysh al-Izza",7,true]}]},"q1":{"query":"Bashar al-Assad","limit":10}}"#
    let reply = try await TestService().send(
      .post, "/reconcile",
      headers: [
        .contentType: "application/x-www-form-urlencoded; charset=UTF-8", .origin: "http://127.0.0.1:3333",
      ], body: Array("queries=\(TestService.encoded(queries))".utf8))
    #expect(reply.status == 200, "\(reply.text)")
    #expect(reply.json["q0"]["result"][0]["id"] == "org:jaysh-al-izza")
    #expect(reply.json["q0"]["result"][0]["match"] == true)
    #expect(reply.json["q1"]["result"][0]["id"] == "p2")
  }

  @Test(arguments: ["/reconcile", "/reconcile/v1"])
  func suggestions(_ root: String) async throws {
    let service = try TestService()
    #expect(
      try await service.get(root + "/suggest/entity?prefix=Jaysh+al-Izza").json["result"][0]["id"]
        == "org:jaysh-al-izza")
    #expect(try await service.get(root + "/suggest/type?prefix=arm").json["result"][0]["id"] == "armed-group")
    #expect(
      try await service.get(root + "/suggest/property?prefix=former").json["result"][0]["id"]
        == "previousName")
    let all = try await service.get(root + "/suggest/type?prefix=").json["result"].array ?? []
    let rest = try await service.get(root + "/suggest/type?prefix=&cursor=2").json["result"].array ?? []
    #expect(all.count == 20)
    #expect(Array(all.dropFirst(2)) == Array(rest.prefix(18)))
  }

  @Test func flyouts() async throws {
    let service = try TestService()
    #expect(
      try await service.get("/reconcile/flyout/entity?id=p2").json["html"].string?.contains("Bashar al-Assad")
        == true)
    #expect(try await service.get("/reconcile/flyout/type?id=person").json["id"] == "person")
    #expect(try await service.get("/reconcile/flyout/property?id=alias").json["id"] == "alias")
    #expect(try await service.get("/reconcile/flyout/type?id=x").status == 404)
  }

  @Test(arguments: ["/reconcile", "/reconcile/v1"])
  func previews(_ root: String) async throws {
    let service = try TestService()
    let reply = try await service.get(root + "/preview?id=html")
    #expect(reply.headers[.contentType] == "text/html; charset=utf-8")
    #expect(reply.text.contains("&lt;b&gt;Nur &amp; &quot;Co&quot;&lt;/b&gt;"))
    #expect(!reply.text.contains("<b>"))
    #expect(reply.headers[.contentSecurityPolicy]?.contains("frame-ancestors *") == true)
    #expect(
      try await service.get(root + "/preview?id=org%3Ajaysh-al-izza").text.contains(
        "<bdi dir=\"rtl\" lang=\"ar\">"))
    #expect(try await service.get(root + "/preview?id=nobody").status == 404)
  }

  @Test func manifestsNameTheClientsHost() async throws {
    let service = try TestService()
    #expect(try await service.get("/reconcile").json["view"]["url"] == "http://ism.test:8080/?id={{id}}")
    #expect(try await service.get("/reconcile/v1").json["view"]["url"] == "http://ism.test:8080/?id={id}")
    let wrong = try await service.send(.get, "/reconcile", authority: "a\"b/<script>")
    #expect(wrong.status == 400)
    let proxied = try TestService(["base-url": "https://names.example.org/ism/"])
    #expect(
      try await proxied.get("/reconcile").json["view"]["url"] == "https://names.example.org/ism/?id={{id}}")
  }

  /// The specification's own examples: valid ones are answered, invalid ones refused.
  @Test(.enabled(if: PackageFolder.exists(PackageFolder.shared("reconciliation"))))
  func examplesOfTheSpecification() async throws {
    let service = try TestService()
    var count = 0
    for (version, kind) in [
      ("0.2", "valid"), ("0.2", "invalid"), ("1.0-draft", "valid"), ("1.0-draft", "invalid"),
    ] {
      let folder = PackageFolder.shared(
        "reconciliation/\(version)/examples/reconciliation-query-batch/\(kind)")
      for path in try TestFile.documents(folder) {
        let text = String(decoding: try TestFile.bytes(path), as: UTF8.self)
        let reply =
          version == "0.2"
          ? try await service.form("/reconcile", "queries", text)
          : try await service.post("/reconcile/v1/match", text)
        #expect(reply.status == (kind == "valid" ? 200 : 400), "\(path): \(reply.text)")
        count += 1
      }
    }
    #expect(count >= 19)
  }
}
