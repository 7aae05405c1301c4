/// A value that an endpoint takes, in the query of its URL or as a field of its body.
struct Parameter: Sendable {
  /// What values it takes.
  enum Kind: Sendable {
    case text
    case integer(ClosedRange<Int>, standard: Int)
    case number(ClosedRange<Double>, standard: Double)
    case flag
    case choice([String], standard: String)
    /// Any count of texts: the parameter again and again, or an array.
    case list
  }

  let name: String
  let kind: Kind
  var isRequired = false
  let summary: String

  static func text(_ name: String, _ summary: String, isRequired: Bool = false) -> Parameter {
    Parameter(name: name, kind: .text, isRequired: isRequired, summary: summary)
  }

  static func integer(_ name: String, _ range: ClosedRange<Int>, _ standard: Int, _ summary: String)
    -> Parameter
  {
    Parameter(name: name, kind: .integer(range, standard: standard), summary: summary)
  }

  static func number(
    _ name: String, _ range: ClosedRange<Double>, _ standard: Double, _ summary: String
  ) -> Parameter {
    Parameter(name: name, kind: .number(range, standard: standard), summary: summary)
  }

  static func flag(_ name: String, _ summary: String) -> Parameter {
    Parameter(name: name, kind: .flag, summary: summary)
  }

  static func choice(_ name: String, _ values: [String], _ standard: String, _ summary: String) -> Parameter {
    Parameter(name: name, kind: .choice(values, standard: standard), summary: summary)
  }

  static func list(_ name: String, _ summary: String) -> Parameter {
    Parameter(name: name, kind: .list, summary: summary)
  }

  var isNumber: Bool {
    switch kind {
    case .integer, .number: true
    default: false
    }
  }

  /// Its JSON schema.
  var schema: JSONValue {
    switch kind {
    case .text: ["type": "string"]
    case .integer(let range, let standard):
      [
        "type": "integer", "minimum": .number(Double(range.lowerBound)),
        "maximum": .number(Double(range.upperBound)), "default": .number(Double(standard)),
      ]
    case .number(let range, let standard):
      [
        "type": "number", "minimum": .number(range.lowerBound), "maximum": .number(range.upperBound),
        "default": .number(standard),
      ]
    case .flag: ["type": "boolean", "default": false]
    case .choice(let values, let standard):
      ["type": "string", "enum": .array(values.map { .string($0) }), "default": .string(standard)]
    case .list: ["type": "array", "items": ["type": "string"]]
    }
  }
}
