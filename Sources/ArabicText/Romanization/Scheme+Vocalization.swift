extension Scheme {
  /// Returns whether a word is written with enough vowels to be romanized by rule.
  ///
  /// It is when it has a vowel mark and either every letter but the last shows whether a vowel follows, or its reading
  /// can be pronounced: it does not begin with two consonants, has no three in a row, and does not end in more than
  /// two. A word of one letter needs only its vowel. Words with a reading of their own, such as الله and بن, need no
  /// marks.
  public static func isVocalized(_ word: some StringProtocol) -> Bool {
    let words = Spellings.shared.words(of: VocalizedWord(String(word)))
    let hasVowel = words.contains { word in
      word.letters.contains { $0.hasDagger || $0.mark != .unknown && $0.mark != .sukun }
    }
    // آ says its vowel, but only of a word with marks that the others have none.
    let hasMadda = words.contains { word in
      word.hasMarks && word.letters.contains { $0.code == ArabicCode.alifMadda }
    }
    return (hasVowel || hasMadda)
      && words.allSatisfy { $0.showsEveryVowel || WordReading($0).isPronounceable }
  }
}

extension VocalizedWord {
  /// Whether each letter but the last has a mark or makes the vowel before it long; an article needs none.
  fileprivate var showsEveryVowel: Bool {
    letters.indices.dropLast().allSatisfy { place in
      let letter = letters[place]
      if letter.mark != .unknown || letter.hasDagger || letter.isSilent { return true }
      guard !letter.isDoubled else { return false }
      guard place > 0 else { return ArabicCode.isAlif(letter.code) || letter.code == ArabicCode.alifMadda }
      let last = letters[place - 1]
      return switch letter.code {
      case ArabicCode.alif, ArabicCode.alifMaqsura: last.mark == .fatha
      case ArabicCode.alifMadda: true
      case ArabicCode.waw: last.mark == .damma
      case ArabicCode.ya: last.mark == .kasra
      case ArabicCode.lam: place == 1 && last.isBare && ArabicCode.isAlif(last.code)
      default: false
      }
    }
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
