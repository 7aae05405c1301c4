internal import ArabicText

// English names of organizations and places of which each word is known, or is a name.
extension LatinReader {
  /// The most words that mean something together.
  private static let longestPhrase = 5
  private static let longestOrganization = 10

  /// What an English name of an organization or place is in Arabic; nil where a word is not known, or is none of such names.
  mutating func organization(_ text: String) -> String? {
    let pieces = LatinPieces(text)
    let name = NameText(text)
    guard (2...Self.longestOrganization).contains(name.words.count), name.words.count == pieces.words.count,
      name.words.allSatisfy({ !$0.isArabic }),
      (1..<name.words.count).allSatisfy({ pieces.follows($0) && pieces.gaps[$0].utf8.count == 1 })
    else { return nil }
    let words = name.words.indices
    // What has "of" in itself goes on behind it: "Damascus Chamber of Commerce".
    let last = head(name, endingAt: words.upperBound)?.start ?? words.upperBound
    let link = words.dropFirst().first { place in
      guard place < last, let saying = pieces.words[place].saying, saying.isBefore else { return false }
      return head(name, endingAt: place) != nil
    }
    let start = pieces.words[0].saying == .article ? 1 : 0
    let end = link ?? words.upperBound
    guard start < end, var organization = organization(name, pieces, start..<end) else { return nil }
    if let link {
      let saying = pieces.words[link].saying
      let rest = link + 1..<words.upperBound
      if saying == .location {
        guard let place = placeName(pieces, rest) else { return nil }
        organization.location = place
      } else {
        organization.isOf = saying == .owner
        let owner = located(rest, pieces, name, &organization)
        guard let purpose = purpose(name, pieces, owner, &organization) else { return nil }
        organization.purpose = purpose.isEmpty ? nil : purpose
        organization.isIn = organization.isOf && placeName(pieces, owner) != nil
      }
    }
    guard let arabic = organization.arabic, !wantsVowels || Scheme.isVocalized(allWordsOf: arabic) else {
      return nil
    }
    return arabic
  }

  /// Takes where it is from the end of what stands behind "of" or "for": "Ministry of Justice of Iraq", "Faculty of Arts at Damascus University".
  ///
  /// What is "for the Liberation of Syria" is not where that is.
  ///
  /// - Returns: what is before that.
  private mutating func located(
    _ range: Range<Int>, _ pieces: LatinPieces, _ name: NameText, _ organization: inout EnglishOrganization
  ) -> Range<Int> {
    let links = range.dropFirst().dropLast()
    let isLink = { (place: Int) in [.owner, .location].contains(pieces.words[place].saying) }
    guard let link = links.last(where: isLink) else { return range }
    let isOf = pieces.words[link].saying == .owner
    if isOf, !organization.isOf { return range }
    if isOf, link + 2 == range.upperBound, let country = country(name, link + 1) {
      organization.modifiers.insert(country, at: 0)
    } else {
      let rest = link + 1..<range.upperBound
      guard let location = placeName(pieces, rest) ?? self.organization(pieces.text(rest)) else {
        return range
      }
      organization.location = location
    }
    return range.lowerBound..<link
  }

  /// What is named, the longest that ends at a place.
  private func head(_ name: NameText, endingAt end: Int) -> (
    start: Int, arabic: String, isNoFamily: Bool
  )? {
    for start in max(0, end - Self.longestPhrase)..<end {
      if let meaning = GenericWords.meanings(ofEnglish: name, start..<end).first(where: \.isHead) {
        return meaning.arabic.first.map { (start, $0, meaning.isNoFamily) }
      }
    }
    return nil
  }

  private mutating func organization(_ name: NameText, _ pieces: LatinPieces, _ range: Range<Int>)
    -> EnglishOrganization?
  {
    guard let head = head(name, endingAt: range.upperBound), head.start >= range.lowerBound else {
      return nil
    }
    var result = EnglishOrganization()
    result.head = head.arabic
    result.isPlural =
      head.start + 1 == range.upperBound && Self.isPlural(pieces.words[head.start].text.lowercased())
    var place = range.lowerBound
    while place < head.start {
      guard
        let (modifier, end) = modifier(name, pieces, place..<head.start, isNoFamily: head.isNoFamily)
      else { return nil }
      result.modifiers.append(modifier)
      place = end
    }
    return result
  }

  /// Whether an English word is the plural of a known one: Brigades, but not Corps.
  private static func isPlural(_ word: String) -> Bool {
    guard word.hasSuffix("s") else { return false }
    let singular = word.hasSuffix("ies") ? word.dropLast(3) + "y" : word.dropLast()
    return !GenericWords.meanings(ofEnglish: NameText(String(singular)), 0..<1).isEmpty
  }

  /// Whether an Arabic word ends as the masculine of adjectives does; الري (al-rayy) is too short for one.
  private static func mayBeAdjective(_ arabic: String) -> Bool {
    let word = VocalizedWord.bare(arabic)
    return word.hasSuffix("ي") && word.unicodeScalars.count > 5
  }

