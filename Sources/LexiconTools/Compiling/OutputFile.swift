internal import Glibc
internal import SystemPackage

/// Writes a file that is there whole or not at all: to a temporary file beside it, synced, then renamed.
package struct OutputFile: ~Copyable {
  private let path: String
  private let temporary: String
  private let descriptor: FileDescriptor
  private var buffer: [UInt8] = []
  private var isFinished = false

  /// Creates the temporary file.
  package init(path: String) throws(SourceProblem) {
    let temporary = "\(path).\(getpid()).tmp"
    descriptor = try Self.create(path, temporary)
    self.path = path
    self.temporary = temporary
    buffer.reserveCapacity(1 << 20)
  }

  private static func create(_ path: String, _ temporary: String) throws(SourceProblem) -> FileDescriptor {
    var status = stat()
    if unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR {
      throw SourceProblem(path, nil, "a directory where a file is meant; name the file to write")
    }
    do {
      return try FileDescriptor.open(
        FilePath(temporary), .writeOnly, options: [.create, .truncate, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
    } catch {
      throw SourceProblem(path, nil, "cannot write: \(error)")
    }
  }

  /// Drops the temporary file unless `finish` was called; the old file stays.
  deinit {
    try? descriptor.close()
    if !isFinished { unsafe unlink(temporary) }
  }

  package mutating func write(_ bytes: [UInt8]) throws(SourceProblem) {
    guard buffer.count + bytes.count < 1 << 20 else {
      try flush()
      return try writeAll(bytes)
    }
    buffer.append(contentsOf: bytes)
  }

  private mutating func flush() throws(SourceProblem) {
    try writeAll(buffer)
    buffer.removeAll(keepingCapacity: true)
  }

  private func writeAll(_ bytes: [UInt8]) throws(SourceProblem) {
    do {
      _ = try descriptor.writeAll(bytes)
    } catch {
      throw SourceProblem(path, nil, "cannot write: \(error); the old file, if there was one, is as it was")
    }
  }

  /// Syncs the file and gives it its name.
  package mutating func finish() throws(SourceProblem) {
    try flush()
    guard fsync(descriptor.rawValue) == 0, unsafe rename(temporary, path) == 0 else {
      throw SourceProblem(
        path, nil, "cannot write: \(Errno(rawValue: errno)); the old file, if there was one, is as it was")
    }
    isFinished = true
    Self.syncDirectory(of: path)
  }

  /// Makes the new name last through a crash of the machine.
  private static func syncDirectory(of path: String) {
    let directory = FilePath(path).removingLastComponent()
    let name = directory.isEmpty ? FilePath(".") : directory
    guard let descriptor = try? FileDescriptor.open(name, .readOnly, options: [.directory, .closeOnExec])
    else { return }
    fsync(descriptor.rawValue)
    try? descriptor.close()
  }
}
