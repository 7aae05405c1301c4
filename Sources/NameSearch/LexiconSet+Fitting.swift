internal import ArabicText

/// What search finds before it is scored: for fitting the policy.
extension LexiconSet {
  /// A name that search compares with a query.
  package struct ComparedForm: Sendable {
    /// The entities of the first lexicon that have the name.
    package let entities: [Int]
    package let features: EvidenceFeatures
    /// Whether the score does not depend on the features: the names are the same but for marks and case.
    package let isEqual: Bool
  }

  /// The names of the first lexicon that `search` compares with a query.
  package func comparedForms(_ query: Query) -> [ComparedForm] {
    guard let lexicon = lexicons.first else { return [] }
    return workspaces.withWorkspace { workspace in
      var found: [ComparedForm] = []
      for reading in query.searched {
        workspace.aligner.load(reading)
        workspace.finder.find(
          SearchPlan(reading, translations), in: lexicon, .wide, limit: Self.comparedForms(48), isWanted: nil)
        for candidate in workspace.finder.candidates {
          let form = Int(candidate.form)
          guard let evidence = workspace.aligner.compare(withForm: form, ofLexicon: 0) else { continue }
          var entities: [Int] = []
          lexicon.forEachName(ofForm: form) { name in
            entities.append(lexicon.entity(ofName: name))
            return entities.count < 64
          }
          found.append(
            ComparedForm(
              entities: entities, features: evidence.features,
              isEqual: evidence.isIdentical || evidence.features[.foldedEqual] > 0))
        }
      }
      return found
    }
  }

  /// The evidence's features for two names, by the readings that fit best.
  package func features(_ left: String, _ right: String) -> EvidenceFeatures? {
    workspaces.withWorkspace { workspace in
      best(Query(left).searched, Query(right).searched, workspace)?.evidence.features
    }
  }
}
