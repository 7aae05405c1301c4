/// The values of properties, as version 0.2 shows them: rows by id, columns by property.
///
/// All values are texts, also kinds: a client takes what has an id for an entity that it can look at.
struct ExtensionAnswer: Encodable {
  struct Column: Encodable {
    let id: String
    let name: String
  }

  let meta: [Column]
  let rows: [String: [String: [JSONValue]]]

  init(_ table: ExtensionQuery.Table) {
    meta = table.columns.map { Column(id: $0.id, name: $0.name) }
    let rows = table.rows.map { row in
      let cells = zip(table.columns, row.cells).map { column, values in
        (column.id, values.map { ["str": .string($0.text)] as JSONValue })
      }
      return (row.id, Dictionary(cells, uniquingKeysWith: { first, _ in first }))
    }
    self.rows = Dictionary(rows, uniquingKeysWith: { first, _ in first })
  }
}

/// The same as the 1.0 draft shows them, with language and direction.
struct ExtensionDraftAnswer: Encodable {
  struct Row: Encodable {
    let id: String
    let properties: [Cell]
  }

  struct Cell: Encodable {
    let id: String
    let values: [JSONValue]
  }

  let meta: [ExtensionAnswer.Column]
  let rows: [Row]

  init(_ table: ExtensionQuery.Table) {
    meta = table.columns.map { ExtensionAnswer.Column(id: $0.id, name: $0.name) }
    rows = table.rows.map { row in
      Row(
        id: row.id,
        properties: zip(table.columns, row.cells).map { column, values in
          Cell(id: column.id, values: values.map(Self.value))
        })
    }
  }

  private static func value(_ value: EntityProperty.Value) -> JSONValue {
    var fields: [String: JSONValue] = ["str": .string(value.text), "dir": .string(value.direction)]
    if !value.language.isEmpty { fields["lang"] = .string(value.language) }
    return .object(fields)
  }
}
