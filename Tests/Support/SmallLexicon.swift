package import LexiconTools
package import NameSearch

/// A lexicon that a test makes of a few rows.
///
/// Its file is removed at once: a mapped file stays readable when its folder is gone.
package final class SmallLexicon: Sendable {
  package let lexicon: Lexicon
  /// The bytes of its file.
  package let bytes: [UInt8]
  /// What the compiler said of the rows.
  package let problems: [SourceProblem]

  /// Compiles tab-separated rows, the first of which names the columns.
  ///
  /// - Parameters:
  ///   - words: lexicons whose known words give keys to the names.
  ///   - rows: the rows.
  /// - Throws: what the compiler throws. A row that it leaves out is a problem and no error.
  package init(words: [Lexicon] = [], rows: [[String]]) throws {
    let folder = try TemporaryFolder()
    // Or the folder might go before its last file is opened.
    defer { withExtendedLifetime(folder) {} }
    let text = rows.map { $0.joined(separator: "\t") + "\n" }.joined()
    let source = try folder.write(Array(text.utf8), to: "names.tsv")
    var compiler = LexiconCompiler(words: words)
    compiler.add(path: source)
    problems = compiler.problems
    _ = try compiler.write(to: folder.file("names.ism"))
    bytes = try folder.bytes(of: "names.ism")
    lexicon = try Lexicon(path: folder.file("names.ism"))
  }

  /// Compiles names, each of an entity of its own with its place in the array as id.
  package convenience init(words: [Lexicon] = [], names: [String]) throws {
    let rows = names.enumerated().map { ["\($0.offset)", $0.element] }
    try self.init(words: words, rows: [["id", "name"]] + rows)
  }

  /// Opens any bytes as a lexicon.
  package static func open(_ bytes: [UInt8]) throws -> Lexicon {
    let folder = try TemporaryFolder()
    return try withExtendedLifetime(folder) { try Lexicon(path: folder.write(bytes, to: "some.ism")) }
  }
}
