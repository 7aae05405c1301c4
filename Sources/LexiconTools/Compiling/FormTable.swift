internal import ArabicText
internal import NameSearch

/// Words and forms while names are gathered: each once, numbered as they come.
struct FormTable {
  /// The letters of all words, and where each begins, with one more at the end.
  private(set) var letters: [UInt16] = []
  private(set) var wordStarts: [UInt32] = [0]
  private var wordNumbers = NumberTable()
  /// The words of all forms as *number + 1*, 0 for a comma, and where each form begins, with one more at the end.
  private(set) var words: [UInt32] = []
  private(set) var formStarts: [UInt32] = [0]
  private var formNumbers = NumberTable()

  /// How many words and forms `takeNew` handed over.
  private var takenWords = 0
  private var takenForms = 0

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

  /// How many forms came since the last batch.
  var newFormCount: Int { formCount - takenForms }

  /// The words and forms that came since the last batch.
  mutating func takeNew() -> FormKeys.Batch {
    defer { (takenWords, takenForms) = (wordCount, formCount) }
    let (firstLetter, firstWord) = (wordStarts[takenWords], formStarts[takenForms])
    return FormKeys.Batch(
      letters: Array(letters[Int(firstLetter)...]),
      wordStarts: wordStarts[takenWords...].map { $0 - firstLetter },
      words: Array(words[Int(firstWord)...]), formStarts: formStarts[takenForms...].map { $0 - firstWord },
      firstForm: UInt32(takenForms))
  }

  /// The number of a form, whose letters a name has.
  mutating func number(of name: ArraySlice<UInt16>) -> UInt32 {
    let start = words.count
    var hash = KeyHash()
    var wordHash = KeyHash()
    var wordStart = name.startIndex
    for place in name.startIndex...name.endIndex {
      if place < name.endIndex, name[place] != 0x20 {
        wordHash.combine(name[place])
        continue
      }
      if place > wordStart {
        let number = number(ofWord: name[wordStart..<place], wordHash.value)
        words.append(number)
        hash.combine(UInt16(truncatingIfNeeded: number))
        hash.combine(UInt16(truncatingIfNeeded: number >> 16))
      }
      wordHash = KeyHash()
      wordStart = place + 1
    }
    let (number, isNew) = formNumbers.number(hash: hash.value) { number in
      let (first, end) = (Int(formStarts[number]), Int(formStarts[number + 1]))
      guard end - first == words.count - start else { return false }
      for offset in 0..<(end - first) where words[first + offset] != words[start + offset] { return false }
      return true
    }
    if isNew {
      formStarts.append(UInt32(words.count))
    } else {
      words.removeSubrange(start...)
    }
    return number
  }

  /// *Number + 1* of a word, or what stands for a comma.
  private mutating func number(ofWord word: ArraySlice<UInt16>, _ hash: UInt64) -> UInt32 {
    if word.count == 1, word[word.startIndex] == 0x2C { return ShortNumber.comma }
    let (number, isNew) = wordNumbers.number(hash: hash) { number in
      let (first, end) = (Int(wordStarts[number]), Int(wordStarts[number + 1]))
      guard end - first == word.count else { return false }
      for offset in 0..<word.count where letters[first + offset] != word[word.startIndex + offset] {
        return false
      }
      return true
    }
    if isNew {
      letters.append(contentsOf: word)
      wordStarts.append(UInt32(letters.count))
    }
    return number + 1
  }
}
