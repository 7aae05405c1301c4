/// The kinds, languages and roles of a lexicon as strings, which names and entities share.
///
/// A lexicon has a handful; a file made to mislead may have any number, of which the rest is read each time.
final class LexiconTerms: Sendable {
  private let kinds: [String]
  private let languages: [String]
  private let roles: [String]
  private let knownRoles: [NameRole?]
  private static let most = 256

  init(_ sections: LexiconSections) {
    func strings(_ section: Layout.Section) -> [String] {
      (0..<min(sections.count(section), Self.most)).map { sections.string(sections.span(section, $0)) }
    }
    kinds = strings(.kinds)
    languages = strings(.languages)
    roles = strings(.roles)
    knownRoles = roles.map { NameRole(rawValue: $0) }
  }

  func kind(_ number: Int, _ sections: LexiconSections) -> String {
    number < kinds.count ? kinds[number] : sections.string(sections.span(.kinds, number))
  }

  func language(_ number: Int, _ sections: LexiconSections) -> String {
    number < languages.count ? languages[number] : sections.string(sections.span(.languages, number))
  }

  func role(_ number: Int, _ sections: LexiconSections) -> String {
    number < roles.count ? roles[number] : sections.string(sections.span(.roles, number))
  }

  /// A role as one of those that this program knows; nil for others.
  func knownRole(_ number: Int) -> NameRole? { number < knownRoles.count ? knownRoles[number] : nil }
}
