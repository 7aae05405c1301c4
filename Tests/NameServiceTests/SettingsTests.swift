import Configuration
import TestSupport
import Testing

@testable import NameService

/// Settings: where they come from, and what is refused.
@Suite struct SettingsTests {
  @Test func nothingNeedsToBeSet() throws {
    let settings = try ServiceSettings()
    #expect(settings.host == "127.0.0.1")
    #expect(settings.port == 8080)
    #expect(settings.hasDefaultLexicon)
    #expect(settings.limits.body == 1_048_576)
  }

  @Test func flagsComeBeforeTheEnvironmentAndThatBeforeTheFile() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(
      Array("# a comment\nport = 1\nmax-time = 1\nmax-batch=1\n".utf8), to: "service.conf")
    let settings = try ServiceSettings(
      flags: ["port": .int(3)], environment: ["ISM_PORT": "2", "ISM_MAX_TIME": "2", "PORT": "9"], file: file)
    #expect(settings.port == 3)
    #expect(settings.limits.seconds == 2)
    #expect(settings.limits.batch == 1)
  }

  @Test func listsAreSeparatedByCommas() throws {
    #expect(
      try ServiceSettings(environment: ["ISM_LEXICON": "a.ism,b.ism"]).lexiconPaths == ["a.ism", "b.ism"])
  }

  @Test(arguments: [
    ("port = x", "service.conf:1: 'port' needs a number from 0 to 65535"),
    ("\nprot = 1", "service.conf:2: unknown setting 'prot'"),
    ("port", "service.conf:1: 'name = value' is expected"),
    ("port = 1\nport = 2", "service.conf:2: 'port' is set twice"),
    ("public = perhaps", "service.conf:1: 'public' needs true or false"),
    ("port = 99999", "'port' needs a number"),
  ])
  func wrongFiles(_ text: String, _ message: String) throws {
    let folder = try TemporaryFolder()
    let file = try folder.write(Array(text.utf8), to: "service.conf")
    let error = #expect(throws: SettingsError.self) { try ServiceSettings(file: file) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test(arguments: [
    (["ISM_PORT": "x"], "'port' needs a number"), (["ISM_MAX_BODY": "0"], "'max-body' needs a number from 1"),
    (["ISM_LOG_LEVEL": "loud"], "unknown log level 'loud'; levels: trace"),
    (["ISM_HOST": "0.0.0.0"], "give --keys-file FILE, or --public"),
    (["ISM_NO_DEFAULT_LEXICON": "true"], "no lexicon to search"),
    (["ISM_BASE_URL": "ism.org"], "must begin with http"),
    (["ISM_KEYS_FILE": "/nowhere/keys"], "cannot read /nowhere/keys"),
    // A browser writes its origin without a slash at the end, so this one would never be the same.
    (["ISM_ALLOW_ORIGIN": "https://example.org/"], "allow-origin needs *, none, or one origin"),
    (["ISM_ALLOW_ORIGIN": "example.org"], "allow-origin needs"),
    (["ISM_ALLOW_ORIGIN": "https://a.example, https://b.example"], "allow-origin needs"),
  ])
  func wrongValues(_ environment: [String: String], _ message: String) {
    let error = #expect(throws: SettingsError.self) { try ServiceSettings(environment: environment) }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }

  @Test func unknownFlagsAreRefused() {
    let error = #expect(throws: SettingsError.self) { try ServiceSettings(flags: ["max-bodi": .string("1")]) }
    #expect(error?.description.hasPrefix("unknown setting 'max-bodi'; settings: host, port") == true)
  }

  @Test(arguments: [
    ("127.0.0.1", true), ("127.8.0.1", true), ("::1", true), ("localhost", true), ("0.0.0.0", false),
    ("::", false), ("127.example.org", false), ("localhost.example.org", false), ("12.7.0.1", false),
    ("", false),
  ])
  func loopbackAddresses(_ host: String, _ isLoopback: Bool) throws {
    let settings = try ServiceSettings(environment: ["ISM_HOST": host, "ISM_PUBLIC": "true"])
    #expect(settings.isLoopback == isLoopback)
  }

  @Test func otherMachinesNeedKeysOrAWord() throws {
    _ = try ServiceSettings(environment: ["ISM_HOST": "0.0.0.0", "ISM_PUBLIC": "true"])
    let folder = try TemporaryFolder()
    let keys = try folder.write(Array("# Anna\n0123456789abcdef\n".utf8), to: "keys")
    let settings = try ServiceSettings(environment: ["ISM_HOST": "0.0.0.0", "ISM_KEYS_FILE": keys])
    #expect(settings.keys == ["0123456789abcdef"])
    let short = try folder.write(Array("0123\n".utf8), to: "short")
    #expect(throws: SettingsError.self) { try ServiceSettings(environment: ["ISM_KEYS_FILE": short]) }
  }

  @Test func everySettingIsDocumented() throws {
    let folder = PackageFolder.path + "/Sources/NameService"
    let text = String(decoding: try TestFile.bytes(folder + "/OPERATION.md"), as: UTF8.self)
    for setting in Setting.all {
      #expect(text.contains("`\(setting.name)`"), "\(setting.name)")
      #expect(text.contains(setting.summary), "\(setting.name)")
    }
  }
}
