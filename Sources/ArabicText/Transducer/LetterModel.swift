/// The weights of one direction of a transducer: how letters are written as chunks.
///
/// A word's score is a weighted sum over its letters of two kinds of experts: a local one (hashed features of the
/// letters around and of the chunks before, and a small network with one hidden layer over the same), which says how
/// probable each chunk of a letter is, and the n-gram costs of graphones (letter and chunk together), a joint model of
/// both spellings. See `FORMAT.md`.
@safe package struct LetterModel: @unchecked Sendable {
  // Safe to share: pointers into an image that never changes and that `image` keeps alive.
  private let image: TransducerImage
  let letters: TransducerImage.Section<UInt16>
  let graphoneStart: TransducerImage.Section<UInt16>
  let chunks: TransducerImage.Section<UInt16>
  let chunkStart: TransducerImage.Section<UInt32>
  let chunkText: TransducerImage.Section<UInt16>
  let features: TransducerImage.Section<Int8>
  let networkInput: TransducerImage.Section<Int16>
  let networkOutput: TransducerImage.Section<Int16>
  let unigram: TransducerImage.Section<UInt8>
  let contextDirectory: TransducerImage.Section<UInt32>
  let contexts: TransducerImage.Section<UInt64>
  let backoff: TransducerImage.Section<UInt8>
  let successors: TransducerImage.Section<UInt16>
  let successorCosts: TransducerImage.Section<UInt8>
  /// The numbers of section 14.
  let settings: LetterModelSettings
  /// 2^n − 1 for the n of section 5.
  let featureMask: UInt32
  /// By how many bits a context's hash is shifted to find its bucket.
  let contextShift: UInt64

  /// The most chunks that a letter has.
  package static let chunkLimit = 32
  /// The most units of a chunk.
  package static let chunkLength = 6
  /// The most letters; their numbers fit 16 bits with a sign.
  private static let letterLimit = 0x7FFF
  /// The most contexts of a bucket, which is searched from its beginning.
  private static let bucketLimit = 256

  package init(_ image: TransducerImage, _ direction: Int) {
    func section<Element: BitwiseCopyable>(_ number: Int, _ type: Element.Type)
      -> TransducerImage.Section<Element>
    {
      image.section(number, of: direction, as: type)
    }
    self.image = image
    letters = section(0, UInt16.self)
    graphoneStart = section(1, UInt16.self)
    chunks = section(2, UInt16.self)
    chunkStart = section(3, UInt32.self)
    chunkText = section(4, UInt16.self)
    features = section(5, Int8.self)
    networkInput = section(6, Int16.self)
    networkOutput = section(7, Int16.self)
    unigram = section(8, UInt8.self)
    contextDirectory = section(9, UInt32.self)
    contexts = section(10, UInt64.self)
    backoff = section(11, UInt8.self)
    successors = section(12, UInt16.self)
    successorCosts = section(13, UInt8.self)
    settings = LetterModelSettings(section(14, Float.self))
    featureMask = UInt32(truncatingIfNeeded: max(features.count - Self.chunkLimit, 1) - 1)
    let buckets = max(contextDirectory.count - 1, 1)
    contextShift = UInt64(64 - buckets.trailingZeroBitCount)
  }

  /// How many graphones there are; their numbers are below it, and it is itself the end of a word.
  var graphoneCount: Int { chunks.count }
  var hasFeatures: Bool { features.count > 0 }
  var hasNetwork: Bool { networkOutput.count > 0 }
  var hasContexts: Bool { unigram.count > 0 }

  /// The place of a letter among the letters; nil when the model has not seen it.
  func place(of unit: UInt16) -> Int? {
    var (low, high) = (0, letters.count)
    while low < high {
      let middle = (low + high) / 2
      if unsafe letters.start[middle] < unit { low = middle + 1 } else { high = middle }
    }
    guard low < letters.count, unsafe letters.start[low] == unit else { return nil }
    return low
  }

  /// The graphones of the letter at a place.
  @inline(__always) func graphones(at place: Int) -> Range<Int> {
    unsafe Int(graphoneStart.start[place])..<Int(graphoneStart.start[place + 1])
  }

  /// Appends the text of a graphone's chunk.
  package func append(chunkOf graphone: Int, to text: inout [UInt16]) {
    let chunk = unsafe Int(chunks.start[graphone])
    let (start, end) = unsafe (Int(chunkStart.start[chunk]), Int(chunkStart.start[chunk + 1]))
    for place in start..<end { unsafe text.append(chunkText.start[place]) }
  }

  /// Finds a context by the hash of its graphones.
  @inline(__always) func context(_ hash: UInt64) -> Int? {
    let bucket = Int(truncatingIfNeeded: hash >> contextShift)
    var place = unsafe Int(contextDirectory.start[bucket])
    let end = unsafe Int(contextDirectory.start[bucket + 1])
    let tag = UInt32(truncatingIfNeeded: hash)
    while place < end {
      if unsafe UInt32(truncatingIfNeeded: contexts.start[place]) == tag { return place }
      place += 1
    }
    return nil
  }

  /// The places in `successors` of what followed a context.
  @inline(__always) func successors(of context: Int) -> Range<Int> {
    unsafe Int(contexts.start[context] >> 32)..<Int(contexts.start[context + 1] >> 32)
  }

  /// Whether every number points where it may, for files from elsewhere.
  var isConsistent: Bool {
    guard graphoneStart.count == letters.count + 1, (1...Self.letterLimit).contains(letters.count),
      unsafe graphoneStart.start[0] == 0,
      unsafe Int(graphoneStart.start[letters.count]) == graphoneCount,
      // Chunks are counted from 1 in 16 bits.
      (1...Int(UInt16.max)).contains(chunkStart.count), settings.isSensible
    else { return false }
    for place in 1..<letters.count where unsafe letters.start[place - 1] >= letters.start[place] {
      return false
    }
    for place in 0..<letters.count {
      let (first, next) = unsafe (graphoneStart.start[place], graphoneStart.start[place + 1])
      guard first < next, next - first <= Self.chunkLimit else { return false }
    }
    for place in 0..<chunks.count where unsafe Int(chunks.start[place]) >= chunkStart.count - 1 {
      return false
    }
    for place in 1..<chunkStart.count {
      let (start, end) = unsafe (chunkStart.start[place - 1], chunkStart.start[place])
      guard start <= end, end - start <= Self.chunkLength, Int(end) <= chunkText.count else { return false }
    }
    if hasFeatures, (features.count - Self.chunkLimit).nonzeroBitCount != 1 { return false }
    if hasNetwork {
      let rows = settings.letterPlaces * (letters.count + 2) + LetterNetwork.chunkPlaces * chunkStart.count
      guard networkInput.count == (rows + LetterNetwork.domainCount + 1) * settings.hiddenCount,
        networkOutput.count == graphoneCount * settings.hiddenCount
      else { return false }
    }
    return !hasContexts || hasConsistentContexts
  }

  private var hasConsistentContexts: Bool {
    guard unigram.count == graphoneCount + 1, contextDirectory.count > 1, contexts.count > 0,
      (contextDirectory.count - 1).nonzeroBitCount == 1, backoff.count == contexts.count - 1,
      successors.count == successorCosts.count
    else { return false }
    for place in 1..<contextDirectory.count {
      let (start, end) = unsafe (contextDirectory.start[place - 1], contextDirectory.start[place])
      guard start <= end, end - start <= Self.bucketLimit, Int(end) <= contexts.count - 1 else {
        return false
      }
    }
    for place in 1..<contexts.count {
      let (start, end) = unsafe (contexts.start[place - 1] >> 32, contexts.start[place] >> 32)
      guard start <= end, Int(end) <= successors.count, isAscending(Int(start)..<Int(end)) else {
        return false
      }
    }
    return true
  }

  /// Whether successors ascend, so that a search among them meets none below the one it looks for.
  private func isAscending(_ places: Range<Int>) -> Bool {
    for place in places {
      let graphone = unsafe successors.start[place]
      guard graphone <= graphoneCount,
        unsafe place == places.lowerBound || successors.start[place - 1] < graphone
      else { return false }
    }
    return true
  }
}

