package import ArabicText

/// The bytes of a transducer's file, read and changed as `FORMAT.md` says and with nothing of the reader's code.
package struct TransducerBytes: Sendable {
  package var bytes: [UInt8]

  package init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Where the descriptor of a section is.
  package static func descriptor(_ section: Int, of direction: TransducerDirection) -> Int {
    64 + (direction.rawValue * 16 + section) * 16
  }

  /// Reads a little-endian number.
  package func number(at place: Int, size: Int) -> UInt64 {
    var number: UInt64 = 0
    for byte in (0..<size).reversed() { number = number << 8 | UInt64(bytes[place + byte]) }
    return number
  }

  /// Writes a little-endian number.
  package mutating func set(_ number: UInt64, at place: Int, size: Int) {
    for byte in 0..<size { bytes[place + byte] = UInt8(truncatingIfNeeded: number >> UInt64(byte * 8)) }
  }

  /// How many elements a section has.
  package func count(_ section: Int, of direction: TransducerDirection) -> Int {
    Int(number(at: Self.descriptor(section, of: direction) + 8, size: 8))
  }

  /// Where an element is; it may be outside.
  package func place(of element: Int, _ section: Int, of direction: TransducerDirection) -> Int {
    Int(number(at: Self.descriptor(section, of: direction), size: 8))
      + element * TransducerImage.elementSizes[section]
  }

  /// An element without its sign.
  package func element(_ element: Int, _ section: Int, of direction: TransducerDirection) -> UInt64 {
    number(
      at: place(of: element, section, of: direction), size: TransducerImage.elementSizes[section])
  }

  /// An element of a section of signed numbers.
  package func signed(_ element: Int, _ section: Int, of direction: TransducerDirection) -> Int {
    let value = self.element(element, section, of: direction)
    return TransducerImage.elementSizes[section] == 1
      ? Int(Int8(truncatingIfNeeded: value)) : Int(Int16(truncatingIfNeeded: value))
  }

  /// A setting.
  package func setting(_ number: Int, of direction: TransducerDirection) -> Double {
    guard number < count(14, of: direction) else { return 0 }
    return Double(Float(bitPattern: UInt32(element(number, 14, of: direction))))
  }

  /// Changes an element.
  package mutating func set(
    _ value: UInt64, element: Int, _ section: Int, of direction: TransducerDirection
  ) {
    set(
      value, at: place(of: element, section, of: direction), size: TransducerImage.elementSizes[section])
  }

  /// Changes a setting.
  package mutating func set(setting: Int, _ value: Float, of direction: TransducerDirection) {
    set(UInt64(value.bitPattern), element: setting, 14, of: direction)
  }

  /// Changes how many elements a section is said to have.
  package mutating func set(count: UInt64, _ section: Int, of direction: TransducerDirection) {
    set(count, at: Self.descriptor(section, of: direction) + 8, size: 8)
  }

  /// Puts other bytes in the place of a section, at the end of the file.
  package mutating func replace(
    _ section: Int, of direction: TransducerDirection, by values: [UInt64]
  ) {
    while bytes.count % 64 != 0 { bytes.append(0) }
    set(UInt64(bytes.count), at: Self.descriptor(section, of: direction), size: 8)
    set(count: UInt64(values.count), section, of: direction)
    for value in values {
      for byte in 0..<TransducerImage.elementSizes[section] {
        bytes.append(UInt8(truncatingIfNeeded: value >> UInt64(byte * 8)))
      }
    }
    while bytes.count % 64 != 0 { bytes.append(0) }
  }

  /// Makes the size and the checksum right.
  package mutating func seal() {
    set(UInt64(bytes.count), at: 16, size: 8)
    let rest = Array(bytes.dropFirst(64))
    set(unsafe rest.withUnsafeBytes { unsafe Checksum.value(of: $0) }, at: 24, size: 8)
  }
}
