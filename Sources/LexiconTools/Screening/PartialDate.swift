/// A date of which the year is known, and perhaps the month and the day.
struct PartialDate: Equatable, Sendable, CustomStringConvertible {
  let year: Int
  let month: Int?
  let day: Int?

  /// Reads the dates of a text: `1970`, `1970-05-01`, `01.05.1970`, `1/5/1970`, `١٩٧٠`, `1970 or 1971`.
  ///
  /// A number of four digits is a year. Of a day and a month in front of a year the first is taken as the day unless it
  /// cannot be one; `differs` does not mind.
  static func dates(in text: String) -> [PartialDate] {
    var numbers: [(value: Int, digits: Int)] = []
    var isInside = false
    for scalar in text.unicodeScalars {
      guard let digit = scalar.properties.numericType == .decimal ? Character(scalar).wholeNumberValue : nil
      else {
        // The time of day is no date.
        if isInside, scalar == "T" { break }
        isInside = false
        continue
      }
      if isInside, let last = numbers.last, last.digits < 9 {
        numbers[numbers.count - 1] = (last.value * 10 + digit, last.digits + 1)
      } else if !isInside {
        numbers.append((digit, 1))
      }
      isInside = true
    }
    let years = numbers.indices.filter { numbers[$0].digits == 4 }
    guard numbers.count > 1, years.count == 1, let place = years.first else {
      return years.map { PartialDate(year: numbers[$0].value, month: nil, day: nil) }
    }
    let around = numbers.filter { $0.digits <= 2 }.map(\.value)
    return [PartialDate(year: numbers[place].value, around, isYearFirst: place == 0)]
  }

  init(year: Int, month: Int?, day: Int?) {
    self.year = year
    self.month = month
    self.day = day
  }

  private init(year: Int, _ others: [Int], isYearFirst: Bool) {
    let pair = isYearFirst ? others : others.reversed()
    var month = pair.first
    var day = pair.count > 1 ? pair[1] : nil
    if let number = month, number > 12 { (month, day) = (day, number) }
    self.init(year: year, month: month, day: day)
  }

  /// How two dates differ.
  enum Difference: Int, Comparable {
    /// One says nothing that the other denies.
    case none
    /// A year apart, or the same year and another day.
    case slight
    case large

    static func < (left: Difference, right: Difference) -> Bool { left.rawValue < right.rawValue }
  }

  /// Compares two dates; day and month may have changed places.
  func difference(from other: PartialDate) -> Difference {
    if abs(year - other.year) > 1 { return .large }
    if year != other.year { return .slight }
    guard let month, let otherMonth = other.month else { return .none }
    guard let day, let otherDay = other.day else {
      return month == otherMonth || month == other.day || day == otherMonth ? .none : .slight
    }
    let isEqual = month == otherMonth && day == otherDay
    let isTurned = month == otherDay && day == otherMonth
    return isEqual || isTurned ? .none : .slight
  }

  /// `1970`, `1970-05` or `1970-05-01`.
  var description: String {
    let numbers = [month, day].compactMap { $0 }.map { $0 < 10 ? "0\($0)" : "\($0)" }
    return (["\(year)"] + numbers).joined(separator: "-")
  }
}
