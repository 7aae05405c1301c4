internal import Glibc

extension Transducer {
  /// Opens a file that `ism train` wrote.
  ///
  /// The whole file is read and checked.
  public convenience init(path: String) throws(TransducerError) {
    try self.init(bytes: Self.bytes(of: path), name: path)
  }

  private static func bytes(of path: String) throws(TransducerError) -> [UInt8] {
    guard let file = unsafe fopen(path, "rbe") else {
      throw TransducerError("\(path): cannot open: \(unsafe String(cString: strerror(errno)))")
    }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    let piece = 1 << 20
    while true {
      let count = bytes.count
      bytes.append(contentsOf: repeatElement(0, count: piece))
      let read = unsafe bytes.withUnsafeMutableBytes { buffer in
        unsafe fread(buffer.baseAddress! + count, 1, piece, file)
      }
      bytes.removeLast(piece - read)
      if read < piece { break }
    }
    guard unsafe ferror(file) == 0 else {
      throw TransducerError("\(path): cannot read: \(unsafe String(cString: strerror(errno)))")
    }
    return bytes
  }
}
