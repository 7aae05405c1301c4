internal import ArabicText
internal import NameSearch

/// Words and forms while names are gathered: each once, numbered as they come.
struct FormTable {
  /// The letters of all words, and where each begins, with one more at the end.
  private(set) var letters: [UInt16] = []
  private(set) var wordStarts: [UInt32] = [0]
  private var wordNumbers: [UInt64: UInt32] = [:]
  /// The words of all forms as *number + 1*, 0 for a comma, and where each form begins, with one more at the end.
  private(set) var words: [UInt32] = []
  private(set) var formStarts: [UInt32] = [0]
  private var formNumbers: [UInt64: UInt32] = [:]

  var wordCount: Int { wordStarts.count - 1 }
  var formCount: Int { formStarts.count - 1 }

  /// The letters of a word.
  func letters(ofWord word: Int) -> ArraySlice<UInt16> {
    letters[Int(wordStarts[word])..<Int(wordStarts[word + 1])]
  }

  /// The words of a form, as `words` has them.
  func words(ofForm form: Int) -> ArraySlice<UInt32> {
    words[Int(formStarts[form])..<Int(formStarts[form + 1])]
  }

  /// The number of a form, and whether it is new.
  mutating func number(of name: NameText) -> (number: UInt32, isNew: Bool) {
    let start = words.count
    var hash = KeyHash()
    var next = 0
    while next < name.letters.count {
      let end = name.letters[next...].firstIndex(of: 0x20) ?? name.letters.count
      let word = name.letters[next..<end]
      next = end + 1
      if word.isEmpty { continue }
      let number = word.elementsEqual([0x2C]) ? ShortNumber.comma : self.number(ofWord: word) + 1
      words.append(number)
      hash.combine(UInt16(truncatingIfNeeded: number))
      hash.combine(UInt16(truncatingIfNeeded: number >> 16))
    }
    var key = hash.value
    // A hash that two forms share leads on to the next one.
    while let number = formNumbers[key] {
      if words(ofForm: Int(number)) == words[start...] {
        words.removeSubrange(start...)
        return (number, false)
      }
      key &+= 1
    }
    let number = UInt32(formCount)
    formNumbers[key] = number
    formStarts.append(UInt32(words.count))
    return (number, true)
  }

  private mutating func number(ofWord word: ArraySlice<UInt16>) -> UInt32 {
    var hash = KeyHash()
    for letter in word { hash.combine(letter) }
    var key = hash.value
    while let number = wordNumbers[key] {
      if letters(ofWord: Int(number)) == word { return number }
      key &+= 1
    }
    let number = UInt32(wordCount)
    wordNumbers[key] = number
    letters.append(contentsOf: word)
    wordStarts.append(UInt32(letters.count))
    return number
  }
}
