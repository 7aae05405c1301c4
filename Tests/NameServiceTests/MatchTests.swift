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
    (
      "/match/default", #"{"queries":{"a":{"schema":"Dragon","properties":{}}}}"#, 400,
      "unknown schema 'Dragon'; schemas: Address"
    ),
    ("/match/default", #"{"queries":{"a":{"schema":"Person","properties":{"name":7}}}}"#, 400, "string"),
  ])
  func refused(_ target: String, _ body: String, _ status: Int, _ detail: String) async throws {
    let reply = try await TestService().post(target, body)
    #expect(reply.status == status)
    #expect(reply.detail.contains(detail), "\(reply.detail)")
  }
}
