internal import ArabicText

/// The article in Latin spellings.
enum LatinArticle {
  /// How everyday romanization writes it.
  static let standard = "al-"

  /// How many characters the article and the sign behind it take at the beginning of a spelling, or nil when there is
  /// none: "al-Najjar", "El Najjar".
  static func length(in spelling: String) -> Int? {
    guard let end = spelling.firstIndex(where: { $0 == "-" || $0 == " " }), end > spelling.startIndex else {
      return nil
    }
    let text = NameText(spelling)
    guard text.words.count > 1, !text.words[0].isArabic, text.isArticle(0) else { return nil }
    return spelling.distance(from: spelling.startIndex, to: end) + 1
  }

  /// Returns other ways to write the articles of a name, with a weight compared with the name as it is.
  static func variants(of name: String) -> [(text: String, weight: Double)] {
    let pieces = LatinPieces(name)
    let places = pieces.words.indices.dropLast().filter { place in
      pieces.follows(place + 1) && NameText(pieces.text(place..<place + 2)).isArticle(0)
    }
    guard !places.isEmpty else { return [] }
    func written(_ article: (_ next: String) -> String) -> String {
      var result = ""
      var isJoined = false
      for (place, word) in pieces.words.enumerated() {
        result += isJoined ? "" : pieces.gaps[place]
        isJoined = places.contains(place)
        result += isJoined ? article(pieces.words[place + 1].text) : word.text
      }
      return result + pieces.gaps[pieces.gaps.count - 1]
    }
    var result = [
      (written { _ in "al-" }, 0.6), (written { _ in "al " }, 0.55), (written { _ in "el-" }, 0.5),
      (written { _ in "" }, 0.35), (written { _ in "el " }, 0.3),
    ]
    result.append((written { sunConsonant(of: $0).map { "a\($0)-" } ?? "al-" }, 0.45))
    return result.filter { $0.0 != name }.map { (text: $0.0, weight: $0.1) }
  }

  /// The consonant of a word that the article takes on, as everyday romanization writes it.
  private static func sunConsonant(of word: String) -> String? {
    let lower = word.lowercased()
    if let group = ["sh", "th", "dh"].first(where: lower.hasPrefix) { return group }
    guard let first = lower.first, "tdrzsn".contains(first) else { return nil }
    return String(first)
  }
}
