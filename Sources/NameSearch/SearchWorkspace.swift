internal import ArabicText
internal import Synchronization

/// What one search works with, kept for the next one.
final class SearchWorkspace {
  var finder = NameFinder()
  var aligner: NameAligner
  var completer = NameCompleter()
  var names: WholeNameFinder
  /// Compares the names of one entity.
  var scripts: WholeNameAligner
  var name = NameText()

  init(words: WordFactsReader, known: KnownWords) {
    aligner = NameAligner(words: words)
    names = WholeNameFinder(known: known)
    scripts = WholeNameAligner(known: known)
  }
}

/// Workspaces that are not in use, for any thread.
final class WorkspacePool: Sendable {
  /// One workspace on its way from thread to thread.
  private struct Parcel: @unchecked Sendable {
    // Safe to send: the pool gives a workspace to one caller, which gives it back.
    let workspace: SearchWorkspace
  }

  private let idle = Mutex<[Parcel]>([])
  private let make: @Sendable () -> SearchWorkspace
  /// More than this are not kept.
  private static let limit = 64

  init(make: @escaping @Sendable () -> SearchWorkspace) { self.make = make }

  /// Calls `body` with a workspace that nobody else uses.
  func withWorkspace<Result>(_ body: (SearchWorkspace) -> Result) -> Result {
    let parcel = idle.withLock { $0.popLast() } ?? Parcel(workspace: make())
    defer { idle.withLock { if $0.count < Self.limit { $0.append(parcel) } } }
    return body(parcel.workspace)
  }
}
