import HTTPTypes
import Hummingbird
import NameSearch

/// Entities by their ids.
enum EntityEndpoints {
  static let all = [single, batch]

  private static let single = Endpoint(
    method: .get, path: "/entities/{id}", group: "names", summary: "An entity with all its names.",
    answer: .json("EntityAnswer")
  ) { call in
    let id = try call.pathPart("id")
    guard let found = call.service.store.current.entity(id: id) else {
      throw Problem(.notFound, "no entity has the id '\(id)'")
    }
    return JSONOutput.response(EntityAnswer(found.entity, names: found.names))
  }

  private static let batch = Endpoint(
    method: .post, path: "/entities", group: "names",
    summary: "Entities with all their names, in the order of their ids; null for an id that no entity has.",
    body: .json([
      "type": "object", "required": ["ids"], "additionalProperties": false,
      "properties": ["ids": ["type": "array", "items": ["type": "string"]]],
    ]), answer: .json("EntityAnswers")
  ) { call in
    guard let fields = try await call.json().object else { throw Problem.wrong("the body must be an object") }
    let ids = try Values(fields, [.list("ids", "ids of entities")]).list("ids")
    guard fields["ids"] != nil else { throw Problem.wrong("the body needs 'ids', an array") }
    let limit = call.service.settings.limits.batch
    guard ids.count <= limit else {
      throw Problem.tooLarge("\(ids.count) items in 'ids'; at most \(limit) (setting max-batch)")
    }
    return JSONOutput.response(
      try await call.work { lexicon, _ in
        let answers = ids.map { id in
          lexicon.entity(id: id).map { EntityAnswer($0.entity, names: $0.names) }
        }
        return JSONOutput.buffer(["answers": answers])
      })
  }
}
