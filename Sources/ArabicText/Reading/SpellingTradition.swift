/// Recognizes the tradition in which a name is spelled.
///
/// The schemes' files say what speaks for each: `# detect` lines with a weight, spellings and where they stand.
package enum SpellingTradition {
  /// What is taken when nothing speaks clearly for another.
  package static let unsure = "everyday"

  /// How much must speak for a tradition.
  private static let enough = 3

  /// Returns the identifier of the scheme whose letters and spellings a text has.
  ///
  /// Buckwalter goes first, since its case carries meaning. Then the weights of the `# detect` lines that hold are added
  /// for each scheme; the largest sum is taken when it is at least 3 and no other scheme has the same.
  ///
  /// - Parameter text: a name in Latin or Cyrillic letters; what stands beyond its first 512 is not looked at.
  /// - Returns: `everyday` when nothing is clear.
  package static func detect(_ text: String) -> String {
    let text = String(text.unicodeScalars.prefix(512))
    if Buckwalter.arabic(from: text) != nil { return "buckwalter" }
    let folded = ReadingText.folded(withoutCodes(text))
    var best = (identifier: unsure, weight: enough - 1)
    var isShared = false
    for tradition in traditions {
      let weight = tradition.weight(of: folded)
      if weight > best.weight {
        best = (tradition.identifier, weight)
        isShared = false
      } else if weight == best.weight {
        isShared = true
      }
    }
    return isShared ? unsure : best.identifier
  }

  /// The schemes that have `# detect` lines.
  private static let traditions: [Tradition] = (0..<DataTable.schemeCount).compactMap { place in
    let tradition = Tradition(place: place)
    return tradition.weights.isEmpty ? nil : tradition
  }

  /// The first `# detect` line that could not be understood, with its scheme.
  static var problem: String? {
    let tradition = traditions.first { $0.problem != nil }
    return tradition.flatMap { found in found.problem.map { "\(found.identifier): \($0)" } }
  }

  /// Leaves out words of digits and capitals only, such as MI6 and B52: their digits are not letters.
  private static func withoutCodes(_ text: String) -> String {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return text }
    return text.split(whereSeparator: \.isWhitespace)
      .filter { word in
        !word.utf8.contains { (0x30...0x39).contains($0) } || word.contains { $0.isLowercase }
      }
      .joined(separator: " ")
  }
}

/// What speaks for the spelling of one scheme.
private struct Tradition: Sendable {
  let identifier: String
  /// The weight of each `# detect` line; it counts once, however many of its spellings a text has.
  let weights: [Int]
  /// The first line that could not be understood.
  let problem: String?
  private let letters: ReadingLetters
  /// The spellings of all lines, by their first scalar.
  private let evidence: [Unicode.Scalar: [Evidence]]

  private struct Evidence: Sendable {
    let spelling: [Unicode.Scalar]
    let place: ReadingPlace
    let line: Int
  }

  /// Reads the `# detect` lines of a scheme's own file, and what it says about vowels.
  init(place: Int) {
    var letters = ReadingLetters()
    var weights: [Int] = []
    var evidence: [Unicode.Scalar: [Evidence]] = [:]
    var problem: String?
    DataTable.scheme(place).forEachSetting { key, row in
      guard key == "detect" else {
        _ = letters.set(key, to: row[0])
        return
      }
      guard let weight = Int(row[0]), let place = ReadingPlace(row[2]), !row[1].isEmpty else {
        problem = problem ?? "\(row[0]) \(row[1]) \(row[2])"
        return
      }
      for text in row[1].split(separator: " ") {
        let spelling = Array(text.unicodeScalars)
        letters.addSigns(of: spelling)
        evidence[spelling[0], default: []].append(
          Evidence(spelling: spelling, place: place, line: weights.count))
      }
      weights.append(weight)
    }
    identifier = DataTable.schemeIdentifier(place)
    self.letters = letters
    self.weights = weights
    self.evidence = evidence
    self.problem = problem
  }

  /// The sum of what speaks for this tradition.
  func weight(of folded: [Unicode.Scalar]) -> Int {
    // Most texts have nothing of most traditions.
    var found: [(start: Int, item: Evidence)] = []
    for start in folded.indices {
      for item in evidence[folded[start]] ?? [] where ReadingText.has(item.spelling, at: start, in: folded) {
        found.append((start, item))
      }
    }
    guard !found.isEmpty else { return 0 }
    let text = ReadingText(folded: folded, letters: letters)
    var weights = weights
    var sum = 0
    for (start, item) in found
    where weights[item.line] != 0 && (text.isLetter[start] || item.spelling[0] == "-")
      && text.holds(item.place, for: start..<(start + item.spelling.count))
    {
      sum += weights[item.line]
      weights[item.line] = 0
    }
    return sum
  }
}
