import Glibc

@testable import ArabicText
@testable import LexiconTools

/// A small sound file, trained when the program starts.
private let sound: [UInt8] = {
  let path = "ism-fuzz-\(getpid()).tsv"
  defer { unlink(path) }
  guard let file = fopen(path, "w") else { return [] }
  fputs("arabic\tlatin\tfreq\n", file)
  write(latin: ["bā", "shū", "rī", "kha", "ma"], to: file, ends: "\t1\n")
  fclose(file)
  var corpus = TrainingCorpus()
  guard (try? corpus.add(path: path, report: { _ in })) != nil else { return [] }
  guard let file = fopen(path, "w") else { return [] }
  fputs("arabic\tlatin\n", file)
  write(latin: ["ba", "shu", "ri", "kh", "m"], to: file, ends: "\n")
  fclose(file)
  guard (try? corpus.add(path: path, report: { _ in })) != nil else { return [] }
  var settings = TransducerTrainer.Settings()
  (settings.everydayRounds, settings.scholarlyRounds) = (1, 1)
  (settings.hiddenCount, settings.featureBits) = (96, 8)
  return (try? TransducerTrainer(corpus, settings) { _ in }.train()) ?? []
}()

/// Writes all words of three syllables.
private func write(latin: [String], to file: UnsafeMutablePointer<FILE>, ends: String) {
  let arabic = ["با", "شو", "ري", "خ", "م"]
  for number in 0..<125 {
    let places = [number % 5, number / 5 % 5, number / 25]
    fputs(places.map { arabic[$0] }.joined() + "\t" + places.map { latin[$0] }.joined() + ends, file)
  }
}

/// Reads bytes as changes of a sound file, six bytes each: section, place and number; makes the checksum right, and uses
/// what comes of it.
///
/// Any bytes themselves are opened too. Without the checksum all of them are refused before their numbers are looked at.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTransducer(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  use(input)
  var bytes = sound
  for place in stride(from: 0, to: input.count - 5, by: 6) {
    change(&bytes, Array(input[place..<place + 6]))
  }
  put(bytes[64...].withUnsafeBytes { Checksum.value(of: $0) }, at: 24, 8, in: &bytes)
  use(bytes)
  return 0
}

/// Changes an element of a section, or with the highest bit of the first byte a byte of the section's descriptor.
private func change(_ bytes: inout [UInt8], _ edit: [UInt8]) {
  let section = Int(edit[0] & 0x7F) % 48
  let descriptor = 64 + section * 16
  let place = Int(edit[1]) | Int(edit[2]) << 8
  if edit[0] & 0x80 != 0 {
    bytes[descriptor + place % 16] = edit[3]
    return
  }
  let size = TransducerImage.elementSizes[section % 16]
  let (offset, count) = (number(at: descriptor, in: bytes), number(at: descriptor + 8, in: bytes))
  guard count > 0, count < bytes.count, offset < bytes.count else { return }
  let element = offset + place % count * size
  guard element + size <= bytes.count else { return }
  let value = UInt64(edit[3]) | UInt64(edit[4]) << 8 | UInt64(edit[5]) << UInt64(8 * (size - 1))
  put(value, at: element, size, in: &bytes)
}

private func number(at place: Int, in bytes: [UInt8]) -> Int {
  (0..<7).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
}

private func put(_ number: UInt64, at place: Int, _ size: Int, in bytes: inout [UInt8]) {
  for byte in 0..<size { bytes[place + byte] = UInt8(truncatingIfNeeded: number >> UInt64(byte * 8)) }
}

/// Decodes a few words with what opens, in all directions.
private func use(_ bytes: [UInt8]) {
  precondition(!sound.isEmpty, "the training failed")
  guard let transducer = try? Transducer(bytes: bytes, name: "fuzz") else { return }
  let scorer = PairScorer(transducer)
  for word in ["بام", "شوريخ", "شمخبا", "bashu", "mkhri"] {
    for item in transducer.vocalizations(of: [word, "علي"], at: 0, best: 5) { check(item.probability) }
    for item in transducer.romanizations(of: word, best: 5) { check(item.probability) }
    for item in transducer.arabizations(of: word, best: 5) { check(item.probability) }
    precondition(
      !scorer.score(scorer.prepare(word), scorer.prepare("shumkh")).isNaN, "a score that is no number")
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
