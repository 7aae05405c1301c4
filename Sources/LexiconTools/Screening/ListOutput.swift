internal import Glibc
internal import SystemPackage

/// A file that answers are appended to.
final class ListOutput {
  private let path: String
  private let descriptor: FileDescriptor
  private let closes: Bool
  private var buffer: [UInt8] = []
  /// How many bytes were written.
  private(set) var offset: Int
  /// Whether it is a file that can be cut back, and not a pipe or a device.
  let isFile: Bool

  /// Opens a file to write behind its first `offset` bytes; the rest is cut off.
  ///
  /// - Parameters:
  ///   - path: the file, or `-` for standard output.
  ///   - offset: how much of the file stays.
  /// - Throws: `SourceProblem` when the file cannot be written, is shorter, or is written by another run.
  init(path: String, keeping offset: Int = 0) throws(SourceProblem) {
    self.path = path
    self.offset = offset
    closes = path != "-"
    descriptor = closes ? try Self.open(path) : .standardOutput
    var status = stat()
    isFile = unsafe closes && fstat(descriptor.rawValue, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    guard isFile else { return }
    guard flock(descriptor.rawValue, LOCK_EX | LOCK_NB) == 0 else {
      throw SourceProblem(path, nil, "another run is writing this file; wait for it or stop it")
    }
    guard status.st_size >= offset else {
      throw SourceProblem(
        path, nil, "the file is shorter than when the run was interrupted; screen without --resume")
    }
    guard ftruncate(descriptor.rawValue, off_t(offset)) == 0,
      lseek(descriptor.rawValue, off_t(offset), SEEK_SET) == offset
    else { throw SourceProblem(path, nil, "cannot write: \(Errno(rawValue: errno))") }
  }

  deinit { if closes { try? descriptor.close() } }

  private static func open(_ path: String) throws(SourceProblem) -> FileDescriptor {
    do {
      return try FileDescriptor.open(
        FilePath(path), .writeOnly, options: [.create, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
    } catch {
      throw SourceProblem(path, nil, "cannot write: \(error)")
    }
  }

  func write(_ bytes: [UInt8]) throws(SourceProblem) {
    buffer += bytes
    offset += bytes.count
    if buffer.count >= 1 << 18 { try flush() }
  }

  /// Hands everything to the system.
  func flush() throws(SourceProblem) {
    guard !buffer.isEmpty else { return }
    do {
      _ = try descriptor.writeAll(buffer)
    } catch {
      throw SourceProblem(closes ? path : "standard output", nil, "cannot write: \(error)")
    }
    buffer.removeAll(keepingCapacity: true)
  }

  /// Makes everything safe from a crash of the machine.
  func sync() throws(SourceProblem) {
    try flush()
    guard isFile else { return }
    guard fdatasync(descriptor.rawValue) == 0 else {
      throw SourceProblem(path, nil, "cannot write: \(Errno(rawValue: errno))")
    }
  }
}
