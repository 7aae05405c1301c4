import LexiconTools

/// Shows how far `ism screen` is, how fast, and how much time is left.
struct ScreenProgress {
  private let start = ContinuousClock.now
  private var last: ContinuousClock.Instant?

  mutating func show(_ progress: Screening.Progress) {
    let now = ContinuousClock.now
    if let last, now - last < .milliseconds(250) { return }
    last = now
    Output.progress(Self.text(progress, elapsed: (now - start) / .seconds(1)))
  }

  /// `12345 rows, 2345 rows/s, 37 hits, 43 %, 1:05 left`.
  static func text(_ progress: Screening.Progress, elapsed: Double) -> String {
    let counts = progress.counts
    let rate = Double(counts.rows - progress.earlierRows) / max(elapsed, 0.001)
    var text = "\(counts.rows) rows, \(Int(rate)) rows/s, \(counts.hits) hits"
    if counts.rejected > 0 { text += ", \(counts.rejected) not read" }
    if let size = progress.size, size > 0, progress.offset > progress.earlierOffset {
      let left = elapsed * Double(size - progress.offset) / Double(progress.offset - progress.earlierOffset)
      text += ", \(100 * progress.offset / size) %, \(duration(Int(left.rounded(.up)))) left"
    }
    return text
  }

  private static func duration(_ seconds: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    let (hours, minutes) = (seconds / 3600, seconds / 60 % 60)
    return hours > 0
      ? "\(hours):\(two(minutes)):\(two(seconds % 60))" : "\(minutes):\(two(seconds % 60))"
  }
}
