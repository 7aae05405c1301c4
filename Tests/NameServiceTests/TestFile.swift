import FoundationEssentials

/// Reads a file of the package.
enum TestFile {
  static func bytes(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path))) }

  /// The files of a folder that end with `.json`, sorted.
  static func documents(_ folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }.sorted()
      .map { folder + "/" + $0 }
  }
}
