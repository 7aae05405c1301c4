internal import ArabicText

/// Finds the country that a value of a list means.
struct CountryReader: Sendable {
  private let codes: [String: String]

  /// The languages whose names of countries are known, those of ICU.
  private static let languages = ["en", "ar", "fr", "de", "es", "tr", "fa", "ur", "ckb", "ru", "he"]

  init() {
    var codes: [String: String] = [:]
    for code in CountryNames.codes {
      codes[code.lowercased()] = code.lowercased()
      if let long = CountryNames.longCode(of: code) { codes[long.lowercased()] = code.lowercased() }
      for language in Self.languages {
        guard let name = CountryNames.name(of: code, in: language) else { continue }
        codes[Self.key(name), default: code.lowercased()] = code.lowercased()
      }
    }
    self.codes = codes
  }

  private static func key(_ name: String) -> String { NameText(name).folded }

  /// The ISO 3166-1 code in lower case, or nil when the value is no country.
  func code(of value: String) -> String? { codes[value.lowercased()] ?? codes[Self.key(value)] }

  /// The codes of a value that may list several, between semicolons, bars or commas.
  func codes(in value: String) -> [String] {
    if let code = code(of: value) { return [code] }
    return value.split(whereSeparator: { ";|,".contains($0) || $0.isNewline }).compactMap { part in
      code(of: part.split(separator: " ").joined(separator: " "))
    }
  }
}
