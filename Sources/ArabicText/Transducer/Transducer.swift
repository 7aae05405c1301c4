internal import LexiconData
internal import Synchronization

/// A trained model of how Arabic letters and Latin letters correspond in names.
///
/// It restores the vowels that Arabic does not write, spells Arabic words in Latin as the press does, and Latin words in
/// Arabic. It was fitted on pairs of names (`ism train`) and knows no names; a lexicon's word always wins over it.
/// It can be used from any thread.
public final class Transducer: Sendable {
  /// A text the model proposes, with its probability in 0…1.
  public struct Proposal: Sendable, Equatable {
    /// The proposed text.
    public let text: String
    /// How probable it is that this is the text meant.
    public let probability: Double
  }

  /// An Arabic word with its vowels restored.
  public struct Vocalization: Sendable, Equatable {
    /// The word in ALA-LC, lower case: "al-qadhdhāfī", "wa-al-kitāb".
    public let scholarly: String
    /// The word in Arabic with vowel marks; U+2060 stands behind an inseparable prefix.
    public let arabic: String
    /// How probable it is.
    public let probability: Double

    package init(scholarly: String, arabic: String, probability: Double) {
      self.scholarly = scholarly
      self.arabic = arabic
      self.probability = probability
    }
  }

  /// The model that the program carries.
  ///
  /// Opening it reads a few hundred bytes; its weights stay where they lie.
  public static let carried: Transducer = {
    let data = unsafe lexicon_data_transducer()
    return unsafe Transducer(
      TransducerImage(constant: UnsafeRawBufferPointer(start: data.bytes, count: data.count)))
  }()

  private let models: [LetterModel]
  private let pools: [DecoderPool]

  /// How much work a list of `count` answers is worth.
  ///
  /// A lone answer is found with less; vowels are surer than spellings, and where texts are weighed on the way, less is enough.
  static func effort(for count: Int, _ direction: TransducerDirection) -> LetterDecoder.Effort {
    if count > 1 {
      return LetterDecoder.Effort(beam: min(48, max(10, count * 5 / 2)), window: 180, spread: 7)
    }
    return switch direction {
    case .vowels: LetterDecoder.Effort(beam: 3, spread: 3, isLone: true)
    case .latin: LetterDecoder.Effort(beam: 8, window: 100, spread: 2, isLone: true)
    case .arabic: LetterDecoder.Effort(beam: 10, window: 120, spread: 2.8, isLone: true)
    }
  }

  /// Opens the bytes of a file that `ism train` wrote.
  ///
  /// - Parameters:
  ///   - bytes: all bytes of the file; they are checked and copied.
  ///   - name: the file's name, for messages.
  /// - Throws: `TransducerError` when the bytes are damaged or of another format.
  public convenience init(bytes: [UInt8], name: String) throws(TransducerError) {
    self.init(try TransducerImage(copying: bytes, name: name))
  }

  private init(_ image: TransducerImage) {
    models = (0..<TransducerDirection.count).map { LetterModel(image, $0) }
    pools = (0..<TransducerDirection.count).map { _ in DecoderPool() }
  }

  /// The weights of a direction.
  func model(_ direction: TransducerDirection) -> LetterModel { models[direction.rawValue] }

  /// Whether there is a model for everyday spellings; false for a file that was trained on other pairs alone.
  public var isTrained: Bool { models[TransducerDirection.latin.rawValue].hasContexts }

  /// Restores the vowels of a word inside its name.
  ///
  /// - Parameters:
  ///   - words: the name's tokens as they stand between spaces, punctuation with them.
  ///   - index: which of them.
  ///   - count: the most answers, 1…48.
  /// - Returns: the answers, likeliest first; none when the word has no Arabic letter.
  public func vocalizations(of words: [String], at index: Int, best count: Int) -> [Vocalization] {
    let name = LetterFeatures.Name(words)
    return vocalizations(in: name, at: index, best: count)
  }

