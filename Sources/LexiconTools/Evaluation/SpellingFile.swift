internal import ArabicText

/// One row of a file of spellings: two names, mostly of one script.
package struct SpellingPair: Equatable, Sendable {
  package var first: String
  package var second: String
  /// Whether they are the same name; files without labels have nothing but the same names.
  package var isSame: Bool

  package init(_ first: String, _ second: String, isSame: Bool = true) {
    (self.first, self.second, self.isSame) = (first, second, isSame)
  }

  /// The names without case and order.
  var key: String {
    let (first, second) = (first.lowercased(), second.lowercased())
    return first < second ? first + "\t" + second : second + "\t" + first
  }
}

/// The rows of a file of spellings: columns `name1` and `name2`, or `latin1` and `latin2`; with a column `label`, 1 says that
/// the names are the same and 0 that they are not, without it all rows are two spellings of one name.
package struct SpellingFile: Sendable {
  /// Whether rows say if their names are the same.
  package let isLabelled: Bool
  /// The rows in the order of the file.
  package private(set) var pairs: [SpellingPair] = []

  private static let layouts = [("name1", "name2"), ("latin1", "latin2")]

  /// What messages say of the layout.
  static let needed = "name1 and name2, or latin1 and latin2"

  /// Whether the file has the columns of this layout.
  package static func hasLayout(_ header: [String]) -> Bool { columns(header) != nil }

  private static func columns(_ header: [String]) -> (first: String, second: String)? {
    layouts.first { header.contains($0.0) && header.contains($0.1) }
  }

  /// Reads all rows of a file; nil when it is of another layout.
  ///
  /// - Parameters:
  ///   - path: a file.
  ///   - report: called for each line that was left out.
  /// - Throws: `SourceProblem` when nothing of the file can be used.
  package init?(path: String, report: (SourceProblem) -> Void) throws(SourceProblem) {
    var table = try TableFile(path: path)
    guard let columns = Self.columns(table.header) else { return nil }
    isLabelled = table.header.contains("label")
    while let item = try table.next() {
      switch item {
      case .problem(let problem): report(problem)
      case .row(let row):
        let (first, second, label) = (row[columns.first], row[columns.second], row["label"])
        if first.isEmpty || second.isEmpty {
          let empty = first.isEmpty ? columns.first : columns.second
          report(SourceProblem(path, row.line, "nothing in column '\(empty)'"))
        } else if isLabelled, label != "0", label != "1" {
          report(SourceProblem(path, row.line, "'\(label)' in column 'label'; give 0 or 1"))
        } else if max(first.utf8.count, second.utf8.count) > SourceName.longest {
          report(SourceProblem(path, row.line, "a name of more than \(SourceName.longest) bytes"))
        } else {
          pairs.append(SpellingPair(first, second, isSame: label != "0"))
        }
      }
    }
  }

  /// The names as those of entities: names that rows join, directly or by others, have one entity.
  package var names: [EntityName] {
    var places: [String: Int] = [:]
    var order: [String] = []
    var groups = DisjointSets()
    func place(_ name: String) -> Int {
      if let place = places[name] { return place }
      places[name] = order.count
      order.append(name)
      return groups.add()
    }
    for pair in pairs where pair.isSame {
      let (first, second) = (place(pair.first), place(pair.second))
      groups.join(first, second)
    }
    return order.enumerated().map { number, name in
      let isArabic = NameText(name).words.contains { $0.isArabic }
      return EntityName(
        entity: String(groups.representative(of: number)), script: isArabic ? .arabic : .latin, name: name)
    }
  }
}
