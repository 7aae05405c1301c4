/// What a client gave for the parameters of an endpoint.
struct Values: Sendable {
  private let fields: [String: JSONValue]
  private let parameters: [Parameter]

  /// Takes the fields of a query string or a form; a strict one refuses a field that no parameter has, and a number left blank.
  init(_ text: some StringProtocol, _ parameters: [Parameter], isStrict: Bool) throws(Problem) {
    var fields: [String: JSONValue] = [:]
    for (name, value) in try FormText.fields(text) {
      guard let parameter = parameters.first(where: { $0.name == name }) else {
        if isStrict { throw Self.unknown(name, parameters) }
        continue
      }
      if !isStrict, value.isEmpty, parameter.isNumber { continue }
      if case .list = parameter.kind {
        fields[name] = .array((fields[name]?.array ?? []) + [.string(value)])
      } else if fields[name] == nil {
        fields[name] = .string(value)
      } else {
        throw .wrong("parameter '\(name)' is given twice")
      }
    }
    try self.init(checked: fields, parameters)
  }

  /// Takes the fields of a JSON object.
  init(_ object: [String: JSONValue], _ parameters: [Parameter]) throws(Problem) {
    if let name = object.keys.sorted().first(where: { name in !parameters.contains { $0.name == name } }) {
      throw Self.unknown(name, parameters)
    }
    try self.init(checked: object, parameters)
  }

  private init(checked fields: [String: JSONValue], _ parameters: [Parameter]) throws(Problem) {
    self.fields = fields
    self.parameters = parameters
    for parameter in parameters {
      guard fields[parameter.name] != nil else {
        if parameter.isRequired { throw .wrong("parameter '\(parameter.name)' is missing") }
        continue
      }
      switch parameter.kind {
      case .text: _ = try text(parameter.name)
      case .integer: _ = try integer(parameter.name)
      case .number: _ = try number(parameter.name)
      case .flag: _ = try flag(parameter.name)
      case .choice: _ = try choice(parameter.name)
      case .list: _ = try list(parameter.name)
      }
    }
  }

  private static func unknown(_ name: String, _ parameters: [Parameter]) -> Problem {
    let known = parameters.map(\.name).joined(separator: ", ")
    return .wrong("unknown parameter '\(name)'; parameters: \(known.isEmpty ? "none" : known)")
  }

  private func parameter(_ name: String) -> Parameter {
    guard let parameter = parameters.first(where: { $0.name == name }) else {
      preconditionFailure("the endpoint has no parameter '\(name)'")
    }
    return parameter
  }

  private func wrong(_ name: String, _ expected: String) -> Problem {
    .wrong("parameter '\(name)' needs \(expected)")
  }

  /// A text; empty when it was not given.
  func text(_ name: String) throws(Problem) -> String { try given(name) ?? "" }

  /// A text; nil when it was not given.
  func given(_ name: String) throws(Problem) -> String? {
    guard let value = fields[name] else { return nil }
    guard let text = value.string else { throw wrong(name, "a text") }
    return text
  }

  /// A whole number in its range.
  func integer(_ name: String) throws(Problem) -> Int {
    guard case .integer(let range, let standard) = parameter(name).kind else {
      preconditionFailure("no integer")
    }
    guard let value = fields[name] else { return standard }
    let number: Int? =
      switch value {
      case .number(let number): Int(exactly: number)
      case .string(let text): Int(text)
      default: nil
      }
    guard let number, range.contains(number) else {
      throw wrong(name, "a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A number in its range.
  func number(_ name: String) throws(Problem) -> Double {
    guard case .number(let range, let standard) = parameter(name).kind else {
      preconditionFailure("no number")
    }
    guard let value = fields[name] else { return standard }
    let number: Double? =
      switch value {
      case .number(let number): number
      case .string(let text): Double(text)
      default: nil
      }
    guard let number, range.contains(number) else {
      throw wrong(name, "a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// Whether a flag is set; in a query string its name alone sets it.
  func flag(_ name: String) throws(Problem) -> Bool {
    switch fields[name] {
    case nil: return false
    case .bool(let value): return value
    case .string("true"), .string("1"), .string(""): return true
    case .string("false"), .string("0"): return false
    default: throw wrong(name, "true or false")
    }
  }

  /// One of the values it takes.
  func choice(_ name: String) throws(Problem) -> String {
    guard case .choice(let values, let standard) = parameter(name).kind else {
      preconditionFailure("no choice")
    }
    guard let value = fields[name] else { return standard }
    guard let text = value.string, values.contains(text) else {
      throw wrong(name, "one of: " + values.joined(separator: ", "))
    }
    return text
  }

  /// All texts given.
  func list(_ name: String) throws(Problem) -> [String] {
    guard let value = fields[name] else { return [] }
    if let text = value.string { return [text] }
    guard let texts = value.array?.map(\.string), !texts.contains(nil) else { throw wrong(name, "texts") }
    return texts.compactMap(\.self)
  }
}
