import ArabicText
import HTTPTypes
import Hummingbird
import NameSearch

/// The romanization schemes, and a text in each of them.
enum SchemeEndpoint {
  private struct Answer: Encodable {
    let schemes: [Item]
  }

  private struct Item: Encodable {
    let id: String
    let name: String
    let kind: String
    let text: String?
  }

  static let endpoint = Endpoint(
    method: .get, path: "/schemes", group: "names",
    summary: "The schemes that write; with a text, the text in each of them.",
    parameters: [.text("text", "a text to romanize")], answer: .json("SchemesAnswer")
  ) { call in
    let text = try call.values.given("text")
    if let text { try NameOperation.checkLength(text, call.service.settings.limits) }
    return JSONOutput.response(
      try await call.work { lexicon, work in
        JSONOutput.buffer(
          Answer(
            schemes: try NameOperation.writableSchemes.map { identifier in
              try work.check()
              let scheme = try Scheme.named(identifier)
              return Item(
                id: identifier, name: scheme.name, kind: scheme.kind.rawValue,
                text: text.map { lexicon.writer.romanize($0, scheme: scheme).outputs.first?.text ?? "" })
            }))
      })
  }
}
