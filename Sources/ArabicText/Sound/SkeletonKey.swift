/// Skeleton keys: what spellings of one name have in common, in either script.
///
/// A skeleton is the consonants of a whole name as classes that spellings confuse (t and d; q, k and gh; h, kh and x),
/// without vowels, w, y, hamza, ayn, doubling, the article and the borders between words. A letter that can
/// stand for several sounds gives several skeletons: "th" is ث (tha) or ت and ه (ta, ha). The classes are the
/// `skeleton` column of `Lexicon/Letters/*.tsv`.
package struct SkeletonBuilder {
  /// Skeletons of a word that letters do not show, such as those of "Mohd", by the hash of its folded form.
  package typealias KnownSkeletons = (_ foldedHash: UInt64) -> [[UInt8]]

  /// The most alternatives that are kept for one word, the likeliest first.
  private static let wordLimit = 8

  package init() {}

  /// Returns the keys under which a name is found, each once.
  ///
  /// - Parameters:
  ///   - name: a normalized name.
  ///   - limit: the most keys to return. Less likely readings are left out first.
  ///   - known: skeletons that are added for whole words.
  /// - Returns: keys; none when no consonant is left, so that an empty skeleton never equals another.
  package func keys(of name: NameText, limit: Int, known: KnownSkeletons) -> [UInt64] {
    var words = wordSkeletons(of: name, known: known)
    Self.limit(&words, to: limit)
    var keys: [UInt64] = []
    var choice = [Int](repeating: 0, count: words.count)
    while true {
      if let key = Self.key(words, choice), !keys.contains(key) { keys.append(key) }
      var place = 0
      while place < words.count {
        choice[place] += 1
        if choice[place] < words[place].count { break }
        choice[place] = 0
        place += 1
      }
      if place == words.count { return keys }
    }
  }

  /// Returns the alternatives for the skeleton of one word or compound, without its borders.
  package func skeletons(of name: NameText) -> [[UInt8]] {
    var words = wordSkeletons(of: name) { _ in [] }
    Self.limit(&words, to: Self.wordLimit)
    return words.reduce([[]]) { prefixes, alternatives in
      prefixes.flatMap { prefix in alternatives.map { prefix + $0 } }
    }
  }

  private func wordSkeletons(of name: NameText, known: KnownSkeletons) -> [[[UInt8]]] {
    var result: [[[UInt8]]] = []
    for place in name.words.indices {
      let isLast = place == name.words.count - 1
      if !isLast, name.isArticle(place) { continue }
      var alternatives: [[UInt8]]
      if !isLast, let particle = name.words[place].particle, particle.kind == .servant {
        alternatives = Self.read(particle.base.indices, in: particle.base)
      } else {
        alternatives = Self.read(name.words[place].range, in: name.letters)
        if !isLast, name.endsWithArticle(place) { alternatives += alternatives.map { Array($0.dropLast()) } }
      }
      // A title may be missing in the other spelling, or be no title here.
      if !isLast, name.isLeadingTitle(place), !alternatives.contains([]) { alternatives.append([]) }
      for skeleton in known(name.words[place].foldedHash) where !alternatives.contains(skeleton) {
        alternatives.append(skeleton)
      }
      result.append(alternatives)
    }
    return result
  }

  /// Returns the alternatives for one word, the likeliest first.
  static func read(_ word: Range<Int>, in letters: [UInt16]) -> [[UInt8]] {
    let context = LetterContext(letters: letters, word: word)
    let table = LetterTable.shared
    var tokens: [[[UInt8]]] = []
    var place = word.lowerBound
    if letters[place].isArabic, startsWithArabicArticle(letters, word) { place += 2 }
    while place < word.upperBound {
      let letter = letters[place]
      var length = 1
      var alternatives: [[UInt8]] = letter.isDigit ? [[UInt8(letter)]] : [[]]
      for candidate in table.candidates(for: letter) {
        let code = Int(table.code(at: candidate))
        let chunk = table.chunks[code]
        if chunk.count > 1, place + 1 >= word.upperBound || letters[place + 1] != chunk[1] { continue }
        guard chunk.isInSkeletons, context.holds(chunk, at: place) else { continue }
        (length, alternatives) = (chunk.count, table.skeletons[code])
        break
      }
      if isGluedArticle(context, place) { alternatives.append([]) }
      if alternatives != [[]] { tokens.append(alternatives) }
      place += length
    }
    limit(&tokens, to: wordLimit)
    var result: [[UInt8]] = [[]]
    for alternatives in tokens {
      // Most letters have one class: appending in place keeps long words linear.
      if alternatives.count == 1 {
        for place in result.indices { result[place] += alternatives[0] }
        continue
      }
      result = result.flatMap { prefix in alternatives.map { prefix + $0 } }
    }
    return result
  }

  static func startsWithArabicArticle(_ letters: [UInt16], _ word: Range<Int>) -> Bool {
    word.count >= 4 && letters[word.lowerBound] == 0x627 && letters[word.lowerBound + 1] == 0x644
  }

  /// Whether the l at `place` can be that of an article inside a word: "Elkaddafi", "Jayshalizza".
  static func isGluedArticle(_ context: LetterContext, _ place: Int) -> Bool {
    let letters = context.letters
    guard place > context.word.lowerBound else { return false }
    if letters[place] == 0x644 {
      return letters[place - 1] == 0x627 && context.allowsArticle(at: place - 1, count: 2)
    }
    guard letters[place] == 0x6C else { return false }
    return LetterContext.articleVowels.contains(letters[place - 1])
      && context.allowsArticle(at: place - 1, count: 2)
  }

  /// Drops the least likely alternatives until their product is within the limit, from the end of the name.
  ///
  /// - Complexity: O(*n*) in the items, times the most alternatives that one has.
  private static func limit(_ alternatives: inout [[[UInt8]]], to limit: Int) {
    var most = alternatives.reduce(0) { max($0, $1.count) }
    while most > 1 {
      // Past the limit the product is not needed exactly.
      var product = alternatives.reduce(1) { min($0 * $1.count, 1 << 40) }
      guard product > limit else { return }
      most -= 1
      let isSaturated = product == 1 << 40
      for index in alternatives.indices.reversed() where alternatives[index].count > most {
        guard product > limit else { return }
        alternatives[index].removeLast(alternatives[index].count - most)
        if !isSaturated { product = product / (most + 1) * most }
      }
    }
  }

  private static func key(_ words: [[[UInt8]]], _ choice: [Int]) -> UInt64? {
    var hash = KeyHash()
    var last: UInt8 = 0
    for (word, alternative) in zip(words, choice) {
      // Doubling is not heard across "Abu Bakr" and "Abubakar" either: equal neighbours are one.
      for letterClass in word[alternative] where letterClass != last || UInt16(letterClass).isDigit {
        hash.combine(UInt16(letterClass))
        last = letterClass
      }
    }
    return last == 0 ? nil : hash.value
  }
}

