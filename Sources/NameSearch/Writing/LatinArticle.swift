internal import ArabicText

/// The article in front of a Latin spelling.
enum LatinArticle {
  /// How everyday romanization writes it.
  static let standard = "al-"

  /// How many characters the article and the sign behind it take at the beginning of a spelling, or nil when there is
  /// none: "al-Najjar", "El Najjar".
  static func length(in spelling: String) -> Int? {
    guard let end = spelling.firstIndex(where: { $0 == "-" || $0 == " " }), end > spelling.startIndex else { return nil }
    let text = NameText(spelling)
    guard text.words.count > 1, !text.words[0].isArabic, text.isArticle(0) else { return nil }
    return spelling.distance(from: spelling.startIndex, to: end) + 1
  }
}
