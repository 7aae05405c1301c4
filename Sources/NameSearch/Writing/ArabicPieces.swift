internal import ArabicText

/// A text cut into Arabic words and what stands between them.
struct ArabicPieces {
  /// The words, with their marks.
  private(set) var words: [String] = []
  /// What stands before each word, and behind the last one.
  private(set) var gaps: [String] = []
  /// For each word, the places of the words of its name: words with only spaces or hyphens between them.
  private(set) var names: [Range<Int>] = []

  /// Cuts a text.
  ///
  /// A mark that stands on no letter belongs to no word.
  init(_ text: String) {
    var word = String.UnicodeScalarView()
    var gap = String.UnicodeScalarView()
    func close(_ words: inout [String], _ gaps: inout [String]) {
      guard !word.isEmpty else { return }
      if VocalizedWord(String(word)).isEmpty {
        gap.append(contentsOf: word)
      } else {
        words.append(String(word))
        gaps.append(String(gap))
        gap = String.UnicodeScalarView()
      }
      word = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      if VocalizedWord.isPart(scalar) {
        word.append(scalar)
      } else {
        close(&words, &gaps)
        gap.append(scalar)
      }
    }
    close(&words, &gaps)
    gaps.append(String(gap))
    findNames()
  }

  private mutating func findNames() {
    var start = 0
    for place in 1..<max(words.count, 1) where !Self.joins(gaps[place]) {
      names.append(start..<place)
      start = place
    }
    if !words.isEmpty { names.append(start..<words.count) }
  }

  private static func joins(_ gap: String) -> Bool {
    gap.unicodeScalars.allSatisfy { $0 == " " || $0 == "\u{A0}" || $0 == "-" }
  }

  /// Puts words in place of those of the text.
  func text(_ replacements: some Sequence<String>, gap: (String) -> String = { $0 }) -> String {
    var result = ""
    for (place, word) in replacements.enumerated() {
      result += gap(gaps[place])
      result += word
    }
    return result + gap(gaps[gaps.count - 1])
  }
}
