/// The section table of a compiled lexicon, checked when it is opened.
struct LexiconSections: Sendable {
  struct Place: Sendable {
    var offset = 0
    var count = 0
  }

  private let places: [Place]
  let bytes: LexiconBytes
  let checksum: UInt64

  /// Checks the header and the table.
  ///
  /// - Complexity: O(1).
  init(_ bytes: LexiconBytes, name: String) throws(LexiconError) {
    let again = "make it again with 'ism compile'"
    guard bytes.count >= Layout.headerSize,
      Layout.magic.indices.allSatisfy({ bytes.load(UInt8.self, at: $0) == Layout.magic[$0] })
    else { throw LexiconError("\(name): not a compiled lexicon; make one with 'ism compile'") }
    let version = bytes.load(UInt32.self, at: 8)
    guard version == Layout.formatVersion else {
      throw LexiconError(
        "\(name): this lexicon has format \(version), this program reads format \(Layout.formatVersion): "
          + "run 'ism compile' again")
    }
    let size = bytes.load(UInt64.self, at: 16)
    guard size == UInt64(bytes.count) else {
      throw LexiconError("\(name): the file has \(bytes.count) bytes, its header says \(size): \(again)")
    }
    let count = Int(bytes.load(UInt32.self, at: 12))
    var places = [Place?](repeating: nil, count: Layout.Section.allCases.count + 1)
    for row in 0..<min(count, 64) {
      let start = Layout.headerSize + row * Layout.sectionRowSize
      guard let section = Layout.Section(rawValue: bytes.load(UInt32.self, at: start)) else { continue }
      let offset = bytes.load(UInt64.self, at: start + 8)
      let elements = bytes.load(UInt64.self, at: start + 16)
      let elementSize = UInt64(section.elementSize)
      guard UInt64(bytes.load(UInt32.self, at: start + 4)) == elementSize, offset % 8 == 0, offset <= size,
        elements <= (size - offset) / elementSize
      else { throw LexiconError("\(name): section \(section) is damaged: \(again)") }
      places[Int(section.rawValue)] = Place(offset: Int(offset), count: Int(elements))
    }
    for section in Layout.Section.allCases where places[Int(section.rawValue)] == nil {
      throw LexiconError("\(name): section \(section) is missing: \(again)")
    }
    self.places = places.map { $0 ?? Place() }
    self.bytes = bytes
    checksum = bytes.load(UInt64.self, at: 24)
  }

  /// Where a section is.
  func place(_ section: Layout.Section) -> Place { places[Int(section.rawValue)] }

  /// The count of elements of a section.
  func count(_ section: Layout.Section) -> Int { places[Int(section.rawValue)].count }

  /// Reads a field of an element; 0 when there is no such element.
  func load<Value: FixedWidthInteger & BitwiseCopyable>(
    _ type: Value.Type, _ section: Layout.Section, _ index: Int, field: Int = 0
  ) -> Value {
    let place = places[Int(section.rawValue)]
    guard index >= 0, index < place.count else { return 0 }
    return bytes.load(type, at: place.offset + index * section.elementSize + field)
  }

  /// Reads a field that is a piece of text.
  func span(_ section: Layout.Section, _ index: Int, field: Int = 0) -> TextSpan {
    TextSpan(rawValue: load(UInt64.self, section, index, field: field))
  }

  /// Calls `body` with the bytes of a piece of text; with none when it is not inside the text section.
  func withText<Result>(_ span: TextSpan, _ body: (Span<UInt8>) -> Result) -> Result {
    let place = places[Int(Layout.Section.text.rawValue)]
    let isInside = span.offset <= place.count && span.count <= place.count - span.offset
    return bytes.withBytes(at: place.offset + span.offset, count: isInside ? span.count : 0, body)
  }

  /// A piece of text as a string; bytes that are not UTF-8 become U+FFFD.
  func string(_ span: TextSpan) -> String {
    withText(span) { bytes in
      unsafe bytes.withUnsafeBufferPointer { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }
}
