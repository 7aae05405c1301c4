internal import ArabicText

/// Imports the places of GeoNames and their other names (https://download.geonames.org/export/dump/readme.txt).
///
/// `README.md` in the folder above says what is taken.
struct GeoNamesImporter: Importer {
  private let session: ImportSession
  let isSupplement: Bool

  /// Makes an importer for a file that begins with these bytes.
  init(session: ImportSession, head: [UInt8]) {
    self.session = session
    isSupplement = Layout(ofLine: InputDetection.firstLine(of: head)) == .otherNames
  }

  /// The two tables, which have no header.
  enum Layout {
    /// `allCountries.txt` and the files of countries: 19 columns.
    case places
    /// `alternateNamesV2.txt`: 10 columns, 8 in its older form.
    case otherNames

    /// The layout of a line, by its columns and the numbers at its beginning.
    init?(ofLine line: ArraySlice<UInt8>) {
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      func isNumber(_ place: Int) -> Bool {
        !fields[place].isEmpty && fields[place].allSatisfy { (0x30...0x39).contains($0) }
      }
      switch fields.count {
      case 19 where isNumber(0): self = .places
      case 8...10 where isNumber(0) && isNumber(1): self = .otherNames
      default: return nil
      }
    }
  }

  func read(
    _ input: InputFile, receive: (SourceName) -> Void, report: (SourceProblem) -> Void
  ) throws(SourceProblem) {
    let known = session.numbers(of: .geoNamesPlaces)
    var records = LineRecords(input)
    var isEmpty = true
    while let item = try records.next() {
      isEmpty = false
      switch item {
      case .problem(let problem): report(problem)
      case .record(let fields, let line):
        let names: [SourceName]
        switch fields.count {
        case 19: names = place(fields, line)
        case 8...10: names = otherName(fields, line, known)
        default:
          self.report(
            "\(fields.count) columns; places of GeoNames have 19, other names 10", input, line, report)
          continue
        }
        guard Int(fields[0]) != nil, fields.count == 19 || Int(fields[1]) != nil else {
          self.report("no geonameid at the beginning", input, line, report)
          continue
        }
        for name in names {
          if let message = name.lengthProblem {
            self.report(message, input, line, report)
          } else {
            receive(name)
          }
        }
      }
    }
    if isEmpty { throw SourceProblem(input.name, nil, "empty file; a table of GeoNames is expected") }
  }

  /// The id of a place in the lexicon.
  private static func id(_ number: String) -> String { "geonames:\(number)" }

  private func place(_ fields: [String], _ line: Int) -> [SourceName] {
    guard let number = Int(fields[0]) else { return [] }
    session.note(number, in: .geoNamesPlaces)
    var made = SourceName(
      id: Self.id(fields[0]), kind: Self.kind(feature: fields[6], code: fields[7]), name: "", language: "",
      role: "name", source: "geonames", line: line)
    EntityFacts.add(country: fields[8], to: &made.countries)
    var seen: Set<String> = []
    func name(_ text: some StringProtocol, _ role: String) -> SourceName? {
      guard !text.isEmpty, seen.insert(String(text)).inserted else { return nil }
      var name = made
      name.name = String(text)
      name.language = EntityFacts.language(of: name.name)
      name.role = role
      return name
    }
    let first = [name(fields[1], "name"), name(fields[2], "alias")].compactMap { $0 }
    return first + fields[3].split(separator: ",").compactMap { name($0, "alias") }
  }

  /// A row of the other names; of places that were not read, when places were.
  private func otherName(_ fields: [String], _ line: Int, _ known: NumberSet?) -> [SourceName] {
    guard let number = Int(fields[1]), known?.contains(number) != false, !fields[3].isEmpty else { return [] }
    let language = fields[2]
    guard Self.isLanguage(language) else { return [] }
    func flag(_ place: Int) -> Bool { place < fields.count && fields[place] == "1" }
    var role = flag(4) ? "name" : "alias"
    if flag(6) { role = "weakAlias" }
    if flag(7) { role = "previousName" }
    if language == "abbr" { role = "abbreviation" }
    let isTag = !language.isEmpty && language != "abbr"
    func date(_ place: Int) -> String {
      place < fields.count ? SourceDate(fields[place])?.text ?? "" : ""
    }
    return [
      SourceName(
        id: Self.id(fields[1]), kind: "", name: fields[3],
        language: isTag ? language : EntityFacts.language(of: fields[3]), role: role, from: date(8),
        until: date(9), source: "geonames", line: line)
    ]
  }

  /// Whether the language column has a language.
  ///
  /// GeoNames writes codes of two or three letters, possibly with a region behind them; other words say that the name is
  /// no name: `link`, `post`, `iata`, `icao`, `faac`, `tcid`, `unlc`, `wkdt`, `phon`, `piny`, `fr_1793`. `abbr` is an
  /// abbreviation.
  private static func isLanguage(_ code: String) -> Bool {
    if code.isEmpty || code == "abbr" { return true }
    let first = code.prefix { $0 != "-" }
    return (2...3).contains(first.utf8.count)
      && code.utf8.allSatisfy { $0.isASCIILetter || $0 == UInt8(ascii: "-") }
  }

  private static let kinds: [String: String] = {
    var kinds: [String: String] = [:]
    DataTable.geoNamesKinds.forEachRow { kinds[$0[0]] = $0[1] }
    return kinds
  }()

  private static func kind(feature: String, code: String) -> String {
    kinds["\(feature).\(code)"] ?? kinds[feature] ?? "place"
  }
}

extension UInt8 {
  /// Whether this is a letter of ASCII.
  var isASCIILetter: Bool { (0x61...0x7A).contains(self | 0x20) }
}
