/// Reads the queries of both versions of the reconciliation API, and refuses what their schemas refuse.
extension ReconciliationQuery {
  /// A query of version 0.2, which stands at `place` in the request.
  init(_ value: JSONValue, at place: String) throws(Problem) {
    guard let fields = value.object else { throw .wrong("\(place) is \(value.kind), not an object") }
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
      switch key {
      case "query":
        guard let text = value.string else { throw .wrong("\(place).query is \(value.kind), not a string") }
        name = text
      case "type": types = try Self.types(value, at: place)
      case "limit": limit = try Self.limit(value, at: place)
      case "properties": conditions = try Self.properties(value, at: place)
      case "type_strict":
        guard let text = value.string, ["any", "should", "all"].contains(text) else {
          throw .wrong("\(place).type_strict needs any, should or all")
        }
      default:
        throw .wrong("\(place): unknown field '\(key)'; fields: query, type, limit, properties, type_strict")
      }
    }
    guard name != nil || !conditions.isEmpty else { throw .wrong("\(place) needs 'query', or properties") }
  }

  /// A query of the 1.0 draft.
  init(draft value: JSONValue, at place: String) throws(Problem) {
    guard let fields = value.object else { throw .wrong("\(place) is \(value.kind), not an object") }
    for (key, value) in fields.sorted(by: { $0.key < $1.key }) {
      switch key {
      case "type":
        guard let text = value.string else { throw .wrong("\(place).type is \(value.kind), not a string") }
        types = [text]
      case "limit": limit = try Self.limit(value, at: place)
      case "lang":
        guard value.string != nil else { throw .wrong("\(place).lang is \(value.kind), not a string") }
      case "dir":
        guard let text = value.string, ["ltr", "rtl", "auto"].contains(text) else {
          throw .wrong("\(place).dir needs ltr, rtl or auto")
        }
      case "conditions": try read(conditions: value, at: place)
      default: throw .wrong("\(place): unknown field '\(key)'; fields: type, limit, lang, dir, conditions")
      }
    }
    guard name != nil || !conditions.isEmpty else { throw .wrong("\(place) needs 'conditions'") }
  }

  private mutating func read(conditions value: JSONValue, at place: String) throws(Problem) {
    guard let values = value.array, !values.isEmpty else {
      throw .wrong("\(place).conditions must be an array of at least one")
    }
    for (index, value) in values.enumerated() {
      let place = "\(place).conditions[\(index)]"
      guard let fields = value.object, let kind = fields["matchType"]?.string else {
        throw .wrong("\(place) needs 'matchType'")
      }
      guard let wanted = fields["propertyValue"] else { throw .wrong("\(place) needs 'propertyValue'") }
      let texts = try Self.texts(wanted, at: place)
      switch kind {
      case "name", "id":
        guard let text = texts.first else { throw .wrong("\(place).propertyValue is empty") }
        name = name ?? text
      case "property":
        guard let property = fields["propertyId"]?.string else { throw .wrong("\(place) needs 'propertyId'") }
        var condition = Condition(property: property, values: texts)
        if let required = fields["required"] {
          guard case .bool(let isRequired) = required else { throw .wrong("\(place).required is no boolean") }
          condition.isRequired = isRequired
        }
        if let given = fields["matchQuantifier"] {
          guard let quantifier = given.string.flatMap(Condition.Quantifier.init) else {
            throw .wrong("\(place).matchQuantifier needs any, all or none")
          }
          condition.quantifier = quantifier
        }
        conditions.append(condition)
      default: throw .wrong("\(place).matchType needs name, id or property")
      }
    }
  }

  private static func types(_ value: JSONValue, at place: String) throws(Problem) -> [String] {
    if let text = value.string { return [text] }
    guard let texts = value.array?.map(\.string), !texts.contains(nil) else {
      throw .wrong("\(place).type must be a string or an array of strings")
    }
    return texts.compactMap(\.self)
  }

  private static func limit(_ value: JSONValue, at place: String) throws(Problem) -> Int {
    guard case .number(let number) = value, number >= 1 else {
      throw .wrong("\(place).limit must be a number above 0")
    }
    return Int(min(number, Double(mostCandidates)))
  }

  private static func properties(_ value: JSONValue, at place: String) throws(Problem) -> [Condition] {
    guard let values = value.array else { throw .wrong("\(place).properties must be an array") }
    var conditions: [Condition] = []
    for (index, value) in values.enumerated() {
      guard let fields = value.object, let property = fields["pid"]?.string, let wanted = fields["v"] else {
        throw .wrong("\(place).properties[\(index)] needs 'pid' and 'v'")
      }
      conditions.append(
        Condition(property: property, values: try texts(wanted, at: "\(place).properties[\(index)]")))
    }
    return conditions
  }

  /// The texts of a property value: a scalar, an entity with an id, or an array of these.
  private static func texts(_ value: JSONValue, at place: String) throws(Problem) -> [String] {
    switch value {
    case .string(let text): return [text]
    case .number(let number): return [Int(exactly: number).map { "\($0)" } ?? "\(number)"]
    case .bool(let flag): return ["\(flag)"]
    case .object(let fields):
      guard let id = fields["id"]?.string else { throw .wrong("\(place): an entity needs an 'id'") }
      return [fields["name"]?.string ?? id]
    case .array(let values):
      var all: [String] = []
      for value in values {
        if value.array != nil { throw .wrong("\(place): an array stands in an array") }
        all += try texts(value, at: place)
      }
      return all
    case .null: throw .wrong("\(place): a value is null")
    }
  }
}
