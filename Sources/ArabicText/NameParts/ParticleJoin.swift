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
  /// Whether it is a title that many other names begin with too ("General Motors"), so that the name behind it must be a known one.
  package let isOffice: Bool
  /// Whether it says what sort of place is named behind it: Mount, Lake.
  package let isPlaceHead: Bool
  /// Whether it only joins other words, and is written as it sounds where these are not translated: "the".
  package let isLink: Bool
  /// Whether it is "of": the word before it is followed by what it belongs to.
  package let isOf: Bool

  /// Whether it is a particle wherever it stands.
  package var isAlways: Bool { !isTitle && !isOffice && !isPlaceHead && !isLink && !isOf }

  /// The particle with a folded form, or nil when there is none; a title may have several words.
  package static func of(_ foldedHash: UInt64) -> ParticleJoin? { all[foldedHash] }

  private static let all: [UInt64: ParticleJoin] = {
    var all: [UInt64: ParticleJoin] = [:]
    DataTable.joins.forEachRow { row in
      let written = row[1].split(separator: "|").map(String.init)
      guard let first = written.first, let last = written.last else { return }
      all[NameText(row[0]).foldedHash()] = ParticleJoin(
        arabic: first, initial: last, takesNext: row[2] == "next", isTitle: row[2] == "title",
        isOffice: row[2] == "office", isPlaceHead: row[2] == "place", isLink: row[2] == "link",
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
