import HTTPTypes
import Hummingbird
import NameSearch

/// Which properties of which entities a client wants as columns; the same in both versions of the API.
struct ExtensionQuery: Sendable {
  struct Column: Sendable {
    let property: EntityProperty
    let settings: EntityProperty.Settings
  }

  let ids: [String]
  let columns: [Column]

  /// Reads and checks it.
  init(_ value: JSONValue) throws(Problem) {
    guard let ids = value.object?["ids"]?.array?.map(\.string), !ids.contains(nil) else {
      throw .wrong("'ids' must be an array of strings")
    }
    guard let properties = value.object?["properties"]?.array else {
      throw .wrong("'properties' must be an array")
    }
    self.ids = ids.compactMap(\.self)
    var columns: [Column] = []
    for (place, value) in properties.enumerated() {
      guard let id = value.object?["id"]?.string else { throw .wrong("properties[\(place)] needs an 'id'") }
      guard let property = EntityProperty.named(id) else {
        let known = EntityProperty.all.map(\.id).joined(separator: ", ")
        throw .wrong("unknown property '\(id)'; properties: \(known)")
      }
      let settings = value.object?["settings"] ?? [:]
      guard let fields = settings.object else {
        throw .wrong("properties[\(place)].settings must be an object")
      }
      columns.append(Column(property: property, settings: try EntityProperty.Settings(fields)))
    }
    self.columns = columns
  }

  /// The values, a row for each id and in it a list for each column.
  struct Table: Sendable {
    let columns: [EntityProperty]
    let rows: [(id: String, cells: [[EntityProperty.Value]])]
  }

  /// Fills the table; an entity that there is not has a row without values.
  func table(_ lexicon: LoadedLexicon, _ kinds: KindTree, _ work: Work) throws(Problem) -> Table {
    var rows: [(id: String, cells: [[EntityProperty.Value]])] = []
    for id in ids {
      var cells: [[EntityProperty.Value]] = []
      let found = lexicon.entity(id: id)
      for column in columns {
        try work.check()
        guard let found else {
          cells.append([])
          continue
        }
        cells.append(try column.property.values(of: found.entity, found.names, column.settings, lexicon))
      }
      rows.append((id, cells))
    }
    return Table(columns: columns.map(\.property), rows: rows)
  }

  private struct Proposal: Encodable {
    struct Item: Encodable {
      let id: String
      let name: String
      let description: String
    }

    let limit: Int?
    let type: String?
    let properties: [Item]
  }

  /// The endpoint that proposes properties.
  static func proposal(path: String) -> Endpoint {
    Endpoint(
      method: .get, path: path, group: "reconciliation", summary: "Properties that entities of a type have.",
      parameters: [
        .text("type", "the id of a type"), .integer("limit", 0...1000, 0, "the most properties; 0 for all"),
      ], answer: .json("Any"), isStrict: false
    ) { call in
      let (type, limit) = (try call.values.given("type"), try call.values.integer("limit"))
      let items = EntityProperty.all.map { Proposal.Item(id: $0.id, name: $0.name, description: $0.summary) }
      return JSONOutput.response(
        Proposal(
          limit: limit > 0 ? limit : nil, type: type,
          properties: limit > 0 ? Array(items.prefix(limit)) : items))
    }
  }
}