  /// Restores the vowels of a word of a name that was prepared once for all its words.
  package func vocalizations(in name: LetterFeatures.Name, at index: Int, best count: Int) -> [Vocalization] {
    let word = name.words[index]
    guard !word.isEmpty else { return [] }
    let model = models[TransducerDirection.vowels.rawValue]
    let known = word.filter { model.place(of: $0) != nil }
    return proposals(word, .vowels, name.context(at: index), .scholarly, count) { answer, graphones in
      let chunks = graphones(answer.place).map { graphone -> [UInt16] in
        var chunk: [UInt16] = []
        model.append(chunkOf: Int(graphone), to: &chunk)
        return chunk
      }
      return Vocalization(
        scholarly: answer.text, arabic: ScholarlyReading(letters: known, chunks: chunks).arabic,
        probability: answer.probability)
    }
  }

  /// Spells an Arabic word in everyday Latin.
  ///
  /// - Parameters:
  ///   - word: one word.
  ///   - count: the most answers, 1…48.
  /// - Returns: lower-case spellings, likeliest first.
  public func romanizations(of word: String, best count: Int) -> [Proposal] {
    var letters: [UInt16] = []
    letters.reserveCapacity(24)
    TransducerText.appendArabic(word, to: &letters)
    return proposals(letters, .latin, .names, count)
  }

  /// Spells a Latin word in Arabic, without vowel marks.
  ///
  /// - Parameters:
  ///   - word: one word.
  ///   - count: the most answers, 1…48.
  /// - Returns: spellings, likeliest first.
  public func arabizations(of word: String, best count: Int) -> [Proposal] {
    var letters: [UInt16] = []
    letters.reserveCapacity(24)
    TransducerText.appendLatin(word, to: &letters)
    return proposals(letters, .arabic, .names, count)
  }

  /// Spells a word of a kind of names.
  package func proposals(
    _ letters: [UInt16], _ direction: TransducerDirection, _ domain: LetterNetwork.Domain, _ count: Int
  ) -> [Proposal] {
    proposals(letters, direction, nil, domain, count) { answer, _ in
      Proposal(text: answer.text, probability: answer.probability)
    }
  }

  private func proposals<Item>(
    _ letters: [UInt16], _ direction: TransducerDirection, _ context: LetterFeatures.Context?,
    _ domain: LetterNetwork.Domain, _ count: Int,
    _ item: (DistinctAnswers.Answer, _ graphones: (Int) -> [UInt16]) -> Item
  ) -> [Item] {
    guard !letters.isEmpty else { return [] }
    let effort = Self.effort(for: count, direction)
    let pool = pools[direction.rawValue]
    let waiting = pool.take(models[direction.rawValue], effort)
    defer { pool.give(waiting) }
    let found = waiting.decoder.search(letters.span, in: context, domain: domain)
    return waiting.answers.collect(found, of: waiting.decoder, best: count) { answer in
      item(answer) { waiting.decoder.graphones(of: $0, found) }
    }
  }
}

/// Decoders that wait for their next word, so that a thread need not make its own.
private final class DecoderPool: Sendable {
  private let waiting = Mutex<[Waiting]>([])

  struct Waiting: @unchecked Sendable {
    // Safe to pass on: a decoder is in the pool or in use by one thread, never both.
    let decoder: LetterDecoder
    let answers: DistinctAnswers
  }

  func take(_ model: LetterModel, _ effort: LetterDecoder.Effort) -> Waiting {
    let found = waiting.withLock { waiting -> Waiting? in
      guard let place = waiting.lastIndex(where: { $0.decoder.effort == effort }) else { return nil }
      return waiting.remove(at: place)
    }
    return found ?? Waiting(decoder: LetterDecoder(model, effort), answers: DistinctAnswers(effort.beam))
  }

  func give(_ item: Waiting) {
    waiting.withLock { waiting in
      if waiting.count < 16 { waiting.append(item) }
    }
  }
}
