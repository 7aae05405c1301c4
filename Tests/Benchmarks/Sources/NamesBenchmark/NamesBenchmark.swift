import Glibc
import NameSearch

/// Measures `lookup` and `search` in compiled lexicons: processor time of one thread, which other work on the machine
/// does not move as much as the clock.
///
/// `NamesBenchmark FILE…`: queries are names of each file itself, as written, with other vowels, and with one letter
/// wrong. *First* is the part whose own entity, or one of the same score, is ranked first.
@main struct NamesBenchmark {
  static func main() throws {
    print("names\tqueries\tcall\tp50 µs\tp99 µs\tmost µs\tfirst")
    for path in CommandLine.arguments.dropFirst() {
      let lexicon = try Lexicon(path: path)
      let set = LexiconSet([lexicon])
      let names = sample(lexicon, count: 1000)
      let changes: [(String, (String) -> String)] = [
        ("as written", { $0 }), ("other vowels", respelled), ("a letter wrong", mistyped),
      ]
      for (kind, change) in changes {
        measure(lexicon, names, kind, "lookup") { set.matches(for: Query(change($0))) }
        measure(lexicon, names, kind, "search") { set.search(Query(change($0))) }
      }
    }
  }

  private static func measure(
    _ lexicon: Lexicon, _ names: [(id: String, text: String)], _ kind: String, _ call: String,
    _ body: (String) -> MatchList
  ) {
    var times: [Double] = []
    var first = 0
    for name in names {
      var list: MatchList?
      times.append(time { list = body(name.text) })
      let best = list?.matches.first?.score
      if list?.matches.contains(where: { $0.entity.id == name.id && $0.score == best }) == true { first += 1 }
    }
    times.sort()
    let figures = [times[times.count / 2], times[times.count * 99 / 100], times[times.count - 1]].map {
      "\(Int($0))"
    }
    let share = "\(first * 1000 / names.count)‰"
    print((["\(lexicon.nameCount)", kind, call] + figures + [share]).joined(separator: "\t"))
  }

  /// Microseconds of the processor.
  private static func time(_ body: () -> Void) -> Double {
    func now() -> Double {
      var time = timespec()
      unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
      return Double(time.tv_sec) * 1e6 + Double(time.tv_nsec) / 1e3
    }
    let start = now()
    body()
    return now() - start
  }

  /// Names spread over the file.
  private static func sample(_ lexicon: Lexicon, count: Int) -> [(id: String, text: String)] {
    let step = max(1, lexicon.entityCount / count)
    return stride(from: 0, to: lexicon.entityCount, by: step).prefix(count).compactMap { place in
      lexicon.names(ofEntity: place).first.map { (lexicon.entity(at: place).id, $0.text) }
    }
  }

  private static func respelled(_ name: String) -> String {
    let others: [Character: Character] = ["a": "e", "e": "i", "u": "o", "o": "u", "أ": "إ", "ي": "ى"]
    return String(name.map { others[$0] ?? $0 })
  }

  /// One letter in the middle becomes its neighbour.
  private static func mistyped(_ name: String) -> String {
    var letters = Array(name)
    guard letters.count > 3 else { return name }
    letters.swapAt(letters.count / 2, letters.count / 2 - 1)
    return String(letters)
  }
}
