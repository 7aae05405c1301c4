internal import ArabicText

/// The forms that may go on from what was typed, those of few words first.
///
/// Words that begin so lie below one node of the trie, so nothing else of the lexicon is looked at.
struct FormWalk {
  /// How far completion goes.
  struct Effort: Sendable {
    /// The most nodes of the trie.
    var nodes = 1 << 16
    /// The most forms that are compared.
    var forms = 1 << 12
    /// The most names of one form, and of all forms of a lexicon.
    var namesOfForm = 1 << 10
    var names = 1 << 15
  }

  /// Whether there are more words than were looked at.
  private(set) var isCut = false
  private var nodes: [UInt32] = []
  private var cursors: [FormCursor] = []
  /// How many words the forms have that come now, where they end, and the cursor whose turn it is.
  private var words = 0
  private var end = 0
  private var place = 0

  /// Forms with this many words and more come together.
  private static let wordSteps = 4

  /// Finds the words that begin as the last was typed, or a whole word that is rarer than they are.
  mutating func begin(_ pattern: CompletionPattern, _ vocabulary: Vocabulary, _ effort: Effort) {
    cursors.removeAll(keepingCapacity: true)
    isCut = false
    beginStep(1, vocabulary)
    var rarest: (key: UInt32, forms: Int)?
    for whole in pattern.wholes {
      guard let key = vocabulary.key(whole.symbols, whole.script) else { return }
      let forms = vocabulary.formCount(ofKey: key)
      if forms < rarest?.forms ?? .max { rarest = (key, forms) }
    }
    let isWalked = walk(pattern, vocabulary, effort.nodes, forms: rarest?.forms ?? .max)
    guard let rarest, !isWalked else {
      isCut = !isWalked
      return
    }
    cursors.removeAll(keepingCapacity: true)
    cursors.append(vocabulary.cursor(ofKey: rarest.key))
  }

  /// Gathers the words below the nodes of the typed letters, the shortest first.
  ///
  /// - Returns: false when there are more nodes or more forms than wanted.
  private mutating func walk(
    _ pattern: CompletionPattern, _ vocabulary: Vocabulary, _ limit: Int, forms: Int
  ) -> Bool {
    nodes.removeAll(keepingCapacity: true)
    for beginning in pattern.beginnings {
      guard !beginning.symbols.isEmpty else { return false }
      let root = vocabulary.root(pattern.script)
      let node = root == 0 ? nil : vocabulary.node(beginning.symbols, below: root)
      if let node, !nodes.contains(node) { nodes.append(node) }
    }
    var left = forms
    var next = 0
    while next < nodes.count {
      guard next < limit else { return false }
      let node = nodes[next]
      next += 1
      if let key = vocabulary.key(at: node) {
        left -= vocabulary.formCount(ofKey: key)
        guard left > 0 else { return false }
        cursors.append(vocabulary.cursor(ofKey: key))
      }
      vocabulary.forEachChild(of: node) { nodes.append($0) }
    }
    return true
  }

  /// The next form, nil behind the last; a form may come again.
  mutating func next(_ vocabulary: Vocabulary) -> UInt32? {
    while words <= Self.wordSteps {
      while place < cursors.count {
        if let form = cursors[place].form, Int(form) < end {
          vocabulary.advance(&cursors[place])
          return form
        }
        place += 1
      }
      beginStep(words + 1, vocabulary)
    }
    return nil
  }

  /// Goes on with the forms of so many words, from the first cursor on.
  private mutating func beginStep(_ count: Int, _ vocabulary: Vocabulary) {
    (words, place) = (count, 0)
    end = count < Self.wordSteps ? vocabulary.formCount(ofWords: count) : vocabulary.formCount
  }
}
