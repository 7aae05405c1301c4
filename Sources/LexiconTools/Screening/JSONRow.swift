/// An object on a line of JSON Lines (RFC 8259): its members, and where one can be put in.
///
/// Reading checks the whole line and keeps its bytes.
struct JSONRow {
  /// What is wrong with a line.
  struct Fault: Error {
    let message: String
  }

  private let bytes: [UInt8]
  /// The members with the places of their values, in the order of the line.
  private let members: [(name: String, value: Range<Int>)]
  /// Where the closing brace stands.
  let closing: Int

  init(_ bytes: [UInt8]) throws(Fault) {
    self.bytes = bytes
    var scanner = JSONScanner(bytes)
    if bytes.starts(with: DelimitedRow.byteOrderMark) { scanner.place = DelimitedRow.byteOrderMark.count }
    scanner.skipSpace()
    guard scanner.current == UInt8(ascii: "{") else { throw Fault(message: "not a JSON object") }
    members = try scanner.members()
    closing = scanner.place - 1
    scanner.skipSpace()
    guard scanner.current == nil else { throw scanner.fault("text behind the object") }
  }

  /// Whether the object has no member.
  var isEmpty: Bool { members.isEmpty }

  /// Whether it has a member of this name.
  func has(_ name: String) -> Bool { members.contains { $0.name == name } }

  /// The members with their values as they are written, without quotes where the value is a string.
  var values: [(name: String, value: String)] {
    members.map { member in
      let texts = Self.texts(of: member.value, bytes)
      let isString = bytes[member.value.lowerBound] == UInt8(ascii: "\"")
      return (member.name, isString ? texts.joined() : String(decoding: bytes[member.value], as: UTF8.self))
    }
  }

  /// The texts of a member: its string or number, or those of its array.
  ///
  /// A name that is no member is a path with dots, `properties.name`.
  func texts(_ path: String) -> [String] { value(path).map { Self.texts(of: $0, bytes) } ?? [] }

  /// The objects of an array.
  func objects(_ path: String) -> [JSONRow] {
    guard let value = value(path), bytes[value.lowerBound] == UInt8(ascii: "[") else { return [] }
    var scanner = JSONScanner(bytes)
    scanner.place = value.lowerBound
    return ((try? scanner.elements()) ?? []).compactMap { try? JSONRow(Array(bytes[$0])) }
  }

  /// Where the value at a path stands.
  private func value(_ path: String) -> Range<Int>? { value(path[...], members) }

  private func value(_ path: Substring, _ members: [(name: String, value: Range<Int>)]) -> Range<Int>? {
    // Of members of one name, the last one counts, as in most readers.
    if let member = members.last(where: { $0.name == path }) { return member.value }
    var end = path.endIndex
    while let dot = path[..<end].lastIndex(of: ".") {
      end = dot
      guard let member = members.last(where: { $0.name == path[..<dot] }),
        bytes[member.value.lowerBound] == UInt8(ascii: "{")
      else { continue }
      var scanner = JSONScanner(bytes)
      scanner.place = member.value.lowerBound
      guard let inner = try? scanner.members() else { continue }
      if let value = value(path[path.index(after: dot)...], inner) { return value }
    }
    return nil
  }

  private static func texts(of value: Range<Int>, _ bytes: [UInt8]) -> [String] {
    var scanner = JSONScanner(bytes)
    scanner.place = value.lowerBound
    switch bytes[value.lowerBound] {
    case UInt8(ascii: "\""): return (try? scanner.string()).map { [$0] } ?? []
    case UInt8(ascii: "["):
      return ((try? scanner.elements()) ?? []).flatMap { element in
        bytes[element.lowerBound] == UInt8(ascii: "[") ? [] : texts(of: element, bytes)
      }
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return [String(decoding: bytes[value], as: UTF8.self)]
    default: return []
    }
  }
}
