internal import ArabicText

/// What every value of a source file must keep to.
struct TextRules {
  /// Letters that other languages add to the Arabic alphabet and that look like letters of Arabic.
  private let additions: [Unicode.Scalar: String] = {
    var letters: [Unicode.Scalar: String] = [:]
    DataTable.arabicLetters.forEachRow { row in
      let language = row[6]
      guard !["standard", "loan", "maghreb"].contains(language), let letter = row[0].unicodeScalars.first,
        row[0].unicodeScalars.count == 1
      else { return }
      letters[letter] = language
    }
    return letters
  }()

  init() {}

  /// Returns what is wrong with a value of any column.
  func problems(of value: String) -> [String] {
    var problems: [String] = []
    if !value.utf8.elementsEqual(composed(value).utf8) {
      problems.append(
        "'\(value)' is not in Unicode NFC; it would be '\(composed(value))' in other code points")
    }
    if value.first?.isWhitespace == true || value.last?.isWhitespace == true {
      problems.append("'\(value)' begins or ends with a space")
    }
    for scalar in value.unicodeScalars where Self.isInvisible(scalar) {
      problems.append("'\(value)' has the invisible character \(Self.code(scalar)); remove it")
    }
    return problems
  }

  /// Checks the scripts of a name.
  ///
  /// - Parameters:
  ///   - name: a name.
  ///   - language: its language tag.
  ///   - script: the script that the language is written in, as an ISO 15924 code.
  /// - Returns: what is wrong, a line each.
  func scriptProblems(of name: String, language: String, script: String) -> [String] {
    var problems: [String] = []
    for word in name.split(whereSeparator: { $0.isWhitespace || $0 == "-" }) {
      let scripts = Set(word.unicodeScalars.compactMap(\.scriptCode))
      if scripts.count > 1 {
        problems.append(
          "'\(word)' mixes scripts (\(scripts.sorted().joined(separator: ", "))); look for look-alike letters"
        )
      }
    }
    let scripts = Set(name.unicodeScalars.compactMap(\.scriptCode))
    if problems.isEmpty, !scripts.isEmpty, scripts != [script] {
      problems.append(
        "'\(name)' is in \(scripts.sorted().joined(separator: ", ")), but '\(language)' is written in \(script)"
      )
    }
    if name.unicodeScalars.contains("\u{200C}"), !["fa", "ckb", "ur"].contains(language) {
      problems.append(
        "'\(name)' has the invisible character U+200C, which '\(language)' does not use; remove it")
    }
    if language == "ar" {
      for scalar in name.unicodeScalars {
        guard let owner = additions[scalar] else { continue }
        problems.append(
          "'\(name)' has \(scalar) (\(Self.code(scalar))), a letter of \(owner) that looks like one of Arabic"
        )
      }
    }
    return problems
  }

  /// Whether an Arabic text shows any vowel, or all that it has.
  static func isWrittenOut(_ text: String) -> Bool {
    text.unicodeScalars.contains { ("\u{64B}"..."\u{652}").contains($0) || $0 == "\u{670}" }
      || showsEveryVowel(text)
  }

  private static func isInvisible(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    // The zero-width non-joiner is part of Persian, Kurdish and Urdu spelling; other languages are checked by script.
    case .format where scalar == "\u{200C}": false
    case .format, .control, .privateUse, .unassigned, .surrogate: true
    case .spaceSeparator: scalar != " "
    default: scalar == "\u{640}" || (scalar.properties.isDefaultIgnorableCodePoint && scalar != "\u{200C}")
    }
  }

  private static func code(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
