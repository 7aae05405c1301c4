/// Makes the skeleton keys of queries: those of `SkeletonBuilder`, in the same order, in storage that is used again.
///
/// Every lookup begins with this, so no alternative has an array of its own. It belongs to one thread.
package struct SkeletonKeyReader {
  /// Alternatives of a letter, of which some may be dropped.
  private struct Choice {
    let first: Int
    var count: Int
  }
  /// What the choices so far make.
  private struct Beginning {
    var hash = KeyHash()
    var last: UInt8 = 0
  }

  /// The alternatives of the letters of one word, packed as `SkeletonTable` has them.
  private var options: [UInt64] = []
  private var letters: [Choice] = []
  /// The letter classes of all alternatives of all words, and where each lies in them.
  private var classes: [UInt8] = []
  private var alternatives: [Range<Int>] = []
  private var words: [Choice] = []
  private var beginnings: [Beginning] = []
  private let table = SkeletonTable.shared
  private let letterTable = LetterTable.shared

  /// The most alternatives that are kept for one word, the likeliest first.
  private static let wordLimit = 8

  package init() {}

  /// Appends the keys under which a name is found, each once.
  ///
  /// - Parameters:
  ///   - name: a normalized name.
  ///   - limit: the most keys to append. Less likely readings are left out first.
  ///   - known: skeletons that are added for whole words.
  ///   - keys: where the keys go.
  package mutating func appendKeys(
    of name: NameText, limit: Int, known: SkeletonBuilder.KnownSkeletons, to keys: inout [UInt64]
  ) {
    classes.removeAll(keepingCapacity: true)
    alternatives.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    readWords(of: name, known)
    Self.limit(&words, to: limit)
    combine()
    let start = keys.count
    for beginning in beginnings where beginning.last != 0 {
      let key = beginning.hash.value
      if !keys[start...].contains(key) { keys.append(key) }
    }
  }

  private mutating func readWords(of name: NameText, _ known: SkeletonBuilder.KnownSkeletons) {
    var onlyTitles = true
    for place in name.words.indices {
      let isLast = place == name.words.count - 1
      if onlyTitles, !isLast { onlyTitles = name.words[place].isTitle || name.isTitleWithArticle(place) }
      if !isLast, name.isArticle(place) { continue }
      let first = alternatives.count
      if !isLast, let particle = name.words[place].particle, particle.kind == .servant {
        read(particle.base.indices, in: particle.base)
      } else {
        read(name.words[place].range, in: name.letters)
        if !isLast, name.endsWithArticle(place) {
          for alternative in alternatives[first...] { alternatives.append(alternative.dropLast()) }
        }
      }
      // A title may be missing in the other spelling, or be no title here.
      if !isLast, onlyTitles, !alternatives[first...].contains(where: \.isEmpty) {
        alternatives.append(0..<0)
      }
      for skeleton in known(name.words[place].foldedHash) where !has(skeleton, from: first) {
        alternatives.append(classes.count..<classes.count + skeleton.count)
        classes += skeleton
      }
      words.append(Choice(first: first, count: alternatives.count - first))
    }
  }

  private func has(_ skeleton: [UInt8], from first: Int) -> Bool {
    alternatives[first...].contains { classes[$0].elementsEqual(skeleton) }
  }

  /// Adds the alternatives for one word, the likeliest first.
  private mutating func read(_ word: Range<Int>, in letters: [UInt16]) {
    readLetters(word, in: letters)
    Self.limit(&self.letters, to: Self.wordLimit)
    let count = self.letters.reduce(1) { $0 * $1.count }
    for number in 0..<count {
      let start = classes.count
      var (rest, stride) = (number, count)
      for letter in self.letters {
        var option = options[letter.first]
        if letter.count > 1 {
          // The choice at the last letter changes first.
          stride /= letter.count
          option = options[letter.first + rest / stride]
          rest %= stride
        }
        while option != 0 {
          classes.append(UInt8(truncatingIfNeeded: option))
          option >>= 8
        }
      }
      alternatives.append(start..<classes.count)
    }
  }

  private mutating func readLetters(_ word: Range<Int>, in letters: [UInt16]) {
    let context = LetterContext(letters: letters, word: word)
    options.removeAll(keepingCapacity: true)
    self.letters.removeAll(keepingCapacity: true)
    var place = word.lowerBound
    if letters[place].isArabic, SkeletonBuilder.startsWithArabicArticle(letters, word) { place += 2 }
    while place < word.upperBound {
      let letter = letters[place]
      let next = place + 1 < word.upperBound ? letters[place + 1] : 0
      let first = options.count
      var length = 1
      for number in table.rows(of: letter) {
        let row = table.rows[number]
        if row.second != 0, row.second != next { continue }
        guard row.isSingleAnywhere || context.holds(letterTable.chunks[Int(row.code)], at: place) else {
          continue
        }
        length = Int(row.count)
        for option in row.options { options.append(table.packed[Int(option)]) }
        break
      }
      if options.count == first { options.append(letter.isDigit ? UInt64(letter) : 0) }
      if letter == 0x644 || letter == 0x6C, SkeletonBuilder.isGluedArticle(context, place) {
        options.append(0)
      }
      if options.count == first + 1, options[first] == 0 {
        options.removeLast()
      } else {
        self.letters.append(Choice(first: first, count: options.count - first))
      }
      place += length
    }
  }

  /// Drops the least likely alternatives until their product is within the limit, as `SkeletonBuilder` does.
  private static func limit(_ choices: inout [Choice], to limit: Int) {
    var most = choices.reduce(0) { max($0, $1.count) }
    while most > 1 {
      // Past the limit the product is not needed exactly.
      var product = choices.reduce(1) { min($0 * $1.count, 1 << 40) }
      guard product > limit else { return }
      most -= 1
      let isSaturated = product == 1 << 40
      for index in choices.indices.reversed() where choices[index].count > most {
        guard product > limit else { return }
        choices[index].count = most
        if !isSaturated { product = product / (most + 1) * most }
      }
    }
  }

  /// Hashes all choices, those of the first word changing first.
  private mutating func combine() {
    beginnings.removeAll(keepingCapacity: true)
    beginnings.append(Beginning())
    for word in words {
      let count = beginnings.count
      for _ in 1..<max(1, word.count) {
        for place in 0..<count { beginnings.append(beginnings[place]) }
      }
      for choice in 0..<word.count {
        let alternative = alternatives[word.first + choice]
        for place in choice * count..<(choice + 1) * count {
          var beginning = beginnings[place]
          // Doubling is not heard across "Abu Bakr" and "Abubakar" either: equal neighbours are one.
          for letter in alternative {
            let letterClass = classes[letter]
            guard letterClass != beginning.last || UInt16(letterClass).isDigit else { continue }
            beginning.hash.combine(UInt16(letterClass))
            beginning.last = letterClass
          }
          beginnings[place] = beginning
        }
      }
    }
  }
}

