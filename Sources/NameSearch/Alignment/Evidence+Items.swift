internal import ArabicText

extension Evidence {
  /// The pieces for a person.
  func items(_ query: NameText, _ name: NameText) -> [EvidenceItem] {
    pieces.map { piece in
      let (left, right) = (query.text(ofWords: piece.queryWords), name.text(ofWords: piece.nameWords))
      return EvidenceItem(
        kind: piece.reason.rawValue, query: left, name: right, key: piece.key, cost: Double(piece.cost),
        explanation: piece.explanation(left, right))
    }
  }
}

extension Evidence.Piece {
  /// From this cost on a spelling is unusual, in nats for a word.
  private static let unusual: Float = 8

  /// By what the words were found to be the same.
  fileprivate var key: String {
    switch reason {
    case .equal: "exact"
    case .known, .translation, .apart: "known"
    case .spelling, .joined: cost >= Self.unusual ? "typo" : "spelling"
    case .particle, .initial, .acronym: "spelling"
    case .title, .queryOnly, .nameOnly: ""
    }
  }

  fileprivate func explanation(_ left: String, _ right: String) -> String {
    var sentence =
      switch reason {
      case .equal where left == right: "'\(left)' is written the same"
      case .equal: "'\(left)' is written the same, but for vowel marks and letter variants"
      case .particle: "'\(left)' and '\(right)' are one word in another grammatical case"
      case .known where detail.contains(.translated): "'\(left)' and '\(right)' mean the same"
      case .known: "'\(left)' and '\(right)' are known spellings of one word"
      case .spelling where cost >= Self.unusual:
        "'\(right)' may be another spelling of '\(left)', or a typing error"
      case .spelling: "'\(right)' is another spelling of '\(left)'"
      case .joined: "'\(left)' and '\(right)' are the same words, written together or apart"
      case .initial: "a letter stands for a word: '\(left)', '\(right)'"
      case .acronym: "one is the initials of the other: '\(left)', '\(right)'"
      case .translation: "a lexicon has '\(left)' and '\(right)' as names of one entity"
      case .apart: "a lexicon has '\(left)' and '\(right)' as names of different entities"
      case .title: "the title '\(left)\(right)' is in one name only"
      case .queryOnly, .nameOnly: "'\(left)\(right)' is in one name only"
      }
    if detail.contains(.droppedPrefix) { sentence += "; the first part of the compound is missing in one" }
    if detail.contains(.droppedNasab) { sentence += "; 'son of' is missing in one" }
    if detail.contains(.gluedArticle) { sentence += "; the article is written onto the word in one" }
    if detail.contains(.otherWord) { sentence += "; their vowels or endings make two words of them" }
    if detail.contains(.knownOther) { sentence += "; both are known as different words" }
    return sentence
  }
}

extension NameText {
  /// Consecutive words as a string.
  func text(ofWords range: Range<Int>) -> String {
    guard !range.isEmpty, range.upperBound <= words.count else { return "" }
    return String(
      decoding: letters[words[range.lowerBound].start..<words[range.upperBound - 1].end], as: UTF16.self)
  }
}
