internal import LexiconData

/// A data file of `Lexicon/` that the program carries: tab-separated rows below a header.
///
/// Reading it makes no string before a value is asked for. The files were checked by `ism check`, so a row that is
/// too short gives empty values.
@safe package struct DataTable: @unchecked Sendable {
  // Safe to share: the bytes are constants of the program.
  private let bytes: UnsafeBufferPointer<UInt8>

  /// Calls `body` for each row below the header, in file order.
  package func forEachRow(_ body: (Row) -> Void) {
    var start = 0
    var sawHeader = false
    while unsafe start < bytes.count {
      var end = start
      while unsafe end < bytes.count, unsafe bytes[end] != UInt8(ascii: "\n") { end += 1 }
      let isComment = unsafe bytes[start] == UInt8(ascii: "#")
      if end > start, !isComment {
        if sawHeader { body(unsafe Row(bytes: UnsafeBufferPointer(rebasing: bytes[start..<end]))) }
        sawHeader = true
      }
      start = end + 1
    }
  }

  /// Calls `body` for each comment line that is a setting, `# key<tab>value`, with the key as first column.
  ///
  /// The spaces around the key do not belong to it.
  func forEachSetting(_ body: (String, Row) -> Void) {
    var start = 0
    while unsafe start < bytes.count {
      var end = start
      while unsafe end < bytes.count, unsafe bytes[end] != UInt8(ascii: "\n") { end += 1 }
      if unsafe bytes[start] == UInt8(ascii: "#"), let tab = unsafe bytes[start..<end].firstIndex(of: 0x09) {
        let row = unsafe Row(bytes: UnsafeBufferPointer(rebasing: bytes[(tab + 1)..<end]))
        let key = unsafe bytes[(start + 1)..<tab].split(separator: UInt8(ascii: " ")).first.map(Array.init)
        if let key { body(String(decoding: key, as: UTF8.self), row) }
      }
      start = end + 1
    }
  }

  /// One row.
  @safe package struct Row: @unchecked Sendable {
    // Safe to share: the bytes are constants of the program.
    fileprivate let line: UnsafeBufferPointer<UInt8>

    @safe fileprivate init(bytes: UnsafeBufferPointer<UInt8>) { unsafe line = bytes }

    /// Calls `body` with each byte of the first column.
    func forEachByteOfFirst(_ body: (UInt8) -> Void) {
      var place = 0
      while unsafe place < line.count, unsafe line[place] != UInt8(ascii: "\t") {
        unsafe body(line[place])
        place += 1
      }
    }

    /// The first byte of a column, without an allocation; nil when it is empty.
    func firstByte(of column: Int) -> UInt8? {
      var (place, current) = (0, 0)
      while unsafe place < line.count {
        let byte = unsafe line[place]
        if current == column { return byte == UInt8(ascii: "\t") ? nil : byte }
        if byte == UInt8(ascii: "\t") { current += 1 }
        place += 1
      }
      return nil
    }

    /// Calls `body` with each value of a column, which may have several with `|` between them; nothing is allocated.
    func forEachValue(of wanted: Int, _ body: (Span<UInt8>) -> Void) {
      var (start, column) = (0, 0)
      for place in unsafe 0...line.count {
        let byte = unsafe place < line.count ? line[place] : UInt8(ascii: "\t")
        guard byte == UInt8(ascii: "\t") || byte == UInt8(ascii: "|") else { continue }
        if place > start, column == wanted {
          body(unsafe UnsafeBufferPointer(rebasing: line[start..<place]).span)
        }
        start = place + 1
        if byte == UInt8(ascii: "\t") { column += 1 }
        if column > wanted { return }
      }
    }

    /// The value of a column, counted from 0; empty when the row has no such column.
    package subscript(column: Int) -> String { String(decoding: fields(column + 1)[column], as: UTF8.self) }

    /// The bytes of the first columns; nothing for a column that the row does not have.
    func fields(_ count: Int) -> [ArraySlice<UInt8>] {
      let bytes = unsafe Array(line)
      var fields: [ArraySlice<UInt8>] = []
      fields.reserveCapacity(count)
      var start = 0
      for index in bytes.indices where bytes[index] == UInt8(ascii: "\t") {
        fields.append(bytes[start..<index])
        start = index + 1
        if fields.count == count { return fields }
      }
      fields.append(bytes[start...])
      while fields.count < count { fields.append([]) }
      return fields
    }
  }

  private init(_ file: LexiconDataFile) {
    unsafe bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
  }

  /// A table of bytes that must stay as long as it, or a row of it, is used.
  @unsafe init(bytes: UnsafeBufferPointer<UInt8>) { unsafe self.bytes = bytes }

  /// Where the bytes of a row of the table stand.
  func place(of row: Row) -> Range<Int> {
    guard let first = unsafe bytes.baseAddress, let line = unsafe row.line.baseAddress else { return 0..<0 }
    let start = unsafe first.distance(to: line)
    return unsafe start..<start + row.line.count
  }

  /// The row whose bytes stand somewhere.
  func row(at place: Range<Int>) -> Row { unsafe Row(bytes: UnsafeBufferPointer(rebasing: bytes[place])) }

  /// Adds all bytes of the table, and their number, to a checksum.
  func combine(into checksum: inout Checksum) {
    unsafe checksum.combine(UInt64(bytes.count))
    let whole = unsafe bytes.count & ~7
    for place in stride(from: 0, to: whole, by: 8) {
      let word = unsafe UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: place, as: UInt64.self)
      checksum.combine(word)
    }
    unsafe checksum.combine(bytes[whole...].reduce(0) { $0 << 8 | UInt64($1) })
  }
}

