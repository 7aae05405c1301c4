internal import ArabicText
internal import FoundationEssentials

/// Imports FollowTheMoney entities as JSON lines, the layout of OpenSanctions' `entities.ftm.json` and of Aleph
/// (https://followthemoney.tech/docs/entity-streams).
///
/// Taken are `id`, `schema`, and of `properties` the names: `name`, `alias`, `weakAlias`, `previousName` and
/// `abbreviation`. The schema gives the kind (`Lexicon/Kinds.tsv`). An entity without a name, such as an ownership, is
/// passed over. FollowTheMoney does not say the language of a name, so its script is given: `und-Arab`, `und-Latn`.
package struct FollowTheMoneyImporter: Importer {
  package init() {}

  private struct Entity: Decodable {
    let id: String
    let schema: String
    let properties: Properties?
  }

  private struct Properties: Decodable {
    let name: [String]?
    let alias: [String]?
    let weakAlias: [String]?
    let previousName: [String]?
    let abbreviation: [String]?

    var byRole: [(role: String, names: [String])] {
      [
        ("name", name ?? []), ("alias", alias ?? []), ("weakAlias", weakAlias ?? []),
        ("previousName", previousName ?? []), ("abbreviation", abbreviation ?? []),
      ]
    }
  }

  package func read(
    path: String, receive: (SourceName) -> Void, report: (SourceProblem) -> Void
  ) throws(SourceProblem) {
    var reader = try LineReader(path: path)
    let decoder = JSONDecoder()
    var isEmpty = true
    while let item = try reader.next() {
      switch item {
      case .problem(let problem): report(problem)
      case .text(let text, let line):
        isEmpty = false
        if text.allSatisfy(\.isWhitespace) { continue }
        guard let entity = try? decoder.decode(Entity.self, from: Data(text.utf8)), !entity.id.isEmpty else {
          report(
            SourceProblem(
              path, line, "not a FollowTheMoney entity; a line is {\"id\":…,\"schema\":…,\"properties\":{…}}")
          )
          continue
        }
        hand(entity, path, line, receive, report)
      }
    }
    if isEmpty { throw SourceProblem(path, nil, "empty file; one JSON object a line is expected") }
  }

  private func hand(
    _ entity: Entity, _ path: String, _ line: Int, _ receive: (SourceName) -> Void,
    _ report: (SourceProblem) -> Void
  ) {
    let kind = Kinds.kind(forSchema: entity.schema)
    for (role, names) in entity.properties?.byRole ?? [] {
      for name in names where !name.isEmpty {
        guard name.utf8.count <= SourceName.longest else {
          report(
            SourceProblem(
              path, line, "a name has \(name.utf8.count) bytes; names have up to \(SourceName.longest)"))
          continue
        }
        receive(
          SourceName(
            id: entity.id, kind: kind, name: name, language: Self.language(of: name), role: role, line: line))
      }
    }
  }

  private static func language(of name: String) -> String {
    switch WritingSystem.dominant(in: name) {
    case .arabic: "und-Arab"
    case .latin: "und-Latn"
    case .other, nil: "und"
    }
  }
}
