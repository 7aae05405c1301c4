internal import ArabicText

/// The vowels of a word, as far as its spelling says which they are: by macrons in Latin, by vowel marks and shadda in Arabic.
///
/// Spellings without either say nothing, and contradict none.
struct WrittenVowels: Equatable {
  /// Four bits each, the first vowel of a Latin word or the first letter of an Arabic one in the lowest; of a letter the highest says that it is
  /// double.
  private var codes: UInt64 = 0
  private var count: UInt8 = 0
  private var isArabic = false

  /// Nothing said.
  init() {}

  /// Those of letters of a normalized name.
  init(_ letters: ArraySlice<UInt16>) {
    if letters.first?.isArabicLetter == true { readMarks(letters) } else { readMacrons(letters) }
  }

  /// The lengths of the vowels of vocalized Arabic, as Latin with macrons would show them.
  init(lengthsOf letters: ArraySlice<UInt16>) {
    var place = letters.startIndex
    while place < letters.endIndex {
      let next = place + 1 < letters.endIndex ? letters[place + 1] : 0
      let isBare =
        place + 2 >= letters.endIndex || !letters[place + 2].isVowelMark && letters[place + 2] != Self.shadda
      switch letters[place] {
      case Self.fatha: append(next == Self.alif || next == Self.alifMaqsura ? Self.long : Self.short)
      case Self.kasra: append(next == Self.ya && isBare ? Self.long : Self.short)
      case Self.damma: append(next == Self.waw && isBare ? Self.long : Self.short)
      case Self.daggerAlif, Self.alifMadda: append(Self.long)
      default: break
      }
      place += 1
    }
  }

  /// Whether nothing is said.
  var isEmpty: Bool { codes == 0 }

  /// Whether two spellings of the same consonants are of two words: Sālim, Salīm; حُسْن, حَسَن.
  ///
  /// A macron or mark that is left out contradicts nothing; where there are macrons, each word must have one that the other has not.
  func contradict(_ other: WrittenVowels) -> Bool {
    guard codes != 0, other.codes != 0, count == other.count, isArabic == other.isArabic else { return false }
    if isArabic {
      for place in 0..<UInt64(count) {
        let (own, others) = (codes >> (4 * place) & 15, other.codes >> (4 * place) & 15)
        guard own != 0, others != 0, own != others else { continue }
        // A letter with a vowel and no shadda is not double: عُمَان ('Uman) is not عمّان ('Amman).
        let (vowel, otherVowel) = (own & ~Self.double, others & ~Self.double)
        if own & Self.double != others & Self.double || vowel != 0 && otherVowel != 0 && vowel != otherVowel {
          return true
        }
      }
      return false
    }
    let (longs, others) = (codes & Self.longBits, other.codes & Self.longBits)
    return longs & ~others != 0 && others & ~longs != 0
  }

  /// Whether both say something of as many vowels or letters, and nothing that contradicts the other.
  func agree(_ other: WrittenVowels) -> Bool {
    codes != 0 && other.codes != 0 && count == other.count && isArabic == other.isArabic && !contradict(other)
  }

  private mutating func readMacrons(_ letters: ArraySlice<UInt16>) {
    var isBehindVowel = false
    var hasMacron = false
    for letter in letters {
      let isLong = Self.macrons.contains(letter)
      let isVowel = isLong || Self.plainVowels.contains(letter)
      if isLong { hasMacron = true }
      // Two letters in a row are one vowel.
      if isVowel, !isBehindVowel { append(isLong ? Self.long : Self.short) }
      isBehindVowel = isVowel
    }
    if !hasMacron { codes = 0 }
  }

  /// Reads the marks of all letters but the last, whose mark says the case, and no shadda behind the article, which not everybody writes.
  private mutating func readMarks(_ letters: ArraySlice<UInt16>) {
    isArabic = true
    var last: UInt64 = 0
    /// The letters before the last, without marks.
    var before: (UInt16, UInt16) = (0, 0)
    var letterBefore: UInt16 = 0
    for letter in letters {
      if letter.isVowelMark || letter == Self.shadda {
        var code: UInt64 =
          letter == Self.daggerAlif ? 1 : UInt64(truncatingIfNeeded: letter &- Self.fatha) + 1
        if letter == Self.shadda { code = count == 1 || before == (Self.alif, Self.lam) ? 0 : Self.double }
        if count > 0, count <= 16 { codes |= code << (4 * UInt64(count - 1)) }
        last = count > 0 ? 15 << (4 * UInt64(min(count, 16) - 1)) : 0
      } else {
        before = (before.1, letterBefore)
        letterBefore = letter
        count += 1
        last = 0
      }
    }
    codes &= ~last
    if count > 16 { codes = 0 }
  }

  private mutating func append(_ code: UInt64) {
    guard count < 16 else { return }
    codes |= code << (4 * UInt64(count))
    count += 1
  }

  private static let (short, long): (UInt64, UInt64) = (1, 3)
  private static let double: UInt64 = 8
  private static let longBits: UInt64 = 0x2222_2222_2222_2222
  private static let (fatha, damma, kasra, shadda): (UInt16, UInt16, UInt16, UInt16) = (
    0x64E, 0x64F, 0x650, 0x651
  )
  private static let daggerAlif: UInt16 = 0x670
  private static let (alif, alifMadda, alifMaqsura, lam): (UInt16, UInt16, UInt16, UInt16) = (
    0x627, 0x622, 0x649, 0x644
  )
  private static let (waw, ya): (UInt16, UInt16) = (0x648, 0x64A)
  private static let plainVowels = Array("aeiouáéíóú".utf16)
  private static let macrons = Array("āīūēō".utf16)
}

extension UInt16 {
  fileprivate var isArabicLetter: Bool { self >= 0x600 && self < 0x780 }
  fileprivate var isVowelMark: Bool { self >= 0x64E && self <= 0x650 || self == 0x670 }
}
