/// What letters that only some alphabets in Arabic script have are read as where nobody has a row for them.
///
/// `Letters/arabic.tsv` says it: the letter is first what it sounds like, then what it folds to. ڭ of Morocco is گ, and ك where there
/// is no گ either.
enum NearestLetters {
  /// The letters from one on, nearest first; nothing for the letters of Arabic itself.
  static func chain(from code: UInt16) -> [UInt16] {
    var chain: [UInt16] = []
    var last = code
    while let next = next[last], !chain.contains(next), next != code {
      chain.append(next)
      last = next
    }
    return chain
  }

  /// The letter below U+0700 that is read for one of the Arabic Supplement, or nil when there is none.
  static func basic(for scalar: Unicode.Scalar) -> Unicode.Scalar? {
    guard supplement.contains(scalar.value) else { return nil }
    return chain(from: UInt16(scalar.value)).first { $0 < 0x700 }.flatMap { Unicode.Scalar($0) }
  }

  /// Arabic Supplement of Unicode.
  private static let supplement: ClosedRange<UInt32> = 0x750...0x77F

  private static let next: [UInt16: UInt16] = {
    var next: [UInt16: UInt16] = [:]
    DataTable.arabicLetters.forEachRow { row in
      guard let letter = single(row[0]), letter > 0x671, next[letter] == nil else { return }
      let sound = row[5].prefix { $0 != " " && $0 != ":" }
      if let sound = single(String(sound)), sound >= 0x620, sound != letter {
        next[letter] = sound
      } else if let fold = single(row[2]), fold >= 0x620, fold != letter {
        next[letter] = fold
      }
    }
    return next
  }()

  private static func single(_ text: String) -> UInt16? {
    let units = Array(text.utf16)
    return units.count == 1 ? units[0] : nil
  }
}
