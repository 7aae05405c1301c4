internal import ArabicText

/// What `Kinds.tsv` says about kinds of entities.
package enum EntityKinds {
  /// The kinds whose entities are words or parts of names.
  static let nameParts = names.union(kinds(below: "word"))
  /// The kinds whose entities are parts of names of persons.
  static let names = kinds(below: "name")
  /// The kinds of names that parents give.
  static let givenNames = kinds(below: "given-name").union(kinds(below: "compound"))
  /// The kinds of places.
  static let places = kinds(below: "place")
  /// The kind of countries.
  static let country = "country"
  /// The kinds of persons.
  static let persons = kinds(below: "person")

  /// The kind that a schema of FollowTheMoney becomes when `Kinds.tsv` has none for it: its own name in lower case with hyphens.
  package static func kind(named schema: String) -> String {
    var kind = ""
    for character in schema {
      if character.isUppercase, !kind.isEmpty { kind += "-" }
      kind += character.lowercased()
    }
    return kind
  }

  private static func kinds(below root: String) -> Set<String> {
    var kinds: Set<String> = [root]
    DataTable.kinds.forEachRow { row in
      if kinds.contains(row[1]) { kinds.insert(row[0]) }
    }
    return kinds
  }
}
