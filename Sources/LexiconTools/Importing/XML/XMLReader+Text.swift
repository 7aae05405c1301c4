/// Text, and what is passed over.
extension XMLReader {
  /// Text up to the next tag.
  mutating func text() throws(SourceProblem) -> String {
    piece.removeAll(keepingCapacity: true)
    while let byte = try peek(), byte != UInt8(ascii: "<") {
      _ = try next()
      if byte == UInt8(ascii: "&") { try appendReference() } else { piece.append(byte) }
      guard piece.count <= Self.longest else {
        throw problem("a text of more than \(Self.longest >> 20) MiB")
      }
    }
    if piece.starts(with: [0xEF, 0xBB, 0xBF]), depth == 0 { piece.removeFirst(3) }
    return try string()
  }

  /// Appends the character of `&amp;`, `&#233;` or `&#xE9;`, whose ampersand was read.
  private mutating func appendReference() throws(SourceProblem) {
    var name: [UInt8] = []
    while true {
      let byte = try need()
      if byte == UInt8(ascii: ";") { break }
      guard name.count < 10, byte.isASCIILetter || byte == UInt8(ascii: "#") || (0x30...0x39).contains(byte)
      else {
        throw problem("a & that begins no character; write &amp; for the sign")
      }
      name.append(byte)
    }
    let text = String(decoding: name, as: UTF8.self)
    if let sign = ["amp": "&", "lt": "<", "gt": ">", "apos": "'", "quot": "\""][text] {
      piece.append(contentsOf: sign.utf8)
      return
    }
    let isHexadecimal = text.hasPrefix("#x")
    let digits = text.dropFirst(isHexadecimal ? 2 : 1)
    guard text.hasPrefix("#"), let value = UInt32(digits, radix: isHexadecimal ? 16 : 10), value > 0,
      let scalar = Unicode.Scalar(value)
    else { throw problem("unknown entity &\(text); (entities that a file declares are not expanded)") }
    piece.append(contentsOf: String(scalar).utf8)
  }

  /// Passes over `<?…?>`, of which the opening bracket was read.
  mutating func passOverInstruction() throws(SourceProblem) {
    piece.removeAll(keepingCapacity: true)
    var last: UInt8 = 0
    while true {
      let byte = try need()
      if byte == UInt8(ascii: ">"), last == UInt8(ascii: "?") { break }
      if piece.count < 200 { piece.append(byte) }
      last = byte
    }
    let text = String(decoding: piece, as: UTF8.self).lowercased()
    guard text.hasPrefix("?xml "), let place = text.utf8.firstRange(of: "encoding=".utf8) else { return }
    let encoding = text[place.upperBound...].dropFirst()
    guard encoding.hasPrefix("utf-8") || encoding.hasPrefix("us-ascii") else {
      throw problem(
        "the encoding is \(encoding.prefix { $0 != "\"" && $0 != "'" }); convert the file to UTF-8 first")
    }
  }

  /// Passes over a comment or a document type, of which the opening bracket was read; returns the text of a CDATA section.
  mutating func declaration() throws(SourceProblem) -> String? {
    _ = try next()
    if try peek() == UInt8(ascii: "[") {
      for byte in "[CDATA[".utf8 where try need() != byte { throw problem("<![CDATA[ is expected") }
      return try section()
    }
    if try peek() == UInt8(ascii: "-") {
      _ = try next()
      guard try need() == UInt8(ascii: "-") else { throw problem("<!-- is expected") }
      try passOver(to: "-->")
      return nil
    }
    try passOverDocumentType()
    return nil
  }

  private mutating func section() throws(SourceProblem) -> String {
    piece.removeAll(keepingCapacity: true)
    while !piece.suffix(3).elementsEqual("]]>".utf8) {
      piece.append(try need())
      guard piece.count <= Self.longest else {
        throw problem("a text of more than \(Self.longest >> 20) MiB")
      }
    }
    piece.removeLast(3)
    return try string()
  }

  private mutating func passOver(to ending: String) throws(SourceProblem) {
    var last: [UInt8] = []
    while !last.elementsEqual(ending.utf8) {
      if last.count == ending.utf8.count { last.removeFirst() }
      last.append(try need())
    }
  }

  /// `<!DOCTYPE … [ … ]>`: its declarations stand in brackets, and quotation marks may hold any sign.
  private mutating func passOverDocumentType() throws(SourceProblem) {
    var depth = 1
    while depth > 0 {
      switch try need() {
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">"): depth -= 1
      case let mark where mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'"):
        while try need() != mark {}
      default: break
      }
    }
  }
}
