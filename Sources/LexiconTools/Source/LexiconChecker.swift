/// Finds every problem of a lexicon's source files; see `Lexicon/README.md` for the rules.
public struct LexiconChecker {
  private let path: String
  private let folder: LexiconFolder
  private let text = TextRules()
  private var problems: [SourceProblem] = []
  private var rowCount = 0
  private var sources: Set<String> = []
  private var scripts: [String: String] = [:]
  private var kinds: [String: (kind: String, place: String)] = [:]

  /// Makes a checker for a source folder or one file in it.
  public init(path: String) {
    self.path = path
    if LexiconFolder.isFolder(path) {
      folder = LexiconFolder(path: path)
    } else {
      let parts = path.split(separator: "/", omittingEmptySubsequences: false)
      folder = LexiconFolder(path: parts.count > 2 ? parts.dropLast(2).joined(separator: "/") : "..")
    }
  }

  /// Checks all files.
  ///
  /// - Returns: the problems in the order of files and lines, and how many rows were read.
  public func run() -> (problems: [SourceProblem], rows: Int) {
    var checker = self
    checker.checkAll()
    return (checker.problems, checker.rowCount)
  }

  private mutating func checkAll() {
    let isFolder = LexiconFolder.isFolder(path)
    let files = isFolder ? folder.allFiles() : [path]
    guard !files.isEmpty else {
      problems.append(SourceProblem(path, nil, "no .tsv files here; see Lexicon/README.md for the layout"))
      return
    }
    sources = Set(keys(of: "Sources.tsv", column: "key").map(\.key))
    let languages = keys(of: "Languages.tsv", column: "tag")
    scripts = Dictionary(
      languages.map { ($0.key, $0.row["script"]) }, uniquingKeysWith: { first, _ in first })
    if isFolder, sources.isEmpty {
      problems.append(SourceProblem("\(folder.path)/Sources.tsv", nil, "no sources; list them here"))
    }
    for file in files {
      do {
        try check(file)
      } catch {
        problems.append(error)
      }
    }
  }

  /// The rows of a list of the folder, with the values of one column.
  private func keys(of name: String, column: String) -> [(key: String, row: TableFile.Row)] {
    var keys: [(String, TableFile.Row)] = []
    guard var table = try? TableFile(path: "\(folder.path)/\(name)") else { return [] }
    while let item = try? table.next() {
      if case .row(let row) = item { keys.append((row[column], row)) }
    }
    return keys
  }

  private mutating func report(_ file: String, _ line: Int?, _ message: String) {
    problems.append(SourceProblem(file, line, message))
  }

  private mutating func check(_ file: String) throws(SourceProblem) {
    let parent = file.split(separator: "/").dropLast().last.map(String.init)
    let table = LexiconFolder.Table.allCases.first { $0.rawValue == parent }
    var rows = try TableFile(path: file)
    if let table { checkHeader(rows.header, rows.headerLine, table, file) }
    var seen: [[String]: Int] = [:]
    var lastID = ""
    while let item = try rows.next() {
      switch item {
      case .problem(let problem): problems.append(problem)
      case .row(let row):
        rowCount += 1
        for (column, value) in row.all {
          for message in text.problems(of: value) { report(file, row.line, "\(column): \(message)") }
        }
        if rows.header.contains("source"), table != nil { checkSource(row, file) }
        let key = table == .entities ? [row["id"], row["language"], row["name"]] : row.all.map(\.value)
        if let line = seen.updateValue(row.line, forKey: key) {
          report(file, row.line, "repeats line \(line)")
        }
        switch table {
        case .entities:
          checkEntity(row, file, isContinued: lastID == row["id"])
          lastID = row["id"]
        case .names, .words: checkWord(row, file)
        case .countries, nil: break
        }
      }
    }
  }

  private mutating func checkHeader(
    _ header: [String], _ line: Int, _ table: LexiconFolder.Table, _ file: String
  ) {
    for column in header where !(table.requiredColumns + table.optionalColumns).contains(column) {
      let known = (table.requiredColumns + table.optionalColumns).joined(separator: ", ")
      report(file, line, "unknown column '\(column)'; columns of \(table.rawValue): \(known)")
    }
    for column in table.requiredColumns where !header.contains(column) {
      report(file, line, "column '\(column)' is missing")
    }
  }

  private mutating func checkSource(_ row: TableFile.Row, _ file: String) {
    if row["source"].isEmpty {
      report(file, row.line, "no source; give a key of Sources.tsv")
    } else if !sources.isEmpty, !sources.contains(row["source"]) {
      report(
        file, row.line, "unknown source '\(row["source"])'; add it to Sources.tsv or use one of its keys")
    }
  }

