import Testing

@testable import NameService

/// Matching of examples, as clients of yente ask for it.
@Suite struct MatchTests {
  private static let example =
    #"{"queries":{"a":{"schema":"Organization","properties":{"name":["Jeish el-Ezzah"],"country":["sy"]}}}}"#

  @Test func examplesAreFound() async throws {
    let reply = try await TestService().post("/match/default", Self.example)
    #expect(reply.status == 200)
    let result = reply.json["responses"]["a"]["results"][0]
    #expect(result["id"] == "org:jaysh-al-izza")
    #expect(result["schema"] == "Organization")
    #expect(result["properties"]["previousName"] == ["Tajamu' al-'Izza"])
    #expect(result["datasets"] == ["people"])
    #expect(result["match"] == true)
    #expect(reply.json["responses"]["a"]["query"]["schema"] == "Organization")
    #expect(reply.json["responses"]["a"]["total"]["value"] == 1)
    #expect(reply.json["limit"] == 5)
  }

  @Test(arguments: [
    ("/match/default?threshold=1", 1, false), ("/match/default?cutoff=1&threshold=1", 0, false),
    ("/match/people", 1, true),
    ("/match/default?exclude_entity_ids=org:jaysh-al-izza", 0, false),
    ("/match/default?exclude_schema=Organization", 0, false),
    ("/match/default?exclude_schema=Person&exclude_schema=Company", 1, true),
    // What counts as a match is shown whatever the cutoff, as there.
    ("/match/default?cutoff=1", 1, true),
    ("/match/default?algorithm=logic-v1&fuzzy=true&limit=5&threshold=0.7", 1, true),
    ("/match/default?include_dataset=people", 1, true), ("/match/default?exclude_dataset=people", 0, false),
    ("/match/people?include_dataset=people&exclude_dataset=other", 1, true),
  ])
  func parameters(_ target: String, _ count: Int, _ isMatch: Bool) async throws {
    let results =
      try await TestService().post(target, Self.example).json["responses"]["a"]["results"].array ?? []
    #expect(results.count == count)
    #expect(results.contains { $0["match"] == true } == isMatch)
  }

