import HTTPTypes
import Testing

@testable import NameService

/// The page's files: nothing from elsewhere, nothing that its policy forbids.
///
/// How it works in a browser `Tests/Browser` shows.
@Suite struct PageTests {
  static let files = [
    "/", "/page.css", "/main.js", "/dom.js", "/complete.js", "/entity.js", "/table.js", "/icon.svg",
  ]

  @Test(arguments: files)
  func filesAreServedWithAStrictPolicy(_ path: String) async throws {
    let reply = try await TestService().get(path)
    #expect(reply.status == 200)
    let policy = reply.headers[.contentSecurityPolicy] ?? ""
    #expect(policy.contains("default-src 'none'; script-src 'self'; style-src 'self'"))
    #expect(!policy.contains("unsafe") && !policy.contains("*") && !policy.contains("http"))
  }

  @Test(arguments: files)
  func nothingComesFromElsewhere(_ path: String) async throws {
    let text = try await TestService().get(path).text.replacing("http://www.w3.org/2000/svg", with: "")
    for word in ["http:", "https:", "//cdn", "@import", "url("] { #expect(!text.contains(word), "\(word)") }
  }

  @Test func pageHasNoScriptOrStyleInItsText() async throws {
    let text = try await TestService().get("/").text
    #expect(!text.contains(" style=") && !text.contains("<style"))
    #expect(text.components("<script").dropFirst().allSatisfy { $0.contains("src=\"main.js\"") })
    #expect(!text.contains(" onclick=") && !text.contains(" onload=") && !text.contains("javascript:"))
    for file in ["/main.js", "/dom.js", "/complete.js", "/entity.js", "/table.js"] {
      let script = try await TestService().get(file).text
      for word in ["innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "eval("] {
        #expect(!script.contains(word), "\(file): \(word)")
      }
    }
  }

  /// Behind a proxy the service may stand under a path: what the page names is beside it, never at the root.
  @Test(arguments: files.filter { !$0.hasSuffix(".svg") })
  func nothingIsAtTheRoot(_ path: String) async throws {
    let text = try await TestService().get(path).text
    for word in ["\"/", "'/", "`/"] { #expect(!text.contains(word), "\(word)") }
  }

  @Test func previewsNameTheirStyleFromTheirPlace() async throws {
    let service = try TestService()
    #expect(try await service.get("/reconcile/preview?id=p2").text.contains("href=\"../page.css\""))
    #expect(try await service.get("/reconcile/v1/preview?id=p2").text.contains("href=\"../../page.css\""))
  }

  @Test func pageKeepsItsStateInTheAddress() async throws {
    #expect(try await TestService().get("/?q=a&id=b").status == 200)
  }
}

extension String {
  /// The parts between a separator.
  fileprivate func components(_ separator: String) -> [Substring] {
    var parts: [Substring] = []
    var rest = self[...]
    while let range = rest.firstRange(of: separator) {
      parts.append(rest[..<range.lowerBound])
      rest = rest[range.upperBound...]
    }
    return parts + [rest]
  }
}
