import Testing

@testable import NameService

/// What is suggested while a person types.
@Suite struct SuggestionTests {
  private static let roots = ["/reconcile", "/reconcile/v1"]

  private func suggested(
    _ typed: String, _ root: String, cursor: Int = 0, _ service: TestService? = nil
  ) async throws -> [String] {
    let service = try service ?? TestService()
    let reply = try await service.get(
      "\(root)/suggest/entity?prefix=\(TestService.encoded(typed))&cursor=\(cursor)")
    #expect(reply.status == 200, "\(reply.text)")
    return reply.json["result"].array?.compactMap { $0["id"].string } ?? []
  }

  @Test(
    arguments: [
      ("Zaba", "place:zabadani"), ("zabad", "place:zabadani"), ("Jaysh al-I", "org:jaysh-al-izza"),
      ("Jaysh al", "org:jaysh-al-izza"), ("jays", "org:jaysh-al-izza"), ("Army of G", "org:jaysh-al-izza"),
      ("جي", "org:jaysh-al-izza"), ("جيش الع", "org:jaysh-al-izza"), ("سامي حد", "p3"), ("bash", "p2"),
      ("Assad, B", "p2"), ("Khal", "twin-1"),
      // Whole names, in other spellings too, and ids.
      ("Jeish el-Ezzah", "org:jaysh-al-izza"), ("p2", "p2"), ("Zabadani", "place:zabadani"),
    ], roots)
  func completes(_ asked: (typed: String, id: String), _ root: String) async throws {
    #expect(try await suggested(asked.typed, root).first == asked.id)
  }

  @Test func eachEntityOnceAndBearersBeforePartsOfNames() async throws {
    let found = try await suggested("zab", "/reconcile")
    #expect(found == ["place:zabadani", "name:zabadani"])
  }

  @Test func whatFitsIsShown() async throws {
    let reply = try await TestService().get("/reconcile/suggest/entity?prefix=Tajamu")
    let first = reply.json["result"][0]
    #expect(first["name"] == "Jaysh al-Izza")
    #expect(
      first["description"].string
        == "armed group; matched the former name \u{2068}Tajamu' al-'Izza\u{2069} (? to 2016)")
    #expect(first["notable"][0]["id"] == "armed-group")
  }

  /// Pages follow each other without a gap and without showing anybody twice.
  @Test func pagesFollowEachOther() async throws {
    let names = (0..<50).map { ["e\($0)", "Zayd Number\($0)"] }
    let service = try TestService(rows: [["id", "name"]] + names)
    var all: [String] = []
    for cursor in [0, 20, 40] { all += try await suggested("zayd n", "/reconcile", cursor: cursor, service) }
    #expect(Set(all).count == 50)
    #expect(all.count == 50)
  }

  @Test func nativeCompletion() async throws {
    let service = try TestService()
    let reply = try await service.get("/complete?text=jaysh%20al-i&limit=3")
    #expect(reply.json["query"] == "jaysh al-i")
    #expect(reply.json["completions"][0]["id"] == "org:jaysh-al-izza")
    #expect(reply.json["completions"][0]["matched"]["name"] == "Jaysh al-Izza")
    #expect(reply.json["completions"][0]["whole"] == false)
    let whole = try await service.get("/complete?text=zabadani&limit=1")
    #expect(whole.json["completions"].array?.map { $0["whole"] } == [true])
    #expect(try await service.get("/complete?text=qqq").json["completions"] == [])
  }
}
