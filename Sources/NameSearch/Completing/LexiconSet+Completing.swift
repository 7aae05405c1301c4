internal import ArabicText

extension LexiconSet {
  /// Finds the entities with a name that goes on from what was typed.
  ///
  /// The last word is the beginning of a word, the words before it are whole; they are compared folded, in the script in which they
  /// were typed, and an article may be there or not. A name comes first that begins with the words, before one that has them further behind or apart from each
  /// other; then one that is typed to the end of a word. Among these the bearers of names come before parts of names, names in use before
  /// others, names of few words, entities of many names, and short names first.
  ///
  /// - Parameters:
  ///   - query: what was typed.
  ///   - limit: the most completions to return.
  /// - Returns: each entity once. A query without letters or digits is completed by nothing.
  /// - Complexity: grows with the words and names that begin so, up to limits that the result reports.
  public func completions(for query: Query, limit: Int = 10) -> CompletionList {
    completions(for: query, limit: limit, FormWalk.Effort())
  }

  func completions(for query: Query, limit: Int, _ effort: FormWalk.Effort) -> CompletionList {
    workspaces.withWorkspace { workspace in
      workspace.completer.begin()
      for pattern in query.typed.compactMap(CompletionPattern.init) {
        for (index, lexicon) in lexicons.enumerated() {
          workspace.completer.find(pattern, in: lexicon, index, effort)
        }
      }
      return workspace.completer.list(lexicons, WritingSystem.dominant(in: query.text), limit: limit)
    }
  }

  /// All names of the entity of a completion, in the order of the source.
  public func names(of completion: Completion) -> [LexiconName] {
    lexicons[completion.lexicon].names(ofEntity: completion.place)
  }
}

extension Query {
  /// The readings in which the last word is the one that was typed last.
  fileprivate var typed: [NameText] {
    let turned = readings.compactMap { $0.uninverted?.letters }
    return readings.filter { !turned.contains($0.letters) }
  }
}
