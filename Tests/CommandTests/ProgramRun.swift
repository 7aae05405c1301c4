import Foundation
import Testing

/// A run of the real program in a fresh folder that goes away with it.
final class ProgramRun {
  /// What a run left.
  struct Result {
    let status: Int32
    let output: String
    let complaints: String

    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("ism-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// The program that the package built.
  static var program: URL {
    // The test bundle stands beside it.
    let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
    let built = Bundle.allBundles.map { $0.bundleURL.deletingLastPathComponent() } + [beside]
    let places = built.map { $0.appendingPathComponent("ism") }
    return places.first { FileManager.default.isExecutableFile(atPath: $0.path) } ?? places[0]
  }

  func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

  /// Writes a file into the folder.
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws {
    try Data(bytes).write(to: folder.appendingPathComponent(name))
  }

  func write(_ name: String, _ text: String) throws { try write(name, Array(text.utf8)) }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(name)))
  }

  /// Runs `ism` in the folder.
  func ism(_ arguments: String..., input: String? = nil) throws -> Result {
    try run(Self.program, arguments, input: input.map { Array($0.utf8) })
  }

  func ism(_ arguments: [String], inputBytes: [UInt8]) throws -> Result {
    try run(Self.program, arguments, input: inputBytes)
  }

  /// Runs a shell command in the folder; `$ISM` is the program.
  func shell(_ command: String) throws -> Result {
    try run(URL(fileURLWithPath: "/bin/sh"), ["-c", command], input: nil)
  }

  private func run(_ program: URL, _ arguments: [String], input: [UInt8]?) throws -> Result {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["ISM": Self.program.path, "NO_COLOR": "1"]) { $1 }
    // Files, not pipes: nothing can block however much is printed.
    let names = ["in", "out", "err"].map { path(".\($0)-\(UUID().uuidString)") }
    try Data(input ?? []).write(to: URL(fileURLWithPath: names[0]))
    for name in names.dropFirst() { _ = FileManager.default.createFile(atPath: name, contents: nil) }
    let handles = try [
      FileHandle(forReadingFrom: URL(fileURLWithPath: names[0])),
      FileHandle(forWritingTo: URL(fileURLWithPath: names[1])),
      FileHandle(forWritingTo: URL(fileURLWithPath: names[2])),
    ]
    process.standardInput = handles[0]
    process.standardOutput = handles[1]
    process.standardError = handles[2]
    try process.run()
    process.waitUntilExit()
    func text(_ name: String) throws -> String {
      String(decoding: try Data(contentsOf: URL(fileURLWithPath: name)), as: UTF8.self)
    }
    let result = Result(
      status: process.terminationStatus, output: try text(names[1]), complaints: try text(names[2]))
    for name in names { try FileManager.default.removeItem(atPath: name) }
    return result
  }
}