/// The settings of one direction, section 14 of the format.
package struct LetterModelSettings: Sendable {
  /// The value of 1 in a feature's weight.
  package var featureStep: Float = 0
  /// The value of 1 in a network's score.
  package var networkStep: Float = 0
  /// The weight of the features and the network in a word's score.
  package var localWeight: Float = 1
  /// The weight of the graphones' costs in a word's score.
  package var jointWeight: Float = 0
  /// What scores are multiplied by to become logarithms of probabilities.
  package var sharpness: Float = 1
  /// The share of probability for words that are not proposed, 0…1.
  package var uncovered: Float = 0
  /// The order of the n-grams of graphones.
  package var order = 1
  /// The size of the network's hidden layer.
  package var hiddenCount = 0
  /// How many letters the network sees.
  package var letterPlaces = 0

  package init() {}

  /// The numbers in the order of the format.
  package var values: [Float] {
    [
      featureStep, networkStep, localWeight, jointWeight, sharpness, uncovered, Float(order),
      Float(hiddenCount),
      Float(letterPlaces),
    ]
  }

  init(_ section: TransducerImage.Section<Float>) {
    func value(_ place: Int) -> Float { place < section.count ? unsafe section.start[place] : 0 }
    func number(_ place: Int) -> Int {
      let value = value(place)
      return value >= 0 && value <= 65536 ? Int(value) : -1
    }
    featureStep = value(0)
    networkStep = value(1)
    localWeight = value(2)
    jointWeight = value(3)
    sharpness = value(4)
    uncovered = value(5)
    order = number(6)
    hiddenCount = number(7)
    letterPlaces = number(8)
  }

  /// Whether sums and probabilities that come of the settings are numbers in their ranges.
  var isSensible: Bool {
    [featureStep, networkStep, uncovered].allSatisfy { (0...1).contains($0) }
      && [localWeight, jointWeight, sharpness].allSatisfy { (0...100).contains($0) }
      && (1...LetterContexts.orderLimit).contains(order)
      && (0...4096).contains(hiddenCount) && hiddenCount % 16 == 0 && (0...63).contains(letterPlaces)
      && (letterPlaces % 2 == 1 || letterPlaces == 0)
  }
}