extension NameText {
  /// Whether a word is an article that stands apart: "al", or "ash" before a word with the same consonant.
  package func isArticle(_ place: Int) -> Bool {
    guard let particle = words[place].particle, particle.kind == .article, place + 1 < words.count else {
      return false
    }
    guard let condition = particle.condition else { return true }
    return FoldedLetters(letters[words[place + 1].start]).contains(condition)
  }

  /// Whether a Latin word may end in the article of the next word: "Habibul Haq", "Ziaur Rahman".
  func endsWithArticle(_ place: Int) -> Bool {
    guard place + 1 < words.count, let last = articleEnd(ofWord: place) else { return false }
    return last == 0x6C || last == letters[words[place + 1].start]
  }

  /// How many letters at the end of a Latin word are the nominative's -u and the article of the next word: 2 in "Habibur Rahman",
  /// else 0.
  ///
  /// Source: usage of South Asia and Turkey, which write al-Raḥmān with the -u of the word before: "Ebül Ala". Any word may end in l or in the consonant that
  /// the next begins with: this is a second reading and never the only one.
  package func lentArticleLength(_ place: Int) -> Int {
    let word = words[place]
    guard word.range.count >= 5, Self.isNominativeVowel(letters[word.end - 2]), word.particle == nil,
      endsWithArticle(place), words[place + 1].particle == nil
    else { return 0 }
    return 2
  }

  /// Whether a letter is u, o or ü.
  private static func isNominativeVowel(_ letter: UInt16) -> Bool {
    letter == 0x75 || letter == 0x6F || letter == 0xFC
  }

  /// The last letter of a Latin word where it may be that of an article: l, or the letter that the next word begins with.
  func articleEnd(ofWord place: Int) -> UInt16? {
    let word = words[place]
    guard !word.isArabic, word.range.count >= 4 else { return nil }
    let last = letters[word.end - 1]
    let isEnd =
      LetterContext.articleVowels.contains(letters[word.end - 2])
      && !LetterContext.articleVowels.contains(last)
    return isEnd ? last : nil
  }

  /// Whether only titles stand before this title.
  package func isLeadingTitle(_ place: Int) -> Bool {
    words[...place].indices.allSatisfy { words[$0].isTitle || isTitleWithArticle($0) }
  }

  /// Whether a word is as often a title as a name, by the hash of its folded form: Prince.
  package static func mayBeTitle(_ foldedHash: UInt64) -> Bool {
    Particle.table.ambiguousTitles[foldedHash] != nil
  }

  /// Whether the word is a title behind a glued Arabic article: "الشيخ".
  package func isTitleWithArticle(_ place: Int) -> Bool {
    hashBehindArticle(place).map { Particle.table.find($0).isTitle } ?? false
  }

  /// The hash of the folded form behind a glued Arabic article; nil when the word has none.
  func hashBehindArticle(_ place: Int) -> UInt64? {
    let word = words[place]
    guard word.isArabic, word.range.count >= 4, letters[word.start] == 0x627, letters[word.start + 1] == 0x644
    else {
      return nil
    }
    var hash = KeyHash()
    for letter in letters[(word.start + 2)..<word.end] { hash.combine(foldedFormOf: letter) }
    return hash.value
  }
}
