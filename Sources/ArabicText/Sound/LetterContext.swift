/// The place of letters inside a word, as the `where` column of `Letters/*.tsv` sees it.
struct LetterContext {
  let letters: [UInt16]
  /// The word, as places in `letters`.
  let word: Range<Int>

  /// Whether `chunk` stands at `place`, whose letter is its first.
  func holds(_ chunk: Chunk, at place: Int) -> Bool {
    let end = place + chunk.count
    guard end <= word.upperBound else { return false }
    for offset in 1..<chunk.count where letters[place + offset] != chunk[offset] { return false }
    switch chunk.place {
    case .any: return !isMarkBeforeConsonant(chunk, end)
    case .mark: return true
    case .initial: return place == word.lowerBound
    case .final: return restIsMarks(from: end)
    case .beforeFront: return end < word.upperBound && Self.frontVowels.contains(letters[end])
    case .besideLetter: return isBesideLetter(place, end)
    }
  }

  /// The vowels that Latin spellings give the article: al, el, il, ol, ul, ül.
  static let articleVowels: Set<UInt16> = Set("aeiouü".utf16)

  private static let frontVowels: Set<UInt16> = Set("eiyéèêëîïíīı".utf16)

  /// Fatha and waw are a diphthong only when the waw has no vowel or doubling of its own.
  private func isMarkBeforeConsonant(_ chunk: Chunk, _ end: Int) -> Bool {
    chunk.count == 2 && chunk[0].isArabicMark && end < word.upperBound && letters[end].isArabicMark
  }

  private func restIsMarks(from place: Int) -> Bool {
    for index in place..<word.upperBound where !letters[index].isArabicMark { return false }
    return true
  }

  /// A digit is a letter only inside a Latin word (Arabizi): in "Brigade 313" it is a digit.
  private func isBesideLetter(_ place: Int, _ end: Int) -> Bool {
    for index in word where (letters[index] >= 0x61 && letters[index] <= 0x7A) || letters[index] > 0xBF {
      return true
    }
    return false
  }

  /// Whether an article may begin here: at the start of a word, behind a prefix (وال), or glued behind at least two
  /// letters ("Abdelkader", "عبدالقادر"), with a word left after it.
  func allowsArticle(at place: Int, count: Int) -> Bool {
    let remaining = word.upperBound - place - count
    guard remaining >= 2 else { return false }
    switch place - word.lowerBound {
    case 0: return true
    case 1: return Particle.table.prefixes.contains(letters[word.lowerBound])
    default: return true
    }
  }

  /// Whether the vowel at `place` may be what is left of an assimilated article: "Zeineddine", "Ezzarqaoui".
  func isAssimilatedArticle(at place: Int) -> Bool {
    switch letters[place] {
    case 0x61, 0x65, 0x69, 0x75: break
    default: return false
    }
    let next = place + 1
    guard next + 1 < word.upperBound else { return false }
    let isDouble =
      letters[next] == letters[next + 1]
      ? !Self.vowels.contains(letters[next])
      : next + 3 < word.upperBound && letters[next] == letters[next + 2] && letters[next + 1] == 0x68
        && letters[next + 3] == 0x68
    return isDouble && allowsArticle(at: place, count: 1)
  }

  private static let vowels: Set<UInt16> = Set("aeiouyw".utf16)
}
