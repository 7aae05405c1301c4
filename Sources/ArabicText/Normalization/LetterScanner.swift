/// Turns a text into normalized letters: one space between words, a comma as a word of its own, everything else that
/// is not a letter, a vowel mark of Arabic or a digit left out.
///
/// ICU folds width, case, presentation forms and compatibility characters (NFKC_Casefold, Unicode 15, 3.13, and
/// with it default ignorables: tatweel is dropped here, bidi controls and joiners there). Letters of other scripts
/// are written in Latin by ICU first.
struct LetterScanner {
  private(set) var letters: [UInt16] = []
  private var pendingSpace = false

  init(_ text: String) {
    letters.reserveCapacity(text.utf8.count + 8)
    if !scanPlain(text) {
      letters.removeAll(keepingCapacity: true)
      pendingSpace = false
      scanThroughICU(text)
    }
    trim()
  }

  /// Scans a text whatever its letters, which must all go through ICU: what `init` does where it must.
  init(throughICU text: String) {
    scanThroughICU(text)
    trim()
  }

  private mutating func scanThroughICU(_ text: String) {
    var text = text
    // ICU makes a space and a mark of an acute accent that stands alone, where names have it for ayn or hamza.
    if text.unicodeScalars.contains("\u{B4}") {
      text = String(String.UnicodeScalarView(text.unicodeScalars.map { $0 == "\u{B4}" ? "'" : $0 }))
    }
    text = ICU.normalized(text, ICU.Normalizer.nfkcCasefold)
    for scalar in Self.withOtherScriptsInLatin(text).unicodeScalars { scan(scalar) }
  }

  /// Scans a text of letters that normalization leaves as they are, without asking ICU.
  ///
  /// - Returns: false, with part of the text scanned, when there is a letter that ICU must see.
  private mutating func scanPlain(_ text: String) -> Bool {
    let bytes = text.utf8.span
    let table = LetterTable.shared
    var isBehindMark = false
    var place = 0
    while place < bytes.count {
      let byte = bytes[place]
      if byte < 0x80 {
        scanASCII(byte)
        isBehindMark = false
        place += 1
        continue
      }
      // A string is sound UTF-8; letters of four bytes are none of these.
      let value: UInt16
      switch byte {
      case 0xC0..<0xE0 where place + 1 < bytes.count:
        value = UInt16(byte & 0x1F) << 6 | UInt16(bytes[place + 1] & 0x3F)
        place += 2
      case 0xE0..<0xF0 where place + 2 < bytes.count:
        value =
          UInt16(byte & 0x0F) << 12 | UInt16(bytes[place + 1] & 0x3F) << 6 | UInt16(bytes[place + 2] & 0x3F)
        place += 3
      default: return false
      }
      guard scanPlain(value, table, &isBehindMark) else { return false }
    }
    return true
  }

  @inline(__always)
  private mutating func scanPlain(_ value: UInt16, _ table: LetterTable, _ isBehindMark: inout Bool) -> Bool {
    var isMark = false
    switch value {
    // Small letters with a mark, the letters of the Arabic script that have one form, and signs of ayn and hamza.
    case 0x621...0x63A, 0x641...0x64A, 0xE0...0xF6, 0xF8...0xFE, 0x67E, 0x686, 0x698, 0x6A9, 0x6AF, 0x6CC,
      0x2BE, 0x2BF:
      guard table.knows(value) else { return false }
      append(value)
    case 0xC0...0xD6, 0xD8...0xDE, 0x100...0x12F, 0x131, 0x139...0x13E, 0x141...0x148, 0x14A...0x177,
      0x179...0x17E, 0x1E00...0x1E95:
      let small = Self.smallLetter(value)
      guard table.knows(small) else { return false }
      append(small)
    // The signs that `scan` takes for those of ayn and hamza.
    case 0x2BB, 0x2BD: append(0x2BF)
    case 0x2BC: append(0x2BE)
    case 0x2018, 0x2019: append(0x27)
    case 0x130: append(0x69)  // its dot is a mark that says nothing
    case 0x640: break  // tatweel
    // Sukun says nothing, wherever it stands among other marks.
    case 0x652: return true
    case 0x64E, 0x64F, 0x650, 0x651:
      // Two vowel marks may change places.
      if isBehindMark, value != 0x651, letters.last != .shadda { return false }
      isMark = true
      if value == 0x651 { appendShadda() } else { appendMark(value) }
    case 0x660...0x669: append(value - 0x660 + 0x30)
    default: return false
    }
    isBehindMark = isMark
    return true
  }

  /// The small letter of one of Latin-1, Latin Extended-A and Additional of which ICU makes no more than that (Unicode 15, CaseFolding.txt).
  private static func smallLetter(_ letter: UInt16) -> UInt16 {
    switch letter {
    case 0xC0...0xDE: letter + 0x20
    case 0x131: letter
    case 0x139...0x148, 0x179...0x17E: letter + letter % 2
    default: letter | 1
    }
  }

