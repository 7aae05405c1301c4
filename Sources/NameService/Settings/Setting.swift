package import Configuration

/// One thing that can be set, by a flag, in the environment or in a file.
package struct Setting: Sendable {
  /// As a flag without its hyphens and as a name in the file; in the environment `ISM_` and upper case with underscores.
  package let name: String
  /// What holds when nothing is set.
  package let standard: ConfigContent
  /// The least and the greatest number; nil when it is no number.
  package let range: ClosedRange<Int>?
  /// One line for the documentation.
  package let summary: String

  private init(_ name: String, _ standard: ConfigContent, _ range: ClosedRange<Int>? = nil, _ summary: String)
  {
    self.name = name
    self.standard = standard
    self.range = range
    self.summary = summary
  }

  /// All settings, in the order of the documentation.
  package static let all: [Setting] = [
    Setting("host", .string("127.0.0.1"), "the address to listen on"),
    Setting("port", .int(8080), 0...65_535, "the port to listen on; 0 takes a free one"),
    Setting("public", .bool(false), "answer everybody who can reach the address, without keys"),
    Setting("base-url", .string(""), "the service's own URL behind a proxy; otherwise that of the request"),
    Setting(
      "allow-origin", .string("*"), "the origin whose pages may call the service; * for all, none for none"),
    Setting(
      "lexicon", .stringArray([]),
      "compiled lexicons to search; in the environment and in a file separated by commas"),
    Setting("no-default-lexicon", .bool(false), "search only the lexicons given"),
    Setting("keys-file", .string(""), "a file of keys, one a line; requests must then bring one"),
    Setting(
      "enable-reload", .bool(false), "let POST /-/reload read the lexicons again, as SIGHUP always does"),
    Setting("log-level", .string("info"), "trace, debug, info, notice, warning, error or critical"),
    Setting("log-queries", .bool(false), "write what was asked for to the log"),
    Setting("max-body", .int(1_048_576), 1...1_073_741_824, "bytes of a request's body"),
    Setting("max-batch", .int(1000), 1...1_000_000, "names in one request"),
    Setting("max-query", .int(1000), 1...100_000, "characters of one name or text"),
    Setting("max-work", .int(256), 1...1_000_000, "requests that are worked on or wait for it"),
    Setting(
      "max-client-work", .int(0), 0...1_000_000,
      "the same for one client, that is, one key or address; 0 is no limit"),
    Setting("max-connections", .int(4096), 1...1_000_000, "open connections"),
    Setting("max-time", .int(10), 1...3600, "seconds until a request is given up"),
    Setting("max-idle", .int(60), 1...86_400, "seconds that an idle connection stays open"),
    Setting("threads", .int(0), 0...1024, "threads that search; 0 is one for each core"),
  ]

  private init(_ name: String, _ standard: ConfigContent, _ summary: String) {
    self.init(name, standard, nil, summary)
  }

  /// The setting with a name.
  package static func named(_ name: String) -> Setting? { all.first { $0.name == name } }

  /// Says that there is no setting with a name.
  static func unknown(_ name: String) -> String {
    "unknown setting '\(name)'; settings: \(all.map(\.name).joined(separator: ", "))"
  }

  /// The name of its environment variable.
  package var variable: String { "ISM_" + name.uppercased().replacing("-", with: "_") }

  /// Reads a value as it stands in a file; nil when it is not one.
  func content(of text: String) -> ConfigContent? {
    switch standard {
    case .int: Int(text).map { .int($0) }
    case .bool:
      switch text.lowercased() {
      case "true", "yes", "1": .bool(true)
      case "false", "no", "0": .bool(false)
      default: nil
      }
    case .stringArray: .stringArray(Self.list(text))
    default: .string(text)
    }
  }

  /// The parts of a text between commas.
  static func list(_ text: String) -> [String] {
    text.split(separator: ",").map { $0.trimmed }.filter { !$0.isEmpty }
  }

  /// What a value of it looks like, for messages.
  var form: String {
    switch standard {
    case .int: range.map { "a number from \($0.lowerBound) to \($0.upperBound)" } ?? "a number"
    case .bool: "true or false"
    default: "a text"
    }
  }
}

extension Substring {
  /// Without the spaces and tabs around it.
  var trimmed: String {
    let start = firstIndex { $0 != " " && $0 != "\t" } ?? endIndex
    let end = lastIndex { $0 != " " && $0 != "\t" }.map { index(after: $0) } ?? start
    return String(self[start..<end])
  }
}
