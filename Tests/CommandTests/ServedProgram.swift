import Foundation
import Glibc

/// The real program, serving on a free port until the value goes away.
final class ServedProgram {
  /// It did not do what it should in time.
  struct Problem: Error {
    let text: String
  }

  let process = Process()
  private(set) var port: UInt16 = 0
  private let run: ProgramRun
  private let logPath: String

  init(_ flags: String...) throws {
    run = try ProgramRun()
    logPath = run.path("log")
    _ = FileManager.default.createFile(atPath: logPath, contents: nil)
    process.executableURL = ProgramRun.program
    process.arguments = ["serve", "--port", "0"] + flags
    process.standardOutput = FileHandle.nullDevice
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: logPath))
    try process.run()
    try waitForLog("listening")
    let address = log.split(separator: " ").first { $0.hasPrefix("url=http://127.0.0.1:") }
    port = address.flatMap { UInt16($0.dropLast().split(separator: ":").last ?? "") } ?? 0
  }

  deinit { if process.isRunning { _ = stop() } }

  /// What it wrote so far.
  var log: String {
    String(decoding: (try? Data(contentsOf: URL(fileURLWithPath: logPath))) ?? Data(), as: UTF8.self)
  }

  /// Waits until a text stands in its log.
  func waitForLog(_ text: String) throws {
    for _ in 0..<600 {
      if log.contains(text) { return }
      Thread.sleep(forTimeInterval: 0.05)
    }
    throw Problem(text: "'\(text)' did not come; the log: \(log)")
  }

  /// Tells it to stop and returns its exit status.
  func stop() -> Int32 {
    process.terminate()
    process.waitUntilExit()
    return process.terminationStatus
  }

  func connect() throws -> RawConnection { try RawConnection(port: port) }

  /// Sends bytes on a new connection and returns all that comes back until a whole answer is there or the connection closes.
  func exchange(_ request: String, untilClosed: Bool = false) throws -> String {
    let connection = try connect()
    connection.send(request)
    return connection.receive(untilClosed: untilClosed)
  }
}

/// A connection without a client library, for requests that no library would send.
final class RawConnection {
  private let descriptor: Int32

  init(port: UInt16) throws {
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var limit = timeval(tv_sec: 20, tv_usec: 0)
    unsafe setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    let size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let status = unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe Glibc.connect(descriptor, $0, size)
      }
    }
    guard status == 0 else { throw ServedProgram.Problem(text: "no connection to port \(port)") }
  }

  deinit { close(descriptor) }

  /// Sends all of a text; false when the other side has gone.
  @discardableResult
  func send(_ text: String) -> Bool {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = unsafe bytes.withUnsafeBytes {
        unsafe Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return false }
      bytes = bytes.dropFirst(count)
    }
    return true
  }

  /// Whether something came, or the other side has gone.
  var hasAnswer: Bool {
    var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    return unsafe Glibc.poll(&poll, 1, 0) > 0
  }

  /// Whether the other side ends the connection, having sent no more.
  var isClosed: Bool {
    var byte: UInt8 = 0
    return unsafe recv(descriptor, &byte, 1, 0) == 0
  }

  /// What comes until a whole answer is there or the connection closes.
  func receive(untilClosed: Bool = false) -> String {
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe recv(descriptor, &buffer, buffer.count, 0)
      guard count > 0 else { break }
      bytes += buffer[..<count]
      if !untilClosed, Self.isWhole(bytes) { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether as many bytes follow the head as it promises.
  private static func isWhole(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n") else { return false }
    let length = text[..<end.lowerBound].lowercased().components(separatedBy: "content-length: ").dropFirst()
      .first
    guard let count = length.flatMap({ Int($0.prefix { $0.isNumber }) }) else { return false }
    return text[end.upperBound...].utf8.count >= count
  }
}
