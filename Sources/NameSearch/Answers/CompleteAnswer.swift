/// The JSON object that answers what was typed of a name, the same from the command and from the service.
package struct CompleteAnswer: Encodable, Sendable {
  package let query: String
  package let completions: [CompletionAnswer]
  /// Whether more names begin so than were looked at; left out when not.
  package let cut: Bool?
  package let error: String?

  package init(query: String, _ list: CompletionList) {
    self.query = query
    completions = list.completions.map(CompletionAnswer.init)
    cut = list.isCut ? true : nil
    error = nil
  }

  package init(error: String) {
    query = ""
    completions = []
    cut = nil
    self.error = error
  }
}

/// One completion.
package struct CompletionAnswer: Encodable, Sendable {
  package let id: String
  package let kind: String
  package let caption: String
  /// The name that goes on so.
  package let matched: NameAnswer
  /// Whether it was typed to its end.
  package let whole: Bool

  package init(_ completion: Completion) {
    id = completion.entity.id
    kind = completion.entity.kind
    caption = completion.entity.caption
    matched = NameAnswer(completion.matched)
    whole = completion.isWhole
  }
}
