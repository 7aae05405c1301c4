import ArabicText
import NameSearch

/// Something that can be asked of an entity: to be shown in a column, or to be compared with one.
struct EntityProperty: Sendable {
  let id: String
  let name: String
  let summary: String
  let values: @Sendable (LoadedLexicon, LexiconEntity, [LexiconName], Settings) throws(Problem) -> [Value]

  /// One value, with the tag of its language; empty when that is not known.
  struct Value: Sendable {
    let text: String
    var language = ""
  }

  /// What a client may set for a column.
  struct Settings: Sendable {
    var limit = 0
    var scheme = "ala-lc"
    var language = ""

    init(_ fields: [String: JSONValue] = [:]) throws(Problem) {
      for (name, value) in fields {
        switch (name, value) {
        // A field that a person left blank is as if it were not there.
        case (_, .string("")), (_, .null): continue
        // OpenRefine sends numbers as texts.
        case ("limit", .string(let text)): limit = try Self.limit(Double(text))
        case ("limit", .number(let number)): limit = try Self.limit(number)
        case ("scheme", .string(let text)) where NameOperation.writableSchemes.contains(text): scheme = text
        case ("scheme", _):
          throw .wrong(
            "setting 'scheme' needs one of: \(NameOperation.writableSchemes.joined(separator: ", "))")
        case ("language", .string(let text)): language = text
        case ("limit", _), ("language", _): throw .wrong("setting '\(name)' is \(value.kind)")
        default: continue
        }
      }
    }

    private static func limit(_ number: Double?) throws(Problem) -> Int {
      guard let number, let limit = Int(exactly: number), limit >= 0 else {
        throw .wrong("setting 'limit' needs a whole number")
      }
      return limit
    }
  }

  /// All properties, in the order in which they are proposed.
  static let all: [EntityProperty] =
    [
      EntityProperty(id: "kind", name: "kind", summary: "what it is") { _, entity, _, _ in
        [Value(text: entity.kind)]
      },
      EntityProperty(id: "arabic", name: "Arabic names", summary: "its names in Arabic script") {
        _, _, names, _ in
        names.filter { WritingSystem.dominant(in: $0.text) == .arabic }.map(Value.init)
      },
      EntityProperty(id: "latin", name: "Latin names", summary: "its names in Latin script") {
        _, _, names, _ in
        names.filter { WritingSystem.dominant(in: $0.text) == .latin }.map(Value.init)
      },
      EntityProperty(
        id: "romanized", name: "romanized", summary: "its Arabic names, romanized by the scheme that is set"
      ) { lexicon, _, names, settings throws(Problem) in
        guard let scheme = try? Scheme.named(settings.scheme) else { throw .wrong("unknown scheme") }
        return names.filter { WritingSystem.dominant(in: $0.text) == .arabic }.compactMap { name in
          let text = lexicon.writer.romanize(name.text, scheme: scheme).outputs.first?.text
          return text.map { Value(text: $0, language: name.language.isEmpty ? "" : name.language + "-Latn") }
        }
      },
    ]
    + NameRole.allCases.map { role in
      EntityProperty(id: role.rawValue, name: label(role), summary: "its names with this role") {
        _, _, names, _ in
        names.filter { $0.role == role.rawValue }.map(Value.init)
      }
    }

  /// The property with an id.
  static func named(_ id: String) -> EntityProperty? { all.first { $0.id == id } }

  /// What a role of names is called.
  static func label(_ role: NameRole) -> String {
    switch role {
    case .name: "name"
    case .translation: "translation"
    case .alias: "other name"
    case .abbreviation: "abbreviation"
    case .previousName: "former name"
    case .weakAlias: "weak other name"
    }
  }

  /// The values of an entity, each once, as many and in the language as is set.
  func values(
    of entity: LexiconEntity, _ names: [LexiconName], _ settings: Settings, _ lexicon: LoadedLexicon
  ) throws(Problem) -> [Value] {
    var seen: Set<String> = []
    var result: [Value] = []
    for value in try values(lexicon, entity, names, settings) {
      if settings.limit > 0, result.count == settings.limit { break }
      let fits = settings.language.isEmpty || value.language == settings.language
      if fits, seen.insert(value.text).inserted { result.append(value) }
    }
    return result
  }
}

extension EntityProperty.Value {
  init(_ name: LexiconName) { self.init(text: name.text, language: name.language) }

  /// The direction of its script, as HTML and the reconciliation API call it.
  var direction: String { WritingSystem.dominant(in: text) == .arabic ? "rtl" : "ltr" }
}