  private mutating func checkEntity(_ row: TableFile.Row, _ file: String, isContinued: Bool) {
    checkID(row["id"], row["kind"], row.line, file, isContinued: isContinued)
    if row["name"].isEmpty { report(file, row.line, "no name") }
    if !Roles.isKnown(row["role"]) {
      report(file, row.line, "unknown role '\(row["role"])'; known roles: \(Roles.list)")
    }
    checkScript(row["name"], row["language"], row.line, file)
    if row["language"] == "ar", row["role"] != "abbreviation", !TextRules.isWrittenOut(row["name"]) {
      report(file, row.line, "'\(row["name"])' is not vocalized; write its vowels")
    }
    for column in ["from", "until"] where !Self.isDate(row[column]) {
      report(file, row.line, "\(column): '\(row[column])' is not a date; write 2013, 2013-08 or 2013-08-25")
    }
    if !row["from"].isEmpty, !row["until"].isEmpty, row["until"] < row["from"].prefix(row["until"].count) {
      report(file, row.line, "the name ended (\(row["until"])) before it began (\(row["from"]))")
    }
  }

  private mutating func checkScript(_ name: String, _ language: String, _ line: Int, _ file: String) {
    guard let script = scripts[language] else {
      if !scripts.isEmpty {
        report(file, line, "unknown language '\(language)'; add it to Languages.tsv or use one of its tags")
      }
      return
    }
    for message in text.scriptProblems(of: name, language: language, script: script) {
      report(file, line, message)
    }
  }

  private mutating func checkWord(_ row: TableFile.Row, _ file: String) {
    checkID(row["id"], row["kind"], row.line, file, isContinued: false)
    let word = WordRow(row, table: file.contains("/Words/") ? .words : .names)
    if word.arabic.isEmpty { report(file, row.line, "no Arabic; give the word vocalized") }
    if word.latin.isEmpty { report(file, row.line, "no Latin spelling") }
    for arabic in word.arabic {
      checkScript(arabic, "ar", row.line, file)
      if !TextRules.isWrittenOut(arabic) {
        report(file, row.line, "'\(arabic)' is not vocalized; write its vowels")
      }
    }
    for (language, spelling) in word.latin + word.translations {
      checkScript(spelling, language, row.line, file)
    }
    if !["", "male", "female", "both"].contains(row["gender"]) {
      report(file, row.line, "gender: '\(row["gender"])'; write male, female, both or nothing")
    }
    if !["", "organization", "state", "distinct", "legal", "place", "site"].contains(row["head"]) {
      report(
        file, row.line, "head: '\(row["head"])'; write organization, state, distinct, legal, place or nothing"
      )
    }
  }

  private mutating func checkID(_ id: String, _ kind: String, _ line: Int, _ file: String, isContinued: Bool)
  {
    if !Self.isID(id) {
      report(
        file, line,
        "id '\(id)'; write a prefix, a colon and lower-case words with hyphens, such as org:jaysh-al-izza")
    }
    if !Kinds.isKnown(kind) {
      report(file, line, "unknown kind '\(kind)'; add it to Kinds.tsv or use one of its kinds")
    }
    if let old = kinds[id] {
      if old.kind != kind {
        report(
          file, line,
          "'\(id)' changes its kind from '\(old.kind)' (\(old.place)) to '\(kind)'; an id keeps its kind")
      } else if !isContinued {
        report(file, line, "'\(id)' stands at \(old.place) too; keep the rows of an id together")
      }
    } else {
      kinds[id] = (kind, "\(file):\(line)")
    }
  }

  private static func isID(_ id: String) -> Bool {
    let parts = id.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, parts[0].utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
      return false
    }
    if parts[0] == "country" {
      return parts[1].utf8.count == 2 && parts[1].utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }
    return !parts[1].isEmpty && !parts[1].hasPrefix("-") && !parts[1].hasSuffix("-")
      && parts[1].utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D }
  }

  /// Whether a text is nothing, a year, a month or a day.
  static func isDate(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    if text.isEmpty { return true }
    guard parts.count <= 3, parts.allSatisfy({ Int($0) != nil }), parts[0].count == 4 else { return false }
    let month = parts.count > 1 ? Int(parts[1]) ?? 0 : 1
    let day = parts.count > 2 ? Int(parts[2]) ?? 0 : 1
    return parts.dropFirst().allSatisfy { $0.count == 2 } && (1...12).contains(month)
      && (1...31).contains(day)
  }
}
