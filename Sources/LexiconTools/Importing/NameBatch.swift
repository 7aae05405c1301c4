internal import ArabicText

/// Names on their way from an importer to the builder, as flat arrays: strings would be allocated on one thread and freed
/// on another.
struct NameBatch: Sendable {
  /// One name.
  struct Row: Sendable {
    /// The id and the name in `bytes`.
    let id: Range<Int>
    let name: Range<Int>
    /// The normalized letters in `letters`.
    let form: Range<Int>
    let idHash: UInt64
    /// What else is said of it, in `facts`.
    let facts: Int
    let line: Int
    /// Whether the name is written as its form is.
    let isAsForm: Bool
  }

  /// What names next to each other share as a rule.
  struct Facts: Sendable, Equatable {
    let kind: String
    let language: String
    let role: String
    let from: String
    let until: String
    let source: String
    let countries: [String]
    let dates: [String]
  }

  private(set) var rows: [Row] = []
  private(set) var facts: [Facts] = []
  private(set) var bytes: [UInt8] = []
  private(set) var letters: [UInt16] = []
  /// Problems, each with the number of rows before it.
  private(set) var problems: [(rows: Int, problem: SourceProblem)] = []

  /// Names in a batch.
  static let size = 2048
  /// How far back the same facts are looked for.
  private static let memory = 4

  /// Whether it is time to hand it on.
  var isFull: Bool { rows.count + problems.count >= Self.size || bytes.count >= 1 << 20 }

  /// Adds a name; it gets `source` when it comes without one.
  mutating func add(_ name: SourceName, source: String) {
    let form = NameText.letters(of: name.name)
    let idStart = bytes.count
    bytes.append(contentsOf: name.id.utf8)
    let nameStart = bytes.count
    bytes.append(contentsOf: name.name.utf8)
    rows.append(
      Row(
        id: idStart..<nameStart, name: nameStart..<bytes.count,
        form: letters.count..<letters.count + form.count,
        idHash: Self.hash(name.id), facts: number(of: name, source), line: name.line,
        isAsForm: Self.isWritten(form, name.name)))
    letters += form
  }

  /// Adds a problem.
  mutating func add(_ problem: SourceProblem) { problems.append((rows.count, problem)) }

  /// Drops what is in it.
  mutating func removeAll() {
    rows.removeAll(keepingCapacity: true)
    facts.removeAll(keepingCapacity: true)
    bytes.removeAll(keepingCapacity: true)
    letters.removeAll(keepingCapacity: true)
    problems.removeAll()
  }

  /// The hash by which an id is found.
  private static func hash(_ id: String) -> UInt64 {
    var hash = KeyHash()
    for unit in id.utf16 { hash.combine(unit) }
    return hash.value
  }

  /// Whether a text has just these letters; marks may stand in any canonical order.
  private static func isWritten(_ letters: [UInt16], _ text: String) -> Bool {
    var place = 0
    for scalar in text.unicodeScalars {
      let letter = place < letters.count ? letters[place] : 0
      if UInt32(letter) != scalar.value {
        // A capital or a sign is most of what differs, and says so without a string.
        if letter < 0x80, scalar.isASCII { return false }
        return String(decoding: letters, as: UTF16.self) == text
      }
      place += 1
    }
    return place == letters.count
  }

  private mutating func number(of name: SourceName, _ source: String) -> Int {
    let source = name.source.isEmpty ? source : name.source
    for place in facts.indices.suffix(Self.memory).reversed() {
      let known = facts[place]
      if known.language == name.language, known.role == name.role, known.kind == name.kind,
        known.source == source, known.from == name.from, known.until == name.until,
        known.countries == name.countries, known.dates == name.dates
      {
        return place
      }
    }
    facts.append(
      Facts(
        kind: name.kind, language: name.language, role: name.role, from: name.from, until: name.until,
        source: source, countries: name.countries, dates: name.dates))
    return facts.count - 1
  }
}
