internal import ArabicText

/// Codes of countries that lists name in English, from `Lexicon/Imports/country-names.tsv`.
enum CountryCodes {
  private static let codes: [String: String] = {
    var codes: [String: String] = [:]
    DataTable.countryNames.forEachRow { row in
      for name in row[0].split(separator: "|") { codes[name.lowercased()] = row[1] }
    }
    return codes
  }()

  /// The code of a country or nationality; nil when the table does not have it.
  static func code(of name: String) -> String? { codes[name.lowercased()] }
}
