/// The files of pairs and entities that paths mean.
package struct PairFileList {
  /// The files, those of a folder in the order of their names.
  package private(set) var paths: [String] = []
  /// Files of folders that are something else, and what they are not.
  package private(set) var skipped: [SourceProblem] = []

  /// Finds the files and reads their headers.
  ///
  /// - Parameter arguments: files, or folders whose `.tsv` files are meant.
  /// - Throws: `SourceProblem` when a file is of neither layout, and when a folder has no file that is of one.
  package init(_ arguments: [String]) throws(SourceProblem) {
    for argument in arguments {
      if LexiconFolder.isFolder(argument) {
        try add(folder: argument)
      } else {
        _ = try PairFile(path: argument)
        paths.append(argument)
      }
    }
  }

  private mutating func add(folder: String) throws(SourceProblem) {
    let files = LexiconFolder.tables(in: folder.hasSuffix("/") ? String(folder.dropLast()) : folder)
    guard !files.isEmpty else { throw SourceProblem(folder, nil, "a folder with no .tsv files") }
    let count = paths.count
    for file in files {
      do {
        _ = try PairFile(path: file)
        paths.append(file)
      } catch {
        skipped.append(error)
      }
    }
    if paths.count == count {
      throw SourceProblem(folder, nil, "none of its \(files.count) .tsv files has pairs or entities")
    }
  }
}
