internal import Glibc

/// The files of a run, which must be different ones.
enum ScreenFiles {
  private struct Identity: Equatable {
    let device: UInt
    let number: UInt

    /// The file behind a path; nil when there is none, or it is no regular file.
    init?(_ path: String) {
      var status = stat()
      guard path != "-", unsafe stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
        return nil
      }
      device = UInt(status.st_dev)
      number = UInt(status.st_ino)
    }
  }

  /// Refuses to write over the list, a lexicon, or what is written already.
  ///
  /// - Parameters:
  ///   - read: files that are read.
  ///   - written: files that are written.
  /// - Throws: `SourceProblem` when two of them are one.
  static func check(read: [String], written: [String]) throws(SourceProblem) {
    var seen = read.map { ($0, Identity($0)) }
    for path in written where path != "-" {
      let identity = Identity(path)
      for (other, known) in seen where path == other || (identity != nil && identity == known) {
        throw SourceProblem(path, nil, "the same file as \(other); name another one")
      }
      seen.append((path, identity))
    }
  }
}
