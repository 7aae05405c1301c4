internal import ArabicText

/// Names that stand with another name of the same person: "Mahmoud Abbas (Abu Mazen)", "Ahmed al-Sharaa aka Abu Mohammad al-Jolani".
enum OtherNames {
  /// Each of the names by itself; none where there is one.
  ///
  /// Before and behind "aka" stand two words or more, as one alone says too little of whose name it is. In parentheses only a kunya is
  /// another name, or what stands behind one: other words there say more of the name, or where something is.
  static func apart(_ text: String, _ typed: NameText) -> [NameText] {
    for place in typed.words.indices.dropFirst(leastWords).dropLast(leastWords) {
      guard let length = LinkWords.isAlias(typed, at: place),
        place + length + leastWords <= typed.words.count
      else { continue }
      let names = [
        typed.letters[..<typed.words[place - 1].end], typed.letters[typed.words[place + length].start...],
      ]
      return names.map { NameText(letters: Array($0)) }
    }
    guard text.utf8.contains(UInt8(ascii: "(")) else { return [] }
    let parts = text.split(whereSeparator: { $0 == "(" || $0 == ")" }).map { NameText(String($0)) }
      .filter { !$0.isEmpty }
    guard parts.count == 2, parts.contains(where: beginsWithKunya) else { return [] }
    return parts
  }

  private static let leastWords = 2

  private static func beginsWithKunya(_ name: NameText) -> Bool {
    name.words.count > 1 && name.words[0].particle?.kind == .kunya
  }
}
