import ArgumentParser
import LexiconTools
import NameSearch

/// How the list of `ism screen` is written.
struct ScreenListOptions: ParsableArguments {
  @Option(
    name: .long,
    help: ArgumentHelp(
      "A column with names, by its title or its number, in JSON Lines a member or a path with dots; several for several.",
      valueName: "column"))
  var column: [String] = []
  @Option(
    help: ArgumentHelp("A column with countries; other countries lower the score.", valueName: "column"))
  var countryColumn: String?
  @Option(help: ArgumentHelp("A column with dates; other dates lower the score.", valueName: "column"))
  var dateColumn: String?
  @Option(
    help: ArgumentHelp("A column with kinds; entities of other kinds are no hits.", valueName: "column"))
  var kindColumn: String?
  @Option(
    help: ArgumentHelp(
      "The format of the list: csv, tsv or jsonl; found out when not given.", valueName: "format"),
    completion: .list(["csv", "tsv", "jsonl"]),
    transform: { text in
      guard let layout = ListFormat.Layout(rawValue: text) else {
        throw ValidationError("unknown format '\(text)'; formats: csv, tsv, jsonl")
      }
      return layout
    })
  var inputFormat: ListFormat.Layout?
  @Option(
    help: ArgumentHelp(
      "What stands between two values of a CSV list, such as ';' or 'tab'; found out when not given.",
      valueName: "character"),
    transform: { text in
      let character = ["tab": "\t", "\\t": "\t"][text] ?? text
      guard character.utf8.count == 1, let byte = character.utf8.first, byte < 0x80,
        !"\"\r\n".utf8.contains(byte)
      else { throw ValidationError("--delimiter needs one ASCII character that is no quote, or 'tab'.") }
      return byte
    })
  var delimiter: UInt8?
  @Flag(help: "The first row is no header; columns are numbers, counted from 1.")
  var noHeader = false

  func validate() throws {
    guard !column.isEmpty else { throw ValidationError("--column says which column has the names.") }
    if inputFormat == .jsonl, delimiter != nil || noHeader {
      throw ValidationError("--delimiter and --no-header are for tables, not for JSON Lines.")
    }
  }

  func apply(to settings: inout ScreenSettings) {
    settings.countryColumn = countryColumn
    settings.dateColumn = dateColumn
    settings.kindColumn = kindColumn
    settings.layout = inputFormat
    settings.delimiter = delimiter
    settings.hasHeader = !noHeader
  }
}

/// What is a hit for `ism screen`.
struct ScreenHitOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Leave out hits with a lower score, 0 to 1.", valueName: "score"))
  var minScore = RankingPolicy.sameThreshold
  @Flag(help: "Write all hits of a row, a row for each; without, the best.")
  var all = false
  @Option(help: ArgumentHelp("Write up to this many hits of a row.", valueName: "count"))
  var limit: Int?
  @Flag(help: "Leave out the rows without a hit.")
  var hitsOnly = false
  @Flag(help: "Add a column that says what stands for what and what is left over.")
  var explain = false

  func validate() throws {
    guard (1...Self.most).contains(limit ?? 1) else {
      throw ValidationError("--limit needs a number from 1 to \(Self.most).")
    }
    guard (0...1).contains(minScore) else { throw ValidationError("--min-score needs a number from 0 to 1.") }
  }

  /// The most entities of one name that a search lists.
  private static let most = 4096

  func apply(to settings: inout ScreenSettings) {
    settings.limit = limit ?? (all ? Self.most : 1)
    settings.leavesOutOthers = hitsOnly
    settings.explains = explain
  }
}

/// Where the answers of `ism screen` go.
struct ScreenOutputOptions: ParsableArguments {
  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("The file to write; standard output when not given.", valueName: "file"),
    completion: .file())
  var output = "-"
  @Option(
    help: ArgumentHelp(
      "A file for rows that cannot be read; OUTPUT.rejects when not given.", valueName: "file"),
    completion: .file())
  var rejects: String?
  @Option(
    help: ArgumentHelp("Write a report for review as well, a file.html or file.csv.", valueName: "file"),
    completion: .file(extensions: ["html", "csv"]))
  var report: String?
  @Option(help: ArgumentHelp("What the names of the new columns begin with.", valueName: "word"))
  var prefix = "hit"
  @Flag(help: "Begin with a byte order mark, so that Excel reads UTF-8.")
  var bom = false
  @Flag(help: "Go on with a run that was interrupted.")
  var resume = false
  @Option(
    help: ArgumentHelp(
      "Screen on this many threads; one for each processor when not given.", valueName: "count"))
  var threads: Int?
  @Option(
    help: ArgumentHelp(
      "Make the answers safe after this many seconds, to resume from there.", valueName: "seconds"))
  var syncEvery = 3.0

  func validate() throws {
    guard (1...1024).contains(threads ?? 1) else {
      throw ValidationError("--threads needs a number from 1 to 1024.")
    }
    guard (0...86_400).contains(syncEvery) else {
      throw ValidationError("--sync-every needs a number from 0 to 86400.")
    }
    guard !prefix.isEmpty else { throw ValidationError("--prefix needs a word.") }
    if output == "-", report != nil || resume {
      throw ValidationError("--report and --resume need --output FILE.")
    }
    if let report, ![".html", ".htm", ".csv"].contains(where: report.lowercased().hasSuffix) {
      throw ValidationError("--report needs a name that ends in .html or .csv.")
    }
  }

  func apply(to settings: inout ScreenSettings) {
    settings.program = programVersion
    settings.output = output
    settings.rejects = rejects ?? (output == "-" ? nil : output + ".rejects")
    settings.report = report
    settings.prefix = prefix
    settings.addsByteOrderMark = bom
    settings.resumes = resume
    settings.threads = threads ?? Processors.count
    settings.syncInterval = .seconds(syncEvery)
  }
}
