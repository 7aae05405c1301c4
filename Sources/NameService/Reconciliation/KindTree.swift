import ArabicText

/// The kinds of entities with what they are part of, from `Lexicon/Kinds.tsv`; reconciliation calls them types.
struct KindTree: Sendable {
  /// One kind.
  struct Kind: Sendable {
    let id: String
    let parent: String
    /// The schemas of FollowTheMoney that become this kind.
    let schemas: [String]
    let gloss: String
  }

  /// In the order of the file.
  let kinds: [Kind]
  private let byID: [String: Kind]
  /// The kinds whose entities are words and parts of names, not bearers of names.
  private(set) var nameParts: Set<String> = []

  init() {
    var kinds: [Kind] = []
    DataTable.kinds.forEachRow { row in
      kinds.append(
        Kind(
          id: row[0], parent: row[1], schemas: row[2].split(separator: "|").map(String.init), gloss: row[3]))
    }
    self.kinds = kinds
    byID = Dictionary(kinds.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    nameParts = family("name").union(family("word"))
  }

  /// What a kind is called.
  static func name(_ id: String) -> String { id.replacing("-", with: " ") }

  /// What a kind is; empty for one that the file does not have.
  func gloss(_ id: String) -> String { byID[id]?.gloss ?? "" }

  /// A kind, the wider kind, and so on.
  func chain(_ id: String) -> [String] {
    var chain = [id]
    while let parent = byID[chain[chain.count - 1]]?.parent, !parent.isEmpty, !chain.contains(parent) {
      chain.append(parent)
    }
    return chain
  }

  /// A kind and all narrower ones.
  func family(_ id: String) -> Set<String> {
    Set([id] + kinds.map(\.id).filter { chain($0).contains(id) })
  }

  /// The schema of FollowTheMoney that says best what a kind is.
  func schema(_ id: String) -> String {
    for kind in chain(id) {
      if let schema = byID[kind]?.schemas.first { return schema }
    }
    return "Thing"
  }
}
