internal import CICU

/// The names that ICU has for countries and territories.
package enum CountryNames {
  /// ISO 3166-1 codes of all countries and territories that ICU knows, in ICU's order.
  package static var codes: [String] {
    guard let list = unsafe icu_countries() else { return [] }
    var codes: [String] = []
    var index = 0
    while let code = unsafe list[index] {
      codes.append(unsafe String(cString: code))
      index += 1
    }
    return codes
  }

  /// Gives the name of a country in a language.
  ///
  /// - Parameters:
  ///   - code: an ISO 3166-1 code, such as "TR".
  ///   - language: a language of ICU's, such as "ar".
  /// - Returns: the name, or nil when ICU has none.
  package static func name(of code: String, in language: String) -> String? {
    let name = unsafe try? ICU.growingBuffer(capacity: 64) { target, capacity, status in
      unsafe icu_displayCountry("und_" + code, language, target, capacity, &status)
    }
    guard let name, !name.isEmpty, name != code else { return nil }
    return name
  }

  /// The ISO 3166-1 code of three letters for one of two, such as "TUR" for "TR"; nil when ICU has none.
  package static func longCode(of code: String) -> String? {
    guard let long = unsafe icu_longCountry("und_" + code) else { return nil }
    let text = unsafe String(cString: long)
    return text.isEmpty ? nil : text
  }

  /// The version of ICU that the names come from.
  package static var icuVersion: String { ICU.version }
}
