import TestSupport
import Testing

@testable import ArabicText

/// The published examples of the standards, in the shared folder.
@Suite struct SchemeSharedRowsTests {
  private static let path = PackageFolder.shared("romanization/tests.tsv")

  /// Rows that contradict the published rule, by line.
  private static let exceptions: [Int: String] = [
    401: isoStrict, 402: isoStrict, 403: isoStrict, 404: isoStrict,
    408: "ISO 233-2: a long vowel has a macron, also where fatha is not written",
    447: odni, 448: odni, 452: odni, 462: odni, 464: odni,
    537: "UNGEGN 1972: ya behind its consonant is long, the kasra is only not written",
    549: "UNGEGN 2017: hamza is the apostrophe, U+2019, as in all other rows",
  ]
  private static let isoStrict =
    "ISO 233:1984: one sign for each letter; alif is a half ring, the article is not assimilated"
  private static let odni = "ICS 630-01: 26 letters and the apostrophe only"

  @Test(.enabled(if: PackageFolder.exists(path), "the shared folder is not there"))
  func publishedExamplesHold() throws {
    for row in try CaseRow.rows(path: Self.path) {
      guard let scheme = Scheme.named(interscript: row["scheme"]) else { continue }
      // The rows of ALA-LC are in lower case and keep the capital of Allah.
      let isLower = scheme.identifier == "ala-lc" && !row["expected"].hasPrefix("A")
      let latin = scheme.romanize(row["arabic"], capitals: isLower ? .none : .names)
      let isExact = Self.plain(latin, scheme.identifier) == Self.plain(row["expected"], scheme.identifier)
      #expect(
        isExact == (Self.exceptions[row.line] == nil),
        "\(row.line) \(scheme.identifier) \(row["arabic"]): \(latin), not \(row["expected"])")
    }
  }

  /// The rows of ALA-LC have quotation marks for ayn and hamza.
  private static func plain(_ latin: String, _ identifier: String) -> String {
    guard identifier.hasPrefix("ala-lc") else { return latin }
    let scalars = latin.unicodeScalars.map {
      $0 == "\u{02BB}" ? "\u{2018}" : $0 == "\u{02BC}" ? "\u{2019}" : $0
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
