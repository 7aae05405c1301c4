import HTTPTypes
import Hummingbird
import NIOCore

/// The web page.
///
/// It is open also where keys are needed, since it holds no names; it asks the person for a key and sends it with its requests.
enum PageEndpoints {
  static let all = [
    endpoint("/", "index.html", "text/html", isStrict: false), endpoint("/page.css", "page.css", "text/css"),
    endpoint("/main.js", "main.js", "text/javascript"), endpoint("/dom.js", "dom.js", "text/javascript"),
    endpoint("/complete.js", "complete.js", "text/javascript"),
    endpoint("/entity.js", "entity.js", "text/javascript"),
    endpoint("/table.js", "table.js", "text/javascript"),
    endpoint("/icon.svg", "icon.svg", "image/svg+xml"),
  ]

  /// Nothing but its own files and answers: no other host, no script or style in the text, no frame.
  private static let policy = [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self'", "connect-src 'self'",
    "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'", "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].joined(separator: "; ")

  private static func endpoint(
    _ path: String, _ file: String, _ type: String, isStrict: Bool = true
  ) -> Endpoint {
    let content = ByteBuffer(bytes: PageFile.named(file).bytes)
    let isText = type.hasPrefix("text/")
    // The page keeps what it shows in the query of its address.
    return Endpoint(
      method: .get, path: path, group: "page", summary: "A file of the web page.", answer: .text(type),
      access: .open, isStrict: isStrict
    ) { _ in
      Response(
        status: .ok,
        headers: [
          .contentType: isText ? type + "; charset=utf-8" : type, .contentSecurityPolicy: policy,
          .cacheControl: "no-cache",
        ], body: .init(byteBuffer: content))
    }
  }
}