  /// Of a batch with nothing at one place the others are answered.
  @Test func emptyPlacesAreLeftOut() async throws {
    let body = Self.example.replacing(#""a":"#, with: #""empty":null,"a":"#)
    let reply = try await TestService().post("/match/default", body)
    #expect(reply.status == 200)
    #expect(reply.json["responses"].object?.keys.sorted() == ["a"])
  }

  /// Only the schema itself is left out, as there.
  @Test func narrowerSchemasStay() async throws {
    let body = #"{"queries":{"a":{"schema":"Organization","properties":{"name":"<b>Nur & \"Co\"</b>"}}}}"#
    let service = try TestService()
    for (schema, count) in [("Organization", 1), ("Company", 0)] {
      let reply = try await service.post("/match/default?exclude_schema=\(schema)", body)
      #expect(reply.json["responses"]["a"]["results"].array?.count == count, "\(schema)")
    }
  }

  @Test(arguments: [("Person", 0), ("LegalEntity", 1), ("Thing", 1), ("Organization", 1), ("Vessel", 0)])
  func schemas(_ schema: String, _ count: Int) async throws {
    let body = "{\"queries\":{\"a\":{\"schema\":\"\(schema)\",\"properties\":{\"name\":\"Jaysh al-Izza\"}}}}"
    let reply = try await TestService().post("/match/default", body)
    #expect(reply.json["responses"]["a"]["results"].array?.count == count)
  }

  /// FollowTheMoney knows bearers of names only.
  @Test func partsOfNamesAreNoEntities() async throws {
    let body = #"{"queries":{"a":{"schema":"Thing","properties":{"name":["Zabadani"]}}}}"#
    let results = try await TestService().post("/match/default", body).json["responses"]["a"]["results"]
    #expect(results.array?.compactMap { $0["id"].string } == ["place:zabadani"])
  }

  @Test func namesInParts() async throws {
    let body =
      #"{"queries":{"a":{"schema":"Person","properties":{"firstName":["Bashar"],"lastName":["al-Assad"]}}}}"#
    let reply = try await TestService().post("/match/default", body)
    #expect(reply.json["responses"]["a"]["results"][0]["id"] == "p2")
  }

  @Test(arguments: [
    ("/match/default", #"{"queries":{"a":null}}"#, 400, "queries"),
    ("/match/unknown", example, 404, "no such dataset"), ("/match/default", "{}", 400, "queries"),
    ("/match/default?include_dataset=x", example, 404, "no such dataset: 'x'; datasets: default, people"),
    ("/match/default?topics=sanction", example, 400, "unknown parameter 'topics'; parameters: limit"),
    ("/match/default?limt=5", example, 400, "unknown parameter 'limt'"),
    ("/match/default?limit=0", example, 400, "parameter 'limit' needs a number from 1 to 500"),
    ("/match/default?threshold=70", example, 400, "parameter 'threshold' needs a number from 0"),
    ("/match/default", #"{"queries":{"a":{"properties":{}}}}"#, 400, "'schema'"),
    ("/match/default", #"{"queries":{"a":{"schema":"Person","properties":{"name":7}}}}"#, 400, "string"),
  ])
  func refused(_ target: String, _ body: String, _ status: Int, _ detail: String) async throws {
    let reply = try await TestService().post(target, body)
    #expect(reply.status == status)
    #expect(reply.detail.contains(detail), "\(reply.detail)")
  }

  /// A schema that is not known narrows nothing, and says so; the others of the batch are answered as ever.
  @Test func unknownSchemasAreSearchedWithoutNarrowing() async throws {
    let body =
      #"{"queries":{"a":{"schema":"Dragon","properties":{"name":["Jeish el-Ezzah"]}},"#
      + #""b":{"schema":"Organization","properties":{"name":["Jeish el-Ezzah"]}}}}"#
    let reply = try await TestService().post("/match/default", body)
    #expect(reply.status == 200)
    let responses = reply.json["responses"]
    #expect(responses["a"]["status"].number == 200)
    #expect(responses["a"]["results"][0]["id"] == "org:jaysh-al-izza")
    #expect(responses["a"]["detail"] == "unknown schema 'Dragon': entities of all kinds were searched")
    #expect(responses["b"]["results"][0]["id"] == "org:jaysh-al-izza")
    #expect(responses["b"]["detail"] == .null)
  }

  /// An example that cannot be searched has an answer of its own beside the others.
  @Test(arguments: [
    (#"{"properties":{}}"#, 400.0, "'schema'"), (#"{"schema":"Person"}"#, 400, "'properties'"),
    ("7", 400, "'schema'"),
    (#"{"schema":"Person","properties":{"name":7}}"#, 400, "string"),
    (
      #"{"schema":"Person","properties":{"name":["\#(String(repeating: "x", count: 1001))"]}}"#, 413,
      "max-query"
    ),
  ])
  func oneWrongExampleDoesNotSpoilTheOthers(_ example: String, _ status: Double, _ detail: String)
    async throws
  {
    let body =
      #"{"queries":{"a":\#(example),"b":{"schema":"Person","properties":{"name":["Bashar al-Assad"]}}}}"#
    let reply = try await TestService().post("/match/default", body)
    #expect(reply.status == 200)
    let refused = reply.json["responses"]["a"]
    #expect(refused["status"].number == status)
    #expect(refused["results"] == [] && refused["total"]["value"] == 0)
    #expect(refused["detail"].string?.contains(detail) == true)
    #expect(reply.json["responses"]["b"]["results"][0]["id"] == "p2")
    let single = try await TestService().post("/match/default", #"{"queries":{"a":\#(example)}}"#)
    #expect(single.status == Int(status))
  }

  @Test(
    arguments: [
      ("Person", ["person"], ["organization", "company"]),
      (
        "LegalEntity", ["person", "organization", "armed-group", "company", "public-body"],
        ["vessel", "place"]
      ),
      // A company may be listed as an organization, but not as a public body; and the other way round.
      ("Company", ["company", "organization", "armed-group"], ["public-body", "person"]),
      ("Organization", ["organization", "company", "public-body", "armed-forces"], ["person"]),
      ("PublicBody", ["public-body", "armed-forces", "organization"], ["company"]),
      ("Vessel", ["vessel", "vehicle"], ["airplane", "company"]),
      ("Vehicle", ["vehicle", "vessel", "airplane"], ["company"]),
      ("Address", ["place", "city", "country"], ["event"]),
      ("Territory", ["place", "governorate"], ["person"]),
      ("Country", ["country"], ["city"]), ("Event", ["event", "conflict"], ["place"]),
      ("CryptoWallet", ["crypto-wallet"], ["company"]), ("Position", ["position"], ["person"]),
      ("RealEstate", ["real-estate"], ["company"]), ("Document", ["document", "folder"], ["person"]),
    ] as [(String, [String], [String])])
  func schemasNarrow(_ schema: String, _ within: [String], _ outside: [String]) {
    let kinds = SchemaTree(KindTree()).kinds(for: schema)
    #expect(kinds.isSuperset(of: within), "\(kinds)")
    #expect(kinds.isDisjoint(with: outside), "\(kinds)")
  }

  /// Links between entities and other things without a name narrow nothing.
  @Test(arguments: ["Thing", "Payment", "Ownership", "Sanction", "Interval", "Page", "Similar", "Dragon", ""])
  func schemasWithoutNamesNarrowNothing(_ schema: String) {
    let schemas = SchemaTree(KindTree())
    #expect(schemas.kinds(for: schema).isEmpty)
    #expect(schemas.isKnown(schema) == !["Dragon", ""].contains(schema))
  }
}
