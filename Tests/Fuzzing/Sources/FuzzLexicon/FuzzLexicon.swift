import Glibc
import NameSearch

private let path = "ism-fuzz-\(getpid()).ism"

/// Opens any bytes as a compiled lexicon, walks it and looks names up in it.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzLexicon(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let descriptor = open(path, O_CREAT | O_TRUNC | O_WRONLY, 0o600)
  guard descriptor >= 0 else { return 0 }
  _ = write(descriptor, start, count)
  close(descriptor)
  guard let lexicon = try? Lexicon(path: path) else { return 0 }
  _ = lexicon.verify()
  _ = lexicon.statistics()
  let set = LexiconSet([lexicon])
  for name in ["محمد علي", "Jaysh al-Test", "Ali"] {
    for match in set.matches(for: Query(name)).matches { _ = set.names(of: match) }
  }
  _ = lexicon.entity(id: "a")
  return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The package manager wants a main function of this name; libFuzzer's own is the driver behind it.
@_cdecl("FuzzLexicon_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var (count, arguments) = (count, arguments)
  return runFuzzer(&count, &arguments) { fuzzLexicon($0, $1) }
}
