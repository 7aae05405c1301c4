/// Reads the names of a source and hands them on one by one.
///
/// An importer streams: its memory does not grow with the file. A problem of a line is reported and the rest goes on;
/// only a source that cannot be read at all throws. `README.md` in this folder says how to add one.
package protocol Importer: Sendable {
  /// Whether the file adds to what other files have, so that it is read after them.
  var isSupplement: Bool { get }

  /// Reads a file.
  ///
  /// - Parameters:
  ///   - input: the file, of which nothing was read yet.
  ///   - receive: called for each name, in the order of the file.
  ///   - report: called for each problem.
  /// - Throws: `SourceProblem` when nothing of the file can be used.
  func read(
    _ input: InputFile, receive: (SourceName) -> Void, report: (SourceProblem) -> Void
  ) throws(SourceProblem)
}

extension Importer {
  package var isSupplement: Bool { false }

  /// Reports a line that was left out.
  func report(_ message: String, _ input: InputFile, _ line: Int, _ report: (SourceProblem) -> Void) {
    report(SourceProblem(input.name, line, message))
  }
}

/// How the sources are to be read, beyond their format.
public struct ImportOptions: Sendable {
  /// Between the fields of a table; nil for what the format or the header says.
  public var delimiter: UInt8?
  /// Which columns of a table hold what.
  public var columns = ColumnMap()
  /// Between several names in one field of a table; none is split when it is empty.
  public var nameSeparator = ""
  /// The `source` of names that come without one; the importer's own when it is empty.
  public var source = ""

  /// Makes options that leave everything to the formats.
  public init() {}
}

/// The formats that `ism compile` reads.
public enum InputFormat: String, CaseIterable, Sendable {
  /// Found out by the first lines and the name of the file.
  case auto
  /// Tab-separated values with a header, without quotation.
  case tsv
  /// Values separated by commas or another sign, with a header and quotation (RFC 4180).
  case csv
  /// FollowTheMoney entities as JSON lines.
  case ftm
  /// GeoNames' `allCountries.txt`, the file of a country, or `alternateNamesV2.txt`.
  case geonames
  /// A dump of Wikidata, an item a line.
  case wikidata
  /// The consolidated list of the United Nations Security Council in XML.
  case un
  /// OFAC's `SDN.CSV` or `ALT.CSV`, or their consolidated twins.
  case ofac

  /// The importer for a file.
  package func importer(
    for input: InputFile, options: ImportOptions, session: ImportSession
  ) throws(SourceProblem) -> any Importer {
    switch self {
    case .auto:
      let format = InputDetection.format(of: try input.peek(), named: input.name)
      return try format.importer(for: input, options: options, session: session)
    case .tsv: return TableImporter(options)
    case .csv: return TableImporter(options, hasQuotation: true)
    case .ftm: return FollowTheMoneyImporter()
    case .geonames: return GeoNamesImporter(session: session, head: try input.peek())
    case .wikidata: return WikidataImporter()
    case .un: return SecurityCouncilImporter()
    case .ofac: return OFACImporter(head: try input.peek())
    }
  }
}
