package import ArabicText
internal import Glibc

/// The slow twin of `LetterDecoder`: all ways to write a word, each scored from its beginning with plain arithmetic.
package struct SlowDecoder {
  private let file: TransducerBytes
  private let direction: TransducerDirection
  private let letters: [UInt16]

  /// A way to write the word.
  package struct Answer: Sendable {
    package let graphones: [Int]
    package let score: Double
  }

  /// Reads the letters of a direction of a file.
  package init(_ file: TransducerBytes, _ direction: TransducerDirection) {
    self.file = file
    self.direction = direction
    letters = (0..<file.count(0, of: direction)).map { UInt16(file.element($0, 0, of: direction)) }
  }

  /// All ways to write a word, the best first.
  package func answers(
    _ word: [UInt16], in context: LetterFeatures.Context?, domain: LetterNetwork.Domain
  ) -> [Answer] {
    var answers = [Answer(graphones: [], score: 0)]
    for place in word.indices {
      guard let letter = letters.firstIndex(of: word[place]) else { continue }
      let seen = LetterSums(word, place, context, domain)
      answers = answers.flatMap { answer in
        extended(answer, by: letter, seen)
      }
    }
    if hasContexts {
      let end = element(letters.count, 1)
      answers = answers.map {
        Answer(
          graphones: $0.graphones,
          score: $0.score - setting(3) * Double(cost(of: end, after: $0.graphones)) / 20)
      }
    }
    return answers.sorted { $0.score > $1.score }
  }

  /// The score of one way to write a word; nil when a graphone is none of its letter.
  package func score(
    _ word: [UInt16], as graphones: [Int], in context: LetterFeatures.Context?, domain: LetterNetwork.Domain
  ) -> Double? {
    var answer = Answer(graphones: [], score: 0)
    for place in word.indices {
      guard let letter = letters.firstIndex(of: word[place]) else { continue }
      guard answer.graphones.count < graphones.count else { return nil }
      let next = graphones[answer.graphones.count]
      let all = extended(answer, by: letter, LetterSums(word, place, context, domain))
      guard let found = all.first(where: { $0.graphones.last == next }) else { return nil }
      answer = found
    }
    guard hasContexts else { return answer.score }
    let end = element(letters.count, 1)
    return answer.score - setting(3) * Double(cost(of: end, after: answer.graphones)) / 20
  }

  /// What is the same for all chunks of a letter.
  private struct LetterSums {
    let word: [UInt16]
    let place: Int
    let context: LetterFeatures.Context?
    let domain: LetterNetwork.Domain

    init(_ word: [UInt16], _ place: Int, _ context: LetterFeatures.Context?, _ domain: LetterNetwork.Domain) {
      self.word = word
      self.place = place
      self.context = context
      self.domain = domain
    }
  }

  private func extended(_ answer: Answer, by letter: Int, _ seen: LetterSums) -> [Answer] {
    let range = element(letter, 1)..<element(letter + 1, 1)
    let chunks = answer.graphones.suffix(3).reversed().map { element($0, 2) + 1 } + [0, 0, 0]
    var scores = [Double](repeating: 0, count: range.count)
    if file.count(5, of: direction) > 0 { addFeatures(seen, chunks, &scores) }
    if file.count(7, of: direction) > 0 { addNetwork(seen, chunks, range, &scores) }
    let isLocal = file.count(5, of: direction) > 0 || file.count(7, of: direction) > 0
    let floor = isLocal ? log(scores.reduce(0) { $0 + exp($1) }) : 0
    return range.map { graphone in
      var score = answer.score + setting(2) * (scores[graphone - range.lowerBound] - floor)
      if hasContexts { score -= setting(3) * Double(cost(of: graphone, after: answer.graphones)) / 20 }
      return Answer(graphones: answer.graphones + [graphone], score: score)
    }
  }

  /// The text of an answer.
  package func text(of graphones: [Int]) -> [UInt16] {
    graphones.flatMap { graphone -> [UInt16] in
      let chunk = element(graphone, 2)
      return (element(chunk, 3)..<element(chunk + 1, 3)).map { UInt16(element($0, 4)) }
    }
  }

  // MARK: Local

  private func addFeatures(_ seen: LetterSums, _ chunks: [Int], _ scores: inout [Double]) {
    var hashes = [UInt32](repeating: 0, count: LetterFeatures.limit + LetterFeatures.historyCount)
    let count = unsafe hashes.withUnsafeMutableBufferPointer { buffer -> Int in
      guard let start = buffer.baseAddress else { return 0 }
      let count = unsafe LetterFeatures.write(seen.word.span, at: seen.place, in: seen.context, into: start)
      unsafe LetterFeatures.writeHistory(
        seen.word.span, at: seen.place, UInt16(chunks[0]), UInt16(chunks[1]), UInt16(chunks[2]),
        into: start + count)
      return count + LetterFeatures.historyCount
    }
    let size = file.count(5, of: direction) - 32
    for hash in hashes.prefix(count) {
      for place in scores.indices {
        scores[place] += Double(file.signed(Int(hash) % size + place, 5, of: direction)) * setting(0)
      }
    }
  }

  private func addNetwork(
    _ seen: LetterSums, _ chunks: [Int], _ range: Range<Int>, _ scores: inout [Double]
  ) {
    let (hidden, places) = (Int(setting(7)), Int(setting(8)))
    let chunkCount = file.count(3, of: direction) - 1
    var rows: [Int] = []
    for window in 0..<places {
      let other = seen.place + window - places / 2
      var letter = 0
      if seen.word.indices.contains(other) {
        letter = letters.firstIndex(of: seen.word[other]).map { $0 + 1 } ?? letters.count + 1
      }
      rows.append(window * (letters.count + 2) + letter)
    }
    let firstDomain = places * (letters.count + 2)
    rows += [firstDomain + seen.domain.rawValue, firstDomain + LetterNetwork.domainCount]
    let units = (0..<hidden).map { unit -> Int in
      var sum = rows.reduce(0) { $0 + file.signed($1 * hidden + unit, 6, of: direction) }
      // The last 64 see the chunks before.
      let number = unit - (hidden - 64)
      if number >= 0 {
        for place in 0..<3 {
          let row = place * (chunkCount + 1) + chunks[place]
          sum += file.signed(row * 64 + number, 11, of: direction)
        }
      }
      return max(0, sum)
    }
    for graphone in range {
      let sum = units.indices.reduce(0) {
        $0 + units[$1] * file.signed(graphone * hidden + $1, 7, of: direction)
      }
      scores[graphone - range.lowerBound] += Double(sum) * setting(1)
    }
  }

  // MARK: Contexts

  private var hasContexts: Bool { file.count(8, of: direction) > 0 }

  /// The cost of a graphone after others, in steps.
  package func cost(of graphone: Int, after graphones: [Int]) -> Int {
    cost(of: graphone, at: graphones.reduce(start) { follow($1, from: $0) })
  }

  /// The node of the start of a word.
  private var start: Int { element(file.count(9, of: direction) - 1, 9) }

  /// The cost of a graphone after the context whose node is at a place.
  private func cost(of graphone: Int, at node: Int) -> Int {
    if node == 0 { return element(graphone, 8) }
    if let entry = entry(of: graphone, in: node) { return entry >> 24 }
    let header = element(node, 10)
    return header & 0xFF + cost(of: graphone, at: header >> 8)
  }

  /// The node of the longest context that ends in a graphone.
  private func follow(_ graphone: Int, from node: Int) -> Int {
    if node == 0 { return element(graphone, 9) }
    if let entry = entry(of: graphone, in: node) { return element(graphone, 9) + (entry & 0x3FFFF) }
    return follow(graphone, from: element(node, 10) >> 8)
  }

  /// What stands for a graphone in the block of its letter.
  private func entry(of graphone: Int, in node: Int) -> Int? {
    let starts = (0..<file.count(1, of: direction)).map { element($0, 1) }
    let letter = starts.lastIndex { $0 <= graphone } ?? 0
    for number in 0..<element(node + 1, 10) {
      let index = element(node + 2 + number, 10)
      guard index >> 16 == letter else { continue }
      var place = node + (index & 0xFFFF)
      repeat {
        place += 1
        if element(place, 10) >> 19 & 31 == graphone - starts[letter] { return element(place, 10) }
      } while element(place, 10) >> 18 & 1 == 0
    }
    return nil
  }

  private func element(_ place: Int, _ section: Int) -> Int {
    Int(file.element(place, section, of: direction))
  }

  private func setting(_ number: Int) -> Double { file.setting(number, of: direction) }
}
