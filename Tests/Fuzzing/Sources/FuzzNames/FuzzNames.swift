import ArabicText
import NameSearch

/// The carried lexicon, opened once.
private let lexicons: LexiconSet? = (try? Lexicon.carried()).map { LexiconSet([$0]) }

/// Normalizes, parses and looks up any bytes as a name.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzNames(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let name = NameText(text)
  let again = NameText(name.normalized)
  // What was normalized once stays as it is.
  precondition(again.folded == name.folded, "normalizing twice changes the folded form")
  _ = NamePart.parts(of: text)
  let list = lexicons?.matches(for: Query(text))
  precondition(!name.isEmpty || list?.matches.isEmpty == true, "nothing matches something")
  for match in list?.matches ?? [] { precondition((0...1).contains(match.score), "a score outside 0...1") }
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The package manager wants a main function of this name; libFuzzer's own is the driver behind it.
@_cdecl("FuzzNames_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var (count, arguments) = (count, arguments)
  return runFuzzer(&count, &arguments) { fuzzNames($0, $1) }
}
