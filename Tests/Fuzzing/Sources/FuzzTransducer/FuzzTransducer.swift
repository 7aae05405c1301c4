@testable import ArabicText

/// Opens any bytes as a transducer's file, with its magic, size and checksum set right, and uses it.
///
/// Without that every input would be refused before its numbers are looked at.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTransducer(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  var bytes = Array(UnsafeBufferPointer(start: start, count: count))
  use(bytes)
  guard bytes.count >= 64 else { return 0 }
  bytes.replaceSubrange(0..<16, with: Array("ISMTRANS".utf8) + [1, 0, 0, 0, 3, 0, 0, 0])
  put(UInt64(bytes.count), at: 16)
  let checksum = bytes[64...].withUnsafeBytes { TransducerImage.checksum($0) }
  put(checksum, at: 24)
  use(bytes)
  return 0

  func put(_ number: UInt64, at place: Int) {
    for byte in 0..<8 { bytes[place + byte] = UInt8(truncatingIfNeeded: number >> UInt64(byte * 8)) }
  }
}

/// Decodes a few words with what opens, in all directions.
private func use(_ bytes: [UInt8]) {
  guard let transducer = try? Transducer(bytes: bytes, name: "fuzz") else { return }
  let scorer = PairScorer(transducer)
  for word in ["محمد", "القذافي", "ab", "muhammad"] {
    for item in transducer.vocalizations(of: [word, "علي"], at: 0, best: 5) { check(item.probability) }
    for item in transducer.romanizations(of: word, best: 5) { check(item.probability) }
    for item in transducer.arabizations(of: word, best: 5) { check(item.probability) }
    precondition(!scorer.score(scorer.prepare(word), scorer.prepare("mhmd")).isNaN, "a score that is no number")
  }
}

private func check(_ probability: Double) {
  precondition((0...1.001).contains(probability), "a probability outside 0...1")
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
  _ target: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// The package manager wants a main function of this name; libFuzzer's own is the driver behind it.
@_cdecl("FuzzTransducer_main")
public func start(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
  var (count, arguments) = (count, arguments)
  return runFuzzer(&count, &arguments) { fuzzTransducer($0, $1) }
}
