/// Reads XML (https://www.w3.org/TR/xml) event by event, in memory that does not grow with the file.
///
/// Elements, text, CDATA sections, the five entities of XML and numbered characters are read; comments, processing
/// instructions, attributes and document type declarations are passed over. Entities that a file declares itself are not
/// expanded, so a file cannot grow while it is read; one that uses them is reported. UTF-8 only.
struct XMLReader {
  /// What comes next.
  enum Event: Equatable {
    case start(String)
    case end(String)
    case text(String)
  }

  /// Elements may stand in each other this deep.
  static let deepest = 256
  /// A longer piece of text or markup is an error.
  static let longest = 4 << 20

  let input: InputFile
  private(set) var line = 1
  private var buffer: [UInt8] = []
  private var position = 0
  private var open: [(name: String, line: Int)] = []
  private var pendingEnd: String?
  /// After a jump over a broken part, elements end that were never seen to begin.
  private var hasJumped = false
  /// The storage of pieces, used again.
  var piece: [UInt8] = []

  init(_ input: InputFile) { self.input = input }

  /// How deep the reader is.
  var depth: Int { open.count }

  /// An error at a line; the one that is read when none is given.
  func problem(_ message: String, line: Int? = nil) -> SourceProblem {
    SourceProblem(input.name, line ?? self.line, message)
  }

  /// The byte that comes next; nil at the end.
  mutating func peek() throws(SourceProblem) -> UInt8? {
    if position == buffer.count {
      do {
        buffer = try input.read()
      } catch {
        throw SourceProblem(error.file, line, error.message)
      }
      position = 0
      if buffer.isEmpty { return nil }
    }
    return buffer[position]
  }

  /// Reads a byte; nil at the end.
  mutating func next() throws(SourceProblem) -> UInt8? {
    guard let byte = try peek() else { return nil }
    position += 1
    if byte == 0x0A { line += 1 }
    return byte
  }

  /// Reads a byte, which must be there.
  mutating func need() throws(SourceProblem) -> UInt8 {
    guard let byte = try next() else { throw problem("the file ends inside of markup; it was cut off") }
    return byte
  }

  /// Reads the next event; nil at the end.
  mutating func event() throws(SourceProblem) -> Event? {
    if let name = pendingEnd {
      pendingEnd = nil
      return .end(name)
    }
    while true {
      guard let byte = try peek() else {
        guard let last = open.last, !hasJumped else { return nil }
        open = []
        throw problem("the file ends, but <\(last.name)> of line \(last.line) is not closed; it was cut off")
      }
      if byte != UInt8(ascii: "<") { return .text(try text()) }
      _ = try next()
      switch try peek() {
      case UInt8(ascii: "?"): try passOverInstruction()
      case UInt8(ascii: "!"): if let text = try declaration() { return .text(text) }
      case UInt8(ascii: "/"): if let event = try endTag() { return event }
      default: return try startTag()
      }
    }
  }

  private mutating func startTag() throws(SourceProblem) -> Event {
    let first = line
    let name = try name()
    guard open.count < Self.deepest else { throw problem("elements nested deeper than \(Self.deepest)") }
    while true {
      switch try need() {
      case UInt8(ascii: ">"):
        open.append((name, first))
        return .start(name)
      case UInt8(ascii: "/"):
        guard try need() == UInt8(ascii: ">") else { throw problem("> is expected behind / in <\(name)>") }
        pendingEnd = name
        return .start(name)
      case let mark where mark == UInt8(ascii: "\"") || mark == UInt8(ascii: "'"):
        while try need() != mark {}
      case UInt8(ascii: "<"): throw problem("< inside the tag <\(name)>")
      default: break
      }
    }
  }

  private mutating func endTag() throws(SourceProblem) -> Event? {
    _ = try next()
    let name = try name()
    while true {
      let byte = try need()
      if byte == UInt8(ascii: ">") { break }
      guard Self.isSpace(byte) else { throw problem("> is expected behind </\(name)") }
    }
    guard let last = open.popLast() else {
      if hasJumped { return nil }
      throw problem("</\(name)> closes what is not open")
    }
    guard last.name == name else {
      throw problem("</\(name)> where <\(last.name)> of line \(last.line) is to be closed")
    }
    return .end(name)
  }

  /// A name without its prefix; what is in it else is of no interest.
  private mutating func name() throws(SourceProblem) -> String {
    piece.removeAll(keepingCapacity: true)
    while let byte = try peek(),
      byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: ":") || byte >= 0x80 || byte.isASCIILetter || (0x30...0x39).contains(byte)
    {
      _ = try next()
      if byte == UInt8(ascii: ":") { piece.removeAll(keepingCapacity: true) } else { piece.append(byte) }
      guard piece.count <= 1000 else { throw problem("a name of more than 1000 bytes") }
    }
    guard !piece.isEmpty else { throw problem("a name is expected behind <; write &lt; for the sign") }
    return try string()
  }

  /// What is in `piece`.
  func string() throws(SourceProblem) -> String {
    guard let string = String(validating: piece, as: UTF8.self) else {
      throw problem("not UTF-8; save the file as UTF-8")
    }
    return string
  }

  static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }

  /// Goes on behind a broken part, at the next start tag of one of these elements.
  ///
  /// - Returns: its name, or nil when the file ends before one.
  mutating func jump(to names: [String]) throws(SourceProblem) -> String? {
    open = []
    pendingEnd = nil
    hasJumped = true
    while let byte = try next() {
      guard byte == UInt8(ascii: "<"), let first = try peek(), first.isASCIILetter else { continue }
      guard let name = try? name(), names.contains(name), try peek() == UInt8(ascii: ">") else { continue }
      _ = try next()
      open = [(name, line)]
      return name
    }
    return nil
  }
}
