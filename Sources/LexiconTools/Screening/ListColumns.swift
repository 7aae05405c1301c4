/// A column or a member that a row is asked for.
struct ListColumn: Sendable {
  /// As it was named to the program.
  let title: String
  /// Its place in a table; nil in JSON Lines, where the title is a path.
  let place: Int?
}

/// The columns of a list that are asked for.
struct ListColumns: Sendable {
  let names: [ListColumn]
  let country: ListColumn?
  let date: ListColumn?
  let kind: ListColumn?
  /// How many values a row of a table has.
  let valueCount: Int?

  /// Finds the columns of a table.
  ///
  /// A column is named as in the header, or by its number counted from 1 where no column has that name.
  init(
    _ settings: ScreenSettings, header: [String], file: String, line: Int
  ) throws(SourceProblem) {
    func column(_ title: String) throws(SourceProblem) -> ListColumn {
      let titles = settings.hasHeader ? header.map(Self.trimmed) : header.indices.map { "\($0 + 1)" }
      let places = titles.indices.filter { titles[$0] == Self.trimmed(title) }
      if places.count == 1 { return ListColumn(title: title, place: places[0]) }
      guard places.isEmpty else {
        throw SourceProblem(
          file, line, "column '\(title)' stands \(places.count) times in the header; give its number")
      }
      if let number = Int(title), header.indices.contains(number - 1) {
        return ListColumn(title: title, place: number - 1)
      }
      let known = titles.prefix(50).joined(separator: ", ")
      throw SourceProblem(file, line, "no column '\(title)'; columns: \(known)")
    }
    func optional(_ title: String?) throws(SourceProblem) -> ListColumn? {
      guard let title else { return nil }
      return try column(title)
    }
    var names: [ListColumn] = []
    for title in settings.columns { names.append(try column(title)) }
    self.names = names
    country = try optional(settings.countryColumn)
    date = try optional(settings.dateColumn)
    kind = try optional(settings.kindColumn)
    valueCount = header.count
  }

  /// Takes the columns as members of JSON Lines.
  init(_ settings: ScreenSettings) {
    names = settings.columns.map { ListColumn(title: $0, place: nil) }
    country = settings.countryColumn.map { ListColumn(title: $0, place: nil) }
    date = settings.dateColumn.map { ListColumn(title: $0, place: nil) }
    kind = settings.kindColumn.map { ListColumn(title: $0, place: nil) }
    valueCount = nil
  }

  private static func trimmed(_ title: String) -> String {
    guard let first = title.firstIndex(where: { !$0.isWhitespace }),
      let last = title.lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(title[first...last])
  }
}
