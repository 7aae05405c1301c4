/// Reads `application/x-www-form-urlencoded` text: query strings and forms.
///
/// It is strict where leniency would hide a mistake: a `%` without two hexadecimal digits and bytes that are not UTF-8 are refused.
enum FormText {
  /// The names and values, in their order.
  static func fields(_ text: some StringProtocol) throws(Problem) -> [(name: String, value: String)] {
    var fields: [(String, String)] = []
    for field in text.utf8.split(separator: UInt8(ascii: "&")) {
      let parts = field.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
      let name = try decoded(parts[0], plusIsSpace: true)
      fields.append((name, parts.count > 1 ? try decoded(parts[1], plusIsSpace: true) : ""))
    }
    return fields
  }

  /// One part of a path.
  static func pathPart(_ text: some StringProtocol) throws(Problem) -> String {
    try decoded(text.utf8, plusIsSpace: false)
  }

  private static func decoded(_ bytes: some Sequence<UInt8>, plusIsSpace: Bool) throws(Problem) -> String {
    var result: [UInt8] = []
    var iterator = bytes.makeIterator()
    while let byte = iterator.next() {
      switch byte {
      case UInt8(ascii: "%"):
        guard let high = iterator.next().flatMap(digit), let low = iterator.next().flatMap(digit) else {
          throw .wrong("malformed percent-encoding: '%' needs two hexadecimal digits behind it")
        }
        result.append(high << 4 | low)
      case UInt8(ascii: "+") where plusIsSpace: result.append(UInt8(ascii: " "))
      default: result.append(byte)
      }
    }
    guard let text = String(validating: result, as: UTF8.self) else {
      throw .wrong("malformed text: percent-encoded bytes are not UTF-8")
    }
    return text
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
