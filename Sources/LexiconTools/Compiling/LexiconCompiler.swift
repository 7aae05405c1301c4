internal import ArabicText
public import NameSearch

/// Makes a compiled lexicon of sources.
public struct LexiconCompiler {
  private var builder: LexiconBuilder
  private let usesThreads: Bool
  private let session = ImportSession()
  /// What was wrong, in the order of the input.
  public private(set) var problems: [SourceProblem] = []
  /// How many problems are kept; more are only counted.
  public static let problemLimit = 1000
  /// The count of all problems.
  public private(set) var problemCount = 0

  /// What was made.
  public struct Summary: Sendable {
    /// Entities written.
    public let entities: Int
    /// Names read without a problem.
    public let names: Int
    /// Bytes written.
    public let bytes: Int
  }

  /// Makes a compiler.
  ///
  /// - Parameter words: lexicons whose words help to read the names, mostly the carried one. A lexicon made without
  ///   them has fewer keys: "Mohd Ali" is then not found as محمد علي.
  public init(words: [Lexicon]) { self.init(words: words, threads: 3) }

  /// Makes a compiler.
  ///
  /// - Parameters:
  ///   - words: as above.
  ///   - threads: how many threads work: one reads, one builds, and the others make keys; one alone does it all. The
  ///     file is the same.
  package init(words: [Lexicon], threads: Int) {
    builder = LexiconBuilder(words: words, threads: threads)
    usesThreads = threads > 1
  }

  /// Adds a file, or a folder in the layout of `Lexicon/README.md`.
  ///
  /// - Parameters:
  ///   - path: the file or folder; `-` is standard input.
  ///   - format: what the file is; a folder is always a source folder.
  ///   - options: how it is to be read.
  public mutating func add(
    path: String, format: InputFormat = .auto, options: ImportOptions = ImportOptions()
  ) {
    add(paths: [path], format: format, options: options)
  }

  /// Adds files and folders: in their order, but lists of other names after the lists that they belong to.
  ///
  /// Problems are gathered; a file that cannot be used at all is one problem.
  public mutating func add(paths: [String], format: InputFormat = .auto, options: ImportOptions) {
    var supplements: [(input: InputFile, importer: any Importer)] = []
    for path in paths {
      do {
        if LexiconFolder.isFolder(path) {
          try add(LexiconFolder(path: path))
          continue
        }
        let input = try InputFile(path: path)
        let importer = try format.importer(for: input, options: options, session: session)
        if importer.isSupplement {
          supplements.append((input, importer))
        } else {
          read(input, with: importer, source: options.source)
        }
      } catch {
        report(error)
      }
    }
    for (input, importer) in supplements { read(input, with: importer, source: options.source) }
  }

  /// Writes the lexicon.
  ///
  /// - Throws: `SourceProblem` when the file cannot be written; an old file of that name is then as it was.
  public consuming func write(to path: String) throws(SourceProblem) -> Summary {
    let (entities, names) = (builder.entityCount, builder.nameCount)
    let bytes = try builder.finish().write(to: path)
    return Summary(entities: entities, names: names, bytes: bytes)
  }

  /// Called with the count of names now and then while names are read.
  public var onProgress: ((Int) -> Void)?

  /// The count of names so far.
  public var nameCount: Int { builder.nameCount }

  private mutating func report(_ problem: SourceProblem) {
    problemCount += 1
    if problems.count < Self.problemLimit { problems.append(problem) }
  }

  private mutating func add(_ name: SourceName, file: String) {
    if let message = builder.add(name) { report(SourceProblem(file, name.line, message)) }
  }

  /// Reads and builds, on two threads unless one must do.
  private mutating func read(_ input: InputFile, with importer: any Importer, source: String) {
    guard usesThreads else {
      return ImportStream.read(importer, input, source: source) { take($0, input) }
    }
    let stream = ImportStream(importer, input, source: source)
    while let batch = stream.next() { take(batch, input) }
  }

  private mutating func take(_ batch: NameBatch, _ input: InputFile) {
    onProgress?(builder.nameCount)
    // In the order of the file, whoever found them.
    var found = batch.problems.map { (order: $0.rows * 2, problem: $0.problem) }
    builder.add(batch) { row, line, message in
      found.append((row * 2 + 1, SourceProblem(input.name, line, message)))
    }
    let order = found.indices.sorted {
      found[$0].order == found[$1].order ? $0 < $1 : found[$0].order < found[$1].order
    }
    for place in order { report(found[place].problem) }
  }

  private mutating func add(_ folder: LexiconFolder) throws(SourceProblem) {
    if var about = try? TableFile(path: "\(folder.path)/About.tsv") {
      while let item = try about.next() {
        if case .row(let row) = item { builder.setMeta(row["key"], row["value"]) }
      }
    }
    builder.setMeta("icu", CountryNames.icuVersion)
    let tables = LexiconFolder.Table.allCases.flatMap { folder.files($0) }
    guard !tables.isEmpty else {
      throw SourceProblem(
        folder.path, nil, "no .tsv files in Entities, Names or Words; see Lexicon/README.md")
    }
    try forEachWord(folder) { builder, row, _ in
      for arabic in row.arabic {
        for spelling in row.latin { builder.addKnownSkeleton(spelling: spelling.spelling, arabic: arabic) }
      }
    }
    for file in folder.files(.entities) {
      read(try InputFile(path: file), with: TableImporter(ImportOptions()), source: "")
    }
    try addCountries(folder)
    var failures: [SourceProblem] = []
    try forEachWord(folder) { builder, row, file in
      for name in row.names {
        if let message = builder.add(name) { failures.append(SourceProblem(file, row.line, message)) }
      }
      guard let first = row.arabic.first else { return }
      // All spellings lead to the first, so that two of them are known to be one word.
      for arabic in row.arabic {
        builder.addKnownWord(spelling: arabic, arabic: arabic)
        builder.addKnownWord(spelling: arabic, arabic: first)
      }
      for spelling in row.latin { builder.addKnownWord(spelling: spelling.spelling, arabic: first) }
    }
    failures.forEach { report($0) }
  }

  private mutating func forEachWord(
    _ folder: LexiconFolder, _ body: (inout LexiconBuilder, WordRow, _ file: String) -> Void
  ) throws(SourceProblem) {
    for table in [LexiconFolder.Table.names, .words] {
      for file in folder.files(table) {
        var rows = try TableFile(path: file)
        while let item = try rows.next() {
          switch item {
          case .problem(let problem): report(problem)
          case .row(let row): body(&builder, WordRow(row, table: table), file)
          }
        }
      }
    }
  }

  /// Adds ICU's names of countries, in the languages that `Countries/*.tsv` lists.
  private mutating func addCountries(_ folder: LexiconFolder) throws(SourceProblem) {
    var languages: [(String, Int)] = []
    for file in folder.files(.countries) {
      var rows = try TableFile(path: file)
      while let item = try rows.next() {
        if case .row(let row) = item { languages.append((row["language"], row.line)) }
      }
      for code in CountryNames.codes {
        for (language, line) in languages {
          guard let name = CountryNames.name(of: code, in: language) else { continue }
          add(
            SourceName(
              id: "country:\(code)", kind: "country", name: name, language: language, role: "name",
              source: "icu", line: line), file: file)
        }
      }
    }
  }
}
