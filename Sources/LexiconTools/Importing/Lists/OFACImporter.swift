internal import ArabicText

/// Imports the lists of the US Office of Foreign Assets Control: `SDN.CSV` with its `ALT.CSV`, and the consolidated
/// `CONS_PRIM.CSV` with `CONS_ALT.CSV` (https://ofac.treasury.gov/sdn-list-data-formats-data-schemas).
///
/// `README.md` in the folder above says what is taken.
struct OFACImporter: Importer {
  let isSupplement: Bool

  /// Makes an importer for a file that begins with these bytes.
  init(head: [UInt8]) { isSupplement = Layout(of: InputDetection.firstLine(of: head)) == .otherNames }

  /// The two tables, which have no header.
  enum Layout {
    /// Entities: 12 columns, the name second.
    case entities
    /// Other names: 5 columns, the name fourth.
    case otherNames

    /// The layout of a line: its columns, and the mark for nothing or a kind of name.
    init?(of line: ArraySlice<UInt8>) {
      let fields = String(decoding: line, as: UTF8.self).split(
        separator: ",", omittingEmptySubsequences: false)
      guard fields.count >= 5, Int(fields[0]) != nil else { return nil }
      if Int(fields[1]) != nil, ["\"aka\"", "\"fka\"", "\"nka\""].contains(fields[2]) {
        self = .otherNames
      } else if fields.count >= 12, fields.contains(where: { $0.hasPrefix("-0-") }) {
        self = .entities
      } else {
        return nil
      }
    }
  }

  /// Stands for nothing.
  private static let null = "-0-"

  func read(
    _ input: InputFile, receive: (SourceName) -> Void, report: (SourceProblem) -> Void
  ) throws(SourceProblem) {
    var records = QuotedRecords(input, delimiter: UInt8(ascii: ","))
    var isEmpty = true
    while let item = try records.next() {
      isEmpty = false
      switch item {
      case .problem(let problem): report(problem)
      case .record(let fields, let line):
        let fields = fields.map(Self.value)
        // The files end in the end-of-file mark of DOS.
        if fields.count == 1, fields[0].isEmpty || fields[0] == "\u{1A}" { continue }
        let names: [SourceName]
        switch fields.count {
        case 12: names = entity(fields, line)
        case 5: names = otherName(fields, line)
        default:
          self.report(
            "\(fields.count) columns; OFAC's entities have 12, their other names 5", input, line, report)
          continue
        }
        guard Int(fields[0]) != nil, !names.isEmpty else {
          let what = Int(fields[0]) == nil ? "no number at the beginning" : "no name"
          self.report(what, input, line, report)
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
    if isEmpty { throw SourceProblem(input.name, nil, "empty file; a table of OFAC is expected") }
  }

  private static func value(_ field: String) -> String {
    let trimmed = field.trimmed
    return trimmed == null ? "" : trimmed
  }

  private static func id(_ number: String) -> String { "ofac:\(number)" }

  private func entity(_ fields: [String], _ line: Int) -> [SourceName] {
    guard !fields[1].isEmpty else { return [] }
    var made = SourceName(
      id: Self.id(fields[0]), kind: Self.kind(fields[2]), name: fields[1],
      language: EntityFacts.language(of: fields[1]), role: "name", source: "ofac", line: line)
    let remarks = OFACRemarks(fields[11])
    made.countries = remarks.countries
    made.dates = remarks.dates
    return [made]
      + remarks.weakNames.map { name in
        var weak = made
        weak.name = name
        weak.language = EntityFacts.language(of: name)
        weak.role = "weakAlias"
        return weak
      }
  }

  private func otherName(_ fields: [String], _ line: Int) -> [SourceName] {
    guard !fields[3].isEmpty else { return [] }
    // f.k.a. is a name that was given up, n.k.a. the one that is used now.
    var role = fields[2].lowercased().hasPrefix("f") ? "previousName" : "alias"
    if fields[4].lowercased().contains("weak") { role = "weakAlias" }
    return [
      SourceName(
        id: Self.id(fields[0]), kind: "", name: fields[3], language: EntityFacts.language(of: fields[3]),
        role: role, source: "ofac", line: line)
    ]
  }

  private static func kind(_ type: String) -> String {
    switch type.lowercased() {
    case "individual": "person"
    case "vessel": "vessel"
    case "aircraft": "airplane"
    default: "organization"
    }
  }
}

/// What the remarks of an entity say in words that do not vary: `DOB 12 Mar 1965; nationality Iraq; a.k.a. 'ABU ALI'`.
struct OFACRemarks {
  private(set) var countries: [String] = []
  private(set) var dates: [String] = []
  /// Weak aliases, which stand in quotation marks.
  private(set) var weakNames: [String] = []

  init(_ text: String) {
    var text = text
    if text.hasSuffix(".") { text.removeLast() }
    for piece in text.split(separator: ";") {
      let piece = String(piece).trimmed
      let lowered = piece.lowercased()
      if lowered.hasPrefix("dob ") || lowered.hasPrefix("alt. dob ") {
        let date = piece.dropFirst(lowered.hasPrefix("dob ") ? 4 : 9)
        if let date = SourceDate(english: String(date)) { dates.append(date.text) }
      } else if let country = ["nationality ", "citizen ", "alt. nationality ", "alt. citizen "].first(
        where: lowered.hasPrefix)
      {
        if let code = CountryCodes.code(of: String(piece.dropFirst(country.count))), !countries.contains(code)
        {
          countries.append(code)
        }
      } else if lowered.hasPrefix("a.k.a. '") || lowered.hasPrefix("alt. a.k.a. '") {
        let parts = piece.split(separator: "'", maxSplits: 1, omittingEmptySubsequences: false)
        let name = (parts.count == 2 && parts[1].hasSuffix("'")) ? String(parts[1].dropLast()).trimmed : ""
        if !name.isEmpty { weakNames.append(name) }
      }
    }
  }
}

extension String {
  /// Without white space at its ends.
  var trimmed: String {
    let rest = drop { $0 == " " || $0 == "\t" || $0.isNewline }
    guard let last = rest.lastIndex(where: { $0 != " " && $0 != "\t" && !$0.isNewline }) else { return "" }
    return String(rest[...last])
  }
}
