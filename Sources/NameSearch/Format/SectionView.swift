internal import CMemory

/// A section as integers, for loops that read many of them.
///
/// Reading is bounds-checked and gives 0 outside.
@safe struct SectionView<Element: FixedWidthInteger & BitwiseCopyable & Sendable>: @unchecked Sendable {
  // Safe to share: the bytes never change, and `owner` keeps them.
  private let start: UnsafeRawPointer
  let count: Int
  private let owner: LexiconBytes

  init(_ sections: LexiconSections, _ section: Layout.Section) {
    let bytes = unsafe sections.bytes.pointer(to: sections.place(section))
    unsafe start = bytes
    count = sections.count(section) * section.elementSize / MemoryLayout<Element>.size
    owner = sections.bytes
  }

  @inline(__always) subscript(index: Int) -> Element {
    guard UInt(bitPattern: index) < UInt(bitPattern: count) else { return 0 }
    return unsafe Element(
      littleEndian: start.loadUnaligned(
        fromByteOffset: index &* MemoryLayout<Element>.size, as: Element.self))
  }

  /// Asks for a place that will be read soon: a lexicon is far larger than the caches of a processor, and what is asked for early is not
  /// waited for.
  ///
  /// - Parameter index: any number: outside of the section nothing comes of it.
  @inline(__always) func prefetch(_ index: Int) {
    unsafe ism_prefetch(start.advanced(by: index &* MemoryLayout<Element>.size))
  }
}

extension SectionView<UInt8> {
  /// Reads a short number and moves behind it; 0 behind the end.
  @inline(__always) func shortNumber(at place: inout Int) -> UInt32 {
    var number: UInt32 = 0
    var shift: UInt32 = 0
    while true {
      let byte = self[place]
      place &+= 1
      number |= UInt32(byte & 0x7F) &<< shift
      shift &+= 7
      if byte < 0x80 || shift > 28 { return number }
    }
  }
}
