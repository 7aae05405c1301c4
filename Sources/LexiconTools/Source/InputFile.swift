internal import Glibc
internal import SystemPackage

/// A file, or standard input, or bytes of the program, read in large blocks.
///
/// The first block can be looked at before anything is read, also of standard input.
package final class InputFile: @unchecked Sendable {
  // One thread uses it at a time: the one that opens it hands it on.

  /// The file as it is called in messages.
  package let name: String
  private let descriptor: FileDescriptor?
  private let closes: Bool
  /// What comes before all that is read from the descriptor; the last block first.
  private var ahead: [[UInt8]] = []

  /// Bytes that one read asks for.
  package static let blockSize = 1 << 20

  /// Opens a file; `-` is standard input.
  package init(path: String) throws(SourceProblem) {
    if path == "-" {
      (name, descriptor, closes) = ("standard input", .standardInput, false)
    } else {
      (name, descriptor, closes) = (path, try Self.open(path), true)
    }
  }

  /// Reads standard input.
  package init() { (name, descriptor, closes) = ("standard input", .standardInput, false) }

  /// Reads blocks of bytes as if they were a file.
  package init(blocks: [[UInt8]], name: String) {
    self.name = name
    descriptor = nil
    closes = false
    ahead = blocks.filter { !$0.isEmpty }.reversed()
  }

  deinit { if closes { try? descriptor?.close() } }

  private static func open(_ path: String) throws(SourceProblem) -> FileDescriptor {
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw SourceProblem(path, nil, "a directory where a file is meant; give one of its files")
    }
    do {
      return unsafe try FileDescriptor.open(path, .readOnly, options: .closeOnExec)
    } catch {
      throw SourceProblem(path, nil, "cannot open: \(error)")
    }
  }

  /// The first bytes, with a whole line that is not empty unless it is very long; a later `read` gives them again.
  package func peek() throws(SourceProblem) -> [UInt8] {
    var bytes = try read()
    while bytes.count < Self.longestHead, !Self.hasLine(bytes) {
      let more = try read()
      if more.isEmpty { break }
      bytes += more
    }
    ahead.append(bytes)
    return bytes
  }

  private static let longestHead = 1 << 16

  private static func hasLine(_ bytes: [UInt8]) -> Bool {
    bytes.drop { $0 == 0x20 || $0 == 0x0A || $0 == 0x0D }.contains(0x0A)
  }

  /// Whether `read` has something to give, or comes to the end, within a time; -1 waits as long as it takes.
  func isReady(waiting milliseconds: Int32) -> Bool {
    ahead.isEmpty ? descriptor?.isReadable(waiting: milliseconds) ?? true : true
  }

  /// Reads on: at least a byte, or none at the end.
  ///
  /// A pipe gives what is there, so that the reader of a slow one does not wait for a whole block.
  package func read() throws(SourceProblem) -> [UInt8] {
    if let block = ahead.popLast() { return block }
    guard let descriptor else { return [] }
    do {
      return try unsafe [UInt8](unsafeUninitializedCapacity: Self.blockSize) { target, count in
        count = unsafe try descriptor.read(into: UnsafeMutableRawBufferPointer(target))
      }
    } catch {
      throw SourceProblem(name, nil, "cannot read: \(error)")
    }
  }
}

extension InputFile {
  /// Reads all that is left.
  func readAll() throws(SourceProblem) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let block = try read()
      if block.isEmpty { return bytes }
      bytes += block
    }
  }
}

extension FileDescriptor {
  /// Whether reading would not wait, now or within a time; -1 waits as long as it takes.
  func isReadable(waiting milliseconds: Int32) -> Bool {
    var poll = pollfd(fd: rawValue, events: Int16(POLLIN), revents: 0)
    return unsafe Glibc.poll(&poll, 1, milliseconds) > 0
  }
}
