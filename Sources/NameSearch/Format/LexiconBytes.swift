internal import Glibc

/// The bytes of a compiled lexicon: a mapped file, or data that the program carries.
///
/// Every read is bounds-checked and gives 0 outside, so that no file can make the process read elsewhere.
@safe final class LexiconBytes: @unchecked Sendable {
  // Safe to share: the bytes are mapped read-only and never change.
  private let bytes: UnsafeRawBufferPointer
  private let isMapped: Bool

  /// Takes bytes that stay valid while the program runs.
  init(constant bytes: UnsafeRawBufferPointer) {
    unsafe self.bytes = bytes
    isMapped = false
  }

  /// Maps a file.
  init(path: String) throws(LexiconError) {
    unsafe bytes = try Self.map(path)
    isMapped = true
  }

  deinit {
    if isMapped { unsafe munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
  }

  var count: Int { unsafe bytes.count }

  /// Reads a little-endian integer; 0 when it is not inside the bytes.
  func load<Value: FixedWidthInteger & BitwiseCopyable>(_: Value.Type, at offset: Int) -> Value {
    guard offset >= 0, offset <= count - MemoryLayout<Value>.size else { return 0 }
    return unsafe Value(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Value.self))
  }

  /// Calls `body` with a range of bytes, cut to what there is.
  func withBytes<Result>(at offset: Int, count wanted: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    let start = max(0, min(offset, count))
    let end = max(start, min(start + max(0, wanted), count))
    return unsafe body(Span(_unsafeBytes: UnsafeRawBufferPointer(rebasing: bytes[start..<end])))
  }

  /// The address of a place that was checked when the file was opened.
  func pointer(to place: LexiconSections.Place) -> UnsafeRawPointer {
    unsafe UnsafeRawPointer(bytes.baseAddress.unsafelyUnwrapped + place.offset)
  }

  private static func map(_ path: String) throws(LexiconError) -> UnsafeRawBufferPointer {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw LexiconError.system("cannot open", path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard unsafe fstat(descriptor, &status) == 0 else {
      throw LexiconError.system("cannot read", path: path, code: errno)
    }
    guard status.st_mode & S_IFMT == S_IFREG else {
      throw LexiconError("\(path): not a file; give a compiled lexicon, made by 'ism compile'")
    }
    let count = Int(status.st_size)
    guard count > 0 else { throw LexiconError("\(path): empty file; make it again with 'ism compile'") }
    guard let address = unsafe mmap(nil, count, PROT_READ, MAP_PRIVATE, descriptor, 0),
      unsafe address != MAP_FAILED
    else { throw LexiconError.system("cannot map", path: path, code: errno) }
    return unsafe UnsafeRawBufferPointer(start: address, count: count)
  }
}

/// Why a lexicon cannot be used, in one line that names the file and the way out.
public struct LexiconError: Error, CustomStringConvertible {
  /// One line for a person.
  public let description: String

  package init(_ description: String) { self.description = description }

  static func system(_ what: String, path: String, code: CInt) -> LexiconError {
    LexiconError("\(path): \(what): \(unsafe String(cString: strerror(code)))")
  }
}
