/// Where a table has what.
struct TableColumns {
  let count: Int
  private var places: [ColumnMap.Field: [Int]] = [:]
  /// The columns of names, each with its role.
  let names: [(field: ColumnMap.Field, place: Int)]

  /// Finds the columns of a map in a header.
  init(_ header: [String], _ map: ColumnMap, file: String, line: Int) throws(SourceProblem) {
    count = header.count
    var byName: [String: Int] = [:]
    for (place, name) in header.enumerated() where byName.updateValue(place, forKey: name) != nil {
      // Spreadsheets end rows with empty columns.
      if name.isEmpty { continue }
      throw SourceProblem(file, line, "column '\(name)' stands twice in the header")
    }
    for field in ColumnMap.Field.allCases {
      var found: [Int] = []
      for name in map.given(field) ?? [field.rawValue] {
        if let place = byName[name] {
          found.append(place)
        } else if map.given(field) != nil {
          throw SourceProblem(
            file, line,
            "no column '\(name)' in the header, which \(field.rawValue) is to come from (columns here: "
              + header.joined(separator: ", ") + ")")
        }
      }
      places[field] = found
    }
    let places = places
    names = ColumnMap.Field.names.flatMap { field in (places[field] ?? []).map { (field, $0) } }
    for missing in [ColumnMap.Field.id, .name] {
      let isThere = missing == .id ? places[.id]?.isEmpty == false : !names.isEmpty
      if isThere { continue }
      throw SourceProblem(
        file, line,
        "no column '\(missing.rawValue)' in the header; the simplest header is id<TAB>name, and --columns says "
          + "which columns are meant (columns here: " + header.joined(separator: ", ") + ")")
    }
  }

  /// The places of a field's columns.
  func places(of field: ColumnMap.Field) -> [Int] { places[field] ?? [] }
}

/// One row of a table.
struct TableRow {
  let fields: [String]
  let columns: TableColumns
  let line: Int
  let separator: String

  private func value(_ place: Int) -> String { place < fields.count ? fields[place] : "" }

  private func value(_ field: ColumnMap.Field) -> String { columns.places(of: field).first.map(value) ?? "" }

  /// Hands on the names of the row.
  func hand(_ receive: (SourceName) -> Void, _ report: (String) -> Void) {
    let id = value(.id)
    guard !id.isEmpty else { return report("no id; give the row the id of its entity") }
    var made = SourceName(
      id: id, kind: value(.kind), name: "", language: value(.language), role: "", from: value(.from),
      until: value(.until), source: value(.source), line: line)
    for place in columns.places(of: .country) {
      for code in pieces(of: value(place)) { EntityFacts.add(country: code, to: &made.countries) }
    }
    for place in columns.places(of: .date) {
      for date in pieces(of: value(place)) { EntityFacts.add(date: date, to: &made.dates) }
    }
    let givenLanguage = made.language
    let givenRole = value(.role)
    if !givenRole.isEmpty, !Roles.isKnown(givenRole) {
      return report("unknown role '\(givenRole)'; known roles: \(Roles.list)")
    }
    var hasName = false
    for (field, place) in columns.names {
      for (number, name) in pieces(of: value(place)).enumerated() {
        hasName = true
        made.name = name
        made.role = role(field, number, givenRole)
        made.language = givenLanguage.isEmpty ? EntityFacts.language(of: name) : givenLanguage
        if let message = made.lengthProblem { report(message) } else { receive(made) }
      }
    }
    if !hasName { report("no name; remove the row or give it a name") }
  }

  /// The role of a name: that of its column; the row's for the columns of names; later names of a field are aliases.
  private func role(_ field: ColumnMap.Field, _ number: Int, _ given: String) -> String {
    guard field == .name else { return field.rawValue }
    if !given.isEmpty { return given }
    return number == 0 ? "name" : "alias"
  }

  /// The values of a field, which are one when no separator is set.
  private func pieces(of value: String) -> [String] {
    if value.isEmpty { return [] }
    guard !separator.isEmpty, value.contains(separator) else { return [value] }
    return value.split(separator: separator, omittingEmptySubsequences: true).compactMap { piece in
      let words = piece.drop(while: \.isWhitespace)
      guard let last = words.lastIndex(where: { !$0.isWhitespace }) else { return nil }
      return String(words[...last])
    }
  }
}
