/// Strings, escapes and keys.
extension JSONReader {
  /// Passes over the string that begins here and checks it.
  mutating func text() throws(JSONProblem) -> Text {
    let opening = position
    var place = position + 1
    var hasEscapes = false
    while true {
      let byte = byte(at: place)
      if byte >= 0x80 {
        place += try sequenceLength(at: place)
      } else if byte == UInt8(ascii: "\"") {
        break
      } else if byte == UInt8(ascii: "\\") {
        hasEscapes = true
        place += try escapeLength(at: place)
      } else if byte < 0x20 {
        throw place < end
          ? problem("a control character in a string", at: place)
          : problem("a string is not closed", at: opening)
      } else {
        place += 1
      }
    }
    position = place + 1
    return Text(range: opening + 1..<place, hasEscapes: hasEscapes)
  }

  /// Bytes of the UTF-8 sequence at a place (Unicode 15.0, table 3-7).
  private func sequenceLength(at place: Int) throws(JSONProblem) -> Int {
    func follows(_ distance: Int, _ range: ClosedRange<UInt8> = 0x80...0xBF) -> Bool {
      range.contains(byte(at: place + distance))
    }
    switch byte(at: place) {
    case 0xC2...0xDF where follows(1): return 2
    case 0xE0 where follows(1, 0xA0...0xBF) && follows(2): return 3
    case 0xED where follows(1, 0x80...0x9F) && follows(2): return 3
    case 0xE1...0xEC where follows(1) && follows(2): return 3
    case 0xEE...0xEF where follows(1) && follows(2): return 3
    case 0xF0 where follows(1, 0x90...0xBF) && follows(2) && follows(3): return 4
    case 0xF1...0xF3 where follows(1) && follows(2) && follows(3): return 4
    case 0xF4 where follows(1, 0x80...0x8F) && follows(2) && follows(3): return 4
    default: throw problem("not UTF-8", at: place)
    }
  }

  /// Bytes of the escape at a place.
  private func escapeLength(at place: Int) throws(JSONProblem) -> Int {
    switch byte(at: place + 1) {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      return 2
    case UInt8(ascii: "u"):
      guard let unit = hexadecimal(at: place + 2) else {
        throw problem("four hexadecimal digits are expected behind \\u", at: place)
      }
      switch unit {
      case 0xD800...0xDBFF:
        let isPair =
          byte(at: place + 6) == UInt8(ascii: "\\") && byte(at: place + 7) == UInt8(ascii: "u")
          && (0xDC00...0xDFFF).contains(hexadecimal(at: place + 8) ?? 0)
        guard isPair else { throw problem("half of a surrogate pair", at: place) }
        return 12
      case 0xDC00...0xDFFF: throw problem("half of a surrogate pair", at: place)
      default: return 6
      }
    default: throw problem("an unknown escape", at: place)
    }
  }

  private func hexadecimal(at place: Int) -> UInt32? {
    var value: UInt32 = 0
    for digit in 0..<4 {
      let byte = byte(at: place + digit)
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt32(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt32(byte - UInt8(ascii: "a") + 10)
      case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt32(byte - UInt8(ascii: "A") + 10)
      default: return nil
      }
    }
    return value
  }

  /// What a checked string says.
  func string(of text: Text) -> String {
    text.hasEscapes ? unescaped(text) : String(decoding: bytes[text.range], as: UTF8.self)
  }

  private func unescaped(_ text: Text) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.range.count)
    var place = text.range.lowerBound
    while place < text.range.upperBound {
      let byte = bytes[place]
      guard byte == UInt8(ascii: "\\") else {
        result.append(byte)
        place += 1
        continue
      }
      let escape = bytes[place + 1]
      place += 2
      switch escape {
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "u"):
        var value = hexadecimal(at: place) ?? 0
        place += 4
        if (0xD800...0xDBFF).contains(value) {
          value = 0x10000 + (value - 0xD800) << 10 + ((hexadecimal(at: place + 2) ?? 0) - 0xDC00)
          place += 6
        }
        if let scalar = Unicode.Scalar(value) { result.append(contentsOf: UTF8.encode(scalar) ?? .init()) }
      default: result.append(escape)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Whether a checked string is this word of ASCII.
  func matches(_ text: Text, _ word: StaticString) -> Bool {
    if text.hasEscapes { return string(of: text) == word.description }
    guard text.range.count == word.utf8CodeUnitCount else { return false }
    let first = text.range.lowerBound
    for place in 0..<word.utf8CodeUnitCount {
      if unsafe bytes[first + place] != word.utf8Start[place] { return false }
    }
    return true
  }
}
