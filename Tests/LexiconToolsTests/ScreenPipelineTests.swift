import Synchronization
import TestSupport
import Testing

@testable import LexiconTools

/// Work on several threads, in order.
@Suite struct ScreenPipelineTests {
  /// Runs items through a pipeline; some take much longer than others.
  private func results(threads: Int, count: Int) -> [Int] {
    let pipeline = OrderedPipeline<Int, Int>(threads: threads) { item in
      var generator = SeededGenerator(seed: UInt64(item))
      var value = item
      for _ in 0..<Int.random(in: 0...2000, using: &generator) { value = (value &* 31 &+ 7) % 1_000_003 }
      return value
    }
    defer { pipeline.close() }
    var results: [Int] = []
    var next = 0
    while next < count || pipeline.hasMore {
      while next < count, pipeline.hasRoom {
        pipeline.add(next)
        next += 1
      }
      if let result = pipeline.take() { results.append(result) }
    }
    return results
  }

  @Test(arguments: [2, 3, 8])
  func orderIsThatOfOneThread(_ threads: Int) {
    #expect(results(threads: threads, count: 500) == results(threads: 1, count: 500))
  }

  @Test(arguments: [(1, 3), (2, 4), (3, 1)])
  func noMoreIsUnderWayThanTheSlots(_ threads: Int, _ depth: Int) {
    let begun = Mutex(0)
    let pipeline = OrderedPipeline<Int, Int>(threads: threads, depth: depth) { item in
      begun.withLock { $0 += 1 }
      return item
    }
    var added = 0
    while pipeline.hasRoom {
      pipeline.add(added)
      added += 1
    }
    #expect(added == threads * depth)
    #expect((0..<added).map { _ in pipeline.take() } == Array(0..<added))
    #expect(pipeline.take() == nil)
    #expect(begun.withLock { $0 } == added)
    pipeline.close()
  }

  @Test func nothingIsAnAnswer() {
    #expect(results(threads: 1, count: 0) == [])
    #expect(results(threads: 4, count: 0) == [])
  }
}
