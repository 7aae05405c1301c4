internal import ArabicText

/// Imports items of a Wikidata dump, an item a line (https://www.wikidata.org/wiki/Wikidata:Database_download).
///
/// `README.md` in the folder above says what is taken.
struct WikidataImporter: Importer {
  func read(
    _ input: InputFile, receive: (SourceName) -> Void, report: (SourceProblem) -> Void
  ) throws(SourceProblem) {
    var lines = LineBlocks(input)
    var item = WikidataItem()
    var isEmpty = true
    while let next = try lines.next() {
      isEmpty = false
      switch next {
      case .problem(let problem): report(problem)
      case .line(let line):
        guard let range = Self.item(of: line) else { continue }
        do {
          try item.read(JSONReader(line.bytes, in: range))
        } catch {
          self.report(
            "not an item of Wikidata: \(error.message) (byte \(error.place))", input, line.number, report)
          continue
        }
        item.hand(line.number, receive) { self.report($0, input, line.number, report) }
      }
    }
    if isEmpty { throw SourceProblem(input.name, nil, "empty file; a Wikidata item a line is expected") }
  }

  /// The item of a line: the dump is one array, with its brackets on lines of their own and a comma behind each item.
  private static func item(of line: LineBlocks.Line) -> Range<Int>? {
    var range = line.range
    func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }
    while !range.isEmpty, isSpace(line.bytes[range.upperBound - 1]) {
      range = range.lowerBound..<range.upperBound - 1
    }
    if !range.isEmpty, line.bytes[range.upperBound - 1] == UInt8(ascii: ",") {
      range = range.lowerBound..<range.upperBound - 1
    }
    if range.isEmpty { return nil }
    if range.count == 1, "[]".utf8.contains(line.bytes[range.lowerBound]) { return nil }
    return range
  }
}

/// One item; its storage is used again for the next.
private struct WikidataItem {
  private var id = ""
  private var names: [(language: String, name: String, role: String)] = []
  private var classes: [String] = []
  private var countries: [String] = []
  private var dates: [String] = []

  mutating func read(_ source: JSONReader) throws(JSONProblem) {
    id = ""
    names.removeAll(keepingCapacity: true)
    classes.removeAll(keepingCapacity: true)
    countries.removeAll(keepingCapacity: true)
    dates.removeAll(keepingCapacity: true)
    var reader = source
    try reader.enterObject()
    while let key = try reader.nextKey() {
      if reader.matches(key, "id") {
        id = try reader.string()
      } else if reader.matches(key, "labels") {
        try readNames(&reader, role: "name")
      } else if reader.matches(key, "aliases") {
        try readNames(&reader, role: "alias")
      } else if reader.matches(key, "claims") {
        try readClaims(&reader)
      } else {
        try reader.skip()
      }
    }
    try reader.finish()
    if id.isEmpty { throw JSONProblem(place: 1, message: "no id") }
  }

  /// Labels are an object a language, aliases an array of such; nothing at all is an empty array.
  private mutating func readNames(_ reader: inout JSONReader, role: String) throws(JSONProblem) {
    guard try reader.kind() == .object else { return try reader.skip() }
    try reader.enterObject()
    while let key = try reader.nextKey() {
      guard let language = WikidataTables.languages[reader.string(of: key)] else {
        try reader.skip()
        continue
      }
      guard try reader.kind() == .array else {
        try readName(&reader, language, role)
        continue
      }
      try reader.enterArray()
      while try reader.nextElement() { try readName(&reader, language, role) }
    }
  }

  private mutating func readName(
    _ reader: inout JSONReader, _ language: String, _ role: String
  ) throws(JSONProblem) {
    try reader.enterObject()
    while let key = try reader.nextKey() {
      if reader.matches(key, "value") {
        names.append((language, try reader.string(), role))
      } else {
        try reader.skip()
      }
    }
  }

  private mutating func readClaims(_ reader: inout JSONReader) throws(JSONProblem) {
    guard try reader.kind() == .object else { return try reader.skip() }
    try reader.enterObject()
    while let key = try reader.nextKey() {
      if reader.matches(key, "P31") {
        try Self.forEachValue(&reader) { if let item = $0.item { classes.append(item) } }
      } else if reader.matches(key, "P17") || reader.matches(key, "P27") {
        try Self.forEachValue(&reader) { value in
          guard let item = value.item, let code = WikidataTables.countries[item] else { return }
          if !countries.contains(code) { countries.append(code) }
        }
      } else if reader.matches(key, "P569") || reader.matches(key, "P571") {
        try Self.forEachValue(&reader) { value in
          if let date = value.date, !dates.contains(date) { dates.append(date) }
        }
      } else {
        try reader.skip()
      }
    }
  }

