package import Configuration
package import Logging

/// How the service runs; every value has a `Setting` that explains it.
package struct ServiceSettings: Sendable {
  package var host: String
  package var port: Int
  package var isPublic: Bool
  package var baseURL: String
  package var allowedOrigin: String
  package var lexiconPaths: [String]
  package var hasDefaultLexicon: Bool
  package var keys: [String]
  package var isReloadEnabled: Bool
  package var logLevel: Logger.Level
  package var logsQueries: Bool
  package var limits: Limits
  package var threads: Int

  /// What one request, one client and all may ask for.
  package struct Limits: Sendable {
    package var body: Int
    package var batch: Int
    package var query: Int
    package var work: Int
    package var clientWork: Int
    package var connections: Int
    package var seconds: Int
    package var idleSeconds: Int
  }

  /// Gathers settings: flags come before the environment, the environment before the file.
  ///
  /// - Parameters:
  ///   - flags: values by the names of settings.
  ///   - environment: the variables of the process; those of settings begin with `ISM_`.
  ///   - file: a file of settings; nil for none.
  /// - Throws: `SettingsError` for a value that cannot be used.
  package init(
    flags: [String: ConfigContent] = [:], environment: [String: String] = [:], file: String? = nil
  ) throws(SettingsError) {
    let reader = ConfigReader(providers: [
      Self.provider("flags", try Self.checked(flags)),
      EnvironmentVariablesProvider(environmentVariables: environment).prefixKeys(with: "ism"),
      Self.provider(
        "file", try file.map { path throws(SettingsError) in try SettingsFile.values(path: path) } ?? [:]),
      Self.provider(
        "standard",
        Dictionary(Setting.all.map { ($0.name, $0.standard) }, uniquingKeysWith: { first, _ in first })),
    ])
    let values = SettingReader(reader: reader)
    host = try values.text("host")
    port = try values.number("port")
    isPublic = try values.flag("public")
    baseURL = try values.text("base-url")
    allowedOrigin = try values.text("allow-origin")
    lexiconPaths = try values.list("lexicon")
    hasDefaultLexicon = try !values.flag("no-default-lexicon")
    keys = try Self.keys(path: try values.text("keys-file"))
    isReloadEnabled = try values.flag("enable-reload")
    let level = try values.text("log-level")
    guard let logLevel = Logger.Level(rawValue: level) else {
      let levels = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
      throw SettingsError("unknown log level '\(level)'; levels: \(levels)")
    }
    self.logLevel = logLevel
    logsQueries = try values.flag("log-queries")
    limits = Limits(
      body: try values.number("max-body"), batch: try values.number("max-batch"),
      query: try values.number("max-query"),
      work: try values.number("max-work"), clientWork: try values.number("max-client-work"),
      connections: try values.number("max-connections"), seconds: try values.number("max-time"),
      idleSeconds: try values.number("max-idle"))
    threads = try values.number("threads")
    try check()
  }

  /// Flags may give any setting as a text.
  private static func checked(_ flags: [String: ConfigContent]) throws(SettingsError) -> [String:
    ConfigContent]
  {
    var checked: [String: ConfigContent] = [:]
    for (name, content) in flags {
      guard let setting = Setting.named(name) else { throw SettingsError(Setting.unknown(name)) }
      guard case .string(let text) = content else {
        checked[name] = content
        continue
      }
      guard let value = setting.content(of: text) else {
        throw SettingsError("'\(name)' needs \(setting.form)")
      }
      checked[name] = value
    }
    return checked
  }

  private static func provider(_ name: String, _ values: [String: ConfigContent]) -> InMemoryProvider {
    InMemoryProvider(
      name: name,
      values: Dictionary(
        values.map { (AbsoluteConfigKey([$0.key]), ConfigValue($0.value, isSecret: false)) },
        uniquingKeysWith: { first, _ in first }))
  }

  /// The keys of a file: its lines, without comments and empty ones.
  private static func keys(path: String) throws(SettingsError) -> [String] {
    guard !path.isEmpty else { return [] }
    let keys = try SettingsFile.lines(path: path).map(\.trimmed).filter { !$0.isEmpty && !$0.hasPrefix("#") }
    guard !keys.isEmpty else { throw SettingsError("\(path) holds no key") }
    if let short = keys.first(where: { $0.utf8.count < 16 }) {
      throw SettingsError(
        "\(path): a key of \(short.utf8.count) characters is easily guessed; use at least 16")
    }
    return keys
  }

  private func check() throws(SettingsError) {
    if !hasDefaultLexicon, lexiconPaths.isEmpty {
      throw SettingsError("no lexicon to search: no-default-lexicon needs a lexicon")
    }
    if !isLoopback, keys.isEmpty, !isPublic {
      throw SettingsError(
        "\(host) can be reached from other machines: give --keys-file FILE, or --public to answer everybody")
    }
    if !baseURL.isEmpty, !baseURL.hasPrefix("http://"), !baseURL.hasPrefix("https://") {
      throw SettingsError("base-url must begin with http:// or https://")
    }
    guard ["", "none", "*"].contains(allowedOrigin) || Self.isOrigin(allowedOrigin) else {
      throw SettingsError(
        "allow-origin needs *, none, or one origin as browsers write it, such as https://example.org:8443")
    }
  }

  /// Whether a text has a scheme, a host and perhaps a port, and nothing behind them (RFC 6454, section 6.2).
  private static func isOrigin(_ text: String) -> Bool {
    guard let end = text.firstRange(of: "://") else { return false }
    let host = text[end.upperBound...]
    return !host.isEmpty && text.utf8.allSatisfy { (0x21...0x7E).contains($0) }
      && !host.contains { "/?#@,\"'<>".contains($0) }
  }

  /// Whether only this machine can reach the address.
  package var isLoopback: Bool {
    // A name such as 127.example.org may lead anywhere.
    host == "localhost" || host == "::1"
      || host.hasPrefix("127.")
        && host.utf8.allSatisfy { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }
  }
}

/// Reads settings with messages that name them.
private struct SettingReader {
  let reader: ConfigReader

  func text(_ name: String) throws(SettingsError) -> String {
    try value(name) { key in try reader.requiredString(forKey: key) }
  }

  func flag(_ name: String) throws(SettingsError) -> Bool {
    try value(name) { key in try reader.requiredBool(forKey: key) }
  }

  func list(_ name: String) throws(SettingsError) -> [String] {
    try value(name) { key in try reader.requiredStringArray(forKey: key) }
  }

  func number(_ name: String) throws(SettingsError) -> Int {
    let number = try value(name) { key in try reader.requiredInt(forKey: key) }
    guard let range = Setting.named(name)?.range, range.contains(number) else { throw wrong(name) }
    return number
  }

  private func value<Value>(_ name: String, _ read: (ConfigKey) throws -> Value) throws(SettingsError)
    -> Value
  {
    do {
      return try read(ConfigKey([name]))
    } catch {
      throw wrong(name)
    }
  }

  private func wrong(_ name: String) -> SettingsError {
    let setting = Setting.named(name)
    return SettingsError(
      "'\(name)' needs \(setting?.form ?? "another value") (flag --\(name), variable \(setting?.variable ?? ""))"
    )
  }
}
