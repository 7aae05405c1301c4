import ArgumentParser
import Configuration

/// The flags of `ism serve`; each is a setting, and what is not given here may stand in the environment or in a file.
struct ServeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("A file of settings, lines 'name = value'.", valueName: "file"), completion: .file())
  var config: String?
  @Option(help: ArgumentHelp("The address to listen on (127.0.0.1).", valueName: "address"))
  var host: String?
  @Option(help: ArgumentHelp("The port to listen on (8080); 0 takes a free one.", valueName: "number"))
  var port: Int?
  @Flag(name: .customLong("public"), help: "Answer everybody who can reach the address, without keys.")
  var isPublic = false
  @Option(help: ArgumentHelp("The service's own URL behind a proxy.", valueName: "url"))
  var baseURL: String?
  @Option(
    name: .customLong("allow-origin"),
    help: ArgumentHelp("The origin whose pages may call the service (*); none for none.", valueName: "origin")
  )
  var allowedOrigin: String?
  @Option(
    name: .customLong("lexicon"),
    help: ArgumentHelp(
      "A compiled lexicon to search as well; may be given several times.", valueName: "file"),
    completion: .file(extensions: ["ism"]))
  var lexicons: [String] = []
  @Flag(name: .customLong("no-default-lexicon"), help: "Search only the lexicons given with --lexicon.")
  var noDefault = false
  @Option(
    help: ArgumentHelp("A file of keys, one a line; requests must bring one.", valueName: "file"),
    completion: .file())
  var keysFile: String?
  @Flag(help: "Let POST /-/reload read the lexicons again, as SIGHUP always does.")
  var enableReload = false
  @Option(help: ArgumentHelp("How much is logged (info).", valueName: "level"))
  var logLevel: String?
  @Flag(help: "Write what was asked for to the log.")
  var logQueries = false
  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "Any setting, such as max-body=65536; may be given several times.", valueName: "name=value"))
  var others: [String] = []

  /// The settings that were given, by their names.
  func values() throws -> [String: ConfigContent] {
    var values: [String: ConfigContent] = [:]
    for text in others {
      let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard parts.count == 2 else { throw ValidationError("--set needs name=value, not '\(text)'") }
      values[parts[0]] = .string(parts[1])
    }
    values["host"] = host.map { .string($0) } ?? values["host"]
    values["port"] = port.map { .int($0) } ?? values["port"]
    values["base-url"] = baseURL.map { .string($0) } ?? values["base-url"]
    values["allow-origin"] = allowedOrigin.map { .string($0) } ?? values["allow-origin"]
    values["keys-file"] = keysFile.map { .string($0) } ?? values["keys-file"]
    values["log-level"] = logLevel.map { .string($0) } ?? values["log-level"]
    if isPublic { values["public"] = .bool(true) }
    if !lexicons.isEmpty { values["lexicon"] = .stringArray(lexicons) }
    if noDefault { values["no-default-lexicon"] = .bool(true) }
    if enableReload { values["enable-reload"] = .bool(true) }
    if logQueries { values["log-queries"] = .bool(true) }
    return values
  }
}
