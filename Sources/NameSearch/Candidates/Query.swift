package import ArabicText

/// A name to look for, with all ways to read it.
public struct Query: Sendable {
  /// What was asked.
  public let text: String
  /// As typed; with the words after a comma first ("Assad, Bashar"), or with those in capitals last ("ASSAD Bashar"); with letters for
  /// the digits of chat spelling ("7amza"); with letters for c and x of Somali ("Saciid"); with ه (ha) for Russian г; with "ibn" for "b."; from Buckwalter when it looks like that; with
  /// words apart that seem to be written together ("بشارالأسد"), and "d'" and "l'" of French; each half of a name that is given in two scripts; each of two
  /// names of one person ("Mahmoud Abbas (Abu Mazen)").
  package let readings: [NameText]

  /// Whether the text was too long to be a name, so that only its beginning is looked for.
  package let isCut: Bool

  /// A text with more bytes is cut; no name of a lexicon is as long.
  package static let longest = 1 << 13

  /// Reads a name in any script and spelling.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: String) {
    self.text = text
    isCut = text.utf8.count > Self.longest
    let text = isCut ? String(text.unicodeScalars.prefix(Self.longest / 4)) : text
    let typed = NameText(text)
    var readings = [typed]
    if let uninverted = typed.uninverted { readings.append(uninverted) }
    for letters in Arabizi.readings(of: typed.letters) { readings.append(NameText(letters: letters)) }
    if let letters = SomaliLetters.reading(of: typed.letters) { readings.append(NameText(letters: letters)) }
    if let arabic = Buckwalter.arabic(from: text) { readings.append(NameText(arabic)) }
    if let apart = GluedWords.apart(text) { readings.append(NameText(apart)) }
    if let turned = FamilyNameFirst.turned(text) { readings.append(NameText(turned)) }
    if let aspirated = Self.withHa(text) { readings.append(NameText(aspirated)) }
    if let apart = FrenchElisions.apart(text) { readings.append(NameText(apart)) }
    if let letters = Self.withSonOf(typed) { readings.append(NameText(letters: letters)) }
    readings += BilingualName.halves(of: typed)
    readings += OtherNames.apart(text, typed)
    if readings.contains(where: \.isEmpty) { readings.removeAll(where: \.isEmpty) }
    self.readings = readings
  }

  /// The text with Russian х, which is read as h, for each г: Ибрагим is Ibrahim; nil without one.
  private static func withHa(_ text: String) -> String? {
    guard text.utf8.contains(0xD0), text.unicodeScalars.contains(where: { $0 == "г" || $0 == "Г" }) else {
      return nil
    }
    return String(
      String.UnicodeScalarView(text.unicodeScalars.map { $0 == "г" ? "х" : $0 == "Г" ? "Х" : $0 }))
  }

  /// The letters with "ibn" for a lone b between words, as scholars abbreviate it; nil without one, or with other initials.
  private static func withSonOf(_ name: NameText) -> [UInt16]? {
    let short = name.words.indices.filter { name.words[$0].range.count == 1 }
    guard let place = short.first, short.count == 1, place > 0, place + 1 < name.words.count,
      name.letters[name.words[place].start] == 0x62
    else { return nil }
    return name.letters[..<name.words[place].start] + Array("ibn".utf16)
      + name.letters[name.words[place].end...]
  }

  /// Whether there is no letter or digit to look for, so that nothing can match.
  public var isEmpty: Bool { readings.isEmpty }
}
