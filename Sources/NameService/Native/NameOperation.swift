import HTTPTypes
import Hummingbird
import NIOCore

/// Something that is asked of a name or of a pair of names: `GET` with one, `POST` with many.
///
/// Its answers are the JSON objects of the command of the same name.
struct NameOperation: Sendable {
  /// What is asked about.
  enum Item: Sendable {
    /// One text, by the names of the parameter and of the array in a body.
    case text(String, many: String)
    /// Two names.
    case pair
  }

  /// Answers one item.
  typealias Answering = @Sendable (_ item: [String], LoadedLexicon) throws -> any Encodable & Sendable

  let path: String
  let summary: String
  let item: Item
  let parameters: [Parameter]
  /// The schema of an answer.
  let schema: String
  /// Reads the parameters.
  let prepare: @Sendable (Values) throws -> Answering

  /// The endpoints.
  var endpoints: [Endpoint] { [single, batch] }

  private var single: Endpoint {
    Endpoint(
      method: .get, path: path, group: "names", summary: summary + ".",
      parameters: itemParameters + parameters,
      answer: .json(schema)
    ) { call in
      let item = try itemParameters.map { try call.values.text($0.name) }
      try check(item, call.service.settings.limits)
      let answering = try prepare(call.values)
      return JSONOutput.response(
        try await call.work { lexicon, _ in
          JSONOutput.buffer(AnyAnswer(try answering(item, lexicon)))
        })
    }
  }

  private var batch: Endpoint {
    Endpoint(
      method: .post, path: path, group: "names", summary: summary + ", for many at once.",
      body: .json(bodySchema), answer: .json(schema + "s")
    ) { call in
      guard var fields = try await call.json().object else {
        throw Problem.wrong("the body must be an object")
      }
      let items = try items(fields.removeValue(forKey: many))
      let limits = call.service.settings.limits
      guard items.count <= limits.batch else {
        throw Problem.tooLarge(
          "\(items.count) items in '\(many)'; at most \(limits.batch) (setting max-batch)")
      }
      let problems = try call.problems(items) { item throws(Problem) in try check(item, limits) }
      let answering = try prepare(Values(fields, parameters))
      return JSONOutput.response(
        try await call.work { lexicon, work in
          let answers = try items.enumerated().map { place, item in
            try work.check()
            if let problem = problems[place] { return AnyAnswer(ItemProblem(error: problem.detail)) }
            return AnyAnswer(try answering(item, lexicon))
          }
          return JSONOutput.buffer(["answers": answers])
        })
    }
  }

  private var many: String {
    switch item {
    case .text(_, let many): many
    case .pair: "pairs"
    }
  }

  private var itemParameters: [Parameter] {
    switch item {
    case .text(let name, _): [.text(name, "what is asked about", isRequired: true)]
    case .pair: [.text("left", "one name", isRequired: true), .text("right", "the other", isRequired: true)]
    }
  }

  private func items(_ value: JSONValue?) throws(Problem) -> [[String]] {
    guard let values = value?.array else { throw .wrong("the body needs '\(many)', an array") }
    var items: [[String]] = []
    for (place, value) in values.enumerated() {
      switch item {
      case .text:
        guard let text = value.string else {
          throw .wrong("'\(many)'[\(place)] is \(value.kind), not a string")
        }
        items.append([text])
      case .pair:
        guard let pair = value.object, pair.count == 2, let left = pair["left"]?.string,
          let right = pair["right"]?.string
        else { throw .wrong("'\(many)'[\(place)] is not an object of 'left' and 'right'") }
        items.append([left, right])
      }
    }
    return items
  }

  private func check(_ item: [String], _ limits: ServiceSettings.Limits) throws(Problem) {
    for text in item { try Self.checkLength(text, limits) }
  }

  /// Refuses a text that is longer than it may be.
  static func checkLength(_ text: String, _ limits: ServiceSettings.Limits) throws(Problem) {
    // Four bytes are the most of a character, so most texts need no counting.
    guard text.utf8.count > limits.query else { return }
    guard text.unicodeScalars.count <= limits.query else {
      throw .tooLarge("a text is longer than \(limits.query) characters (setting max-query)")
    }
  }

  private var bodySchema: JSONValue {
    let element: JSONValue =
      switch item {
      case .text: ["type": "string"]
      case .pair:
        [
          "type": "object", "required": ["left", "right"], "additionalProperties": false,
          "properties": ["left": ["type": "string"], "right": ["type": "string"]],
        ]
      }
    var properties: [String: JSONValue] = [many: ["type": "array", "items": element]]
    for parameter in parameters { properties[parameter.name] = parameter.schema }
    return [
      "type": "object", "required": [.string(many)], "additionalProperties": false,
      "properties": .object(properties),
    ]
  }
}

/// Stands in a batch where one of its items has no answer.
private struct ItemProblem: Encodable {
  let error: String
}

/// An answer of any kind.
private struct AnyAnswer: Encodable {
  let answer: any Encodable & Sendable

  init(_ answer: any Encodable & Sendable) { self.answer = answer }

  func encode(to encoder: any Encoder) throws { try answer.encode(to: encoder) }
}
