import TestSupport
import Testing

@testable import LexiconTools

/// Each importer on a sample in the layout of its publisher; `Tests/Samples` has them, all made up.
@Suite struct ImportSamplesTests {
  /// What an importer says, a line each.
  private func read(_ file: String, _ session: ImportSession = ImportSession()) throws -> [String] {
    let input = try InputFile(path: "\(PackageFolder.path)/Tests/Samples/\(file)")
    let importer = try InputFormat.auto.importer(for: input, options: ImportOptions(), session: session)
    var lines: [String] = []
    try importer.read(input) { name in
      var line = "\(name.line) \(name.id) \(name.kind) \(name.role) \(name.language) \(name.name)"
      if name.from + name.until != "" { line += " (\(name.from)–\(name.until))" }
      if !name.countries.isEmpty || !name.dates.isEmpty {
        line += " [" + (name.countries + name.dates).joined(separator: " ") + "]"
      }
      lines.append(line + (name.source.isEmpty ? "" : " <\(name.source)>"))
    } report: {
      lines.append("\($0.line ?? 0)! \($0.message)")
    }
    return lines
  }

  @Test func followTheMoney() throws {
    #expect(
      try read("entities.ftm.json") == [
        "1 NK-test1 person name und-Arab كريم التجربة [sy lb 1961-04-02] <test_list,other_list>",
        "1 NK-test1 person name und-Latn Karim al-Test [sy lb 1961-04-02] <test_list,other_list>",
        "1 NK-test1 person alias und-Latn Abu Tajriba [sy lb 1961-04-02] <test_list,other_list>",
        "1 NK-test1 person weakAlias und-Latn AT [sy lb 1961-04-02] <test_list,other_list>",
        "2 NK-test2 public-body name und-Arab منظمة التجربة [iq 2003] <test_list>",
        "2 NK-test2 public-body previousName und-Arab لجنة التجربة [iq 2003] <test_list>",
        "2 NK-test2 public-body abbreviation und-Arab مت [iq 2003] <test_list>",
        #"3! not a FollowTheMoney entity: a string is not closed (byte 56); a line is {"id":…,"schema":…,"properties":{…}}"#,
        "4 NK-test3 person name und-Latn Nur Probe",
        "7 NK-test4 vessel name und-Arab النور",
        "7 NK-test4 vessel name und-Latn AN NUR 🚢",
        #"8! not a FollowTheMoney entity: an object is expected (byte 1); a line is {"id":…,"schema":…,"properties":{…}}"#,
        #"9! not a FollowTheMoney entity: a string is expected (byte 58); a line is {"id":…,"schema":…,"properties":{…}}"#,
      ])
  }

  @Test func geoNames() throws {
    let session = ImportSession()
    #expect(
      try read("geonames-places.txt", session) == [
        "1 geonames:9000001 place name und-Latn Qaryat at Tajriba [sy] <geonames>",
        "1 geonames:9000001 place alias und-Arab قرية التجربة [sy] <geonames>",
        "1 geonames:9000001 place alias und-Latn Karyat Tajriba [sy] <geonames>",
        "1 geonames:9000001 place alias und-Latn Tajribah [sy] <geonames>",
        "2 geonames:9000002 governorate name und-Latn Liwā’ at Tajriba [jo] <geonames>",
        "2 geonames:9000002 governorate alias und-Latn Liwa' at Tajriba [jo] <geonames>",
        "3 geonames:9000003 region name und-Arab جبل التجربة [lb] <geonames>",
        "4! 5 columns; places of GeoNames have 19, other names 10",
        "5 geonames:9000005 place name und-Latn Bir Probe [ly] <geonames>",
      ])
    #expect(
      try read("geonames-other-names.txt", session) == [
        "1 geonames:9000001  name ar قَرْيَة التجربة <geonames>",
        "2 geonames:9000001  name en Trial Village <geonames>",
        "5 geonames:9000001  previousName und-Latn Old Trial (1920–1946-04-17) <geonames>",
        "6 geonames:9000002  abbreviation und-Latn LT <geonames>",
        "7 geonames:9000002  weakAlias fr Le Petit Essai <geonames>",
        "9 geonames:9000002  alias ar-JO لواء التجربة <geonames>",
        "10! no geonameid at the beginning",
      ])
  }

  /// Without the places, all other names are taken.
  @Test func geoNamesOtherNamesAlone() throws {
    #expect(
      try read("geonames-other-names.txt").contains(
        "8 geonames:9999999  alias en A place that was not read <geonames>"))
  }

  @Test func wikidata() throws {
    #expect(
      try read("wikidata.json") == [
        "2 wikidata:Q900000001 person name ar سمير التجربة [sy lb 1952-03-11] <wikidata>",
        "2 wikidata:Q900000001 person name en Samir al-Tajriba [sy lb 1952-03-11] <wikidata>",
        "2 wikidata:Q900000001 person alias ar أبو تجربة [sy lb 1952-03-11] <wikidata>",
        "2 wikidata:Q900000001 person alias en S. Tajriba [sy lb 1952-03-11] <wikidata>",
        "2 wikidata:Q900000001 person alias en Sameer Tajriba [sy lb 1952-03-11] <wikidata>",
        "3 wikidata:Q900000002 city name fa شهر آزمون [ir] <wikidata>",
        "4! not an item of Wikidata: the text ends here; a comma or } is expected (byte 82)",
        "6 wikidata:Q900000004 party name und-Latn Hizb Tajriba [1998-07] <wikidata>",
        "6 wikidata:Q900000004 party name tr Deneme Partisi [1998-07] <wikidata>",
      ])
  }

  @Test func securityCouncil() throws {
    #expect(
      try read("security-council.xml") == [
        "4 unsc:TEi.001 person name und-Latn SAMI AL-TAJRIBA AL-'ITHNAYN [iq jo 1966-07-14 1965] <unsc>",
        "4 unsc:TEi.001 person name und-Arab سامي التجربة الاثنين [iq jo 1966-07-14 1965] <unsc>",
        "4 unsc:TEi.001 person alias und-Latn Samy Tajribah [iq jo 1966-07-14 1965] <unsc>",
        "4 unsc:TEi.001 person weakAlias und-Latn Abu Sami [iq jo 1966-07-14 1965] <unsc>",
        "4 unsc:TEi.001 person weakAlias und-Latn The Tester [iq jo 1966-07-14 1965] <unsc>",
        "34! </FIRST_NAME> where <SECOND_NAME> of line 34 is to be closed",
        "36 unsc:9000003 person name und-Latn Salim <unsc>",
        "43 unsc:TEe.002 organization name und-Latn TAJRIBA FOUNDATION [ye] <unsc>",
        "43 unsc:TEe.002 organization alias und-Latn Mu'assasat al-Tajriba [ye] <unsc>",
        "43 unsc:TEe.002 organization previousName und-Latn Tajriba Committee [ye] <unsc>",
      ])
  }

  @Test func ofac() throws {
    #expect(
      try read("SDN.CSV") == [
        "1 ofac:9001 organization name und-Latn TAJRIBA TRADING COMPANY <ofac>",
        "2 ofac:9002 person name und-Latn AL-TAJRIBA, Samir [iq 1965-03-12 1966] <ofac>",
        "2 ofac:9002 person weakAlias und-Latn ABU SAMIR [iq 1965-03-12 1966] <ofac>",
        "3 ofac:9003 vessel name und-Latn NOOR TEST <ofac>",
        "4 ofac:9004 airplane name und-Latn EP-TST <ofac>",
        "5! 4 columns; OFAC's entities have 12, their other names 5",
        "6 ofac:9006 organization name und-Latn THE \"QUOTED\" GROUP <ofac>",
      ])
    #expect(
      try read("ALT.CSV") == [
        "1 ofac:9001  alias und-Latn SHARIKAT AL-TAJRIBA <ofac>",
        "2 ofac:9002  alias und-Latn TAJRIBAH, Sameer <ofac>",
        "3 ofac:9002  previousName und-Latn OLD NAME, Samir <ofac>",
        "4 ofac:9003  alias und-Latn NUR TEST <ofac>",
        "5 ofac:9002  weakAlias und-Latn 'SAM' <ofac>",
      ])
  }

  /// Every kind that the tables of importers give is a kind of the lexicon, and every language one that it can name.
  @Test(arguments: ["geonames-kinds", "wikidata-kinds"])
  func kindsAreKnown(_ file: String) throws {
    var table = try TableFile(path: "\(PackageFolder.path)/Lexicon/Imports/\(file).tsv")
    var count = 0
    while let item = try table.next() {
      guard case .row(let row) = item else { continue }
      count += 1
      #expect(Kinds.isKnown(row["kind"]), "\(file):\(row.line)")
    }
    #expect(count > 20)
  }

  @Test(
    arguments: [
      ("12 Mar 1965", "1965-03-12"), ("Mar 1965", "1965-03"), ("1965", "1965"), ("circa 1965", nil),
      ("1960 to 1965", nil),
      ("Sept 1 1965", nil), ("31 Foo 1965", nil), ("", nil),
    ] as [(String, String?)])
  func datesOfEnglishLists(_ text: String, _ date: String?) {
    #expect(SourceDate(english: text)?.text == date)
  }

  @Test func numbersAreKeptAsBits() {
    var numbers = NumberSet()
    for number in [0, 63, 64, 9_000_001, -1, 1 << 40] { numbers.insert(number) }
    #expect(
      [0, 1, 63, 64, 65, 9_000_001, 9_000_002, -1, 1 << 40].map(numbers.contains) == [
        true, false, true, true, false, true, false, false, false,
      ])
  }
}
