internal import NameSearch

/// One name of one entity, as an importer hands it to the compiler.
package struct SourceName {
  package var id: String
  package var kind: String
  package var name: String
  package var language: String
  package var role: String
  package var from = ""
  package var until = ""
  package var source = ""
  /// Codes of the countries of its entity, and dates that tell it apart, such as that of birth.
  package var countries: [String] = []
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
