/// Names of one file in both scripts, and which of them answer each other.
///
/// Each spelling stands once in its script, whatever the number of rows that have it: the names of places that are called
/// the same answer for all of them. Spellings that differ in case, apostrophes, vowel marks of Arabic and signs around words are one,
/// as `ComparisonForm` has it: a name in the other script says nothing about these.
package struct RetrievalSet: Sendable {
  /// The names of one script.
  package struct Side: Sendable {
    /// The spellings in the order of the file.
    package fileprivate(set) var names: [String] = []
    fileprivate var starts: [Int] = []
    fileprivate var answers: [Int32] = []

    /// The places of the right answers in the other side, ascending; empty when the other script has none.
    package func answers(to query: Int) -> ArraySlice<Int32> { answers[starts[query]..<starts[query + 1]] }

    /// The places of so many queries, evenly spread; nil takes all.
    func chosen(limit: Int?, withoutAnswers: Bool) -> [Int] {
      let usable = names.indices.filter { withoutAnswers || !answers(to: $0).isEmpty }
      guard let limit, limit < usable.count else { return usable }
      return (0..<max(limit, 0)).map { usable[$0 * usable.count / limit] }
    }
  }

  package private(set) var arabic = Side()
  package private(set) var latin = Side()

  /// Takes each pair as a right answer in both directions.
  package init(pairs: [NamePair]) {
    var builder = Builder()
    for pair in pairs {
      builder.link(builder.arabic.place(of: pair.arabic), builder.latin.place(of: pair.latin))
    }
    finish(builder)
  }

  /// Takes all names of the same entity as right answers for each other.
  package init(names: [EntityName]) {
    var builder = Builder()
    var places: [String: Int] = [:]
    var entities: [(arabic: [Int32], latin: [Int32])] = []
    for name in names {
      let entity = places[name.entity] ?? entities.count
      if entity == entities.count {
        places[name.entity] = entity
        entities.append(([], []))
      }
      switch name.script {
      case .arabic: entities[entity].arabic.append(builder.arabic.place(of: name.name))
      case .latin: entities[entity].latin.append(builder.latin.place(of: name.name))
      }
    }
    for entity in entities {
      for arabic in entity.arabic {
        for latin in entity.latin { builder.link(arabic, latin) }
      }
    }
    finish(builder)
  }

  /// Takes the names of one script: the first of each entity is asked for, the others of all are searched.
  ///
  /// The queries stand where Arabic names do else, the others where Latin ones do.
  package init(variants: [EntityName], _ script: EntityName.Script) {
    var builder = Builder()
    var firsts: [String: Int32] = [:]
    for name in variants where name.script == script {
      if let first = firsts[name.entity] {
        builder.link(first, builder.latin.place(of: name.name))
      } else {
        firsts[name.entity] = builder.arabic.place(of: name.name)
      }
    }
    finish(builder)
  }

  /// The names that are asked for and those that are searched.
  package func sides(_ direction: ScriptDirection) -> (queries: Side, candidates: Side) {
    direction == .arabicToLatin ? (arabic, latin) : (latin, arabic)
  }

  private mutating func finish(_ builder: Builder) {
    let swapped = builder.links.map { $0 >> 32 | $0 << 32 }
    arabic = Side(names: builder.arabic.names, links: builder.links)
    latin = Side(names: builder.latin.names, links: swapped)
  }

  private struct Builder {
    var arabic = Names(form: .arabic)
    var latin = Names(form: .scholarly)
    /// The Arabic name in the upper half, the Latin one in the lower.
    var links: [UInt64] = []

    mutating func link(_ arabic: Int32, _ latin: Int32) {
      links.append(UInt64(UInt32(bitPattern: arabic)) << 32 | UInt64(UInt32(bitPattern: latin)))
    }
  }

  private struct Names {
    var names: [String] = []
    private let form: ComparisonForm
    private var places: [String: Int32] = [:]

    init(form: ComparisonForm) { self.form = form }

    mutating func place(of name: String) -> Int32 {
      let key = form.key(of: name)
      if let place = places[key] { return place }
      let place = Int32(names.count)
      places[key] = place
      names.append(name)
      return place
    }
  }
}

extension RetrievalSet.Side {
  fileprivate init(names: [String], links: [UInt64]) {
    self.names = names
    starts.reserveCapacity(names.count + 1)
    starts.append(0)
    var last: UInt64?
    for link in links.sorted() where link != last {
      last = link
      while starts.count <= Int(link >> 32) { starts.append(answers.count) }
      answers.append(Int32(truncatingIfNeeded: link))
    }
    while starts.count <= names.count { starts.append(answers.count) }
  }
}
