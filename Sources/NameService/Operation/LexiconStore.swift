import NameSearch
import Synchronization

/// What is searched, as it was when a request began.
///
/// A request keeps the one it began with, so reloading takes nothing away from it; the old files are unmapped when the last of
/// their requests has ended.
struct LoadedLexicon: Sendable {
  let lexicons: LexiconSet
  let writer: NameWriter
  /// Seconds since 1970.
  let time: Int64

  init(_ lexicons: LexiconSet, time: Int64) {
    self.lexicons = lexicons
    writer = NameWriter(lexicons: lexicons)
    self.time = time
  }

  /// The entity with an id, from the first lexicon that has it.
  func entity(id: String) -> (entity: LexiconEntity, names: [LexiconName])? {
    for lexicon in lexicons.lexicons {
      if let place = lexicon.entity(id: id) {
        return (lexicon.entity(at: place), lexicon.names(ofEntity: place))
      }
    }
    return nil
  }
}

/// Holds what is searched, and replaces it.
final class LexiconStore: Sendable {
  private let paths: [String]
  private let hasDefault: Bool
  private let loaded: Mutex<LoadedLexicon>
  /// Only one reload at a time.
  private let reloading = Mutex<Void>(())

  init(paths: [String], hasDefault: Bool) throws(LexiconError) {
    self.paths = paths
    self.hasDefault = hasDefault
    loaded = Mutex(try Self.load(paths, hasDefault))
  }

  /// What is searched now.
  var current: LoadedLexicon { loaded.withLock { $0 } }

  /// Reads the lexicons again.
  ///
  /// - Throws: `LexiconError` when one of them cannot be read; what was searched before stays.
  func reload() throws(LexiconError) {
    try reloading.withLock { _ throws(LexiconError) in
      let new = try Self.load(paths, hasDefault)
      loaded.withLock { $0 = new }
    }
  }

  private static func load(_ paths: [String], _ hasDefault: Bool) throws(LexiconError) -> LoadedLexicon {
    var lexicons: [Lexicon] = []
    if hasDefault { lexicons.append(try Lexicon.carried()) }
    for path in paths { lexicons.append(try Lexicon(path: path)) }
    return LoadedLexicon(LexiconSet(lexicons), time: Clock.seconds)
  }
}
