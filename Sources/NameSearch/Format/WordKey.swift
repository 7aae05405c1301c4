package import ArabicText

/// The symbols under which a word is found: those of its folded form, without a glued Arabic article.
package enum WordKey {
  /// What comes behind this many symbols does not count.
  package static let longest = 48

  /// Appends the symbols of a word.
  ///
  /// - Returns: the script of the word.
  @discardableResult
  package static func append(_ letters: ArraySlice<UInt16>, to symbols: inout [UInt8]) -> PairSymbols.Script {
    let start = symbols.count
    let rest = letters.dropFirst(articleLength(letters))
    PairSymbols.appendFolded(rest.span, to: &symbols)
    if symbols.count > start + longest { symbols.removeSubrange((start + longest)...) }
    return script(letters)
  }

  /// The script of a word: that of its first letter.
  package static func script(_ letters: ArraySlice<UInt16>) -> PairSymbols.Script {
    letters.first.map { $0 >= 0x600 && $0 < 0x780 } == true ? .arabic : .latin
  }

  /// Whether a word begins like one with a glued Arabic article.
  package static func hasArticle(_ letters: ArraySlice<UInt16>) -> Bool {
    guard letters.count >= 4, let first = letters.first else { return false }
    return (first == 0x627 || first == 0x671) && letters[letters.startIndex + 1] == 0x644
  }

  /// The letters of a glued Arabic article: 2 when at least three letters stay behind it, else 0.
  ///
  /// ALA-LC 2012, rule 17: the article is written onto the word.
  package static func articleLength(_ letters: ArraySlice<UInt16>) -> Int {
    guard letters.count >= 5, hasArticle(letters) else { return 0 }
    // A doubling or vowel mark is no letter.
    let rest = letters.dropFirst(2).count { !($0 >= 0x64B && $0 <= 0x652) && $0 != 0x670 }
    return rest >= 3 ? 2 : 0
  }
}
