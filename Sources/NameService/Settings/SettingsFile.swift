import Configuration
import Glibc

/// A file of settings: lines `name = value`, and comments that begin with `#`.
enum SettingsFile {
  /// Reads a file.
  ///
  /// - Throws: `SettingsError` with the line that is wrong; a setting that does not exist is wrong.
  static func values(path: String) throws(SettingsError) -> [String: ConfigContent] {
    var values: [String: ConfigContent] = [:]
    for (place, line) in try lines(path: path).enumerated() {
      let text = line.trimmed
      guard !text.isEmpty, !text.hasPrefix("#") else { continue }
      func wrong(_ message: String) -> SettingsError { SettingsError("\(path):\(place + 1): \(message)") }
      guard let sign = text.firstIndex(of: "=") else { throw wrong("'name = value' is expected") }
      let name = text[..<sign].trimmed
      guard let setting = Setting.named(name) else { throw wrong(Setting.unknown(name)) }
      guard values[name] == nil else { throw wrong("'\(name)' is set twice") }
      guard let value = setting.content(of: text[text.index(after: sign)...].trimmed) else {
        throw wrong("'\(name)' needs \(setting.form)")
      }
      values[name] = value
    }
    return values
  }

  /// The lines of a small file.
  static func lines(path: String) throws(SettingsError) -> [Substring] {
    guard let file = unsafe fopen(path, "r") else {
      throw SettingsError("cannot read \(path): \(unsafe String(cString: strerror(errno)))")
    }
    defer { unsafe fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = unsafe fread(&buffer, 1, buffer.count, file)
      guard count > 0 else { break }
      bytes += buffer[..<count]
      guard bytes.count <= 1 << 20 else { throw SettingsError("\(path) is larger than 1 MiB") }
    }
    guard unsafe ferror(file) == 0 else { throw SettingsError("cannot read \(path)") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw SettingsError("\(path) is not UTF-8")
    }
    return text.split(omittingEmptySubsequences: false) { $0.isNewline }
  }
}

/// A setting that cannot be used, in one line for a person.
package struct SettingsError: Error, CustomStringConvertible {
  package let description: String
  init(_ description: String) { self.description = description }
}
