/// The bytes of a pair model's file, see `FORMAT.md`.
///
/// Pointers into it stay valid as long as the image does.
@safe package final class PairModelImage: @unchecked Sendable {
  // Safe to share: the bytes never change.
  private let bytes: UnsafeRawBufferPointer
  private let isOwned: Bool

  package static let magic: [UInt8] = Array("ISMPAIRS".utf8)
  package static let formatVersion: UInt32 = 1
  package static let headerSize = 64

  /// The sections by number, with the size of their elements.
  package enum Sections {
    /// Sections of each table of graphones.
    package static let ofTable = 5
    package static let tables = PairModel.Table.allCases.count
    package static let contexts = ofTable * tables
    package static let graphones = contexts + 1
    package static let forgetting = contexts + 2
    package static let arabicLetters = contexts + 3
    package static let latinLetters = contexts + 4
    package static let count = contexts + 5

    package static func elementSize(_ number: Int) -> Int {
      if number < contexts { return [4, 4, 4, 2, 2][number % ofTable] }
      return number == contexts ? 4 : 1
    }
  }

  /// Takes bytes that stay valid while the program runs.
  init(constant bytes: UnsafeRawBufferPointer) {
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

  /// The bytes of the file.
  package var copy: [UInt8] { unsafe Array(bytes) }

  /// A section: where its elements are, and how many.
  @safe struct Section<Element: BitwiseCopyable> {
    let start: UnsafePointer<Element>
    let count: Int
  }

  func section<Element: BitwiseCopyable>(_ number: Int, as: Element.Type) -> Section<Element> {
    let place = Self.headerSize + number * 16
    let offset = unsafe Int(bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
    let count = unsafe Int(bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self))
    // The file begins at an aligned address and its sections at multiples of 64.
    let rest = unsafe UnsafeRawBufferPointer(rebasing: bytes[min(offset, bytes.count)...])
    guard let start = unsafe rest.assumingMemoryBound(to: Element.self).baseAddress else {
      preconditionFailure("a pair model has bytes")
    }
    return unsafe Section(start: start, count: count)
  }

  /// Refuses a file that is damaged or of another format.
  private func check(_ name: String) throws(TransducerError) {
    func refuse(_ what: String) -> TransducerError {
      TransducerError("\(name): \(what); make it with 'ism train --task pairs'")
    }
    guard unsafe bytes.count >= Self.headerSize + Sections.count * 16,
      unsafe bytes.prefix(8).elementsEqual(Self.magic)
    else { throw refuse("not a pair model") }
    let version = unsafe bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self)
    guard version == Self.formatVersion else {
      throw refuse("this file has format \(version), this program reads format \(Self.formatVersion)")
    }
    let size = unsafe UInt64(bytes.count)
    guard unsafe bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self) == UInt32(Sections.count),
      unsafe bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self) == size
    else { throw refuse("the file was cut or has something behind it") }
    for number in 0..<Sections.count {
      let place = Self.headerSize + number * 16
      let offset = unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let count = unsafe bytes.loadUnaligned(fromByteOffset: place + 8, as: UInt64.self)
      let (length, overflow) = count.multipliedReportingOverflow(by: UInt64(Sections.elementSize(number)))
      guard offset % 64 == 0, !overflow, offset <= size, length <= size - offset else {
        throw refuse("section \(number) is not inside the file")
      }
    }
    let stated = unsafe bytes.loadUnaligned(fromByteOffset: 24, as: UInt64.self)
    let body = unsafe UnsafeRawBufferPointer(rebasing: bytes[Self.headerSize...])
    guard unsafe Checksum.value(of: body) == stated else {
      throw refuse("the checksum is wrong: the file is damaged")
    }
    guard isConsistent else { throw refuse("the file contradicts itself") }
  }

  /// Whether every number in the file that is used as a place is one.
  private var isConsistent: Bool {
    let contexts = section(Sections.contexts, as: UInt32.self).count
    guard contexts > 0, contexts & (contexts - 1) == 0 else { return false }
    for table in PairModel.Table.allCases {
      guard PairModel.Graphones(self, table).isConsistent else { return false }
    }
    let graphones = section(table: .acrossRich, 0, as: UInt32.self).count
    return section(Sections.graphones, as: UInt8.self).count == graphones + 1
      && section(Sections.forgetting, as: UInt8.self).count == graphones + 1
      && section(Sections.arabicLetters, as: UInt8.self).count == PairSymbols.count
      && section(Sections.latinLetters, as: UInt8.self).count == PairSymbols.count
  }

  func section<Element: BitwiseCopyable>(
    table: PairModel.Table, _ number: Int, as type: Element.Type
  ) -> Section<Element> {
    section(table.rawValue * Sections.ofTable + number, as: type)
  }
}
