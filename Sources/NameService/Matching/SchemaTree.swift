import ArabicText
import NameSearch

/// The schemas of FollowTheMoney with their wider ones, from `Lexicon/Imports/ftm-schemas.tsv`.
struct SchemaTree: Sendable {
  private struct Schema: Sendable {
    let wider: [String]
    let isMatchable: Bool
  }

  /// What everything with a name is.
  private static let root = "Thing"

  private let schemas: [String: Schema]
  private let kinds: KindTree

  init(_ kinds: KindTree) {
    self.kinds = kinds
    var schemas: [String: Schema] = [:]
    DataTable.followTheMoneySchemas.forEachRow { row in
      schemas[row[0]] = Schema(
        wider: row[1].split(separator: "|").map(String.init), isMatchable: row[2] == "yes")
    }
    self.schemas = schemas
  }

  /// Whether FollowTheMoney has a schema, or a kind is made of it.
  func isKnown(_ schema: String) -> Bool {
    schemas[schema] != nil || kinds.kinds.contains { $0.schemas.contains(schema) }
  }

  /// The kinds that entities of a schema may have here; empty for all kinds.
  ///
  /// As in FollowTheMoney, an example may be an entity of its own schema, of a narrower one, and of a wider one that is matchable: a company may
  /// be listed as an organization (followthemoney 4.11.2, `Schema.matchable_schemata`). A schema that is no Thing, such as a payment, and one that is
  /// not known narrow nothing.
  func kinds(for schema: String) -> Set<String> {
    guard let known = schemas[schema] else {
      return kinds.kinds.first { $0.schemas.contains(schema) }.map { kinds.family($0.id) } ?? []
    }
    let wider = wider(than: schema)
    guard wider.contains(Self.root) else { return [] }
    var result: Set<String> = []
    for (name, _) in schemas where name == schema || self.wider(than: name).contains(schema) {
      let own = kinds.kinds.filter { $0.schemas.contains(name) }.map(\.id)
      result.formUnion(own.isEmpty ? [EntityKinds.kind(named: name)] : own.flatMap { kinds.family($0) })
    }
    for name in wider where known.isMatchable && schemas[name]?.isMatchable == true {
      result.formUnion(kinds.kinds.map(\.id).filter { kinds.schema($0) == name })
      if !kinds.kinds.contains(where: { $0.schemas.contains(name) }) {
        result.insert(EntityKinds.kind(named: name))
      }
    }
    return result
  }

  /// All wider schemas.
  private func wider(than schema: String) -> Set<String> {
    var found: Set<String> = []
    var waiting = schemas[schema]?.wider ?? []
    while let next = waiting.popLast() {
      if found.insert(next).inserted { waiting += schemas[next]?.wider ?? [] }
    }
    return found
  }
}
