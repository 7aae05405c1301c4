/// The bytes of a transducer file, with the sections of its directions.
///
/// See `FORMAT.md`. Pointers into it stay valid as long as the image does.
@safe package final class TransducerImage: @unchecked Sendable {
  // Safe to share: the bytes never change.
  private let bytes: UnsafeRawBufferPointer
  private let isOwned: Bool

  static let magic: [UInt8] = Array("ISMTRANS".utf8)
  package static let formatVersion: UInt32 = 5
  package static let sectionCount = 16
  static let headerSize = 64

  /// Takes bytes that stay valid while the program runs.
  init(constant bytes: UnsafeRawBufferPointer) {
    precondition(
      unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self) == Self.formatVersion,
      "the carried transducer has another format; make it again with 'ism train'")
    unsafe self.bytes = bytes
    isOwned = false
  }

  /// Copies a file's bytes and checks them, see *Trust* in `FORMAT.md`.
  package init(copying file: [UInt8], name: String) throws(TransducerError) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(file.count, 1), alignment: 64)
    unsafe copy.copyBytes(from: file)
    unsafe bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(copy)[0..<file.count])
    isOwned = true
    try check(name)
  }

  deinit {
    if isOwned { unsafe bytes.deallocate() }
  }

  /// A section: where its elements are, and how many.
  @safe struct Section<Element: BitwiseCopyable> {
    let start: UnsafePointer<Element>
    let count: Int
  }

  /// Returns a section of a direction.
  func section<Element: BitwiseCopyable>(
    _ number: Int, of direction: Int, as: Element.Type
  ) -> Section<Element> {
    let place = Self.headerSize + (direction * Self.sectionCount + number) * 16
    let offset = unsafe Int(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    let count = unsafe Int(bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
    // The file begins at an aligned address and its sections at multiples of 64.
    let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[min(offset, bytes.count)...])
    guard let start = unsafe rest.assumingMemoryBound(to: Element.self).baseAddress else {
      preconditionFailure("a transducer has bytes")
    }
    return unsafe Section(start: start, count: count)
  }

  /// The size of the elements of each section.
  package static let elementSizes = [2, 2, 2, 4, 2, 1, 2, 2, 1, 4, 4, 2, 1, 4, 4, 1]

  /// Refuses a file that is damaged or of another format.
  private func check(_ name: String) throws(TransducerError) {
    func refuse(_ what: String) -> TransducerError {
      TransducerError("\(name): \(what); make it with 'ism train'")
    }
    let tableEnd = Self.headerSize + TransducerDirection.count * Self.sectionCount * 16
    guard unsafe bytes.count >= tableEnd, unsafe bytes.prefix(8).elementsEqual(Self.magic) else {
      throw refuse("not a transducer file")
    }
    let version = unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
    guard version == Self.formatVersion else {
      throw refuse("this file has format \(version), this program reads format \(Self.formatVersion)")
    }
    guard unsafe bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self) == UInt32(TransducerDirection.count)
    else { throw refuse("this file does not have \(TransducerDirection.count) directions") }
    let size = unsafe UInt64(bytes.count)
    guard unsafe bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self) == size else {
      throw refuse("the file was cut or has something behind it")
    }
    for direction in 0..<TransducerDirection.count {
      for number in 0..<Self.sectionCount {
        let place = Self.headerSize + (direction * Self.sectionCount + number) * 16
        let offset = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
        let count = unsafe bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
        let (length, overflow) = count.multipliedReportingOverflow(by: UInt64(Self.elementSizes[number]))
        guard offset % 64 == 0, !overflow, offset <= size,
          length <= size - offset
        else { throw refuse("section \(number) of direction \(direction) is not inside the file") }
      }
    }
    let stated = unsafe bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    let body = unsafe UnsafeRawBufferPointer(rebasing: bytes[Self.headerSize...])
    guard unsafe Checksum.value(of: body) == stated else {
      throw refuse("the checksum is wrong: the file is damaged")
    }
    for direction in 0..<TransducerDirection.count {
      guard LetterModel(self, direction).isConsistent else {
        throw refuse("direction \(direction) contradicts itself")
      }
    }
  }
}

/// The directions in which a transducer writes.
package enum TransducerDirection: Int, Sendable {
  /// An Arabic word to ALA-LC with vowels.
  case vowels
  /// An Arabic word to everyday Latin.
  case latin
  /// A Latin word to Arabic.
  case arabic

  static let count = 3
}
