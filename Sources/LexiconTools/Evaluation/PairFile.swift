/// One row of a file of pairs: a name or a word in both scripts.
package struct NamePair: Equatable, Sendable {
  package var arabic: String
  package var latin: String
  /// How often the pair was counted; 1 in files that do not count.
  package var count = 1
  /// The class that the file gives the row; nothing in files without classes.
  package var kind = ""
  /// Whether the words of both sides stand for each other one by one; nil in files that do not say.
  package var isTokenAligned: Bool?

  package init(arabic: String, latin: String, count: Int = 1, kind: String = "", isTokenAligned: Bool? = nil)
  {
    self.arabic = arabic
    self.latin = latin
    self.count = count
    self.kind = kind
    self.isTokenAligned = isTokenAligned
  }
}

/// One row of a file of entities: one name of one entity.
package struct EntityName: Equatable, Sendable {
  package var entity: String
  package var script: Script
  package var name: String
  package var kind = ""

  /// The scripts of names, by their codes of ISO 15924.
  package enum Script: String, Sendable {
    case arabic = "Arab"
    case latin = "Latn"
  }

  package init(entity: String, script: Script, name: String, kind: String = "") {
    self.entity = entity
    self.script = script
    self.name = name
    self.kind = kind
  }
}

/// Reads a file of pairs or of entities, row by row.
///
/// The header says which it is: `arabic` and `latin` make a file of pairs (with `count` or `freq`, `class` and
/// `token_aligned` when they are there), `entity_id`, `script` and `name` a file of entities (with `name_kind`). Other
/// columns are not used. Names of entities in scripts other than Arab and Latn are passed over.
package struct PairFile: ~Copyable {
  /// A row, or what is wrong with a line.
  package enum Item {
    case pair(NamePair)
    case name(EntityName)
    case problem(SourceProblem)
  }

  /// Whether the rows are pairs; otherwise they are names of entities.
  package let hasPairs: Bool
  /// Whether the file says of each row whether its words stand for each other, as rows of library catalogues do.
  package let hasAlignment: Bool
  /// Whether the rows are words with how often each was counted.
  package let hasCounts: Bool
  /// Whether the names are those of places, in countries.
  package let hasCountries: Bool
  /// Whether the Latin side is a catalogue's, in ALA-LC: such files have a column `token_aligned` or `freq`.
  package var isScholarly: Bool { hasPairs && (hasAlignment || hasCounts) }
  private let path: String
  private var table: TableFile
  private let countColumn: String?

  /// Opens a file and reads its header.
  ///
  /// - Throws: `SourceProblem` when the file cannot be read, or when its header has the columns of neither layout.
  package init(path: String) throws(SourceProblem) {
    let table = try Self.open(path)
    let columns = Set(table.header)
    hasPairs = columns.isSuperset(of: Self.pairColumns)
    countColumn = ["count", "freq"].first { columns.contains($0) }
    hasCounts = columns.contains("freq")
    hasCountries = columns.contains("country")
    hasAlignment = columns.contains("token_aligned")
    self.path = path
    self.table = table
  }

  private static let pairColumns: Set<String> = ["arabic", "latin"]

  private static func open(_ path: String) throws(SourceProblem) -> TableFile {
    let table = try TableFile(path: path)
    guard hasLayout(table.header) else { throw unknownLayout(table, path) }
    return table
  }

  /// Whether a header has the columns of pairs or of entities.
  static func hasLayout(_ header: [String]) -> Bool {
    let columns = Set(header)
    return columns.isSuperset(of: pairColumns) || columns.isSuperset(of: ["entity_id", "script", "name"])
  }

  /// What is wrong with a file whose columns say nothing; `others` are the columns of other layouts that would do.
  static func unknownLayout(_ table: borrowing TableFile, _ path: String, others: String = "")
    -> SourceProblem
  {
    SourceProblem(
      path, table.headerLine,
      "neither pairs nor entities; the header needs the columns arabic and latin, or entity_id, script and name"
        + (others.isEmpty ? "" : ", or " + others) + " (columns here: "
        + table.header.joined(separator: ", ") + ")")
  }

  /// Returns the next row, or nil at the end.
  package mutating func next() throws(SourceProblem) -> Item? {
    while let item = try table.next() {
      switch item {
      case .problem(let problem): return .problem(problem)
      case .row(let row):
        do throws(SourceProblem) {
          if hasPairs { return .pair(try pair(row)) }
          if let name = try name(row) { return .name(name) }
        } catch {
          return .problem(error)
        }
      }
    }
    return nil
  }

  private func value(_ column: String, _ row: TableFile.Row) throws(SourceProblem) -> String {
    let value = row[column]
    if value.isEmpty { throw SourceProblem(path, row.line, "nothing in column '\(column)'") }
    guard value.utf8.count <= SourceName.longest else {
      throw SourceProblem(
        path, row.line,
        "column '\(column)' has \(value.utf8.count) bytes; names have up to \(SourceName.longest)")
    }
    return value
  }

  private func pair(_ row: TableFile.Row) throws(SourceProblem) -> NamePair {
    var pair = NamePair(arabic: try value("arabic", row), latin: try value("latin", row), kind: row["class"])
    if let countColumn {
      guard let count = Int(row[countColumn]), count > 0 else {
        throw SourceProblem(
          path, row.line,
          "'\(row[countColumn])' in column '\(countColumn)' is no count; give a number above 0")
      }
      pair.count = count
    }
    if hasAlignment {
      guard ["0", "1"].contains(row["token_aligned"]) else {
        throw SourceProblem(
          path, row.line, "'\(row["token_aligned"])' in column 'token_aligned'; give 0 or 1")
      }
      pair.isTokenAligned = row["token_aligned"] == "1"
    }
    return pair
  }

  private func name(_ row: TableFile.Row) throws(SourceProblem) -> EntityName? {
    let script = try value("script", row)
    let name = EntityName(
      entity: try value("entity_id", row), script: .arabic, name: try value("name", row),
      kind: row["name_kind"])
    guard let script = EntityName.Script(rawValue: script) else { return nil }
    return EntityName(entity: name.entity, script: script, name: name.name, kind: name.kind)
  }
}

extension PairFile {
  /// The rows of a file, of the one or the other layout.
  package enum Rows: Sendable {
    case pairs([NamePair])
    case names([EntityName])
  }

  /// Reads all rows of a file.
  ///
  /// - Parameters:
  ///   - path: a file, or `-` for standard input.
  ///   - report: called for each line that was left out.
  /// - Returns: the rows in the order of the file.
  /// - Throws: `SourceProblem` when nothing of the file can be used.
  package static func rows(
    path: String, report: (SourceProblem) -> Void
  ) throws(SourceProblem) -> Rows {
    var file = try PairFile(path: path)
    var pairs: [NamePair] = []
    var names: [EntityName] = []
    while let item = try file.next() {
      switch item {
      case .pair(let pair): pairs.append(pair)
      case .name(let name): names.append(name)
      case .problem(let problem): report(problem)
      }
    }
    return file.hasPairs ? .pairs(pairs) : .names(names)
  }
}
