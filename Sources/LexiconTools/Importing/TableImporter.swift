/// Imports tab-separated files with a header: `id` and `name`, and optionally `kind`, `language`, `role`, `from`,
/// `until`, `source`.
///
/// Other columns are not used.
package struct TableImporter: Importer {
  package init() {}

  package func read(
    path: String, receive: (SourceName) -> Void, report: (SourceProblem) -> Void
  ) throws(SourceProblem) {
    var table = try TableFile(path: path)
    for column in ["id", "name"] where !table.header.contains(column) {
      throw SourceProblem(
        path, table.headerLine,
        "no column '\(column)' in the header; the simplest header is id<TAB>name (columns here: "
          + table.header.joined(separator: ", ") + ")")
    }
    while let item = try table.next() {
      switch item {
      case .problem(let problem): report(problem)
      case .row(let row):
        let name = SourceName(
          id: row["id"], kind: row["kind"], name: row["name"], language: row["language"],
          role: row["role"].isEmpty ? "name" : row["role"], from: row["from"], until: row["until"],
          source: row["source"], line: row.line)
        if let message = Self.problem(of: name) {
          report(SourceProblem(path, row.line, message))
        } else {
          receive(name)
        }
      }
    }
  }

  private static func problem(of name: SourceName) -> String? {
    if name.id.isEmpty { return "no id; give the row the id of its entity" }
    if name.name.isEmpty { return "no name; remove the row or give it a name" }
    if name.name.utf8.count > SourceName.longest {
      return "the name has \(name.name.utf8.count) bytes; names have up to \(SourceName.longest)"
    }
    if !Roles.isKnown(name.role) { return "unknown role '\(name.role)'; known roles: \(Roles.list)" }
    return nil
  }
}
