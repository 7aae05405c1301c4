/// The files of pairs and entities that paths mean.
package struct PairFileList {
  /// The files, those of a folder in the order of their names.
  package private(set) var paths: [String] = []
  /// Files of folders that are something else, and what they are not.
  package private(set) var skipped: [SourceProblem] = []
  private let hasSpellings: Bool

  /// Finds the files and reads their headers.
  ///
  /// - Parameters:
  ///   - arguments: files, or folders whose `.tsv` files are meant.
  ///   - spellings: whether files of spellings are taken too, see `SpellingFile`.
  /// - Throws: `SourceProblem` when a file is of no layout, and when a folder has no file that is of one.
  package init(_ arguments: [String], spellings: Bool = false) throws(SourceProblem) {
    hasSpellings = spellings
    for argument in arguments {
      if LexiconFolder.isFolder(argument) {
        try add(folder: argument)
      } else {
        try check(argument)
        paths.append(argument)
      }
    }
  }

  private func check(_ path: String) throws(SourceProblem) {
    guard hasSpellings else {
      _ = try PairFile(path: path)
      return
    }
    let table = try TableFile(path: path)
    guard PairFile.hasLayout(table.header) || SpellingFile.hasLayout(table.header) else {
      throw PairFile.unknownLayout(table, path, others: SpellingFile.needed)
    }
  }

  private mutating func add(folder: String) throws(SourceProblem) {
    let files = LexiconFolder.tables(in: folder.hasSuffix("/") ? String(folder.dropLast()) : folder)
    guard !files.isEmpty else { throw SourceProblem(folder, nil, "a folder with no .tsv files") }
    let count = paths.count
    for file in files {
      do {
        try check(file)
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
