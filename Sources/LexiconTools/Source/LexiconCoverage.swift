internal import ArabicText

/// What the files of a lexicon's source folder cover, as the table of `Lexicon/COVERAGE.md` shows it.
public struct LexiconCoverage: Sendable {
  /// What one file holds.
  package struct File: Sendable, Equatable {
    /// The file, from the source folder on.
    package let name: String
    /// Different ids.
    package var entries = 0
    /// Names in all languages, abbreviations included.
    package var names = 0
    /// Arabic names, without abbreviations.
    package var arabic = 0
    /// Arabic names in which every letter shows its vowel.
    package var vocalized = 0
    /// Arabic names that ALA-LC writes so that reading it gives the same letters.
    package var returning = 0
    /// Vocalized names that come back with other letters.
    package var exceptions: [Exception] = []
    /// The keys of `Sources.tsv` that rows give, the most used first.
    package var sources: [String] = []
  }

  /// A name that does not come back from ALA-LC.
  package struct Exception: Sendable, Equatable {
    /// The name as its file has it.
    package let name: String
    /// How ALA-LC writes it.
    package let latin: String
    /// What that is read as; nothing when it cannot be read.
    package let back: String
  }

  /// The files of `Entities`, `Names` and `Words`, in the order of their paths.
  package private(set) var files: [File] = []

  /// Reads a source folder.
  ///
  /// Rows that cannot be read are left out; `LexiconChecker` reports them.
  public init(path: String) throws(SourceProblem) {
    let folder = LexiconFolder(path: path)
    let scheme: Scheme
    do {
      scheme = try Scheme.named("ala-lc")
    } catch {
      throw SourceProblem(path, nil, "\(error)")
    }
    for table in [LexiconFolder.Table.entities, .names, .words] {
      for file in folder.files(table) {
        files.append(try Self.count(file, table, name: String(file.dropFirst(folder.path.count + 1)), scheme))
      }
    }
    guard !files.isEmpty else {
      throw SourceProblem(path, nil, "no Entities, Names or Words here; see Lexicon/README.md for the layout")
    }
  }

  private static func count(
    _ path: String, _ table: LexiconFolder.Table, name: String, _ scheme: Scheme
  ) throws(SourceProblem) -> File {
    var file = File(name: name)
    var ids: Set<String> = []
    var sources: [String: Int] = [:]
    var rows = try TableFile(path: path)
    while let item = try rows.next() {
      guard case .row(let row) = item else { continue }
      if ids.insert(row["id"]).inserted { file.entries += 1 }
      if !row["source"].isEmpty { sources[row["source"], default: 0] += 1 }
      file.add(names(of: row, table), scheme)
    }
    file.sources = sources.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map(\.key)
    return file
  }

  /// The number of names of a row, and those that are written in Arabic.
  private static func names(
    of row: TableFile.Row, _ table: LexiconFolder.Table
  ) -> (count: Int, arabic: [String]) {
    guard table == .entities else {
      let word = WordRow(row, table: table)
      return (word.arabic.count + word.latin.count + word.translations.count, word.arabic)
    }
    let isArabic = row["language"] == "ar" && row["role"] != "abbreviation"
    return (1, isArabic ? [row["name"]] : [])
  }
}

extension LexiconCoverage.File {
  fileprivate init(name: String) { self.name = name }

  fileprivate mutating func add(_ names: (count: Int, arabic: [String]), _ scheme: Scheme) {
    self.names += names.count
    for name in names.arabic {
      arabic += 1
      guard TextRules.showsEveryVowel(name) else { continue }
      vocalized += 1
      let latin = scheme.romanize(name)
      let back = scheme.arabize(latin) ?? ""
      if NameText(back).foldedHash() == NameText(name).foldedHash() {
        returning += 1
      } else {
        exceptions.append(LexiconCoverage.Exception(name: name, latin: latin, back: back))
      }
    }
  }
}

extension LexiconCoverage {
  /// A Markdown table with a row for each file and one for each folder, and behind an empty line one of the names that
  /// do not come back, where there are any; without the last line end.
  public var markdown: String {
    let exceptions = files.flatMap { file in file.exceptions.map { Self.line($0, of: file) } }
    guard !exceptions.isEmpty else { return filesTable }
    return filesTable + "\n\n| file | name | ALA-LC | read as |\n|---|---|---|---|\n"
      + exceptions.joined(separator: "\n")
  }

  private static func line(_ exception: Exception, of file: File) -> String {
    "| `\(file.name)` | \(exception.name) | \(exception.latin) | \(exception.back) |"
  }

  private var filesTable: String {
    var text = """
      | file | entries | names | Arabic | vocalized | ALA-LC and back | sources |
      |---|---|---|---|---|---|---|

      """
    for (folder, files) in folders {
      for file in files { text += Self.line(file, name: "`\(file.name)`") }
      text += Self.line(Self.sum(files), name: "**\(folder)**")
    }
    return String(text.dropLast())
  }

  /// The files by the folder that they are in.
  private var folders: [(folder: String, files: [File])] {
    var folders: [(folder: String, files: [File])] = []
    for file in files {
      let folder = file.name.prefix { $0 != "/" }
      if let last = folders.last, last.folder == folder {
        folders[folders.count - 1].files.append(file)
      } else {
        folders.append((String(folder), [file]))
      }
    }
    return folders
  }

  private static func sum(_ files: [File]) -> File {
    files.reduce(into: File(name: "")) { sum, file in
      sum.entries += file.entries
      sum.names += file.names
      sum.arabic += file.arabic
      sum.vocalized += file.vocalized
      sum.returning += file.returning
    }
  }

  private static func line(_ file: File, name: String) -> String {
    let counts = "\(file.entries) | \(file.names) | \(file.arabic)"
    let shares = "\(share(file.vocalized, of: file.arabic)) | \(share(file.returning, of: file.vocalized))"
    return "| \(name) | \(counts) | \(shares) | \(file.sources.joined(separator: ", ")) |\n"
  }

  /// A share in percent with one decimal, cut off so that only all is 100.0.
  private static func share(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "–" }
    let tenths = part * 1000 / whole
    return "\(tenths / 10).\(tenths % 10) %"
  }
}
