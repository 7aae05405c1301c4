internal import ArabicText

/// What `Kinds.tsv` says about kinds of entities.
enum EntityKinds {
  /// The kinds whose entities are words or parts of names.
  static let nameParts: Set<String> = {
    var parts: Set<String> = ["name", "word"]
    DataTable.kinds.forEachRow { row in
      if parts.contains(row[1]) { parts.insert(row[0]) }
    }
    return parts
  }()
}
