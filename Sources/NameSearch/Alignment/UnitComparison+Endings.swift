internal import ArabicText

// Letters that spellings of one word exchange, and endings that make it another word.
extension UnitComparison {
  /// How two Arabic words are the same but for letters that spellings exchange.
  enum SpellingVariant {
    case none
    /// One ends in ا (alif), the other in ى (alif maqsura): both are read -a.
    case finalAlif
    /// One ends in ة (ta marbuta), the other in ت (ta): حكمة, and حكمت as Turks and Persians write it.
    case finalTa
    /// A foreign g, for which Arabic has no letter: غوغل, جوجل, قوقل.
    case foreignG
    /// The same letters, but one is an Arabic word, in which they are not g: غالب (Ghalib), جالب.
    case native

    /// Whether both are spellings of one word.
    var isSpelling: Bool { self != .none && self != .native }
  }

  /// Looks at whether two Arabic words differ in letters that spellings exchange.
  func arabicVariant(_ left: Int, _ name: borrowing ComparedName, _ right: Int) -> SpellingVariant {
    let (a, b) = (query.units[left], name.units[right])
    guard a.core.count == b.core.count, a.core.count >= 3 else { return .none }
    // Most words differ elsewhere.
    var differing = 0
    var (areG, isForeign, isPlainG) = (true, false, false)
    for place in 0..<a.core.count {
      let (own, other) = (query.symbols[a.core.lowerBound + place], name.symbols[b.core.lowerBound + place])
      if own == other { continue }
      differing += 1
      guard Self.lettersOfG.contains(own), Self.lettersOfG.contains(other) else {
        areG = false
        let isLast = place == a.core.count - 1
        guard differing == 1, isLast || a.words.count > 1 && b.words.count > 1 else { return .none }
        if isLast, Self.finalAlifs.contains(own), Self.finalAlifs.contains(other) { return .finalAlif }
        // Also before "Allah": نعمة الله, نعمت الله.
        guard place > 2, Self.finalTas.contains(own), Self.finalTas.contains(other),
          query.symbols[a.core.lowerBound + place + 1..<a.core.upperBound]
            == name.symbols[b.core.lowerBound + place + 1..<b.core.upperBound]
        else { return .none }
        return .finalTa
      }
      if Self.hardG.contains(own), Self.hardG.contains(other) { continue }
      isForeign = true
      if Self.plainG.contains(own) || Self.plainG.contains(other) { isPlainG = true }
    }
    guard areG, differing > 0, !(a.isKnown && b.isKnown) else { return .none }
    if isNative(query, a) || isNative(name, b) { return isPlainG ? .none : .native }
    // ق (qaf) for ك (kaf) alone is no g.
    return isForeign ? .foreignG : .none
  }

  /// Whether a word is known, and none of what it is known as is written with a g in Latin.
  private func isNative(_ name: borrowing ComparedName, _ unit: ComparedName.Unit) -> Bool {
    guard !unit.known.isEmpty, let reader else { return false }
    return !unit.known.contains { reader.isSpelledWithG(name.known[$0]) }
  }

  /// Whether two Latin words end in what tells two names apart: Ramadi, Ramada; Aminu, Amina; Kemal, Kemale.
  func differInEnding(_ a: ComparedName.Unit, _ name: borrowing ComparedName, _ b: ComparedName.Unit) -> Bool
  {
    // A mute e that French writes behind n is no ending, and neither is one behind a word that is no given name.
    if a.isGivenName, Self.isDerived(name, b.core, of: query, a.core, by: Self.finalE) {
      return !Self.nasals.contains(query.symbols[a.core.upperBound - 1])
    }
    if b.isGivenName, Self.isDerived(query, a.core, of: name, b.core, by: Self.finalE) {
      return !Self.nasals.contains(name.symbols[b.core.upperBound - 1])
    }
    let (own, other) = (Self.ending(query.symbols[a.core]), Self.ending(name.symbols[b.core]))
    guard own.isA != other.isA, own.stem.count == other.stem.count, own.stem.count >= 2,
      own.stem.count < a.core.count, other.stem.count < b.core.count
    else { return false }
    return own.stem.elementsEqual(other.stem)
  }

  /// A Latin word without the a, ah, i, y or u that it ends in, and whether that is an a.
  private static func ending(_ word: ArraySlice<UInt8>) -> (stem: ArraySlice<UInt8>, isA: Bool) {
    for ends in endsInA where word.count > ends.count && word.suffix(ends.count) == ends {
      return (word.dropLast(ends.count), true)
    }
    return (endsInOther.contains(word.suffix(1)) ? word.dropLast() : word, false)
  }

  private static let finalAlifs = letters("اى")
  private static let finalTas = letters("ةت")
  private static let lettersOfG = letters("غجكقگڨڭݣ")
  private static let hardG = letters("قك")
  private static let plainG = letters("گڨڭݣ")
  private static let finalE = ends(["e"])
  private static let nasals = letters("nm")
  private static let endsInA = ends(["ah", "a", "ā"])
  private static let endsInOther = ends(["i", "y", "ī", "u"])

  private static func letters(_ text: String) -> [UInt8] {
    PairSymbols.rich(Array(text.utf16), isScholarly: false)
  }
}
