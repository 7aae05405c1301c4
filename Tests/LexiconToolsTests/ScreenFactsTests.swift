import Testing

@testable import LexiconTools

/// Dates, countries and kinds of rows.
@Suite struct ScreenFactsTests {
  @Test(arguments: [
    ("1970", "1970"), ("1970-05", "1970-05"), ("1970-05-01", "1970-05-01"), ("19700501", ""),
    ("1970-05-01T12:30:00Z", "1970-05-01"), ("1970/5/1", "1970-05-01"), ("01.05.1970", "1970-05-01"),
    ("1.5.1970", "1970-05-01"), ("25/12/1970", "1970-12-25"), ("12/25/1970", "1970-12-25"),
    ("5/1970", "1970-05"), ("c. 1970", "1970"), ("1970 or 1971", "1970, 1971"), ("١٩٧٠", "1970"),
    ("١٩٧٠/٥/١", "1970-05-01"), ("", ""), ("unknown", ""), ("12", ""), ("1970-1975", "1970, 1975"),
  ])
  func readsDates(_ text: String, _ expected: String) {
    #expect(PartialDate.dates(in: text).map(\.description).joined(separator: ", ") == expected)
  }

  @Test(arguments: [
    ("1970", "1970-05-01", PartialDate.Difference.none),
    ("1970-05", "1970-05-01", .none),
    ("1970-05-01", "1970-05-01", .none),
    ("1970-01-05", "1970-05-01", .none),
    ("1970-05-02", "1970-05-01", .slight),
    ("1970-06", "1970-05-01", .slight),
    ("1971", "1970-05-01", .slight),
    ("1971-05-01", "1970-05-01", .slight),
    ("1972", "1970-05-01", .large),
    ("1870-05-01", "1970-05-01", .large),
  ])
  func comparesDates(_ left: String, _ right: String, _ expected: PartialDate.Difference) throws {
    let (left, right) = (PartialDate.dates(in: left), PartialDate.dates(in: right))
    let (first, second) = (try #require(left.first), try #require(right.first))
    #expect(first.difference(from: second) == expected)
    #expect(second.difference(from: first) == expected)
  }

  @Test(arguments: [
    ("SY", ["sy"]), ("sy", ["sy"]), ("SYR", ["sy"]), ("Syria", ["sy"]), ("Syrie", ["sy"]), ("سوريا", ["sy"]),
    ("Türkiye", ["tr"]), ("Deutschland", ["de"]), ("SY;LB", ["sy", "lb"]), ("Iraq, Jordan", ["iq", "jo"]),
    ("sy | iq", ["sy", "iq"]), ("Atlantis", []), ("", []),
  ])
  func readsCountries(_ text: String, _ expected: [String]) {
    #expect(CountryReader().codes(in: text) == expected)
  }

  @Test func otherFactsLowerAScoreAndMissingOnesDoNot() {
    let facts = RowFacts(readsCountries: true)
    let row = ListRow(
      bytes: [], cut: .table(DelimitedRow([], format: ListFormat(.csv))), names: [], countries: ["Syria"],
      dates: ["1970"], kinds: [])
    let read = facts.facts(of: row)
    func factors(_ countries: [String], _ dates: [String]) -> [Double] {
      facts.remarks(read, countries: countries, dates: dates).map(\.factor)
    }
    #expect(factors([], []) == [])
    #expect(factors(["sy"], ["1970-02-03"]) == [])
    #expect(factors(["iq", "sy"], ["1950", "1970"]) == [])
    #expect(factors(["iq"], []) == [RowFacts.otherCountry])
    #expect(factors([], ["1971"]) == [RowFacts.slightlyOtherDate])
    #expect(factors(["iq"], ["1950"]) == [RowFacts.otherCountry, RowFacts.otherDate])
    let remark = facts.remarks(read, countries: ["iq"], dates: []).first
    #expect(remark?.explanation == "The country is sy in the list and iq in the lexicon.")
  }

  @Test(arguments: [
    ("person", ["person"], ["organization", "armed-group"]),
    ("Person", ["person"], ["organization"]),
    ("organization", ["organization", "party", "armed-group", "armed-forces"], ["person", "city"]),
    ("Company", ["company", "organization"], ["person", "party"]),
    ("armed-forces", ["armed-forces", "public-body", "organization"], ["party"]),
    ("given-name", ["given-name", "name"], ["person"]),
  ])
  func widerAndNarrowerKindsFit(_ value: String, _ fit: [String], _ others: [String]) {
    let kinds = Kinds.compatible(with: value)
    #expect(kinds.isSuperset(of: fit))
    #expect(kinds.isDisjoint(with: others))
  }

  @Test func whatIsNoKindNarrowsNothing() {
    #expect(Kinds.compatible(with: "whatever").isEmpty)
    #expect(Kinds.isNamePart("kunya"))
    #expect(Kinds.isNamePart("word"))
    #expect(!Kinds.isNamePart("person"))
    #expect(!Kinds.isNamePart(""))
  }
}
