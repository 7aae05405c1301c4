/// Imports FollowTheMoney entities as JSON lines, the layout of OpenSanctions' `entities.ftm.json` and of Aleph.
///
/// `README.md` in this folder says what is taken.
package struct FollowTheMoneyImporter: Importer {
  package init() {}

  package func read(
    _ input: InputFile, receive: (SourceName) -> Void, report: (SourceProblem) -> Void
  ) throws(SourceProblem) {
    var lines = LineBlocks(input)
    var entity = FollowTheMoneyEntity()
    var isEmpty = true
    while let item = try lines.next() {
      isEmpty = false
      switch item {
      case .problem(let problem): report(problem)
      case .line(let line):
        guard !line.isBlank else { continue }
        do {
          try entity.read(line)
        } catch {
          self.report(
            "not a FollowTheMoney entity: \(error.message) (byte \(error.place)); a line is "
              + #"{"id":…,"schema":…,"properties":{…}}"#, input, line.number, report)
          continue
        }
        entity.hand(line.number, receive) { self.report($0, input, line.number, report) }
      }
    }
    if isEmpty { throw SourceProblem(input.name, nil, "empty file; one JSON object a line is expected") }
  }
}

/// One entity; its storage is used again for the next.
private struct FollowTheMoneyEntity {
  private var id: String?
  private var schema: String?
  private var names: [(role: Role, name: String)] = []
  private var countries: [String] = []
  private var dates: [String] = []
  private var datasets: [String] = []

  /// The properties that are names, in the order in which they are handed on.
  private enum Role: String, CaseIterable {
    case name, alias, weakAlias, previousName, abbreviation
  }

  mutating func read(_ line: LineBlocks.Line) throws(JSONProblem) {
    (id, schema) = (nil, nil)
    names.removeAll(keepingCapacity: true)
    countries.removeAll(keepingCapacity: true)
    dates.removeAll(keepingCapacity: true)
    datasets.removeAll(keepingCapacity: true)
    var hasProperties = false
    var reader = JSONReader(line.bytes, in: line.range)
    try reader.enterObject()
    while let key = try reader.nextKey() {
      if reader.matches(key, "id") {
        guard id == nil else { throw reader.problem("the key id stands twice", at: key.range.lowerBound) }
        id = try reader.string()
      } else if reader.matches(key, "schema") {
        guard schema == nil else {
          throw reader.problem("the key schema stands twice", at: key.range.lowerBound)
        }
        schema = try reader.string()
      } else if reader.matches(key, "properties") {
        guard !hasProperties else {
          throw reader.problem("the key properties stands twice", at: key.range.lowerBound)
        }
        hasProperties = true
        try readProperties(&reader)
      } else if reader.matches(key, "datasets") {
        try Self.forEachString(&reader) { datasets.append($0) }
      } else {
        try reader.skip()
      }
    }
    try reader.finish()
    if id?.isEmpty != false { throw JSONProblem(place: 1, message: "no id") }
    if schema?.isEmpty != false { throw JSONProblem(place: 1, message: "no schema") }
  }

  private mutating func readProperties(_ reader: inout JSONReader) throws(JSONProblem) {
    if try reader.kind() == .null { return try reader.skip() }
    try reader.enterObject()
    while let key = try reader.nextKey() {
      if let role = Self.role(of: key, reader) {
        try Self.forEachString(&reader) { names.append((role, $0)) }
      } else if Self.isCountry(key, reader) {
        try Self.forEachString(&reader) { EntityFacts.add(country: $0, to: &countries) }
      } else if reader.matches(key, "birthDate") || reader.matches(key, "incorporationDate") {
        try Self.forEachString(&reader) { EntityFacts.add(date: $0, to: &dates) }
      } else {
        try reader.skip()
      }
    }
  }

  private static func role(of key: JSONReader.Text, _ reader: JSONReader) -> Role? {
    if reader.matches(key, "name") { return .name }
    if reader.matches(key, "alias") { return .alias }
    if reader.matches(key, "weakAlias") { return .weakAlias }
    if reader.matches(key, "previousName") { return .previousName }
    return reader.matches(key, "abbreviation") ? .abbreviation : nil
  }

  private static func isCountry(_ key: JSONReader.Text, _ reader: JSONReader) -> Bool {
    reader.matches(key, "country") || reader.matches(key, "nationality") || reader.matches(key, "citizenship")
      || reader.matches(key, "jurisdiction") || reader.matches(key, "mainCountry")
  }

  /// Calls `body` with each string of an array; null is an array without elements.
  private static func forEachString(
    _ reader: inout JSONReader, _ body: (String) -> Void
  ) throws(JSONProblem) {
    if try reader.kind() == .null { return try reader.skip() }
    try reader.enterArray()
    while try reader.nextElement() { body(try reader.string()) }
  }

  /// Hands its names on.
  func hand(_ line: Int, _ receive: (SourceName) -> Void, _ report: (String) -> Void) {
    guard !names.isEmpty, let id, let schema else { return }
    let kind = Kinds.kind(forSchema: schema)
    let source = datasets.joined(separator: ",")
    for role in Role.allCases {
      for name in names where name.role == role && !name.name.isEmpty {
        var made = SourceName(
          id: id, kind: kind, name: name.name, language: EntityFacts.language(of: name.name),
          role: role.rawValue, source: source, line: line)
        made.countries = countries
        made.dates = dates
        if let message = made.lengthProblem { report(message) } else { receive(made) }
      }
    }
  }
}
