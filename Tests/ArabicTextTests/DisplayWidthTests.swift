import Testing

@testable import ArabicText

/// Cells of a terminal.
@Suite struct DisplayWidthTests {
  @Test(arguments: [
    ("", 0), ("abc", 3), ("جيش", 3), ("لا", 2), ("é", 1), ("e\u{301}", 1), ("ḥ", 1), ("ʿ", 1),
    // Marks.
    ("جَيْش", 3), ("مُحَمَّد", 4), ("\u{670}", 0), ("\u{6E5}", 1), ("ـ", 1),
    // Invisible: bidi controls, joiners, a byte order mark, a control.
    ("\u{2068}a\u{2069}", 1), ("\u{200F}", 0), ("می\u{200C}روم", 5), ("\u{FEFF}", 0), ("\u{7}", 0),
    ("\u{85}", 0),
    // Drawn though of the category Format.
    ("\u{AD}", 1), ("\u{600}", 1), ("\u{6DD}", 1),
    // Wide.
    ("伊斯兰", 6), ("ア", 2), ("ｱ", 1), ("Ａ", 2), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("😀", 2),
    // Ambiguous, and other scripts.
    ("¡", 1), ("–", 1), ("█", 1), ("ש\u{5C1}", 1), ("हिं", 2), ("Ж", 1),
  ])
  func cells(_ text: String, _ expected: Int) {
    #expect(DisplayWidth.of(text) == expected, "\(text.debugDescription)")
  }
}
