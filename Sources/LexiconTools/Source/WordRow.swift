/// A row of `Names/` or `Words/`: one word with its spellings.
package struct WordRow {
  package let id: String
  package let kind: String
  package let source: String
  /// Vocalized spellings.
  package let arabic: [String]
  /// Spellings of the Arabic word in Latin letters, by the language that spells it so.
  package let latin: [(language: String, spelling: String)]
  /// What the word means, by language.
  package let translations: [(language: String, text: String)]
  package let line: Int

  package init(_ row: TableFile.Row, table: LexiconFolder.Table) {
    func list(_ column: String) -> [String] { row[column].split(separator: "|").map(String.init) }
    id = row["id"]
    kind = row["kind"]
    source = row["source"]
    arabic = list("arabic")
    line = row.line
    let common = list("latin").map { ("ar-Latn", $0) }
    if table == .names {
      let others = [("french", "ar-Latn-FR"), ("turkish", "tr"), ("persian", "fa-Latn")]
      latin = common + others.flatMap { column, language in list(column).map { (language, $0) } }
      translations = []
    } else {
      latin = common
      let languages = [("english", "en"), ("french", "fr"), ("turkish", "tr")]
      translations = languages.flatMap { column, language in list(column).map { (language, $0) } }
    }
  }

  /// The names that it gives to the lexicon, each once.
  package var names: [SourceName] {
    var seen: Set<String> = []
    func name(_ text: String, _ language: String, _ role: String) -> SourceName? {
      guard seen.insert(text).inserted else { return nil }
      return SourceName(
        id: id, kind: kind, name: text, language: language, role: role, source: source, line: line)
    }
    let written = arabic.enumerated().compactMap { name($1, "ar", $0 == 0 ? "name" : "alias") }
    let spelled = latin.enumerated().compactMap { name($1.spelling, $1.language, $0 == 0 ? "name" : "alias") }
    return written + spelled + translations.compactMap { name($0.text, $0.language, "translation") }
  }
}
