import ArabicText
import NameSearch

/// Measures opening and looking up in compiled lexicons, one core, inside the process.
///
/// `LookupBenchmark FILE…`: queries are names of each file itself, as written (exact) and with other vowels (skeleton).
/// The baseline of the same run is a hash table of folded names, which finds nothing but equal names.
@main struct LookupBenchmark {
  static func main() throws {
    print(
      "names\topen µs\tbaseline ns\texact ns\tratio\texact p50 ns\tskeleton ns\tratio\tskeleton p50 ns\tskeleton p99 ns"
    )
    let carried = try Lexicon.carried()
    for path in CommandLine.arguments.dropFirst() {
      let open = try (0..<50).map { _ in try time { _ = try Lexicon(path: path) } }.sorted()[25]
      let lexicon = try Lexicon(path: path)
      let names = sample(lexicon, count: 2000)
      let alone = LexiconSet([lexicon])
      let both = LexiconSet([carried, lexicon])
      let table = Dictionary(names.map { (NameText($0).folded, 1) }, uniquingKeysWith: { first, _ in first })
      let baseline = measure(names) { table[NameText($0).folded] ?? 0 }
      let exact = measure(names) { alone.matches(for: Query($0)).matches.count }
      let spellings = names.map(respelled)
      let skeleton = measure(spellings) { both.matches(for: Query($0)).matches.count }
      let figures = [
        "\(lexicon.nameCount)", "\(open / 1000)", "\(baseline.mean)", "\(exact.mean)", ratio(exact, baseline),
        "\(exact.median)",
        "\(skeleton.mean)", ratio(skeleton, baseline), "\(skeleton.median)", "\(skeleton.p99)",
      ]
      print(figures.joined(separator: "\t"))
    }
  }

  struct Figures {
    let mean: Int
    let median: Int
    let p99: Int
  }

  static func ratio(_ figures: Figures, _ baseline: Figures) -> String {
    let tenths = figures.mean * 10 / max(baseline.mean, 1)
    return "\(tenths / 10).\(tenths % 10)"
  }

  /// Names spread over the file.
  static func sample(_ lexicon: Lexicon, count: Int) -> [String] {
    let step = max(1, lexicon.entityCount / count)
    return stride(from: 0, to: lexicon.entityCount, by: step).prefix(count)
      .flatMap { lexicon.names(ofEntity: $0).prefix(1).map(\.text) }
  }

  /// Another spelling of the same skeleton: other vowels in Latin, another hamza seat in Arabic.
  static func respelled(_ name: String) -> String {
    let others: [Character: Character] = [
      "a": "e", "e": "i", "u": "o", "o": "u", "k": "q", "أ": "إ", "ا": "أ", "ي": "ى",
    ]
    return String(name.map { others[$0] ?? $0 })
  }

  static func time(_ body: () throws -> Void) rethrows -> Int {
    let clock = ContinuousClock()
    let (seconds, attoseconds) = try clock.measure(body).components
    return Int(seconds) * 1_000_000_000 + Int(attoseconds / 1_000_000_000)
  }

  static func measure(_ queries: [String], _ body: (String) -> Int) -> Figures {
    var sum = 0
    for query in queries.prefix(500) { sum += body(query) }
    var times: [Int] = []
    for query in queries { times.append(time { sum += body(query) }) }
    precondition(sum >= 0)
    times.sort()
    return Figures(
      mean: times.reduce(0, +) / max(times.count, 1), median: times[times.count / 2],
      p99: times[times.count * 99 / 100])
  }
}
