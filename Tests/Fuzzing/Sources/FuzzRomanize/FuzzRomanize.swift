@testable import ArabicText

// The fuzzer has one thread.
nonisolated(unsafe) private let scorer = PairScorer(.carried)

/// Restores vowels of any text, spells it in both scripts, and scores its halves as a pair.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRomanize(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let words = text.split(separator: " ").map(String.init)
  for place in words.indices.prefix(4) {
    let vocalized = Transducer.carried.vocalizations(of: words, at: place, best: 5)
    check(vocalized.map(\.probability))
    for item in vocalized { _ = try? Scheme.named("ala-lc").romanize(item.arabic) }
    check(Transducer.carried.romanizations(of: words[place], best: 5).map(\.probability))
    check(Transducer.carried.arabizations(of: words[place], best: 5).map(\.probability))
  }
  let halves = text.split(separator: " ", maxSplits: 1).map { scorer.prepare(String($0)) }
  if let first = halves.first, let last = halves.last {
    let score = scorer.score(first, last)
    precondition(!score.isNaN && score == scorer.score(last, first), "a score depends on the order")
  }
  return 0
}

private func check(_ probabilities: [Double]) {
  precondition(probabilities.allSatisfy { (0...1).contains($0) }, "a probability outside 0...1")
  precondition(probabilities.reduce(0, +) < 1.001, "probabilities above 1 together")
  precondition(
    zip(probabilities, probabilities.dropFirst()).allSatisfy { $0 >= $1 }, "not the likeliest first")
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The package manager wants a main function of this name; libFuzzer's own is the driver behind it.
@_cdecl("FuzzRomanize_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var (count, arguments) = (count, arguments)
  return runFuzzer(&count, &arguments) { fuzzRomanize($0, $1) }
}
