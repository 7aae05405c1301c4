internal import FoundationEssentials

/// Places of the package and beside it, found from the place of this file.
package enum PackageFolder {
  /// The root of the package.
  package static let path = parent(of: parent(of: parent(of: #filePath)))

  /// The folder that something is in.
  package static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// The path of a file in the shared folder.
  ///
  /// `ISM_SHARED` names the folder, counted from the root of the package; without it that is `../shared`. The tests
  /// must pass when it is not there.
  package static func shared(_ file: String) -> String {
    let folder = ProcessInfo.processInfo.environment["ISM_SHARED"] ?? "../shared"
    return folder.hasPrefix("/") ? "\(folder)/\(file)" : "\(path)/\(folder)/\(file)"
  }

  /// The number above zero that an environment variable has.
  package static func environmentNumber(_ name: String) -> Int? {
    ProcessInfo.processInfo.environment[name].flatMap { Int($0) }.flatMap { $0 > 0 ? $0 : nil }
  }

  /// Whether there is something at a path.
  package static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }
}
