internal import ArabicText

/// Gathers spellings with their weights, each once whatever its capitals.
struct VariantList {
  private var weights: [String: (text: String, script: WritingSystem, weight: Double, order: Int)] = [:]

  /// Adds a spelling; of equal ones the likelier counts.
  mutating func add(_ text: String, _ script: WritingSystem, _ weight: Double) {
    let key = text.lowercased()
    guard !NameText(text).isEmpty, weight > 0 else { return }
    if let old = weights[key] {
      guard weight > old.weight else { return }
      weights[key] = (old.text, script, weight, old.order)
    } else {
      weights[key] = (text, script, weight, weights.count)
    }
  }

  /// The spellings of a script, likeliest first.
  func texts(_ script: WritingSystem) -> [(text: String, weight: Double)] {
    ordered.filter { $0.script == script }.map { ($0.text, $0.weight) }
  }

  /// The likeliest spellings.
  func variants(_ script: WritingSystem?, limit: Int) -> [NameVariant] {
    ordered.lazy.filter { script == nil || $0.script == script }.prefix(limit).map {
      NameVariant(text: $0.text, script: $0.script.rawValue, score: min($0.weight, 1))
    }
  }

  var isEmpty: Bool { weights.isEmpty }

  private var ordered: [(text: String, script: WritingSystem, weight: Double, order: Int)] {
    weights.values.sorted { left, right in
      left.weight == right.weight ? left.order < right.order : left.weight > right.weight
    }
  }
}

/// How people type an Arabic name who leave out what standard orthography asks for.
enum ArabicTyping {
  /// Returns spellings of a name without vowel marks, with a weight compared with the standard one.
  static func variants(of name: String) -> [(text: String, weight: Double)] {
    var result: [(text: String, weight: Double)] = []
    func add(_ text: String, _ weight: Double) {
      if text != name, !result.contains(where: { $0.text == text }) { result.append((text, weight)) }
    }
    let plain = replacing(name) { scalar, _ in isAlifWithHamza(scalar) ? "ا" : scalar }
    let ha = replacing(name) { scalar, isLast in isLast && scalar == "ة" ? "ه" : scalar }
    add(plain, 0.7)
    add(ha, 0.45)
    add(replacing(name) { scalar, isLast in isLast && scalar == "ى" ? "ي" : scalar }, 0.4)
    add(replacing(plain) { scalar, isLast in isLast && scalar == "ة" ? "ه" : scalar }, 0.35)
    // Egyptian newspapers write final ya without its dots.
    add(replacing(name) { scalar, isLast in isLast && scalar == "ي" ? "ى" : scalar }, 0.3)
    let glued = together(name)
    add(glued, 0.4)
    add(replacing(glued) { scalar, _ in isAlifWithHamza(scalar) ? "ا" : scalar }, 0.25)
    return result
  }

  private static func isAlifWithHamza(_ scalar: Unicode.Scalar) -> Bool {
    ["أ", "إ", "آ", "ٱ"].contains(scalar)
  }

  /// Writes compounds as one word: عبدالرحمن.
  private static func together(_ name: String) -> String {
    let words = name.split(separator: " ").map(String.init)
    guard words.count > 1 else { return name }
    var result = words[0]
    for place in words.indices.dropFirst() {
      let isCompound = VocalizedWord.parts(ofCompound: words[place - 1] + words[place]).count == 2
      result += (isCompound ? "" : " ") + words[place]
    }
    return result
  }

  private static func replacing(
    _ name: String, _ body: (Unicode.Scalar, _ isLast: Bool) -> Unicode.Scalar
  ) -> String {
    let scalars = Array(name.unicodeScalars)
    var result = String.UnicodeScalarView()
    for (place, scalar) in scalars.enumerated() {
      let isLast = place + 1 == scalars.count || !scalars[place + 1].properties.isAlphabetic
      result.append(body(scalar, isLast))
    }
    return String(result)
  }
}
