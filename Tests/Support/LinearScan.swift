internal import ArabicText
package import NameSearch

/// The slow twin of the key indexes: all forms of a lexicon, each looked at for each key.
package struct LinearScan {
  /// The keys of one form.
  package struct Form: Sendable {
    package let exact: Set<UInt64>
    package let skeleton: Set<UInt64>
  }

  /// The most skeleton keys that one reading of a name is indexed by; what `LexiconBuilder` keeps.
  private static let keyLimit = 16

  /// The forms in their order.
  package let forms: [Form]

  /// Computes the keys of all forms of a lexicon.
  ///
  /// - Parameters:
  ///   - lexicon: the lexicon.
  ///   - words: the lexicons whose words the compiler knew.
  package init(_ lexicon: Lexicon, words: [Lexicon]) {
    let known = KnownWords(words)
    forms = (0..<lexicon.formCount).map { place in
      var name = NameText()
      lexicon.load(form: place, into: &name)
      let readings = [name, name.uninverted].compactMap { $0 }
      return Form(
        exact: Set(readings.map { $0.foldedHash() }),
        skeleton: Set(
          readings.flatMap { SkeletonBuilder().keys(of: $0, limit: Self.keyLimit, known: known.skeletons) }))
    }
  }

  /// The forms with a folded form, ascending.
  package func forms(exact key: UInt64) -> [Int] { forms.indices.filter { forms[$0].exact.contains(key) } }

  /// The forms with a skeleton key, ascending.
  package func forms(skeleton key: UInt64) -> [Int] {
    forms.indices.filter { forms[$0].skeleton.contains(key) }
  }
}
