import NameSearch

/// The carried lexicon, opened once.
private let lexicons: LexiconSet? = (try? Lexicon.carried()).map { LexiconSet([$0]) }

/// Completes any bytes as the beginning of a name, then a name that was found from its whole text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCompletion(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  guard let lexicons else { preconditionFailure("the carried lexicon does not open") }
  let list = lexicons.completions(for: Query(text), limit: 20)
  let ids = list.completions.map(\.entity.id)
  precondition(ids.count <= 20 && Set(ids).count == ids.count, "too many, or one of them twice")
  let few = lexicons.completions(for: Query(text), limit: 3)
  precondition(few.completions.map(\.entity.id) == Array(ids.prefix(3)), "a limit changes the order")
  for completion in list.completions {
    let names = lexicons.names(of: completion).map(\.text)
    precondition(names.contains(completion.matched.text), "a name that its entity has not")
  }
  if let best = list.completions.first { completesItself(best, lexicons) }
  return 0
}

/// Who types all of a name is shown its bearer, if not too many have it.
private func completesItself(_ completion: Completion, _ lexicons: LexiconSet) {
  let most = 200
  let list = lexicons.completions(for: Query(completion.matched.text), limit: most)
  precondition(
    list.isCut || list.completions.count == most
      || list.completions.contains { $0.entity.id == completion.entity.id },
    "a whole name does not complete itself")
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The package manager wants a main function of this name; libFuzzer's own is the driver behind it.
@_cdecl("FuzzCompletion_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var (count, arguments) = (count, arguments)
  return runFuzzer(&count, &arguments) { fuzzCompletion($0, $1) }
}
