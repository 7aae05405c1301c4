internal import ArabicText

/// Lays the sections of all directions out as the bytes of a transducer's file (`Transducer/FORMAT.md`).
struct TransducerWriter {
  /// The sections of one direction, by number.
  struct Direction {
    fileprivate var sections = [(bytes: [UInt8], count: Int)](
      repeating: ([], 0), count: TransducerImage.sectionCount)

    /// Sets a section.
    mutating func set<Value: FixedWidthInteger>(_ number: Int, _ values: [Value]) {
      var bytes: [UInt8] = []
      bytes.reserveCapacity(values.count * MemoryLayout<Value>.size)
      for value in values {
        for shift in 0..<MemoryLayout<Value>.size {
          bytes.append(UInt8(truncatingIfNeeded: value >> Value(shift * 8)))
        }
      }
      sections[number] = (bytes, values.count)
    }

    /// Sets the settings.
    mutating func set(_ settings: LetterModelSettings) {
      set(14, settings.values.map(\.bitPattern))
    }
  }

  /// The bytes of a file.
  static func bytes(_ directions: [Direction]) -> [UInt8] {
    let headerSize = 64
    let tableSize = directions.count * TransducerImage.sectionCount * 16
    var body: [UInt8] = []
    var table: [UInt8] = []
    let bodyStart = (headerSize + tableSize + 63) / 64 * 64
    for direction in directions {
      for section in direction.sections {
        append(UInt64(bodyStart + body.count), to: &table)
        append(UInt64(section.count), to: &table)
        body += section.bytes
        while body.count % 64 != 0 { body.append(0) }
      }
    }
    while headerSize + table.count < bodyStart { table.append(0) }
    let rest = table + body
    var header = Array("ISMTRANS".utf8)
    append(TransducerImage.formatVersion, to: &header)
    append(UInt32(directions.count), to: &header)
    append(UInt64(headerSize + rest.count), to: &header)
    append(unsafe rest.withUnsafeBytes { unsafe Checksum.value(of: $0) }, to: &header)
    while header.count < headerSize { header.append(0) }
    return header + rest
  }

  private static func append<Value: FixedWidthInteger>(_ value: Value, to bytes: inout [UInt8]) {
    for shift in 0..<MemoryLayout<Value>.size {
      bytes.append(UInt8(truncatingIfNeeded: value >> Value(shift * 8)))
    }
  }
}