/// What each row of the letter tables adds to skeletons, as numbers.
private final class SkeletonTable: Sendable {
  static let shared = SkeletonTable()

  /// A row of the letter tables that takes part in skeletons.
  struct Row {
    let code: UInt16
    /// Its second letter; 0 when it has one.
    let second: UInt16
    let count: UInt8
    /// Whether it is one letter that holds at any place, so that nothing more need be asked.
    let isSingleAnywhere: Bool
    /// Its alternatives in `packed`.
    let options: Range<UInt16>
  }

  /// The classes of an alternative, the first in the lowest byte.
  let packed: [UInt64]
  /// The rows of each letter, in the order of `LetterTable.candidates`.
  let rows: [Row]
  private let starts: [UInt16]
  private static let letters = 0x1F00

  private init() {
    let table = LetterTable.shared
    var packed: [UInt64] = []
    var options: [Range<UInt16>] = []
    for alternatives in table.skeletons {
      let start = UInt16(packed.count)
      for classes in alternatives {
        precondition(classes.count <= 8, "a row of the letter tables adds too much to skeletons")
        packed.append(classes.reversed().reduce(0) { $0 << 8 | UInt64($1) })
      }
      options.append(start..<UInt16(packed.count))
    }
    var rows: [Row] = []
    var starts: [UInt16] = [0]
    for letter in 0..<UInt16(Self.letters) {
      for place in table.candidates(for: letter) {
        let code = table.code(at: place)
        let chunk = table.chunks[Int(code)]
        guard chunk.isInSkeletons else { continue }
        rows.append(
          Row(
            code: code, second: chunk.count > 1 ? chunk[1] : 0, count: UInt8(chunk.count),
            isSingleAnywhere: chunk.count == 1 && chunk.place == .any, options: options[Int(code)]))
      }
      starts.append(UInt16(rows.count))
    }
    (self.packed, self.rows, self.starts) = (packed, rows, starts)
  }

  /// The rows that begin with a letter.
  @inline(__always) func rows(of letter: UInt16) -> Range<Int> {
    guard letter < Self.letters else { return 0..<0 }
    return Int(starts[Int(letter)])..<Int(starts[Int(letter) + 1])
  }
}
