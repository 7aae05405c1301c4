internal import ArabicText

/// How many examples of a scheme are written right.
package struct SchemeFigures: Encodable, Equatable, Sendable {
  /// As the example has it; signs for ع (ain) are one, and so are those for ء (hamza).
  package var exact = Tally()
  /// As `exact`, without case.
  package var withoutCase = Tally()

  package init() {}

  /// Adds a row.
  ///
  /// - Parameters:
  ///   - answers: the ways to write it, any of which may be right.
  ///   - expected: how the example writes it.
  package mutating func add(_ answers: [String], expected: String) {
    let keys = answers.map(ComparisonForm.exact.key)
    let expected = ComparisonForm.exact.key(of: expected)
    exact.add(keys.contains(expected))
    withoutCase.add(keys.contains { $0.lowercased() == expected.lowercased() })
  }
}

/// Measures the schemes on examples of vocalized Arabic.
///
/// A file has the columns `scheme`, `arabic` and `expected`. Schemes are called by their own identifiers or by those
/// of interscript's maps, which the files of the schemes name.
package struct SchemeMeasure {
  /// One scheme's figures, and those of ICU's rules for it.
  package struct Result {
    /// The scheme.
    package let scheme: String
    /// ICU's transform that comes nearest to it.
    package let transform: String
    package fileprivate(set) var figures = SchemeFigures()
    /// Nil when ICU does not have the transform.
    package fileprivate(set) var icuFigures: SchemeFigures?
  }

  /// The figures in the order in which the file has the schemes.
  package private(set) var results: [Result] = []
  /// Names of schemes that there are not here, in the order of the file.
  package private(set) var unknown: [String] = []

  /// The transform that ICU has for Arabic where the file of a scheme names no other.
  package static let generalTransform = "Arabic-Latin"

  /// Measures a file.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - report: called for each line that was left out.
  /// - Throws: `SourceProblem` when nothing of the file can be used.
  package init(path: String, report: (SourceProblem) -> Void) throws(SourceProblem) {
    var table = try TableFile(path: path)
    for column in ["scheme", "arabic", "expected"] where !table.header.contains(column) {
      throw SourceProblem(
        path, table.headerLine,
        "no column '\(column)' in the header; examples of schemes need scheme, arabic and expected")
    }
    var schemes: [String: Example?] = [:]
    while let item = try table.next() {
      switch item {
      case .problem(let problem): report(problem)
      case .row(let row):
        let name = row["scheme"]
        guard !name.isEmpty, !row["arabic"].isEmpty, !row["expected"].isEmpty else {
          report(SourceProblem(path, row.line, "nothing in one of the columns scheme, arabic and expected"))
          continue
        }
        if schemes[name] == nil { schemes[name] = .some(example(of: name)) }
        guard let example = schemes[name] ?? nil else { continue }
        measure(example, row["arabic"], row["expected"])
      }
    }
  }

  /// What the rows of one scheme need.
  private struct Example {
    let scheme: Scheme
    let transform: TextTransform?
    /// The place of its result.
    let place: Int
  }

  private mutating func example(of name: String) -> Example? {
    guard let scheme = (try? Scheme.named(name)) ?? Scheme.named(interscript: name) else {
      unknown.append(name)
      return nil
    }
    let identifier = scheme.icuTransform ?? Self.generalTransform
    let transform = try? TextTransform(identifier: identifier)
    let place = results.firstIndex { $0.scheme == scheme.identifier } ?? results.count
    if place == results.count {
      results.append(Result(scheme: scheme.identifier, transform: identifier))
      if transform != nil { results[place].icuFigures = SchemeFigures() }
    }
    return Example(scheme: scheme, transform: transform, place: place)
  }

  private mutating func measure(_ example: Example, _ arabic: String, _ expected: String) {
    // Published examples of one standard write some words as names and some in lower case.
    let answers = [Scheme.Capitals.names, .none].map { example.scheme.romanize(arabic, capitals: $0) }
    results[example.place].figures.add(answers, expected: expected)
    guard let transform = example.transform else { return }
    results[example.place].icuFigures?.add([transform.apply(to: arabic) ?? ""], expected: expected)
  }
}

extension EvaluationReport {
  /// Adds the sections of a file of examples.
  ///
  /// - Parameters:
  ///   - measure: the figures.
  ///   - file: what the report calls the file.
  ///   - hasBaselines: whether ICU's figures are added too.
  package mutating func add(_ measure: SchemeMeasure, file: String, hasBaselines: Bool) {
    for result in measure.results {
      schemes.append(
        SchemeSection(
          file: file, scheme: result.scheme, system: EvaluatedIsm.name, figures: result.figures))
      guard hasBaselines, let figures = result.icuFigures else { continue }
      schemes.append(
        SchemeSection(file: file, scheme: result.scheme, system: "ICU " + result.transform, figures: figures))
    }
  }
}
