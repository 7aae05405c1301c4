/// Which columns of a table hold what: `id=ID,name=Full name|Name (Arabic),alias=Also known as`.
///
/// What is not mapped is looked for in a column of its own name.
public struct ColumnMap: Sendable {
  /// What a column can hold.
  enum Field: String, CaseIterable, Sendable {
    case id, name, alias, weakAlias, previousName, abbreviation, translation, kind, language, role, from,
      until
    case source, country, date

    /// Whether the values of several columns can be taken.
    var isRepeatable: Bool {
      switch self {
      case .id, .kind, .language, .role, .from, .until, .source: false
      case .name, .alias, .weakAlias, .previousName, .abbreviation, .translation, .country, .date: true
      }
    }

    /// The names of an entity, by role.
    static let names: [Field] = [.name, .alias, .weakAlias, .previousName, .abbreviation, .translation]
  }

  private var columns: [Field: [String]] = [:]

  /// What cannot be understood of a map, in one line for a person.
  public struct ParsingError: Error, CustomStringConvertible, Sendable {
    /// What is wrong and the way out.
    public let description: String
  }

  /// Makes a map in which each column has its own name.
  public init() {}

  /// Reads a map: fields with their columns, separated by commas, several columns of a field by `|`.
  ///
  /// A comma that no field follows belongs to the name of a column.
  ///
  /// - Throws: `ParsingError`, which names what is wrong.
  public init(_ text: String) throws(ParsingError) {
    var pieces: [(field: Field, columns: String)] = []
    for piece in text.split(separator: ",", omittingEmptySubsequences: false) {
      let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2, let field = Field(rawValue: Self.trimmed(parts[0])) {
        pieces.append((field, String(parts[1])))
      } else if let last = pieces.indices.last {
        pieces[last].columns += "," + piece
      } else {
        throw ParsingError(
          description: "'\(piece)' is no field and column, such as id=ID; fields: "
            + Field.allCases.map(\.rawValue).joined(separator: ", "))
      }
    }
    for (field, list) in pieces {
      let names = list.split(separator: "|").map { Self.trimmed($0) }.filter { !$0.isEmpty }
      guard !names.isEmpty else { throw ParsingError(description: "no column for '\(field.rawValue)'") }
      columns[field, default: []] += names
      guard field.isRepeatable || columns[field]?.count == 1 else {
        throw ParsingError(description: "'\(field.rawValue)' is in one column, not in several")
      }
    }
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// The columns of a field that were given, or nil when none was.
  func given(_ field: Field) -> [String]? { columns[field] }
}
