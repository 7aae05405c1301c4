/// Words that are read otherwise than they are written, and words that stand in compounds, from `Parts/spellings.tsv`;
/// and the words that begin a construct, from `Parts/construct.tsv`.
struct Spellings: Sendable {
  static let shared = Spellings()

  /// What a word does with the word beside it.
  enum Role {
    /// Abd: with the next word one name; also written together with it.
    case servant
    /// Father, mother or son of: with the next word one name.
    case leading
    /// "The religion", Allah: with the word before one name; also written together with it.
    case trailing
  }

  /// What is known of a word that ends in ة (ta marbuta).
  private enum ConstructKind: String {
    /// A noun that is usually followed by what it belongs to.
    case head
    /// A name, which is not.
    case name
    /// A name that is an adjective just as well.
    case adjective
    /// A name that is written with ت (ta) and sounds like a construct.
    case ta
  }

  private var readings = SpellingDictionary<[VocalizedWord.Letter]>()
  private var roles = SpellingDictionary<Role>()
  private var trailing: [[UInt16]] = []
  /// Spellings that are only read.
  private var old: Set<[UInt16]> = []
  private var constructKinds = SpellingDictionary<ConstructKind>()

  private init() {
    DataTable.spellings.forEachRow { row in
      let codes = VocalizedWord(row[0]).codes
      switch row[2] {
      case "servant": roles[codes] = .servant
      case "old": old.insert(codes)
      case "leading": roles[codes] = .leading
      case "trailing":
        roles[codes] = .trailing
        trailing.append(codes)
      default: break
      }
      if !row[1].isEmpty { readings[codes] = Self.reading(row[1]) }
    }
    DataTable.construct.forEachRow {
      constructKinds[VocalizedWord($0[0]).codes] = ConstructKind(rawValue: $0[1])
    }
  }

  /// The letters of a reading, with the hyphen as the sign of a prefix.
  private static func reading(_ text: String) -> [VocalizedWord.Letter] {
    var word = VocalizedWord()
    for scalar in text.unicodeScalars { word.append(scalar == "-" ? "\u{2060}" : scalar) }
    return word.letters
  }

  /// Returns the words that a written word consists of, read as they are spoken.
  func words(of word: VocalizedWord) -> [VocalizedWord] {
    if let place = splitPlace(of: word) {
      var (first, second) = (word, word)
      first.letters.removeSubrange(place...)
      first.letters[place - 1].mark = .unknown
      second.letters.removeSubrange(..<place)
      return [first, resolved(second)]
    }
    return [resolved(word)]
  }

  /// Words that are not read as they are written, and their usual spelling with vowels.
  var irregular: [(word: VocalizedWord, spelling: String)] {
    readings.keys.filter { !old.contains($0) }.sorted(by: { $0.lexicographicallyPrecedes($1) }).map { codes in
      let plain = String(letters: codes)
      let word = resolved(VocalizedWord(plain))
      // Where letters were replaced, the vowels do not fit those that are written.
      return (word, word.spelling == nil ? word.text : plain)
    }
  }

  /// Whether a word is a noun that is usually followed by what it belongs to.
  func isHead(_ codes: [UInt16]) -> Bool { constructKinds[codes] == .head }

  /// Whether a word in "-āt" is one of the few that end in ة (ta marbuta); the rest are plurals, or names in ت (ta).
  func isLongTaMarbuta(_ codes: [UInt16]) -> Bool {
    constructKinds[codes].map { $0 != .ta } ?? false
  }

  /// Whether a word in "-at" is a name that is written with ت (ta).
  func isNameInTa(_ codes: [UInt16]) -> Bool { constructKinds[codes] == .ta }

  /// The role of a word.
  func role(of codes: [UInt16]) -> Role? { roles[codes] }

