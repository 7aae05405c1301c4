package import ArabicText

/// A name to look for, with all ways to read it.
public struct Query: Sendable {
  /// What was asked.
  public let text: String
  /// As typed; with the words after a comma first ("Assad, Bashar"); from Buckwalter when it looks like that.
  package let readings: [NameText]

  /// Reads a name in any script and spelling.
  ///
  /// - Complexity: O(*n*) in the length of the text.
  public init(_ text: String) {
    self.text = text
    let typed = NameText(text)
    var readings = [typed]
    if let uninverted = typed.uninverted { readings.append(uninverted) }
    if let arabic = Buckwalter.arabic(from: text) { readings.append(NameText(arabic)) }
    self.readings = readings.filter { !$0.isEmpty }
  }

  /// Whether there is no letter or digit to look for, so that nothing can match.
  public var isEmpty: Bool { readings.isEmpty }
}
