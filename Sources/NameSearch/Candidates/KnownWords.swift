internal import ArabicText

/// Words whose spellings and vowels a lexicon knows: given names, family names, nisbas, compounds, words of
/// organizations.
///
/// A known word wins over what its letters say: "Mohd" is مُحَمَّد, and "Mahmud" is not.
package struct KnownWords: Sendable {
  private let lexicons: [Lexicon]

  package init(_ lexicons: [Lexicon]) {
    self.lexicons = lexicons.filter(\.knowsWords)
  }

  /// Whether no word is known.
  var isEmpty: Bool { lexicons.isEmpty }

  /// A vocalized Arabic form.
  package struct Form: Hashable, Sendable {
    let lexicon: Int
    let form: UInt32
  }

  /// Calls `body` with each form that a spelling stands for.
  func forEach(_ foldedHash: UInt64, _ body: (Form) -> Void) {
    for (index, lexicon) in lexicons.enumerated() {
      lexicon.known.forEach(foldedHash) { form in
        body(Form(lexicon: index, form: form))
        return true
      }
    }
  }

  /// The forms that a spelling stands for.
  func forms(_ foldedHash: UInt64) -> [Form] {
    var forms: [Form] = []
    forEach(foldedHash) { forms.append($0) }
    return forms
  }

  /// The lexicon that a form belongs to.
  func lexicon(of form: Form) -> Lexicon { lexicons[form.lexicon] }

  /// Reads a form into `name`.
  func load(_ form: Form, into name: inout NameText) {
    lexicons[form.lexicon].load(form: Int(form.form), into: &name)
  }

  /// The skeletons of the Arabic forms that a spelling stands for.
  package func skeletons(_ foldedHash: UInt64) -> [[UInt8]] {
    forms(foldedHash).flatMap { form -> [[UInt8]] in
      var name = NameText()
      load(form, into: &name)
      return SkeletonBuilder().skeletons(of: name)
    }
  }
}
