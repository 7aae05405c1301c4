internal import ArabicText
internal import NameSearch

/// The sections of a lexicon, ready to be written.
package struct LexiconImage {
  private var sections: [Layout.Section: (bytes: [UInt8], count: Int)] = [:]

  mutating func add(_ section: Layout.Section, _ words: [UInt64]) {
    sections[section] = (Self.bytes(words), words.count * 8 / section.elementSize)
  }

  mutating func add(_ section: Layout.Section, _ values: [UInt32]) {
    sections[section] = (Self.bytes(values), values.count * 4 / section.elementSize)
  }

  mutating func add(_ section: Layout.Section, _ values: [UInt16]) {
    sections[section] = (Self.bytes(values), values.count)
  }

  mutating func add(_ section: Layout.Section, _ bytes: [UInt8]) { sections[section] = (bytes, bytes.count) }

  mutating func addIndex(
    _ directory: Layout.Section, _ entries: Layout.Section, _ index: (directory: [UInt32], entries: [UInt64])
  ) {
    add(directory, index.directory)
    add(entries, index.entries)
  }

  /// The little-endian bytes of numbers.
  private static func bytes<Value: FixedWidthInteger & BitwiseCopyable>(_ values: [Value]) -> [UInt8] {
    let values = Value(1).littleEndian == 1 ? values : values.map(\.littleEndian)
    return unsafe values.withUnsafeBytes { unsafe [UInt8]($0) }
  }

  private static func padding(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: -count & 7) }

  /// Writes the file: temporary, synced, renamed.
  ///
  /// - Returns: the bytes written.
  package func write(to path: String) throws(SourceProblem) -> Int {
    var table: [UInt8] = []
    let order = Layout.Section.allCases
    var offset = Layout.headerSize + order.count * Layout.sectionRowSize
    for section in order {
      let (bytes, count) = sections[section] ?? ([], 0)
      table += Self.bytes([section.rawValue, UInt32(section.elementSize)])
      table += Self.bytes([UInt64(offset), UInt64(count)])
      offset += bytes.count + (-bytes.count & 7)
    }
    var checksum = Checksum()
    Self.combine(table, into: &checksum)
    for section in order { Self.combine(sections[section]?.bytes ?? [], into: &checksum) }
    var header = Layout.magic
    header += Self.bytes([Layout.formatVersion, UInt32(order.count)])
    header += Self.bytes([UInt64(offset), checksum.value])
    header += [UInt8](repeating: 0, count: Layout.headerSize - header.count)
    var output = try OutputFile(path: path)
    try output.write(header)
    try output.write(table)
    for section in order {
      let bytes = sections[section]?.bytes ?? []
      try output.write(bytes)
      try output.write(Self.padding(bytes.count))
    }
    try output.finish()
    return offset
  }

  /// Adds bytes to a checksum as little-endian words, the last one filled with 0.
  private static func combine(_ bytes: [UInt8], into checksum: inout Checksum) {
    let whole = bytes.count & ~7
    unsafe bytes.withUnsafeBytes { bytes in
      for place in stride(from: 0, to: whole, by: 8) {
        checksum.combine(
          UInt64(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)))
      }
    }
    guard whole < bytes.count else { return }
    var word: UInt64 = 0
    for place in whole..<bytes.count { word |= UInt64(bytes[place]) << UInt64((place & 7) * 8) }
    checksum.combine(word)
  }
}
