extension String {
  /// Units of UTF-16 as a string; the same as decoding them, in a fraction of the time.
  package init(letters: [UInt16]) {
    guard !letters.contains(where: { $0 & 0xF800 == 0xD800 }) else {
      self.init(decoding: letters, as: UTF16.self)
      return
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(letters.count * 2)
    for letter in letters {
      switch letter {
      case 0..<0x80: bytes.append(UInt8(letter))
      case 0x80..<0x800:
        bytes.append(0xC0 | UInt8(letter >> 6))
        bytes.append(0x80 | UInt8(letter & 0x3F))
      default:
        bytes.append(0xE0 | UInt8(letter >> 12))
        bytes.append(0x80 | UInt8(letter >> 6 & 0x3F))
        bytes.append(0x80 | UInt8(letter & 0x3F))
      }
    }
    self.init(decoding: bytes, as: UTF8.self)
  }
}
