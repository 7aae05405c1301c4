/// A text in lower case, with what a reading scheme must know of each place in it.
struct ReadingText {
  private(set) var scalars: [Unicode.Scalar] = []
  /// Whether each scalar is a letter, or a sign that is one here.
  private(set) var isLetter: [Bool] = []
  /// Whether only apostrophes stand between each place and the beginning, or the end, of its word.
  private var isStart: [Bool] = []
  private var isEnd: [Bool] = []
  private let letters: ReadingLetters

  /// Takes a text; marks that do not make a letter of their own are dropped.
  init(_ text: String, letters: ReadingLetters) { self.init(folded: Self.folded(text), letters: letters) }

  /// Takes scalars from `folded`.
  init(folded: [Unicode.Scalar], letters: ReadingLetters) {
    self.letters = letters
    scalars = folded
    isLetter = scalars.map { $0.isASCII ? "a" <= $0 && $0 <= "z" : $0.properties.isAlphabetic }
    findSigns()
    findEdges()
  }

  /// The scalars of a text in lower case, without marks.
  static func folded(_ text: String) -> [Unicode.Scalar] {
    if text.isASCII { return text.lowercased().unicodeScalars.map { $0 } }
    return ICU.normalized(text, ICU.Normalizer.nfkcCasefold).unicodeScalars.filter {
      $0.properties.generalCategory != .nonspacingMark
    }
  }

  /// Takes one or two signs that touch a letter as letters; longer runs, and those with a strange digit, are numbers.
  private mutating func findSigns() {
    var start = 0
    while start < scalars.count {
      guard Self.isSign(scalars[start]) else {
        start += 1
        continue
      }
      var end = start
      var digits = 0
      var isKnown = true
      while end < scalars.count, Self.isSign(scalars[end]) {
        if scalars[end] != "'" { digits += 1 }
        if !letters.signs.contains(scalars[end]) { isKnown = false }
        end += 1
      }
      let touches = start > 0 && isLetter[start - 1] || end < scalars.count && isLetter[end]
      if isKnown, touches, digits <= 2 { for place in start..<end { isLetter[place] = true } }
      start = end
    }
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "$" || ("0"..."9").contains(scalar)
  }

  private mutating func findEdges() {
    let count = scalars.count
    isStart = [Bool](repeating: true, count: count + 1)
    isEnd = isStart
    for place in 0..<count {
      isStart[place + 1] = !isLetter[place] || scalars[place] == "'" && isStart[place]
    }
    for place in (0..<count).reversed() {
      isEnd[place] = !isLetter[place] || scalars[place] == "'" && isEnd[place + 1]
    }
  }

  /// Whether a spelling stands at a place.
  func has(_ spelling: [Unicode.Scalar], at start: Int) -> Bool { Self.has(spelling, at: start, in: scalars) }

  /// Whether a spelling stands at a place of scalars from `folded`.
  static func has(_ spelling: [Unicode.Scalar], at start: Int, in scalars: [Unicode.Scalar]) -> Bool {
    guard start + spelling.count <= scalars.count else { return false }
    for (offset, scalar) in spelling.enumerated() where scalars[start + offset] != scalar { return false }
    return true
  }

  /// Whether conditions hold for the scalars of a range.
  func holds(_ place: ReadingPlace, for range: Range<Int>) -> Bool {
    if place.isEmpty { return true }
    if place.contains(.initial), !isStart[range.lowerBound] { return false }
    if place.contains(.final), !isEnd[range.upperBound] { return false }
    if place.contains(.medial), isStart[range.lowerBound] || isEnd[range.upperBound] { return false }
    return holdsBefore(place, letter(at: range.upperBound), range.upperBound)
      && holdsAfter(place, letter(at: range.lowerBound - 1))
  }

  private func holdsBefore(_ place: ReadingPlace, _ next: Unicode.Scalar?, _ end: Int) -> Bool {
    if place.contains(.beforeDouble), next == nil || next != letter(at: end + 1) { return false }
    return Self.holds(place, .beforeVowel, next, letters.vowels)
      && Self.holds(place, .beforeFront, next, letters.front)
      && Self.holds(place, .beforeBack, next, letters.back)
      && !(place.contains(.beforeConsonant) && next.map { letters.vowels.contains($0) } ?? true)
  }

  private func holdsAfter(_ place: ReadingPlace, _ last: Unicode.Scalar?) -> Bool {
    Self.holds(place, .afterVowel, last, letters.vowels) && Self.holds(place, .afterBack, last, letters.back)
      && !(place.contains(.afterConsonant) && last.map { letters.vowels.contains($0) } ?? true)
  }

  private static func holds(
    _ place: ReadingPlace, _ condition: ReadingPlace, _ letter: Unicode.Scalar?, _ set: Set<Unicode.Scalar>
  ) -> Bool { !place.contains(condition) || letter.map { set.contains($0) } ?? false }

  private func letter(at place: Int) -> Unicode.Scalar? {
    scalars.indices.contains(place) && isLetter[place] ? scalars[place] : nil
  }
}
