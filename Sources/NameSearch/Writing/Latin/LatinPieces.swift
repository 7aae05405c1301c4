internal import ArabicText

/// A text cut into words in Latin letters and what stands between them.
struct LatinPieces {
  /// A word.
  struct Word {
    /// As it is written.
    let text: String
    /// As Ism compares it; empty for what has no letter.
    let name: NameText
    /// Whether it has a letter that is to be written in Arabic.
    let isLatin: Bool

    /// The particle that it can be.
    var particle: Particle? { name.words.count == 1 ? name.words[0].particle : nil }
    /// How it is written in Arabic when it is a particle.
    var join: ParticleJoin? { name.words.count == 1 ? ParticleJoin.of(name.words[0].foldedHash) : nil }
    /// What it says of the words behind it as an English word that joins others.
    var saying: LinkWords.Saying? {
      name.words.count == 1 ? LinkWords.saying(ofEnglish: name.words[0].foldedHash) : nil
    }
  }

  /// The words.
  private(set) var words: [Word] = []
  /// What stands before each word, and behind the last one.
  private(set) var gaps: [String] = []

  /// Cuts a text.
  init(_ text: String) {
    var word = String.UnicodeScalarView()
    var gap = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if Self.isPart(scalar) {
        word.append(scalar)
        continue
      }
      close(&word, &gap)
      gap.append(scalar)
    }
    close(&word, &gap)
    gaps.append(String(gap))
  }

  /// Cuts a text in a notation.
  ///
  /// An article that is written onto a digit for a letter is a word (el3al), and the point behind an abbreviated title
  /// goes with it.
  init(_ text: String, _ notation: LatinNotation) {
    self.init(notation.hasDigits ? Self.withArticlesApart(text) : text)
    for place in words.indices.dropLast() where words[place].join?.isTitle == true {
      if gaps[place + 1].hasPrefix(".") { gaps[place + 1].removeFirst() }
    }
  }

  /// Puts a hyphen behind each article that a digit follows.
  private static func withArticlesApart(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let start = place - 2
      let isStart = start >= 0 && (start == 0 || !isPart(scalars[start - 1]))
      if isStart, ("2"..."9").contains(scalar), place + 1 < scalars.count,
        scalars[place + 1].properties.isAlphabetic
      {
        let article = String(String.UnicodeScalarView(scalars[start..<place])).lowercased()
        if ["al", "el", "il"].contains(article) { result.append("-") }
      }
      result.append(scalar)
    }
    return String(result)
  }

  private mutating func close(_ word: inout String.UnicodeScalarView, _ gap: inout String.UnicodeScalarView) {
    defer { word = String.UnicodeScalarView() }
    guard !word.isEmpty else { return }
    let text = String(word)
    let name = NameText(text)
    guard !name.isEmpty else { return gap.append(contentsOf: word) }
    let script = WritingSystem.dominant(in: text)
    words.append(Word(text: text, name: name, isLatin: script == .latin || script == .other))
    gaps.append(String(gap))
    gap = String.UnicodeScalarView()
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "'", "`", "´", "’", "‘", "ʻ", "ʼ", "ʿ", "ʾ", "′", "ʹ", "ʽ", "‛": return true
    case "-", " ": return false
    default: break
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .decimalNumber, .modifierLetter: return true
    default: return scalar.properties.isAlphabetic
    }
  }

  /// Whether nothing but a space or a hyphen is between a word and the one before it.
  func follows(_ place: Int) -> Bool {
    place > 0 && !gaps[place].isEmpty
      && gaps[place].unicodeScalars.allSatisfy { $0 == " " || $0 == "\u{A0}" || Self.hyphens.contains($0) }
  }

  private static let hyphens: Set<Unicode.Scalar> = ["-", "\u{2010}", "\u{2011}"]

  /// Consecutive words with a space between them.
  func text(_ range: Range<Int>) -> String { range.map { words[$0].text }.joined(separator: " ") }
}
