internal import ArabicText
internal import NameSearch

/// The kinds of entities, from `Lexicon/Kinds.tsv`.
package enum Kinds {
  /// Kinds with their parents, in file order.
  package static let parents: [(kind: String, parent: String)] = {
    var kinds: [(String, String)] = []
    DataTable.kinds.forEachRow { kinds.append(($0[0], $0[1])) }
    return kinds
  }()

  private static let names = Set(parents.map(\.kind))

  private static let nameParts = below(["name", "word"])

  /// Whether entities of this kind are words or parts of names.
  package static func isNamePart(_ kind: String) -> Bool { nameParts.contains(kind) }

  /// These kinds and all narrower ones.
  package static func below(_ kinds: Set<String>) -> Set<String> {
    var kinds = kinds
    for _ in parents {
      for entry in parents where kinds.contains(entry.parent) { kinds.insert(entry.kind) }
    }
    return kinds
  }

  private static let byFollowTheMoneySchema: [String: String] = {
    var schemas: [String: String] = [:]
    DataTable.kinds.forEachRow { row in
      for schema in row[2].split(separator: "|") { schemas[String(schema)] = row[0] }
    }
    return schemas
  }()

  /// Whether the file has this kind.
  package static func isKnown(_ kind: String) -> Bool { names.contains(kind) }

  /// The kind of an entity that two rows give: no kind gives way to any, and a wider kind to a narrower one.
  ///
  /// - Returns: nil when neither is wider, so that one of them must be wrong.
  package static func joined(_ left: String, _ right: String) -> String? {
    if left == right || right.isEmpty || isWider(right, than: left) { return left }
    return left.isEmpty || isWider(left, than: right) ? right : nil
  }

  private static let parentsByKind = Dictionary(parents, uniquingKeysWith: { first, _ in first })

  private static func isWider(_ wide: String, than narrow: String) -> Bool {
    var kind = narrow
    // As many steps as there are kinds, so that a circle in the file would end too.
    for _ in parents.indices {
      guard let parent = parentsByKind[kind], !parent.isEmpty else { return false }
      if parent == wide { return true }
      kind = parent
    }
    return false
  }

  /// The kind for a schema of FollowTheMoney; one that the file does not have becomes a kind of its own name.
  package static func kind(forSchema schema: String) -> String {
    byFollowTheMoneySchema[schema] ?? EntityKinds.kind(named: schema)
  }
}
