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

  private static func bytes<Value: FixedWidthInteger>(_ values: [Value]) -> [UInt8] {
    let size = MemoryLayout<Value>.size
    var bytes: [UInt8] = []
    bytes.reserveCapacity(values.count * size)
    for value in values {
      for shift in 0..<size { bytes.append(UInt8(truncatingIfNeeded: value >> Value(shift * 8))) }
    }
    return bytes
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
    var word: UInt64 = 0
    for (place, byte) in bytes.enumerated() {
      word |= UInt64(byte) << UInt64((place & 7) * 8)
      if place & 7 == 7 {
        checksum.combine(word)
        word = 0
      }
    }
    if bytes.count & 7 != 0 { checksum.combine(word) }
  }
}
