/// How a particle in Latin letters is written in Arabic, from `Parts/joins.tsv`.
package struct ParticleJoin: Sendable {
  /// The particle in Arabic, vocalized; with the article where it ends in one.
  package let arabic: String
  /// The same at the beginning of a name.
  package let initial: String
  /// Whether it is written onto the next word.
  package let takesNext: Bool
  /// Whether it is a title, which is one only before a name.
  package let isTitle: Bool
  /// Whether it is "of": the word before it is followed by what it belongs to.
  package let isOf: Bool

  /// The particle with a folded form, or nil when there is none.
  package static func of(_ foldedHash: UInt64) -> ParticleJoin? { all[foldedHash] }

  private static let all: [UInt64: ParticleJoin] = {
    var all: [UInt64: ParticleJoin] = [:]
    DataTable.joins.forEachRow { row in
      let written = row[1].split(separator: "|").map(String.init)
      guard let first = written.first, let last = written.last else { return }
      all[NameText(row[0]).foldedHash()] = ParticleJoin(
        arabic: first, initial: last, takesNext: row[2] == "next", isTitle: row[2] == "title",
        isOf: row[2] == "of")
    }
    return all
  }()
}

extension Particle {
  /// Whether the particle is never the last word of a name.
  package var needsNextWord: Bool {
    switch kind {
    case .article, .kunya, .nasab, .servant, .prefix: true
    case .din, .allah: false
    }
  }
}
