extension TextRules {
  /// Whether an Arabic text shows the vowel of each letter, as `Lexicon/README.md` asks for.
  ///
  /// The last letter of a word may do without, and so may long vowels behind the vowel that they lengthen, the article,
  /// and the words الله (God), ابن and بن (son).
  static func showsEveryVowel(_ text: String) -> Bool {
    text.unicodeScalars.split { !isArabic($0) }.allSatisfy { isShown(letters(of: String($0))) }
  }

  /// A letter with the marks on it.
  private struct Letter {
    let scalar: Unicode.Scalar
    var marks: Set<Unicode.Scalar> = []

    var isBare: Bool { marks.isEmpty }
    /// Whether it says which vowel follows, or that none does.
    var saysVowel: Bool { marks.contains { $0 != "\u{651}" } }
  }

  private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    ("\u{621}"..."\u{652}").contains(scalar) || ("\u{670}"..."\u{6D3}").contains(scalar)
  }

  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    ("\u{64B}"..."\u{652}").contains(scalar) || scalar == "\u{670}"
  }

  private static func letters(of word: String) -> [Letter] {
    var letters: [Letter] = []
    for scalar in word.unicodeScalars {
      if isMark(scalar), let last = letters.indices.last {
        letters[last].marks.insert(scalar)
      } else {
        letters.append(Letter(scalar: scalar))
      }
    }
    return letters
  }

  private static func isShown(_ word: [Letter]) -> Bool {
    let stem = word[startOfStem(word)...]
    if ["له", "ابن", "بن"].contains(String(String.UnicodeScalarView(stem.map(\.scalar)))) { return true }
    return stem.indices.dropLast().allSatisfy { place in
      let before = place > stem.startIndex ? word[place - 1].marks : []
      switch word[place].scalar {
      case "آ": return true
      case "ا" where place > stem.startIndex: return !before.isDisjoint(with: ["\u{64E}", "\u{670}"])
      case "و" where word[place].isBare: return before.contains("\u{64F}")
      case "ي" where word[place].isBare: return before.contains("\u{650}")
      default: return word[place].saysVowel
      }
    }
  }

  /// The place behind the article and the prefix before it: ال, وَال, بِال, لِل.
  private static func startOfStem(_ word: [Letter]) -> Int {
    func isArticle(_ place: Int) -> Bool {
      word.count > place + 2 && word[place].scalar == "ا" && word[place + 1].scalar == "ل"
        && word[place].isBare
        && word[place + 1].isBare
    }
    if isArticle(0) { return 2 }
    guard word.count > 3, ["و", "ف", "ب", "ك", "ل"].contains(word[0].scalar), !word[0].isBare else {
      return 0
    }
    if isArticle(1) { return 3 }
    return word[0].scalar == "ل" && word[1].scalar == "ل" && word[1].isBare ? 2 : 0
  }
}