extension DataTable {
  /// Letters of the Arabic script.
  package static var arabicLetters: DataTable { unsafe DataTable(lexicon_data_arabic_letters()) }
  /// Spellings in Latin letters.
  static var latinLetters: DataTable { unsafe DataTable(lexicon_data_latin_letters()) }
  /// Articles, kunya and nasab words.
  static var particles: DataTable { unsafe DataTable(lexicon_data_particles()) }
  /// Titles, ranks and honorifics.
  static var titles: DataTable { unsafe DataTable(lexicon_data_titles()) }
  /// Words that organizations are named with.
  static var organizationWords: DataTable { unsafe DataTable(lexicon_data_heads()) }
  /// Words that places are named with.
  static var placeWords: DataTable { unsafe DataTable(lexicon_data_place_words()) }
  /// What takes several words in names of organizations and places.
  static var compoundWords: DataTable { unsafe DataTable(lexicon_data_compound_words()) }
  /// Words that are not read as they are written.
  static var spellings: DataTable { unsafe DataTable(lexicon_data_spellings()) }
  /// Words that end in ta marbuta, and whether they begin a construct.
  static var construct: DataTable { unsafe DataTable(lexicon_data_construct()) }
  /// How particles in Latin letters are written in Arabic.
  static var joins: DataTable { unsafe DataTable(lexicon_data_joins()) }
  static var countries: DataTable { unsafe DataTable(lexicon_data_countries()) }
  /// Numbers that stand behind names as words.
  static var ordinals: DataTable { unsafe DataTable(lexicon_data_ordinals()) }
  /// Words that only join others.
  static var links: DataTable { unsafe DataTable(lexicon_data_links()) }
  /// Cyrillic letters as English spells them.
  static var cyrillicLetters: DataTable { unsafe DataTable(lexicon_data_cyrillic_letters()) }
  /// How many romanization schemes there are.
  static var schemeCount: Int { lexicon_data_scheme_count() }
  /// The identifier of a scheme, counted from 0 in ascending order.
  static func schemeIdentifier(_ place: Int) -> String {
    unsafe String(cString: lexicon_data_scheme(place).identifier)
  }
  /// The file of a scheme, counted from 0 in the order of the identifiers.
  static func scheme(_ place: Int) -> DataTable { unsafe DataTable(lexicon_data_scheme(place).file) }
  /// The kinds of entities.
  package static var policy: DataTable { unsafe DataTable(lexicon_data_policy()) }
  package static var kinds: DataTable { unsafe DataTable(lexicon_data_kinds()) }
  /// Schemas of FollowTheMoney with their wider ones.
  package static var followTheMoneySchemas: DataTable { unsafe DataTable(lexicon_data_ftm_schemas()) }
  /// Kinds of GeoNames' features.
  package static var geoNamesKinds: DataTable { unsafe DataTable(lexicon_data_geonames_kinds()) }
  /// Kinds of Wikidata's classes.
  package static var wikidataKinds: DataTable { unsafe DataTable(lexicon_data_wikidata_kinds()) }
  /// Countries of Wikidata.
  package static var wikidataCountries: DataTable { unsafe DataTable(lexicon_data_wikidata_countries()) }
  /// Languages that are taken from Wikidata.
  package static var wikidataLanguages: DataTable { unsafe DataTable(lexicon_data_wikidata_languages()) }
  /// English names of countries and nationalities, with their codes.
  package static var countryNames: DataTable { unsafe DataTable(lexicon_data_country_names()) }
}
