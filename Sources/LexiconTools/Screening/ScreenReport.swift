internal import Glibc
internal import SystemPackage

/// A list of all hits for a person who decides about them, the highest score first.
///
/// It is made of the answers when they are all there. Of each hit only the score and the place are kept in memory.
struct ScreenReport {
  /// The most hits of an HTML page; browsers do not show much larger ones.
  static let pageLimit = 10_000

  private struct Place {
    let score: Double
    let offset: Int
    let count: Int
  }

  let settings: ScreenSettings
  let counts: ScreenCounts
  private let format: ListFormat
  private let rows: ReportRowReader
  private let hasHeader: Bool
  private let valueCount: Int?

  init(_ settings: ScreenSettings, _ opening: ListOpening, counts: ScreenCounts) {
    self.settings = settings
    self.counts = counts
    format = opening.format
    rows = ReportRowReader(settings, opening)
    hasHeader = opening.header != nil
    valueCount = opening.columns.valueCount.map { $0 + RowWriter.columns(settings).count }
  }

  /// Whether a path names a CSV report.
  static func isTable(_ path: String) -> Bool { path.lowercased().hasSuffix(".csv") }

  /// Writes the report.
  func write(to path: String) throws(SourceProblem) {
    let places = try self.places()
    let isTable = Self.isTable(path)
    var file = try OutputFile(path: path)
    try file.write(isTable ? ReportTable.head(settings) : ReportPage.head(self).utf8.map(\.self))
    let answers: FileDescriptor
    do {
      answers = try FileDescriptor.open(FilePath(settings.output), .readOnly, options: .closeOnExec)
    } catch {
      throw SourceProblem(settings.output, nil, "cannot open: \(error)")
    }
    defer { try? answers.close() }
    for (number, place) in places.prefix(isTable ? .max : Self.pageLimit).enumerated() {
      let record = ListRecord(bytes: try read(place, answers), line: 0)
      guard let row = rows.row(record) else { continue }
      try file.write(isTable ? ReportTable.row(row) : Array(ReportPage.row(row, number: number + 1).utf8))
    }
    if !isTable {
      try file.write(Array(ReportPage.tail(hidden: places.count - Self.pageLimit, settings).utf8))
    }
    try file.finish()
  }

  /// The hits, the highest score first, then in the order of the list.
  private func places() throws(SourceProblem) -> [Place] {
    var reader = try ListReader(path: settings.output)
    reader.format = format
    // What was found makes a row longer.
    reader.longestRecord *= 16
    reader.valueCount = valueCount
    var places: [Place] = []
    var isHeader = hasHeader
    var offset = 0
    while let record = try reader.next() {
      if !isHeader, let score = rows.score(of: record) {
        places.append(Place(score: score, offset: offset, count: record.bytes.count))
      }
      isHeader = false
      offset += record.bytes.count
    }
    return places.sorted { $0.score == $1.score ? $0.offset < $1.offset : $0.score > $1.score }
  }

  private func read(_ place: Place, _ answers: FileDescriptor) throws(SourceProblem) -> [UInt8] {
    do {
      return try unsafe [UInt8](unsafeUninitializedCapacity: place.count) { target, count in
        while count < place.count {
          let rest = unsafe UnsafeMutableRawBufferPointer(
            rebasing: UnsafeMutableRawBufferPointer(target)[count...])
          let got = unsafe try answers.read(fromAbsoluteOffset: Int64(place.offset + count), into: rest)
          if got == 0 { break }
          count += got
        }
      }
    } catch {
      throw SourceProblem(settings.output, nil, "cannot read: \(error)")
    }
  }
}
