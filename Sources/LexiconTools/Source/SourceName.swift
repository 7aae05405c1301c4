internal import NameSearch

/// One name of one entity, as an importer hands it to the compiler.
package struct SourceName: Sendable {
  package var id: String
  package var kind: String
  package var name: String
  /// A BCP 47 tag; `und-Arab`, `und-Latn` or `und` when the source does not say it.
  package var language: String
  package var role: String
  package var from = ""
  package var until = ""
  package var source = ""
  /// Countries of the entity, as ISO 3166-1 alpha-2 codes in lower case: of its nationality, place or seat.
  package var countries: [String] = []
  /// When the entity was born or founded: `1965`, `1965-09` or `1965-09-11`.
  package var dates: [String] = []
  /// Where it stands.
  package var line: Int

  /// Names with more bytes than this are not names.
  package static let longest = 4096
}

/// The roles that names have; see `NameRole`.
package enum Roles {
  /// The known words, as a message lists them.
  package static let list = NameRole.allCases.map(\.rawValue).joined(separator: ", ")

  /// Whether this is a role.
  package static func isKnown(_ role: String) -> Bool { NameRole(rawValue: role) != nil }
}
