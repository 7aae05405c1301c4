internal import ArabicText

/// Names that are given twice, in Latin and in Arabic: "Salim Haddad سليم حداد".
enum BilingualName {
  /// The words of each script, when the name changes its script once and both halves can be spellings of one name; else none.
  static func halves(of name: NameText) -> [NameText] {
    guard let first = name.words.first,
      let border = name.words.firstIndex(where: { $0.isArabic != first.isArabic }),
      name.words[border...].allSatisfy({ $0.isArabic != first.isArabic })
    else { return [] }
    let halves = [
      NameText(letters: Array(name.letters[first.start..<name.words[border - 1].end])),
      NameText(letters: Array(name.letters[name.words[border].start...])),
    ]
    let keys = halves.map { SkeletonBuilder().keys(of: $0, limit: keyCount) { _ in [] } }
    return keys[0].contains(where: keys[1].contains) ? halves : []
  }

  private static let keyCount = 8
}