  /// Calls `body` with the value of each statement that is not deprecated.
  private static func forEachValue(
    _ reader: inout JSONReader, _ body: (WikidataValue) -> Void
  ) throws(JSONProblem) {
    try reader.enterArray()
    while try reader.nextElement() {
      var value = WikidataValue()
      var isDeprecated = false
      try reader.enterObject()
      while let key = try reader.nextKey() {
        if reader.matches(key, "mainsnak") {
          try value.readSnak(&reader)
        } else if reader.matches(key, "rank") {
          isDeprecated = try reader.stringOrSkip() == "deprecated"
        } else {
          try reader.skip()
        }
      }
      if !isDeprecated { body(value) }
    }
  }

  /// Hands its names on, when its class is one that is taken.
  func hand(_ line: Int, _ receive: (SourceName) -> Void, _ report: (String) -> Void) {
    guard let kind = WikidataTables.kind(of: classes) else { return }
    for name in names where !name.name.isEmpty {
      let language = name.language == "und" ? EntityFacts.language(of: name.name) : name.language
      var made = SourceName(
        id: "wikidata:\(id)", kind: kind, name: name.name, language: language, role: name.role,
        source: "wikidata", line: line)
      made.countries = countries
      made.dates = dates
      if let message = made.lengthProblem { report(message) } else { receive(made) }
    }
  }
}

/// The value of a statement: an item or a time.
private struct WikidataValue {
  var item: String?
  private var time: String?
  private var precision = 0

  /// A date with a year at least, of the Gregorian calendar's years after 0: `+1952-03-11T00:00:00Z` with a precision of
  /// 11 for days, 10 for months, 9 for years (https://www.wikidata.org/wiki/Help:Dates).
  var date: String? {
    guard let time, time.hasPrefix("+"), (9...11).contains(precision) else { return nil }
    let parts = time.dropFirst().prefix { $0 != "T" }.split(separator: "-")
    let numbers = parts.compactMap { Int($0) }
    guard numbers.count == 3 else { return nil }
    return SourceDate(
      year: numbers[0], month: precision > 9 ? numbers[1] : 0, day: precision > 10 ? numbers[2] : 0)?.text
  }

  mutating func readSnak(_ reader: inout JSONReader) throws(JSONProblem) {
    try reader.enterObject()
    while let key = try reader.nextKey() {
      guard reader.matches(key, "datavalue"), try reader.kind() == .object else {
        try reader.skip()
        continue
      }
      try reader.enterObject()
      while let key = try reader.nextKey() {
        guard reader.matches(key, "value"), try reader.kind() == .object else {
          try reader.skip()
          continue
        }
        try readValue(&reader)
      }
    }
  }

  private mutating func readValue(_ reader: inout JSONReader) throws(JSONProblem) {
    try reader.enterObject()
    while let key = try reader.nextKey() {
      if reader.matches(key, "id") {
        item = try reader.stringOrSkip()
      } else if reader.matches(key, "time") {
        time = try reader.stringOrSkip()
      } else if reader.matches(key, "precision") {
        precision = try reader.integerOrSkip() ?? 0
      } else {
        try reader.skip()
      }
    }
  }
}

/// `Lexicon/Imports/wikidata-*.tsv`.
private enum WikidataTables {
  static let languages = pairs(DataTable.wikidataLanguages)
  static let countries = pairs(DataTable.wikidataCountries)

  private static let kinds: [String: (place: Int, kind: String)] = {
    var kinds: [String: (Int, String)] = [:]
    DataTable.wikidataKinds.forEachRow { kinds[$0[0]] = (kinds.count, $0[1]) }
    return kinds
  }()

  private static func pairs(_ table: DataTable) -> [String: String] {
    var pairs: [String: String] = [:]
    table.forEachRow { pairs[$0[0]] = $0[1] }
    return pairs
  }

  /// The kind of an item of these classes: that of the class that stands first in the table.
  static func kind(of classes: [String]) -> String? {
    classes.compactMap { kinds[$0] }.min { $0.place < $1.place }?.kind
  }
}
