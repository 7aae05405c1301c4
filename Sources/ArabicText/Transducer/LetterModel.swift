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
  let networkHistory: TransducerImage.Section<Int16>
  let unigram: TransducerImage.Section<UInt8>
  /// The context of each graphone alone, and of the start of a word.
  let firstNodes: TransducerImage.Section<UInt32>
  let contexts: TransducerImage.Section<UInt32>
  /// The number of each unit of `chunkText`.
  let writtenNumbers: TransducerImage.Section<UInt8>
  /// The table of n-grams of units.
  let written: TransducerImage.Section<UInt32>
  /// The numbers of section 14.
  let settings: LetterModelSettings
  let shape: LetterNetwork.Shape
  /// 2^n − 1 for the n of section 5.
  let featureMask: UInt32

  /// The most chunks that a letter has.
  package static let chunkLimit = 32
  /// The most units of a chunk.
  package static let chunkLength = 6
  /// The most letters; their numbers fit 16 bits with a sign.
  private static let letterLimit = 0x7FFF

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
    networkHistory = section(11, Int16.self)
    unigram = section(8, UInt8.self)
    firstNodes = section(9, UInt32.self)
    contexts = section(10, UInt32.self)
    writtenNumbers = section(12, UInt8.self)
    written = section(13, UInt32.self)
    settings = LetterModelSettings(section(14, Float.self))
    shape = LetterNetwork.Shape(
      letterPlaces: settings.letterPlaces, letterCount: letters.count, chunkCount: chunkStart.count - 1)
    featureMask = UInt32(truncatingIfNeeded: max(features.count - Self.chunkLimit, 1) - 1)
  }

  /// How many graphones there are; their numbers are below it, and it is itself the end of a word.
  var graphoneCount: Int { chunks.count }
  var hasFeatures: Bool { features.count > 0 }
  var hasNetwork: Bool { networkOutput.count > 0 }
  var hasContexts: Bool { unigram.count > 0 }
  var hasWritten: Bool { written.count > 0 }

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
      guard networkInput.count == shape.count * settings.hiddenCount, settings.letterPlaces > 0,
        settings.hiddenCount > LetterNetwork.historyUnits,
        networkHistory.count == shape.chunkRows * LetterNetwork.historyUnits,
        networkOutput.count == graphoneCount * settings.hiddenCount
      else { return false }
    }
    if hasWritten, !hasConsistentWritten { return false }
    return !hasContexts || hasConsistentContexts
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
  /// The weight of the costs of n-grams of units in the logarithm of a text's probability.
  package var writtenWeight: Float = 0
  /// What each unit adds to that logarithm: their costs would make long texts too unlikely.
  package var unitValue: Float = 0

  /// The most letters that a network can see.
  package static let letterPlaceLimit = 31

  package init() {}

  /// The numbers in the order of the format.
  package var values: [Float] {
    [
      featureStep, networkStep, localWeight, jointWeight, sharpness, uncovered, Float(order),
      Float(hiddenCount),
      Float(letterPlaces), writtenWeight, unitValue,
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
    writtenWeight = value(9)
    unitValue = value(10)
  }

  /// Whether sums and probabilities that come of the settings are numbers in their ranges.
  var isSensible: Bool {
    [featureStep, networkStep, uncovered, writtenWeight, unitValue].allSatisfy { (0...1).contains($0) }
      && [localWeight, jointWeight, sharpness].allSatisfy { (0...100).contains($0) }
      && (1...LetterContexts.orderLimit).contains(order)
      && (0...4096).contains(hiddenCount) && hiddenCount % 32 == 0
      && (0...Self.letterPlaceLimit).contains(letterPlaces)
      && (letterPlaces % 2 == 1 || letterPlaces == 0)
  }
}
