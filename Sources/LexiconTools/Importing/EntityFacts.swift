internal import ArabicText

/// What importers make of a publisher's values.
enum EntityFacts {
  /// The language of a name whose source does not say it: its script.
  static func language(of name: String) -> String {
    switch WritingSystem.dominant(in: name) {
    case .arabic: "und-Arab"
    case .latin: "und-Latn"
    case .other, nil: "und"
    }
  }

  /// Adds the code of a country; what is no code is left out.
  ///
  /// Codes of states that are no more have four letters (`suhh`, ISO 3166-3) and those of parts of states a hyphen
  /// (`ge-ab`).
  static func add(country: String, to countries: inout [String]) {
    let code = country.lowercased()
    let isCode =
      (2...6).contains(code.utf8.count)
      && code.utf8.allSatisfy { (0x61...0x7A).contains($0) || $0 == UInt8(ascii: "-") }
    if isCode, !countries.contains(code) { countries.append(code) }
  }

  /// Adds a date; a time behind it is cut off, and what is no date is left out.
  static func add(date: String, to dates: inout [String]) {
    let day = date.prefix { $0 != "T" && $0 != " " }
    if let date = SourceDate(String(day)), !dates.contains(date.text) { dates.append(date.text) }
  }
}

/// A date as sources and lexicons write it: `2013`, `2013-08` or `2013-08-25`.
struct SourceDate {
  let text: String

  init?(_ text: String) {
    guard !text.isEmpty, LexiconChecker.isDate(text) else { return nil }
    self.text = text
  }

  /// A date of numbers; a month or day of 0 is not known.
  init?(year: Int, month: Int = 0, day: Int = 0) {
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    guard (1...9999).contains(year) else { return nil }
    var text = padded(year, 4)
    if month > 0 { text += "-" + padded(month, 2) }
    if month > 0, day > 0 { text += "-" + padded(day, 2) }
    self.init(text)
  }

  /// Months as English lists write them.
  static let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]

  /// `25 Aug 2013`, `Aug 2013` or `2013`.
  init?(english text: String) {
    let words = text.split(separator: " ")
    guard let last = words.last, last.utf8.count == 4, let year = Int(last) else { return nil }
    var month = 0
    if words.count > 1 {
      let name = words[words.count - 2].prefix(3).lowercased()
      guard let place = Self.months.firstIndex(of: name) else { return nil }
      month = place + 1
    }
    guard words.count <= 3, let day = words.count == 3 ? Int(words[0]) : 0 else { return nil }
    self.init(year: year, month: month, day: day)
  }
}

extension SourceName {
  /// What is wrong with the length of the name or of what goes with it; nil when nothing is.
  var lengthProblem: String? {
    if name.utf8.count > Self.longest {
      return "a name has \(name.utf8.count) bytes; names have up to \(Self.longest)"
    }
    if id.utf8.count > Self.longest {
      return "an id has \(id.utf8.count) bytes; ids have up to \(Self.longest)"
    }
    return nil
  }
}

extension LineBlocks.Line {
  /// Whether nothing but white space stands here.
  var isBlank: Bool { content.allSatisfy { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D } }
}
