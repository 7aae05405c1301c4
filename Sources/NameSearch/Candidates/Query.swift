package import ArabicText

/// A name to look for, with all ways to read it.
public struct Query: Sendable {
  /// What was asked.
  public let text: String
  /// As typed; with the words after a comma first ("Assad, Bashar"); with letters for
  /// the digits of chat spelling ("7amza"); from Buckwalter when it looks like that; with words apart that seem to be written
  /// together ("بشارالأسد").
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
    if let letters = Arabizi.letters(of: typed.letters) { readings.append(NameText(letters: letters)) }
    if let arabic = Buckwalter.arabic(from: text) { readings.append(NameText(arabic)) }
    if let apart = GluedWords.apart(text) { readings.append(NameText(apart)) }
    if readings.contains(where: \.isEmpty) { readings.removeAll(where: \.isEmpty) }
    self.readings = readings
  }

  /// Whether there is no letter or digit to look for, so that nothing can match.
  public var isEmpty: Bool { readings.isEmpty }
}
