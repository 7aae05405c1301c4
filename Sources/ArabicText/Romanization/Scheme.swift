internal import Synchronization

/// A romanization scheme, read from its file in `Lexicon/Schemes`.
public struct Scheme: Sendable {
  let table: SchemeTable

  /// How a scheme is applied.
  public enum Kind: String, Sendable {
    /// By rule, from vocalized text.
    case standard
    /// Letter for letter, reversible.
    case letters
    /// Only a list of what to accept when reading.
    case reading
  }

  /// How words begin.
  public enum Capitals: Sendable {
    /// Each word is written as the scheme writes names.
    case names
    /// All is in lower case.
    case none
  }

  /// The name of its file, "ala-lc".
  public var identifier: String { table.identifier }
  /// The name to show.
  public var name: String { table.name }
  /// How it is applied.
  public var kind: Kind { table.kind }

  /// The identifiers of all schemes, sorted.
  public static var identifiers: [String] { (0..<DataTable.schemeCount).map(DataTable.schemeIdentifier) }

  /// Returns the scheme with an identifier.
  ///
  /// Its file is read the first time it is asked for.
  public static func named(_ identifier: String) throws(UnknownSchemeError) -> Scheme {
    guard let place = place(of: identifier) else { throw UnknownSchemeError(identifier: identifier) }
    return Scheme(
      table: loaded.withLock { loaded in
        if let table = loaded[place] { return table }
        let table = SchemeTable(identifier: identifier, rows: SchemeRows(place: place))
        loaded[place] = table
        return table
      })
  }

  /// ICU's transform that is made for the scheme; nil when there is none.
  package var icuTransform: String? { table.icuTransform }

  /// Returns the scheme that a map of interscript writes, "alalc-ara-Arab-Latn-1997".
  ///
  /// All files are read for it.
  package static func named(interscript identifier: String) -> Scheme? {
    for place in 0..<DataTable.schemeCount {
      guard let scheme = try? named(DataTable.schemeIdentifier(place)) else { continue }
      if scheme.table.interscript.contains(identifier) { return scheme }
    }
    return nil
  }

  private static let loaded = Mutex<[Int: SchemeTable]>([:])

  static func place(of identifier: String) -> Int? { places[identifier] }

  private static let places = Dictionary(
    (0..<DataTable.schemeCount).map { (DataTable.schemeIdentifier($0), $0) },
    uniquingKeysWith: { first, _ in first })
}

/// There is no scheme with an identifier.
public struct UnknownSchemeError: Error, CustomStringConvertible, Sendable {
  /// What was asked for.
  public let identifier: String

  /// Names what was asked for and all that there are.
  public var description: String {
    "unknown scheme '\(identifier)'; known schemes: \(Scheme.identifiers.joined(separator: ", "))"
  }
}
