import LexiconTools
import TestSupport

/// Our own words and names with their ALA-LC forms, against which a model must not get worse.
enum FrozenWords {
  /// The rows of `Cases/frozen-words.tsv`.
  static func pairs() throws -> [NamePair] {
    try CaseRow.rows("frozen-words.tsv").map {
      NamePair(arabic: $0["arabic"], latin: $0["latin"], kind: $0["class"], isTokenAligned: true)
    }
  }

  /// Romanizes each row and counts what is right, case left aside.
  ///
  /// - Parameter romanizeName: gives one Latin word for each part of the Arabic text between spaces.
  /// - Returns: words and rows, also by class.
  /// - Throws: when the list cannot be read.
  static func figures(romanizeName: (String) -> [String]) throws -> CatalogueFigures {
    CatalogueMeasure(form: .scholarly).measure(try pairs(), romanizeName: romanizeName)
  }
}
