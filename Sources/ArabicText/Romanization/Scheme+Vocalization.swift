extension Scheme {
  /// Returns whether a word is written with enough vowels to be romanized by rule.
  ///
  /// It is when it has a vowel mark and its reading can be pronounced: it does not begin with two consonants, has no
  /// three in a row, and does not end in more than two. A word of one letter
  /// needs only its vowel. Words with a reading of their own, such as الله and بن, need no marks.
  public static func isVocalized(_ word: some StringProtocol) -> Bool {
    let words = Spellings.shared.words(of: VocalizedWord(String(word)))
    let hasVowel = words.contains { word in
      word.letters.contains { $0.hasDagger || $0.mark != .unknown && $0.mark != .sukun }
    }
    return hasVowel && words.allSatisfy { WordReading($0).isPronounceable }
  }
}

extension WordReading {
  /// Whether the consonants have vowels enough between them.
  fileprivate var isPronounceable: Bool {
    guard let first = sounds.first, first.vowel != .none || sounds.count == 1 else { return false }
    var cluster = 0
    for (place, sound) in sounds.enumerated() {
      if place == sounds.count - 1, sound.letter == ArabicCode.taMarbuta { return cluster < 3 }
      if sound.letter != 0, place > 0 || sound.letter != ArabicCode.alif {
        cluster += sound.isDoubled ? 2 : 1
      }
      if cluster > 2 { return false }
      if sound.vowel != .none { cluster = 0 }
    }
    return true
  }
}