  /// Writes runs of scripts other than Arabic and Latin in Latin letters.
  private static func withOtherScriptsInLatin(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { WritingSystem($0) == .other }) else { return text }
    var result = String.UnicodeScalarView()
    var run = String.UnicodeScalarView()
    func flush() {
      guard !run.isEmpty else { return }
      let latin = latinized(String(run))
      result.append(contentsOf: ICU.normalized(latin, ICU.Normalizer.nfkcCasefold).unicodeScalars)
      run = String.UnicodeScalarView()
    }
    for scalar in text.unicodeScalars {
      let script = WritingSystem(scalar)
      // Marks and spaces stay with the run they stand in: ICU's rules look at them.
      if script == .other || (script == nil && !run.isEmpty) {
        run.append(scalar)
      } else {
        flush()
        result.append(scalar)
      }
    }
    flush()
    return String(result)
  }

  private mutating func scanASCII(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): append(UInt16(byte) | 0x20)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): append(UInt16(byte))
    case UInt8(ascii: "'"), UInt8(ascii: "`"): append(0x27)
    case UInt8(ascii: ","): appendComma()
    default: pendingSpace = true
    }
  }

  private mutating func scan(_ scalar: Unicode.Scalar) {
    switch scalar {
    case _ where scalar.isASCII: scanASCII(UInt8(scalar.value))
    case "ʿ", "ʻ", "ʽ", "‛": append(0x2BF)
    case "ʾ", "ʼ", "ˈ": append(0x2BE)
    case "’", "‘", "′", "ʹ": append(0x27)
    case "،", "、": appendComma()
    case "\u{640}": break  // tatweel
    case "\u{651}": appendShadda()
    case "\u{64E}", "\u{64F}", "\u{650}", "\u{670}": appendMark(UInt16(scalar.value))
    default: scanOther(scalar)
    }
  }

  private mutating func scanOther(_ scalar: Unicode.Scalar) {
    if LetterTable.shared.knows(scalar), !UInt16(scalar.value).isArabicMark {
      append(UInt16(scalar.value))
    } else if let digit = scalar.properties.numericType == .decimal ? scalar.properties.numericValue : nil {
      append(0x30 + UInt16(digit))
    } else if scalar.properties.isAlphabetic || scalar.properties.isIdeographic,
      scalar.properties.generalCategory != .nonspacingMark
    {
      appendUnknown(scalar)
    } else if scalar.properties.canonicalCombiningClass == .notReordered,
      scalar.properties.generalCategory != .nonspacingMark
    {
      pendingSpace = true
    }
  }

  /// Appends the base letter of a letter that the tables do not have, such as ẩ, else the letter itself.
  private mutating func appendUnknown(_ scalar: Unicode.Scalar) {
    let bases = decomposed(String(scalar)).unicodeScalars.filter { LetterTable.shared.knows($0) }
    if bases.isEmpty {
      for unit in String(scalar).utf16 { append(unit) }
    } else {
      for base in bases where !UInt16(base.value).isArabicMark { append(UInt16(base.value)) }
    }
  }

  private mutating func append(_ letter: UInt16) {
    if pendingSpace, !letters.isEmpty { letters.append(.space) }
    pendingSpace = false
    letters.append(letter)
  }

  private mutating func appendMark(_ mark: UInt16) {
    // A mark without a letter before it means nothing.
    guard let last = letters.last, !pendingSpace, last.isArabic else { return }
    letters.append(mark)
  }

  /// Puts the shadda right behind its letter.
  ///
  /// Canonical order has it behind the vowel (classes 27–35 of Unicode).
  private mutating func appendShadda() {
    guard !pendingSpace else { return }
    var place = letters.count
    while place > 0, letters[place - 1].isArabicMark {
      if letters[place - 1] == .shadda { return }
      place -= 1
    }
    guard place > 0, letters[place - 1].isArabic else { return }
    letters.insert(.shadda, at: place)
  }

  private mutating func appendComma() {
    guard !letters.isEmpty, letters.last != .comma else { return }
    letters.append(.space)
    letters.append(.comma)
    pendingSpace = true
  }

  private var everyWordHasALetter: Bool {
    var hasLetter = false
    for letter in letters {
      if letter == .space {
        guard hasLetter else { return false }
        hasLetter = false
      } else if !hasLetter {
        hasLetter = !letter.isArabicMark && letter != 0x27 && letter != 0x2BE && letter != 0x2BF
      }
    }
    return hasLetter
  }

  /// Drops a comma at the end, and words that have neither a letter nor a digit.
  private mutating func trim() {
    while let last = letters.last, last == .comma || last == .space { letters.removeLast() }
    if everyWordHasALetter { return }
    let words = letters.split(separator: .space).filter { word in
      word.contains { !$0.isArabicMark && $0 != 0x27 && $0 != 0x2BE && $0 != 0x2BF }
    }
    if words.allSatisfy({ $0.elementsEqual([.comma]) }) {
      letters = []
    } else if words.reduce(0, { $0 + $1.count + 1 }) != letters.count + 1 {
      letters = Array(words.joined(separator: [.space]))
    }
  }
}
