internal import ArabicText

/// Names that stand with another name of the same person: "Mahmoud Abbas (Abu Mazen)", "Ahmed al-Sharaa aka Abu Mohammad al-Jolani".
enum OtherNames {
  /// Each of the names by itself; none where there is one.
  ///
  /// In parentheses only a kunya is another name, or what stands behind one: other words there say more of the name, or where something is.
  static func apart(_ text: String, _ typed: NameText) -> [NameText] {
    if let place = typed.words.indices.dropFirst().first(where: { LinkWords.isAlias(typed, at: $0) != nil }),
      let length = LinkWords.isAlias(typed, at: place), place + length < typed.words.count
    {
      let (before, behind) = (typed.words[place - 1].end, typed.words[place + length].start)
      return [
        NameText(letters: Array(typed.letters[..<before])),
        NameText(letters: Array(typed.letters[behind...])),
      ]
    }
    guard text.utf8.contains(UInt8(ascii: "(")) else { return [] }
    let parts = text.split(whereSeparator: { $0 == "(" || $0 == ")" }).map { NameText(String($0)) }
      .filter { !$0.isEmpty }
    guard parts.count == 2, parts.contains(where: beginsWithKunya) else { return [] }
    return parts
  }

  private static func beginsWithKunya(_ name: NameText) -> Bool {
    name.words.count > 1 && name.words[0].particle?.kind == .kunya
  }
}
