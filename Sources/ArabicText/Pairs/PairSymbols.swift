/// The letters of a word as small numbers, as the pair model counts them.
///
/// There is an alphabet for each script, with codes 1…63. *Folded* symbols are those of the folded form. *Rich* symbols
/// also keep what carries sound: hamza seats, the signs of ayn and hamza in Latin, dots and macrons.
package enum PairSymbols {
  /// The script of a word: that of its first letter.
  package enum Script: Int, Sendable {
    case arabic
    case latin
  }

  /// A letter that the alphabets do not have.
  package static let other: UInt8 = 63
  /// Codes are below this.
  package static let count = 64

  /// Appends the folded symbols of a word: marks, apostrophes and diacritics left out.
  ///
  /// - Parameters:
  ///   - letters: normalized letters of a `NameText`.
  ///   - symbols: gets at most one symbol for each letter.
  package static func appendFolded(_ letters: Span<UInt16>, to symbols: inout [UInt8]) {
    append(letters, tables.folded, to: &symbols)
  }

  private static func append(_ letters: Span<UInt16>, _ table: [UInt8], to symbols: inout [UInt8]) {
    for place in letters.indices {
      let symbol = table[Int(min(letters[place], scalarLimit))]
      if symbol != 0 { symbols.append(symbol) }
    }
  }

  /// The folded symbols of a word.
  package static func folded(_ letters: some Sequence<UInt16>) -> [UInt8] {
    var symbols: [UInt8] = []
    appendFolded(Array(letters).span, to: &symbols)
    return symbols
  }

  /// Appends the rich symbols of a word; vowel marks of Arabic are left out.
  ///
  /// - Parameters:
  ///   - letters: normalized letters of a `NameText`.
  ///   - isScholarly: whether the name has macrons or dots, so that "a" without one is a short vowel and "h" is ه (ha).
  ///   - symbols: gets at most one symbol for each letter.
  package static func appendRich(
    _ letters: Span<UInt16>, isScholarly: Bool, to symbols: inout [UInt8]
  ) {
    append(letters, isScholarly ? tables.scholarly : tables.rich, to: &symbols)
  }

  /// The rich symbols of a word.
  package static func rich(_ letters: some Sequence<UInt16>, isScholarly: Bool) -> [UInt8] {
    var symbols: [UInt8] = []
    appendRich(Array(letters).span, isScholarly: isScholarly, to: &symbols)
    return symbols
  }

  /// Appends the folded symbols of rich ones.
  package static func appendFolded(
    rich: Span<UInt8>, _ script: Script, to symbols: inout [UInt8]
  ) {
    let bases = script == .arabic ? tables.arabicBases : tables.latinBases
    for place in rich.indices {
      let folded = bases[Int(rich[place] & 63)]
      if folded != 0 { symbols.append(folded) }
    }
  }

  /// The folded symbols of a chunk of rich ones, the first symbol in the lowest byte.
  package static func folded(chunk: UInt32, _ script: Script) -> UInt32 {
    var result: UInt32 = 0
    var count: UInt32 = 0
    for place in 0..<UInt32(4) {
      let symbol = UInt8(truncatingIfNeeded: chunk >> (place * 8))
      let folded = script == .arabic ? tables.arabicBases[Int(symbol)] : tables.latinBases[Int(symbol)]
      if folded == 0 { continue }
      result |= UInt32(folded) << (count * 8)
      count += 1
    }
    return result
  }

  /// Whether a name has letters that only scholarly romanization has: macrons, and dots or cedillas below.
  package static func isScholarly(_ letters: Span<UInt16>) -> Bool {
    let isScholarly = tables.isScholarly
    for place in letters.indices where isScholarly[Int(min(letters[place], scalarLimit))] { return true }
    return false
  }

  /// Units from here on are `other`.
  private static let scalarLimit: UInt16 = 0x1F00
  private static let tables = Tables()

  /// The letters of ALA-LC and BGN/PCGN that other spellings of Latin do not have.
  private static let scholarlyLetters = "āīūḥḩṭṣḍḑẓẕḏṯḫẖ"

  /// The symbols 1…28 of Arabic: the letters of the folded form.
  private static let arabicBasic = "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"
  /// The rich symbols of Arabic from 29 on; letters of one string share a symbol.
  private static let arabicRich = [
    "ء", "آ", "أ", "ؤ", "إ", "ئ", "ةۃ", "ى", "پ", "چ", "ژ", "ڤ", "گڨڭݣڴ", "ە",
  ]
  /// The rich symbols of Latin from 27 on, behind a–z.
  private static let latinRich = [
    "ʿ", "ʾ", "'", "āâ", "īî", "ūû", "ḥḩ", "ṭţț", "ḍḑ", "ṣ", "ẓẕ", "ġğḡ", "šşș", "čç", "ḫẖ", "ḏ", "ṯ", "ž",
    "éèêë", "öø", "ü", "ñ",
  ]
  /// Behind those, what plain letters are in a scholarly name: short vowels and ه (ha).
  private static let latinScholarly = ["a", "i", "u", "h"]

  private struct Tables: Sendable {
    var folded: [UInt8]
    var rich: [UInt8]
    var scholarly: [UInt8]
    /// Whether only scholarly romanization has a letter.
    var isScholarly: [Bool]
    /// The folded symbols of rich ones.
    var arabicBases: [UInt8]
    var latinBases: [UInt8]

    init() {
      folded = (0...scalarLimit).map { _ in PairSymbols.other }
      isScholarly = folded.map { _ in false }
      for unit in PairSymbols.scholarlyLetters.utf16 { isScholarly[Int(unit)] = true }
      for (place, unit) in "0123456789".utf16.enumerated() { folded[Int(unit)] = UInt8(place + 53) }
      for (place, unit) in PairSymbols.arabicBasic.utf16.enumerated() { folded[Int(unit)] = UInt8(place + 1) }
      for unit in UInt16(0x61)...0x7A { folded[Int(unit)] = UInt8(unit - 0x60) }
      // Every letter that the letter tables fold has its base letter's symbol.
      for unit in 0..<scalarLimit where folded[Int(unit)] == PairSymbols.other {
        if let base = FoldedLetters(unit).first(where: { _ in true }) {
          folded[Int(unit)] = folded[Int(base)]
        } else {
          folded[Int(unit)] = 0
        }
      }
      rich = folded
      for (place, letters) in PairSymbols.arabicRich.enumerated() {
        for unit in letters.utf16 { rich[Int(unit)] = UInt8(place + 29) }
      }
      for (place, letters) in PairSymbols.latinRich.enumerated() {
        for unit in letters.utf16 { rich[Int(unit)] = UInt8(place + 27) }
      }
      scholarly = rich
      let first = 27 + PairSymbols.latinRich.count
      for (place, letter) in PairSymbols.latinScholarly.enumerated() {
        for unit in letter.utf16 { scholarly[Int(unit)] = UInt8(first + place) }
      }
      // In BGN/PCGN a cedilla is a dot: ş is ص (sad), where Turkish writes ش (shin) with it.
      for unit in "ş".utf16 { scholarly[Int(unit)] = scholarly[0x1E63] }
      arabicBases = (0..<UInt8(PairSymbols.count)).map { $0 }
      latinBases = arabicBases
      for unit in 0..<Int(scalarLimit) where rich[unit] != PairSymbols.other {
        if UInt16(unit).isArabic { arabicBases[Int(rich[unit])] = folded[unit] }
        if !UInt16(unit).isArabic {
          latinBases[Int(rich[unit])] = folded[unit]
          latinBases[Int(scholarly[unit])] = folded[unit]
        }
      }
    }
  }
}
