internal import FoundationEssentials

/// Files that are given one by one or as folders.
package enum TrainingFiles {
  /// Returns the files, those of a folder (`*.tsv`) in the order of their names.
  ///
  /// - Throws: `SourceProblem` for a path that does not exist, and for a folder without such files.
  package static func list(_ paths: [String]) throws(SourceProblem) -> [String] {
    var files: [String] = []
    for path in paths {
      var isFolder = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
        throw SourceProblem(path, nil, "no such file or folder")
      }
      guard isFolder else {
        files.append(path)
        continue
      }
      let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
      let tables = names.filter { $0.hasSuffix(".tsv") }.sorted()
      if tables.isEmpty { throw SourceProblem(path, nil, "no .tsv files in this folder") }
      files += tables.map { path.hasSuffix("/") ? path + $0 : path + "/" + $0 }
    }
    return files
  }

  /// Writes a file whole or not at all.
  package static func write(_ bytes: [UInt8], to path: String) throws(SourceProblem) {
    var file = try OutputFile(path: path)
    try file.write(bytes)
    try file.finish()
  }
}
