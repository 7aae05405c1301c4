import HTTPTypes
import Hummingbird

/// The header `Host`.
enum Host {
  /// Refuses a request that has none, several, or one that names no host (RFC 9112, section 3.2).
  ///
  /// Where several servers stand in a row, each could take another of two hosts for the one that is meant.
  static func check(_ request: Request) throws(Problem) {
    guard let host = request.head.authority else { throw .wrong("the header 'Host' is missing") }
    // The first is the authority, so that only another one is left among the fields.
    guard !request.headers.contains(where: { $0.name.canonicalName == "host" }) else {
      throw .wrong("the header 'Host' is given twice")
    }
    // It may be empty, but then no URL can be made of it.
    guard host.utf8.allSatisfy(isAllowed) else { throw .wrong("the header 'Host' does not name a host") }
  }

  /// Letters of names, addresses and ports (RFC 3986, section 3.2.2) without signs that end a URL or an attribute.
  private static func isAllowed(_ byte: UInt8) -> Bool {
    let letter = Character(Unicode.Scalar(byte))
    return letter.isASCII && (letter.isLetter || letter.isNumber || "-._~%:[]".contains(letter))
  }
}
