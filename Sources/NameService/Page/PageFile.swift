import ServicePage

/// A file that the program carries for the web page.
struct PageFile: Sendable {
  let bytes: [UInt8]

  /// The file with a name; it is a mistake to ask for one that is not carried.
  static func named(_ name: String) -> PageFile {
    for index in 0..<service_page_count() {
      let file = unsafe service_page_file(index)
      guard unsafe String(cString: file.name) == name else { continue }
      return PageFile(bytes: unsafe Array(UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
    preconditionFailure("no file '\(name)' is carried")
  }

  /// The schemas of the answers, for the OpenAPI document.
  static let schemas = named("schemas.json")

  /// Its content as JSON; only for files that hold it.
  var json: JSONValue {
    do {
      return try JSONReader.value(of: bytes)
    } catch {
      preconditionFailure("a carried file is no JSON: \(error)")
    }
  }
}
