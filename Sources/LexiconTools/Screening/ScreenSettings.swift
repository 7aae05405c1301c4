/// What is screened, and how.
package struct ScreenSettings: Sendable {
  /// The list, or `-` for standard input.
  package var input: String
  /// Where the answers go; `-` is standard output.
  package var output = "-"
  /// Where rows go that cannot be read; nil when they are only reported.
  package var rejects: String?
  /// Where a report for review goes: HTML, or CSV when its name says so.
  package var report: String?
  /// The columns with names.
  package var columns: [String]
  package var countryColumn: String?
  package var dateColumn: String?
  package var kindColumn: String?
  /// The layout; found out when nil.
  package var layout: ListFormat.Layout?
  /// The delimiter of a `csv`; found out when nil.
  package var delimiter: UInt8?
  /// Whether the first row names the columns; without, columns are numbers.
  package var hasHeader = true
  /// The most hits of a row.
  package var limit = 1
  /// Hits below are none.
  package var minimumScore: Double
  /// Whether rows without hits are left out.
  package var leavesOutOthers = false
  /// Whether each hit says why.
  package var explains = false
  /// What the names of the new columns begin with.
  package var prefix = "hit"
  /// Whether the answers begin with a byte order mark, which Excel takes as a sign of UTF-8.
  package var addsByteOrderMark = false
  /// The version of the program, as another one may find other hits.
  package var program = ""
  /// Whether a run that was interrupted goes on.
  package var resumes = false
  package var threads = 1
  /// After how much time the answers are made safe.
  package var syncInterval = Duration.seconds(3)

  package init(input: String, columns: [String], minimumScore: Double) {
    self.input = input
    self.columns = columns
    self.minimumScore = minimumScore
  }

  /// A checksum of all that the answers depend on beside the list and the lexicons.
  var digits: String {
    let values = [
      program, columns.joined(separator: "\u{1}"), countryColumn ?? "", dateColumn ?? "", kindColumn ?? "",
      layout?.rawValue ?? "", delimiter.map { "\($0)" } ?? "", "\(hasHeader)", "\(limit)", "\(minimumScore)",
      "\(leavesOutOthers)", "\(explains)", prefix, "\(addsByteOrderMark)",
    ]
    var checksum = ByteChecksum()
    checksum.combine(values.joined(separator: "\u{2}").utf8)
    return checksum.digits
  }
}
