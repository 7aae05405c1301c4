/// Decodes UTF-8 into UTF-16 units, byte by byte, without allocating.
struct UTF8Decoder {
  private var scalar: UInt32 = 0
  private var missing = 0

  mutating func feed(_ byte: UInt8, _ emit: (UInt16) -> Void) {
    switch byte {
    case 0x80...0xBF where missing > 0:
      scalar = scalar << 6 | UInt32(byte & 0x3F)
      missing -= 1
      if missing == 0 { emitScalar(emit) }
    case 0..<0x80:
      finish(emit)
      emit(UInt16(byte))
    case 0xC2...0xDF: begin(byte & 0x1F, 1, emit)
    case 0xE0...0xEF: begin(byte & 0x0F, 2, emit)
    case 0xF0...0xF4: begin(byte & 0x07, 3, emit)
    default:
      finish(emit)
      emit(0xFFFD)
    }
  }

  /// Reports a character that was cut off.
  mutating func finish(_ emit: (UInt16) -> Void) {
    if missing > 0 { emit(0xFFFD) }
    missing = 0
  }

  private mutating func begin(_ bits: UInt8, _ following: Int, _ emit: (UInt16) -> Void) {
    finish(emit)
    scalar = UInt32(bits)
    missing = following
  }

  private func emitScalar(_ emit: (UInt16) -> Void) {
    if scalar < 0x10000 {
      emit(UInt16(scalar))
    } else {
      emit(UInt16(0xD7C0 + (scalar >> 10) & 0xFFFF))
      emit(UInt16(0xDC00 + (scalar & 0x3FF)))
    }
  }
}
