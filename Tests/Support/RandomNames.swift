/// Makes words and names that look like names, and some that do not.
package struct RandomNames {
  package var generator: SeededGenerator

  package init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  /// Letters and groups of letters that rows of the letter tables begin with, end in or share.
  private static let latin = [
    "a", "e", "i", "o", "u", "y", "w", "b", "d", "dh", "t", "th", "s", "sh", "sch", "tsch", "k", "kh", "g",
    "gh", "h", "c", "ch", "j", "dj", "l", "m", "n", "r", "z", "q", "x", "f", "v", "p", "al", "el", "ll", "ss",
    "ou", "aou", "iyy", "ah", "at", "ʿ", "ʾ", "'", "ā", "ī", "ḥ", "ş", "ç", "7", "3'", "9",
  ]
  private static let arabic: [String] = {
    let letters = "اأإآءؤئبتثجحخدذرزسشصضطظعغفقكلمنهويىةپچگیکە"
    let groups = "ال الل الد \u{64E}ا \u{64E}و \u{650}ي \u{64F}و \u{64E} \u{64F} \u{650} \u{651}"
    // By scalars: a space and a mark behind it are one character.
    let parts = groups.unicodeScalars.split(separator: " ").map { String(String.UnicodeScalarView($0)) }
    return letters.unicodeScalars.map { String($0) } + parts
  }()
  private static let latinParticles = ["al", "abdul", "as", "ibn", "ziaur"]
  private static let arabicParticles = [
    "ال",
    "عبد",
    "أبو",
    "بن",
  ]

  /// A word of up to `longest` letters or groups in one script.
  package mutating func word(isArabic: Bool, longest: Int) -> String {
    let letters = isArabic ? Self.arabic : Self.latin
    let count = Int.random(in: 1...longest, using: &generator)
    return (0..<count).map { _ in letters.randomElement(using: &generator) ?? "" }.joined()
  }

  /// A name of one to three words.
  package mutating func name(isArabic: Bool, longest: Int) -> String {
    let particles = isArabic ? Self.arabicParticles : Self.latinParticles
    let count = Int.random(in: 1...3, using: &generator)
    return (0..<count).map { place in
      place + 1 < count && Bool.random(using: &generator)
        ? particles.randomElement(using: &generator) ?? "" : word(isArabic: isArabic, longest: longest)
    }.joined(separator: " ")
  }

  /// The text with one letter dropped, doubled or exchanged.
  package mutating func changed(_ text: String) -> String {
    var scalars = Array(text.unicodeScalars)
    guard let place = scalars.indices.randomElement(using: &generator) else { return text }
    switch Int.random(in: 0..<3, using: &generator) {
    case 0: scalars.remove(at: place)
    case 1: scalars.insert(scalars[place], at: place)
    default: scalars.swapAt(place, Int.random(in: 0..<scalars.count, using: &generator))
    }
    var result = String.UnicodeScalarView()
    result.append(contentsOf: scalars)
    return String(result)
  }
}
