import ArabicText
import Glibc
import NameSearch

/// Measures the carried model and the writer of names on words of a file, one core, inside the process.
///
/// `RomanizeBenchmark FILE [COUNT]`: a line is an Arabic word or name, and behind a tab a Latin one if there is one; other
/// columns are not used. Up to COUNT different words of each script are taken, 20,000 without it. The baseline of the
/// same run is normalizing the words, which is what looking a name up begins with.
@main struct RomanizeBenchmark {
  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let path = arguments.first, let limit = Int(arguments.dropFirst().first ?? "20000"), limit > 0
    else {
      complain("usage: RomanizeBenchmark FILE [COUNT]")
      exit(2)
    }
    // Before anything else has used the model.
    let opening = time { _ = Transducer.carried }
    let first = time { _ = Transducer.carried.romanizations(of: "محمد", best: 1) }
    guard let words = WordFile(path: path, limit: limit) else {
      complain("\(path): no Arabic words that can be read")
      exit(2)
    }
    print("what\titems\tper second\tns an item")
    print("opening µs\t1\t\t\(opening / 1000)")
    print("first word µs\t1\t\t\(first / 1000)")
    let model = Transducer.carried
    report("normalization", words.arabic) { NameText($0).folded.utf8.count }
    report("romanizations 1", words.arabic) { model.romanizations(of: $0, best: 1).count }
    report("romanizations 10", words.arabic) { model.romanizations(of: $0, best: 10).count }
    report("vocalizations 1", words.arabic) { model.vocalizations(of: [$0], at: 0, best: 1).count }
    report("arabizations 1", words.latin) { model.arabizations(of: $0, best: 1).count }
    report("arabizations 10", words.latin) { model.arabizations(of: $0, best: 10).count }
    let scorer = PairScorer(model)
    let pairs = words.pairs.map { (scorer.prepare($0.arabic), scorer.prepare($0.latin)) }
    report("pair scores", pairs) { scorer.score($0.0, $0.1) > 0 ? 1 : 0 }
    let writer = NameWriter(lexicons: LexiconSet([try Lexicon.carried()]))
    let everyday = try Scheme.named(NameWriter.everydayScheme)
    report("written in Latin letters", words.arabic) {
      writer.romanize($0, scheme: everyday).outputs.count
    }
    report("written in Arabic letters", words.latin) { writer.arabize($0).outputs.count }
    print("peak memory KiB\t1\t\t\(peakMemory())")
  }

  /// Prints how fast a body goes through items, each once.
  static func report<Item>(_ title: String, _ items: [Item], _ body: (Item) -> Int) {
    guard !items.isEmpty else { return }
    var sum = 0
    // Warm: what is made once for all words is made here.
    for item in items.prefix(500) { sum += body(item) }
    let nanoseconds = time { for item in items { sum += body(item) } }
    precondition(sum >= 0)
    let rate = Double(items.count) / (Double(max(nanoseconds, 1)) / 1e9)
    print("\(title)\t\(items.count)\t\(Int(rate))\t\(nanoseconds / items.count)")
  }

  /// The processor time that a body takes, in nanoseconds: other work on the machine is not counted.
  static func time(_ body: () -> Void) -> Int {
    func now() -> Int {
      var time = timespec()
      clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
      return time.tv_sec * 1_000_000_000 + time.tv_nsec
    }
    let start = now()
    body()
    return now() - start
  }

  /// The most memory that the process had, in KiB.
  ///
  /// `getrusage` would count that of the program that started this one.
  static func peakMemory() -> Int {
    guard let file = fopen("/proc/self/status", "r") else { return 0 }
    defer { fclose(file) }
    var line = [CChar](repeating: 0, count: 256)
    while fgets(&line, Int32(line.count), file) != nil {
      let text = String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
      if text.hasPrefix("VmHWM:") { return Int(text.filter(\.isNumber)) ?? 0 }
    }
    return 0
  }

  static func complain(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    _ = write(STDERR_FILENO, bytes, bytes.count)
  }
}
