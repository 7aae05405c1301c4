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

  /// One row. It is valid while the program runs, since the bytes are part of the program.
  @safe package struct Row {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>

    /// The value of a column, counted from 0; empty when the row has no such column.
    package subscript(column: Int) -> String {
      var start = 0
      var current = 0
      for index in unsafe 0...bytes.count where unsafe index == bytes.count || bytes[index] == UInt8(ascii: "\t") {
        if current == column {
          return unsafe String(decoding: UnsafeBufferPointer(rebasing: bytes[start..<index]), as: UTF8.self)
        }
        current += 1
        start = index + 1
      }
      return ""
    }

    /// All values of the row.
    package var values: [String] {
      unsafe bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { unsafe String(decoding: $0, as: UTF8.self) }
    }
  }

  private init(_ file: LexiconDataFile) {
    unsafe bytes = UnsafeBufferPointer(start: file.bytes, count: file.count)
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
  /// The Buckwalter transliteration.
  static var buckwalter: DataTable { unsafe DataTable(lexicon_data_buckwalter()) }
  /// The kinds of entities.
  package static var kinds: DataTable { unsafe DataTable(lexicon_data_kinds()) }
}
