/// Words of a query that are written together without need: "بشارالأسد", "محمدبن سلمان", "BasharAlAssad".
enum GluedWords {
  /// The text with spaces where one word ends and the next begins; nil when no word shows that.
  ///
  /// In Arabic before an article, or before "بن" at the end of a word, with at least three letters before it; in Latin before a
  /// capital behind a small letter. Phone keyboards and forms without room bring them about; in all these places a word may
  /// also just go on, so the text is a second reading and never the only one.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  static func apart(_ text: String) -> String? { mayBeGlued(text) ? cut(text) : nil }

  /// Whether a place may be one where a word ends; wrong only in saying yes.
  ///
  /// Most names have none, and this allocates nothing.
  private static func mayBeGlued(_ text: String) -> Bool {
    var last: Unicode.Scalar = " "
    var run = 0
    // How many letters of the run stand before the first article that may begin a second word.
    var beforeArticle = Int.max
    func isGluedAtEnd(_ isSon: Bool) -> Bool {
      run >= leastLetters + 2 && (isSon || run - leastLetters - 2 >= beforeArticle)
    }
    var isSon = false
    let bytes = text.utf8.span
    var place = 0
    while place < bytes.count {
      let scalar = scalar(bytes, &place)
      if isArabic(scalar) {
        run += 1
        if scalar.value == 0x644, last.value == 0x627, run >= leastLetters + 2 {
          beforeArticle = min(beforeArticle, run - 2)
        }
        isSon = scalar.value == 0x646 && last.value == 0x628
      } else {
        if run > 0, isGluedAtEnd(isSon) { return true }
        (run, beforeArticle, isSon) = (0, .max, false)
        if mayBeCapital(scalar), mayBeSmall(last), last.properties.isLowercase, scalar.properties.isUppercase
        {
          return true
        }
      }
      last = scalar
    }
    return isGluedAtEnd(isSon)
  }

  /// The scalar at a place of sound UTF-8; moves behind it.
  @inline(__always) private static func scalar(_ bytes: Span<UInt8>, _ place: inout Int) -> Unicode.Scalar {
    let first = bytes[place]
    let count = max(1, (~first).leadingZeroBitCount)
    var value = UInt32(first) & (count == 1 ? 0x7F : 0x7F >> UInt32(count))
    for next in place + 1..<place + count where next < bytes.count {
      value = value << 6 | UInt32(bytes[next] & 0x3F)
    }
    place += count
    return Unicode.Scalar(value) ?? " "
  }

  /// Whether the properties of a scalar need be asked; they are known of those that names have most (Unicode 15, Basic Latin, Latin-1,
  /// Latin Extended-A and Additional).
  private static func mayBeCapital(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x80: (0x41...0x5A).contains(scalar.value)
    case 0xDF...0xFF: false
    case 0x100...0x137, 0x1E00...0x1E95: scalar.value % 2 == 0
    default: true
    }
  }

  /// The same of small letters.
  private static func mayBeSmall(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? (0x61...0x7A).contains(scalar.value) : true
  }

  /// What `apart` does, without looking first whether there is anything to do.
  static func cut(_ text: String) -> String? {
    var result = String.UnicodeScalarView()
    var isApart = false
    var word: [Unicode.Scalar] = []
    func end() {
      let place = breakPlace(word)
      isApart = isApart || place != nil
      result.append(contentsOf: word[..<(place ?? word.count)])
      if let place {
        result.append(" ")
        result.append(contentsOf: word[place...])
      }
      word.removeAll(keepingCapacity: true)
    }
    var last: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      if isArabic(scalar) {
        word.append(scalar)
      } else {
        end()
        if let last, last.properties.isLowercase, scalar.properties.isUppercase {
          result.append(" ")
          isApart = true
        }
        result.append(scalar)
      }
      last = scalar
    }
    end()
    return isApart ? String(result) : nil
  }

  /// Where the second word begins in an Arabic word.
  private static func breakPlace(_ word: [Unicode.Scalar]) -> Int? {
    // Servants of God are one name, written together or apart.
    guard word.count >= 5, !word.starts(with: servant) else { return nil }
    let start = word.starts(with: article) ? article.count : 0
    for place in word.indices where place >= start + leastLetters {
      let rest = word[place...]
      if rest.starts(with: article), rest.count >= article.count + leastLetters { return place }
      if rest.elementsEqual(son) { return place }
    }
    return nil
  }

  private static let leastLetters = 3
  private static let article = Array("ال".unicodeScalars)
  private static let son = Array("بن".unicodeScalars)
  private static let servant = Array("عبد".unicodeScalars)

  private static func isArabic(_ scalar: Unicode.Scalar) -> Bool {
    (0x620...0x64A).contains(scalar.value) || (0x671...0x6D3).contains(scalar.value)
  }
}
