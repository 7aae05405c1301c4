import ArabicText
import HTTPTypes
import Hummingbird
import NIOCore
import NameSearch

/// An entity as a small page, which a client shows in a frame.
enum EntityPage {
  static let width = 430
  static let height = 260

  /// The endpoint under the root of a version of the API.
  static func endpoint(root: String) -> Endpoint {
    // Behind a proxy the service may stand under a path, so its own files are named from here.
    let top = String(repeating: "../", count: root.split(separator: "/").count)
    return Endpoint(
      method: .get, path: root + "/preview", group: "reconciliation", summary: "An entity as a small page.",
      parameters: [.text("id", "the id of the entity", isRequired: true)], answer: .text("text/html"),
      isStrict: false
    ) { call in
      let id = try call.values.text("id")
      guard let found = call.service.store.current.entity(id: id) else {
        throw Problem(.notFound, "no entity has the id '\(id)'")
      }
      return Response(
        status: .ok,
        headers: [
          .contentType: "text/html; charset=utf-8",
          // Any client may show it in a frame; it holds nothing to click.
          .contentSecurityPolicy: "default-src 'none'; style-src 'self'; frame-ancestors *",
        ],
        body: .init(
          byteBuffer: ByteBuffer(string: page(found.entity, found.names, call.service.kinds, top: top))))
    }
  }

  private static func page(
    _ entity: LexiconEntity, _ names: [LexiconName], _ kinds: KindTree, top: String
  ) -> String {
    let rows = names.map { name in
      let role = NameRole(rawValue: name.role).map(EntityProperty.label) ?? name.role
      return
        "<tr><th scope=\"row\">\(element("bdi", name))</th><td>\(escaped(role))</td><td>\(escaped(period(name)))</td></tr>"
    }
    return """
      <!doctype html>
      <html lang="en"><head><meta charset="utf-8"><title>\(escaped(entity.caption))</title>
      <link rel="stylesheet" href="\(top)page.css"></head>
      <body class="preview"><h1><bdi>\(escaped(entity.caption))</bdi></h1>
      <p>\(escaped(KindTree.name(entity.kind))) · <code>\(escaped(entity.id))</code></p>
      <table aria-label="Names"><thead class="unseen"><tr><th scope="col">Name</th><th scope="col">Role</th><th scope="col">In use</th>
      </tr></thead><tbody>\(rows.joined())</tbody></table></body></html>

      """
  }

  /// A few lines for a list of suggestions.
  static func summary(_ entity: LexiconEntity, _ names: [LexiconName], _ kinds: KindTree) -> String {
    let shown = names.prefix(4).map { element("bdi", $0) }.joined(separator: ", ")
    return
      "<p><bdi>\(escaped(entity.caption))</bdi></p><p>\(escaped(KindTree.name(entity.kind)))</p><p>\(shown)</p>"
  }

  /// Texts as paragraphs.
  static func paragraphs(_ texts: [String]) -> String { texts.map { "<p>\(escaped($0))</p>" }.joined() }

  private static func element(_ tag: String, _ name: LexiconName) -> String {
    let language = name.language.isEmpty ? "" : " lang=\"\(escaped(name.language))\""
    let direction = EntityProperty.Value(name).direction
    return "<\(tag) dir=\"\(direction)\"\(language)>\(escaped(name.text))</\(tag)>"
  }

  private static func period(_ name: LexiconName) -> String {
    name.from == nil && name.until == nil ? "" : "\(name.from ?? "")–\(name.until ?? "")"
  }

  /// A text with the signs of HTML as references.
  private static func escaped(_ text: String) -> String {
    var result = ""
    for character in text.unicodeScalars {
      switch character {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      default: result.unicodeScalars.append(character)
      }
    }
    return result
  }
}
