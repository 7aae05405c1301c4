/// Numbers that stand beside names as words, Roman numerals or digits with an ending: "Abdullah II", الحسن الثاني, "9th Division".
package enum Ordinals {
  /// The number that a word says, by the hash of its folded form; 0 for none.
  package static func number(_ foldedHash: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: all.numbers[foldedHash] ?? 0)
  }

  /// What a word adds to the number that the word before it says, by the hash of its folded form: 10 for عشر (ashar); 0 for all others.
  package static func addend(_ foldedHash: UInt64) -> UInt8 {
    UInt8(truncatingIfNeeded: all.addends[foldedHash] ?? 0)
  }

  /// How many letters behind the digits of a word make them an ordinal: 2 for "9th", "9er"; 0 for all other words.
  package static func endingLength(_ word: ArraySlice<UInt16>) -> Int {
    guard let first = word.first, first.isDigit, let end = word.firstIndex(where: { !$0.isDigit }) else {
      return 0
    }
    return all.endings[KeyHash(folded: word[end...]).value] == nil ? 0 : word.endIndex - end
  }

  /// Whether letters are those of a Roman numeral, as an initial or a short name may be too.
  package static func isRoman(_ word: ArraySlice<UInt16>) -> Bool { word.allSatisfy(roman.contains) }

  private static let roman = Array("ivx".utf16)

  private static let all: (numbers: HashedNumbers, addends: HashedNumbers, endings: HashedNumbers) = {
    var (numbers, addends, endings) = (HashedNumbers(), HashedNumbers(), HashedNumbers())
    DataTable.ordinals.forEachRow { row in
      let isAddend = row[0].hasSuffix("+")
      guard let number = UInt8(isAddend ? String(row[0].dropLast()) : row[0]) else { return }
      // 0 stands before the endings.
      for word in row[1].split(separator: "|") {
        if isAddend {
          addends.set(NameText(String(word)).foldedHash(), to: Int(number))
        } else if number > 0 {
          numbers.set(NameText(String(word)).foldedHash(), to: Int(number))
        } else {
          endings.set(NameText(String(word)).foldedHash(), to: 1)
        }
      }
    }
    return (numbers, addends, endings)
  }()
}
