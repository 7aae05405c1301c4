internal import ArabicText

/// An English name of an organization or place, word by word in Arabic: "5th Brigade" is اللواء الخامس, "Damascus Private University" جامعة دمشق
/// الخاصة.
///
/// English says last what Arabic says first. Behind it stands what it belongs to, in construct and without an article; then
/// adjectives, the last of English first, in its gender and with the article, which it has as well unless it is in construct.
struct EnglishOrganization {
  /// A word before what is named.
  enum Modifier {
    case adjective(masculine: String, feminine: String, isCountry: Bool)
    case number(String)
    /// What it belongs to.
    case owner(String)
  }

  /// What is named: جامعة, القوات المسلحة.
  var head = ""
  /// Whether it is many, which is feminine in Arabic for what is no person.
  var isPlural = false
  var modifiers: [Modifier] = []
  /// What stands behind "of" or "for".
  var purpose: String?
  /// Whether that is a place behind "of".
  var isIn = false
  /// Whether "of" stands before it.
  var isOf = false
  /// The place where it is.
  var location: String?

  /// Whether what is named belongs to something in itself, so that nothing more can stand in construct behind it: مجلس القضاء
  /// (majlis al-qada').
  var isConstruct: Bool {
    let words = head.split(separator: " ").map(String.init)
    return words.count > 1 && !words.allSatisfy(Self.beginsWithArticle)
  }

  /// The Arabic name; nil where it takes more than words put behind each other.
  var arabic: String? {
    named.map { name in location.map { name + " فِي " + $0 } ?? name }
  }

  /// What is named, without where it is.
  private var named: String? {
    let words = head.split(separator: " ").map(String.init)
    guard let first = words.first else { return nil }
    let isFeminine =
      isPlural || VocalizedWord.bare(first).hasSuffix("ة") || VocalizedWord.bare(first).hasSuffix("ات")
    var owners: [String] = []
    var behind: [String] = []
    var areCountries = true
    for modifier in modifiers.reversed() {
      switch modifier {
      case .owner(let text): owners.append(text)
      case .adjective(let masculine, let feminine, let isCountry):
        behind.append(isFeminine ? feminine : masculine)
        areCountries = areCountries && isCountry
      case .number(let digits):
        behind.insert(digits, at: 0)
        areCountries = false
      }
    }
    // "Syrian Ministry of Oil" is the Ministry of Oil that is Syrian.
    if owners.isEmpty, behind.isEmpty || isOf && !isIn && areCountries, let purpose {
      guard words.count > 1 else { return ([Self.bare(first), purpose] + behind).joined(separator: " ") }
      // What is named by a noun with its adjective cannot stand in construct: "Directorate General of Passports".
      guard behind.isEmpty, words.allSatisfy(Self.beginsWithArticle) else { return nil }
      return (isIn ? "فِي " + purpose : Self.forThe(purpose)).map { head + " " + $0 }
    }
    guard owners.count <= 1 else { return nil }
    var result = words
    if let owner = owners.first {
      guard words.count <= 2, !Self.beginsWithArticle(first) || words.count == 1 else { return nil }
      result = words.map(Self.bare) + [owner]
    } else if words.count == 1 {
      result = [VocalizedWord(first).beginsWithArticle ? first : VocalizedWord(first).withArticle]
    }
    result += behind
    if let purpose {
      guard let joined = isIn ? "فِي " + purpose : Self.forThe(purpose) else { return nil }
      result.append(joined)
    }
    return result.joined(separator: " ")
  }

  private static func beginsWithArticle(_ word: String) -> Bool { VocalizedWord(word).beginsWithArticle }

  private static func bare(_ word: String) -> String {
    beginsWithArticle(word) ? VocalizedWord(word).withoutArticle : word
  }

  /// "For" written onto what follows; the article loses its alif behind it.
  private static func forThe(_ text: String) -> String? {
    beginsWithArticle(String(text.prefix { $0 != " " }))
      ? "لِل" + String(text.unicodeScalars.dropFirst(2)) : "لِ" + text
  }

  /// The adjective that meanings of a word have in both genders; nil where they have none.
  static func adjective(_ meanings: [GenericWords.Meaning]) -> Modifier? {
    let words = meanings.filter { !$0.isHead }.flatMap(\.arabic).filter(beginsWithArticle)
    let bare = words.map(VocalizedWord.bare)
    for (masculine, word) in zip(words, bare) {
      for (feminine, other) in zip(words, bare) where other != word {
        let isElative =
          word.hasPrefix("الأ") && !other.hasPrefix("الأ") && (other.hasSuffix("ا") || other.hasSuffix("اء"))
        if other == word + "ة" || other == word + "ى" || isElative {
          return .adjective(masculine: masculine, feminine: feminine, isCountry: false)
        }
      }
    }
    return nil
  }
}
