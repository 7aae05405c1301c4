internal import ArabicText
internal import FoundationEssentials

/// The files of a lexicon's source folder, as `Lexicon/README.md` lays them out.
package struct LexiconFolder {
  /// The folder as it was named to the program.
  package let path: String

  /// What a table of the folder holds.
  package enum Table: String, CaseIterable, Sendable {
    case entities = "Entities"
    case names = "Names"
    case words = "Words"
    case countries = "Countries"

    /// The columns that a table must have.
    package var requiredColumns: [String] {
      switch self {
      case .entities: ["id", "kind", "language", "role", "name", "source"]
      case .names: ["id", "kind", "arabic", "latin", "source"]
      case .words: ["id", "kind", "arabic", "latin", "source"]
      case .countries: ["language", "source"]
      }
    }

    /// The columns that it may have besides.
    package var optionalColumns: [String] {
      switch self {
      case .entities: ["from", "until"]
      case .names: ["gender", "french", "turkish", "persian"]
      case .words: ["head", "english", "french", "turkish"]
      case .countries: []
      }
    }
  }

  package init(path: String) { self.path = path.hasSuffix("/") ? String(path.dropLast()) : path }

  /// The file of generic words (`GenericWordHashes`) that is made of the folder's.
  package func genericWordHashes() throws(SourceProblem) -> [UInt8] {
    var texts: [[UInt8]] = []
    for name in GenericWordHashes.files { texts.append(try InputFile(path: "\(path)/\(name)").readAll()) }
    return GenericWordHashes.file(of: texts)
  }

  /// Whether a path is a folder.
  package static func isFolder(_ path: String) -> Bool {
    var isDirectory = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
  }

  /// The `.tsv` files of a table in the order of their names.
  package func files(_ table: Table) -> [String] { Self.tables(in: "\(path)/\(table.rawValue)") }

  /// All `.tsv` files of the folder, those of `Letters`, `Parts` and `Schemes` too, in the order of their paths.
  package func allFiles() -> [String] {
    let folders = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
    let deeper = folders.filter { Self.isFolder("\(path)/\($0)") }.flatMap {
      Self.tables(in: "\(path)/\($0)")
    }
    return Self.tables(in: path) + deeper
  }

  /// The `.tsv` files of a folder, in the order of their names.
  package static func tables(in folder: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".tsv") }.sorted().map { "\(folder)/\($0)" }
  }
}