  /// What the longest known words at the start of a range say of what is named behind them.
  ///
  /// A place that is called so may be somebody's family name, so that names before it must be known.
  private mutating func modifier(
    _ name: NameText, _ pieces: LatinPieces, _ range: Range<Int>, isNoFamily: Bool
  ) -> (EnglishOrganization.Modifier, end: Int)? {
    let start = range.lowerBound
    if let (join, next) = office(pieces, at: start, before: range.upperBound), join.isOffice,
      GenericWords.meanings(ofEnglish: name, next..<next + 1).isEmpty
    {
      return somebody(name, pieces, range, isNoFamily: isNoFamily)
    }
    for end in (start + 1...min(range.upperBound, start + Self.longestPhrase)).reversed() {
      let meanings = GenericWords.meanings(ofEnglish: name, start..<end)
      if end == start + 1, let adjective = country(name, start) ?? EnglishOrganization.adjective(meanings) {
        return (adjective, end)
      }
      if let place = placeName(pieces.text(start..<end)) { return (.owner(place), end) }
      if let arabic = meanings.first?.arabic.first {
        // An adjective that is known in one gender only would not be what it belongs to.
        if end == start + 1, !meanings[0].isHead, Self.mayBeAdjective(arabic) { return nil }
        return (.owner(arabic), end)
      }
    }
    let letters = name.letters[name.words[start].range]
    let digits = letters.prefix { $0 >= 0x30 && $0 <= 0x39 }
    if !digits.isEmpty, digits.count + Ordinals.endingLength(letters) == letters.count {
      return (.number(String(decoding: digits, as: UTF16.self)), start + 1)
    }
    return somebody(name, pieces, range, isNoFamily: isNoFamily)
  }

  /// The name of somebody or something, up to the next English word, with a title before it.
  private mutating func somebody(
    _ name: NameText, _ pieces: LatinPieces, _ range: Range<Int>, isNoFamily: Bool
  ) -> (EnglishOrganization.Modifier, end: Int)? {
    let start = range.lowerBound
    let first = office(pieces, at: start, before: range.upperBound)?.next ?? start
    let end =
      (first..<range.upperBound).first { !GenericWords.meanings(ofEnglish: name, $0..<$0 + 1).isEmpty }
      ?? range.upperBound
    guard end > first else { return nil }
    let readings = likeliest(pieces, start..<end, [:])
    guard isNoFamily || readings.allSatisfy({ $0.source == .lexicon }) else { return nil }
    return (.owner(readings.map(\.arabic).joined(separator: " ")), end)
  }

  /// The adjective of the country that a word names, or that it says something belongs to.
  private func country(_ name: NameText, _ place: Int) -> EnglishOrganization.Modifier? {
    CountryWord.find(name.words[place].foldedHash).arabicAdjective.map {
      .adjective(masculine: $0, feminine: $0 + "ة", isCountry: true)
    }
  }

  /// What stands behind "of" or "for"; a country becomes an adjective where there are others, and leaves nothing.
  private mutating func purpose(
    _ name: NameText, _ pieces: LatinPieces, _ range: Range<Int>, _ organization: inout EnglishOrganization
  ) -> String? {
    var start = range.lowerBound
    if start < range.upperBound, pieces.words[start].saying == .article { start += 1 }
    guard start < range.upperBound else { return nil }
    if start + 1 == range.upperBound, !organization.modifiers.isEmpty || organization.isConstruct,
      let country = country(name, start)
    {
      organization.modifiers.insert(country, at: 0)
      return ""
    }
    // "For the Liberation of Syria".
    if let link = (start..<range.upperBound).first(where: { pieces.words[$0].saying == .owner }),
      link > start,
      let place = placeName(pieces, link + 1..<range.upperBound),
      case (.owner(let text), link)? = owner(name, pieces, start..<link)
    {
      return VocalizedWord(text).beginsWithArticle
        ? VocalizedWord(text).withoutArticle + " " + place : text + " " + place
    }
    var parts: [String] = []
    while start < range.upperBound {
      if !parts.isEmpty, pieces.words[start].saying == .addition { start += 1 }
      guard start < range.upperBound,
        case (.owner(let text), let end)? = owner(name, pieces, start..<range.upperBound)
      else { return nil }
      parts.append((parts.isEmpty ? "" : "وَ") + text)
      start = end
    }
    return parts.joined(separator: " ")
  }

  private mutating func owner(_ name: NameText, _ pieces: LatinPieces, _ range: Range<Int>)
    -> (EnglishOrganization.Modifier, end: Int)?
  {
    let start = range.lowerBound
    // "Political and Strategic Studies" means something as a whole.
    for end in stride(from: min(range.upperBound, start + Self.longestPhrase), to: start + 1, by: -1) {
      if let arabic = GenericWords.meanings(ofEnglish: name, start..<end).first?.arabic.first {
        return (.owner(arabic), end)
      }
    }
    if let place = placeName(pieces.text(start..<start + 1)) { return (.owner(place), start + 1) }
    let isAnd = { (place: Int) in pieces.words[place].saying == .addition }
    let end = range.dropFirst().first(where: isAnd) ?? range.upperBound
    guard let found = modifier(name, pieces, start..<end, isNoFamily: false), found.end == end else {
      return nil
    }
    if case .owner = found.0 { return found }
    // A word that is also an adjective is what it is of, unless it is nothing else.
    guard case .adjective(let masculine, let feminine, _) = found.0 else { return nil }
    let nouns = GenericWords.meanings(ofEnglish: name, start..<found.end).flatMap(\.arabic)
    return nouns.first { $0 != masculine && $0 != feminine }.map { (.owner($0), found.end) }
  }
}