  /// Whether the ة (ta marbuta) at the end of a word is spoken as "t".
  ///
  /// - Parameters:
  ///   - word: the word.
  ///   - hasArticle: whether it has the article: then only an adjective can follow.
  ///   - next: the next word when nothing but a space is between.
  ///   - nextHasArticle: whether that has the article.
  ///   - beforeOther: whether a number or a word in another script is next.
  /// - Returns: true when it is, before what it belongs to.
  func isConstruct(
    _ word: VocalizedWord, hasArticle: Bool, next: VocalizedWord?, nextHasArticle: Bool,
    beforeOther: Bool = false
  ) -> Bool {
    if let isConstruct = word.isConstruct { return isConstruct }
    guard !hasArticle else { return false }
    let kind = constructKinds[word.codes]
    guard let next else { return beforeOther && kind == .head }
    let codes = next.codes
    // "Son of" stands behind a name.
    if roles[codes] == .leading, Self.nasab.contains(codes) { return false }
    // The gift of God, the servant of the religion: names of two words.
    if roles[codes] == .trailing { return true }
    if nextHasArticle { return kind == nil || kind == .head }
    guard kind == .head else { return false }
    // An unknown word in the feminine is an adjective, as in "a big city".
    guard codes.last == ArabicCode.taMarbuta else { return true }
    return constructKinds[codes].map { $0 != .adjective } ?? false
  }

  private static let nasab: Set<[UInt16]> = [VocalizedWord("بن").codes, VocalizedWord("ابن").codes]

  /// Where a second word begins that is written onto the first: عبدالرحمن, نورالدين.
  private func splitPlace(of word: VocalizedWord) -> Int? {
    let codes = word.codes
    guard codes.count > 5, readings[codes] == nil else { return nil }
    for place in 2..<(codes.count - 3)
    where codes[place] == ArabicCode.alif && codes[place + 1] == ArabicCode.lam && word.letters[place].isBare
    {
      if trailing.contains(where: { codes[place...].elementsEqual($0) }) {
        return Self.beginsWithArticle(codes[..<place]) ? nil : place
      }
      if word.letters[place + 1].mark == .unknown || word.letters[place + 1].mark == .sukun,
        roles[Array(codes[..<place])] == .servant
      {
        return place
      }
    }
    return nil
  }

  /// Whether letters begin with the article, behind a prefix or two or without one: no first part of a compound does, and
  /// what looks like its second part in وبالوالدين ("and to the parents") is the word itself.
  private static func beginsWithArticle(_ codes: ArraySlice<UInt16>) -> Bool {
    let stem = codes.prefix(2).prefix { prefixLetters.contains($0) }.count
    return (0...stem).contains { count in
      codes.dropFirst(count).starts(with: [ArabicCode.alif, ArabicCode.lam])
        || count > 0 && codes.dropFirst(count - 1).starts(with: [ArabicCode.lam, ArabicCode.lam])
    }
  }

  private static let prefixLetters: Set<UInt16> = [
    ArabicCode.waw, ArabicCode.fa, ArabicCode.ba, ArabicCode.kaf, ArabicCode.lam,
  ]

  private func resolved(_ word: VocalizedWord) -> VocalizedWord {
    let start = (word.letters.lastIndex { $0.endsPrefix } ?? -1) + 1
    let isPlain = start == 0
    var word = word
    if roles[word.codes] == .servant, let last = word.letters.indices.last {
      word.letters[last].mark = .unknown
    }
    guard let reading = readings[isPlain ? word.codes : Array(word.codes[start...])] else { return word }
    let written = word.letters[start...]
    let isAligned = written.count == reading.count && zip(written, reading).allSatisfy { $0.code == $1.code }
    guard isAligned else {
      word.spelling = word.codes
      word.letters.replaceSubrange(start..., with: reading)
      return word
    }
    for (place, letter) in zip(written.indices, reading) {
      let mark = word.letters[place].mark
      let isTanwin = mark == .fathatan || mark == .kasratan || mark == .dammatan
      if letter.mark != .unknown, mark == .unknown || isTanwin { word.letters[place].mark = letter.mark }
      if letter.hasDagger { word.letters[place].hasDagger = true }
      if letter.isDoubled { word.letters[place].isDoubled = true }
      if letter.isSilent { word.letters[place].isSilent = true }
    }
    return word
  }
}
