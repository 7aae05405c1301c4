/// Imports the consolidated list of the United Nations Security Council in XML
/// (https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list).
///
/// `README.md` in the folder above says what is taken.
struct SecurityCouncilImporter: Importer {
  private static let records = ["INDIVIDUAL", "ENTITY"]

  func read(
    _ input: InputFile, receive: (SourceName) -> Void, report: (SourceProblem) -> Void
  ) throws(SourceProblem) {
    var reader = XMLReader(input)
    guard !(try input.peek()).isEmpty else {
      throw SourceProblem(input.name, nil, "empty file; the consolidated list in XML is expected")
    }
    var element: String?
    var hasRecords = false
    while true {
      do {
        if let name = element {
          element = nil
          hasRecords = true
          var entry = SecurityCouncilEntry(isIndividual: name == "INDIVIDUAL", line: reader.line)
          try entry.read(&reader)
          entry.hand(receive) { self.report($0, input, entry.line, report) }
          continue
        }
        guard let event = try reader.event() else { break }
        if case .start(let name) = event, Self.records.contains(name) { element = name }
      } catch {
        report(error)
        element = try reader.jump(to: Self.records)
        if element == nil { break }
      }
    }
    if !hasRecords {
      throw SourceProblem(
        input.name, nil,
        "no INDIVIDUAL and no ENTITY here; the consolidated list of the United Nations is expected")
    }
  }
}

/// One person or organization of the list.
private struct SecurityCouncilEntry {
  let isIndividual: Bool
  let line: Int
  private var number = ""
  private var reference = ""
  private var parts: [String: String] = [:]
  private var names: [(name: String, role: String)] = []
  private var countries: [String] = []
  private var dates: [String] = []
  /// Of the alias that is being read.
  private var quality = ""
  private var alias = ""

  private static let nameParts = ["FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME"]

  init(isIndividual: Bool, line: Int) {
    self.isIndividual = isIndividual
    self.line = line
  }

  /// Reads up to the end of the element, whose start tag was read.
  mutating func read(_ reader: inout XMLReader) throws(SourceProblem) {
    var path: [String] = []
    var text = ""
    while let event = try reader.event() {
      switch event {
      case .start(let name):
        path.append(name)
        text = ""
      case .text(let piece): if text.utf8.count < SourceName.longest * 2 { text += piece }
      case .end:
        guard let name = path.popLast() else { return }
        take(text.trimmed, of: name, in: path.last)
        text = ""
      }
    }
    throw reader.problem("the list ends inside an entry; the file was cut off", line: line)
  }

  private mutating func take(_ text: String, of name: String, in parent: String?) {
    switch (parent, name) {
    case (nil, "INDIVIDUAL_ALIAS"), (nil, "ENTITY_ALIAS"): takeAlias()
    case ("INDIVIDUAL_ALIAS", "QUALITY"), ("ENTITY_ALIAS", "QUALITY"): quality = text.lowercased()
    case ("INDIVIDUAL_ALIAS", "ALIAS_NAME"), ("ENTITY_ALIAS", "ALIAS_NAME"): alias = text
    case _ where text.isEmpty: break
    case (nil, "DATAID"): number = text
    case (nil, "REFERENCE_NUMBER"): reference = text
    case (nil, "NAME_ORIGINAL_SCRIPT"): add(text, "name")
    case (nil, _) where Self.nameParts.contains(name): parts[name] = text
    case ("NATIONALITY", "VALUE"): add(country: text)
    case ("ENTITY_ADDRESS", "COUNTRY") where !isIndividual: add(country: text)
    case ("INDIVIDUAL_DATE_OF_BIRTH", "DATE"), ("INDIVIDUAL_DATE_OF_BIRTH", "YEAR"):
      EntityFacts.add(date: text, to: &dates)
    default: break
    }
  }

  // QUALITY is Good or Low for people, a.k.a. or f.k.a. for both.
  private mutating func takeAlias() {
    let role =
      switch quality {
      case "low": "weakAlias"
      case "f.k.a.", "f.k.a", "fka": "previousName"
      default: "alias"
      }
    for name in alias.split(separator: ";") { add(String(name).trimmed, role) }
    (quality, alias) = ("", "")
  }

  private mutating func add(_ name: String, _ role: String) {
    if !name.isEmpty, !names.contains(where: { $0.name == name }) { names.append((name, role)) }
  }

  private mutating func add(country: String) {
    if let code = CountryCodes.code(of: country), !countries.contains(code) { countries.append(code) }
  }

  /// Hands its names on.
  func hand(_ receive: (SourceName) -> Void, _ report: (String) -> Void) {
    let id = reference.isEmpty ? number : reference
    guard !id.isEmpty else { return report("an entry without REFERENCE_NUMBER and DATAID; it was left out") }
    let main = Self.nameParts.compactMap { parts[$0] }.joined(separator: " ")
    let all = (main.isEmpty ? [] : [(name: main, role: "name")]) + names.filter { $0.name != main }
    if all.isEmpty { report("the entry \(id) has no name; it was left out") }
    for (name, role) in all {
      var made = SourceName(
        id: "unsc:\(id)", kind: isIndividual ? "person" : "organization", name: name,
        language: EntityFacts.language(of: name), role: role, source: "unsc", line: line)
      made.countries = countries
      made.dates = dates
      if let message = made.lengthProblem { report(message) } else { receive(made) }
    }
  }
}
