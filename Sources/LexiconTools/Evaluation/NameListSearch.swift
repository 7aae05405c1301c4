internal import Glibc
package import NameSearch

/// Searches a list of names through a compiled lexicon, as the program does.
package struct NameListSearch {
  package let lexicons: LexiconSet
  /// How many names can be found.
  package let count: Int

  /// Compiles a list; each name is an entity of its own.
  ///
  /// - Parameters:
  ///   - names: the names; those that have nothing to find are left out.
  ///   - words: lexicons whose words help to read them.
  /// - Throws: `SourceProblem` when the list cannot be compiled to a temporary file.
  package init(_ names: [String], words: [Lexicon] = []) throws(SourceProblem) {
    var builder = LexiconBuilder(words: words)
    var count = 0
    for (place, name) in names.enumerated() {
      let source = SourceName(
        id: String(place), kind: "", name: name, language: "", role: "name", line: place + 1)
      if builder.add(source) == nil { count += 1 }
    }
    self.count = count
    let folder = unsafe getenv("TMPDIR").map { unsafe String(cString: $0) } ?? "/tmp"
    let path = "\(folder)/ism-names-\(getpid())-\(UInt64.random(in: 0 ... .max)).ism"
    _ = try builder.finish().write(to: path)
    // An open file stays readable after its name is gone.
    defer { unsafe unlink(path) }
    do {
      lexicons = LexiconSet([try Lexicon(path: path)] + words)
    } catch {
      throw SourceProblem(path, nil, error.description)
    }
  }

  /// Finds names.
  ///
  /// - Returns: places in the list with their scores, the best first.
  package func search(_ query: String, limit: Int) -> [(place: Int, score: Double)] {
    var options = SearchOptions()
    options.limit = limit
    return places(lexicons.search(Query(query), options))
  }

  /// Finds names by comparing the query with each.
  ///
  /// - Returns: what `search` returns if its candidates miss nothing.
  package func scan(_ query: String, limit: Int) -> [(place: Int, score: Double)] {
    places(lexicons.scan(Query(query), limit: limit))
  }

  private func places(_ list: MatchList) -> [(place: Int, score: Double)] {
    list.matches.compactMap { match in
      match.lexicon == 0 ? Int(match.entity.id).map { ($0, match.score) } : nil
    }
  }
}
