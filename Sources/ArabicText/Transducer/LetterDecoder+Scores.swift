/// The scores of the chunks of a letter behind the last chunks of a beginning.
extension LetterDecoder {
  /// Chooses the chunks that are worth asking for: all of them without n-grams, else those near the cheapest.
  ///
  /// - Returns: how many they are.
  @inline(__always) func choose(_ count: Int) -> Int {
    guard model.hasContexts else {
      for chunk in 0..<count { unsafe chosen[chunk] = Int32(truncatingIfNeeded: chunk) }
      return count
    }
    var least = Int32.max
    for chunk in 0..<count { least = unsafe min(least, costs[chunk]) }
    let limit = least &+ effort.window
    var chosenCount = 0
    for chunk in 0..<count {
      unsafe chosen[chosenCount] = Int32(truncatingIfNeeded: chunk)
      chosenCount &+= unsafe costs[chunk] <= limit ? 1 : 0
    }
    return chosenCount
  }

  /// Writes the weighted sum of all experts for each chosen chunk.
  ///
  /// - Returns: the best of them.
  @inline(__always) func fill(
    _ row: UnsafeMutablePointer<Float>, _ word: Span<UInt16>, _ place: Int, _ end: End,
    _ firstGraphone: Int, _ count: Int
  ) -> Float {
    let settings = model.settings
    if model.hasFeatures {
      unsafe addFeatures(word, place, end, count, to: row)
    } else if model.hasNetwork {
      unsafe addNetwork(end, firstGraphone, count, to: row)
    } else {
      for number in 0..<count { unsafe row[number] = 0 }
    }
    let floor = unsafe logarithmOfSum(row, count)
    var best = -Float.infinity
    for number in 0..<count {
      var score = unsafe settings.localWeight * (row[number] - floor)
      if model.hasContexts { score -= unsafe jointStep * Float(costs[Int(chosen[number])]) }
      unsafe row[number] = score
      best = max(best, score)
    }
    return best
  }

  // MARK: Features

  /// Sums the weights of the features of the letters and words around.
  func seeFeatures(_ word: Span<UInt16>, _ place: Int, _ context: LetterFeatures.Context?) {
    unsafe sums.update(repeating: 0, count: LetterModel.chunkLimit)
    let written = unsafe LetterFeatures.write(word, at: place, in: context, into: hashes)
    unsafe addRows(written, to: sums)
  }

  /// Adds the rows of the first hashes: at most 48 of bytes, so that sums fit 16 bits.
  @inline(__always) private func addRows(_ count: Int, to sums: UnsafeMutablePointer<Int16>) {
    let start = UnsafeMutableRawPointer(sums)
    var (low, high) = unsafe (
      start.loadUnaligned(as: SIMD16<Int16>.self),
      (start + 32).loadUnaligned(as: SIMD16<Int16>.self)
    )
    for feature in 0..<count {
      let row = unsafe UnsafeRawPointer(model.features.start + Int(hashes[feature] & model.featureMask))
      low &+= SIMD16<Int16>(truncatingIfNeeded: unsafe row.loadUnaligned(as: SIMD16<Int8>.self))
      high &+= SIMD16<Int16>(truncatingIfNeeded: unsafe (row + 16).loadUnaligned(as: SIMD16<Int8>.self))
    }
    unsafe start.storeBytes(of: low, as: SIMD16<Int16>.self)
    unsafe (start + 32).storeBytes(of: high, as: SIMD16<Int16>.self)
  }

  private func addFeatures(
    _ word: Span<UInt16>, _ place: Int, _ end: End, _ count: Int,
    to row: UnsafeMutablePointer<Float>
  ) {
    unsafe LetterFeatures.writeHistory(
      word, at: place, end.chunk(0), end.chunk(1), end.chunk(2), into: hashes)
    unsafe withUnsafeTemporaryAllocation(of: Int16.self, capacity: LetterModel.chunkLimit) { total in
      guard let total = total.baseAddress else { return }
      unsafe total.update(from: sums, count: LetterModel.chunkLimit)
      unsafe addRows(LetterFeatures.historyCount, to: total)
      for number in 0..<count {
        unsafe row[number] = Float(total[Int(chosen[number])]) * model.settings.featureStep
      }
    }
  }

  // MARK: Network

  /// The weights of a section of the network, in vectors: the file's sections are aligned, and so are its rows.
  @inline(__always) private func vectors(_ section: TransducerImage.Section<Int16>) -> UnsafePointer<Units> {
    unsafe UnsafeRawPointer(section.start).assumingMemoryBound(to: Units.self)
  }

  /// Sums what the hidden layer gets from the letters and the domain.
  func seeLetters(_ place: Int, _ domain: LetterNetwork.Domain) {
    let (shape, width) = (model.shape, model.settings.hiddenCount / Units.scalarCount)
    let first = unsafe places + (Self.edge + place - shape.letterPlaces / 2)
    unsafe inputs[0] = Int32(truncatingIfNeeded: shape.row(domain: domain.rawValue) &* width)
    unsafe inputs[1] = Int32(truncatingIfNeeded: shape.bias &* width)
    for window in 0..<shape.letterPlaces {
      let row = unsafe shape.row(letter: Int(first[window]), place: window)
      unsafe inputs[window &+ 2] = Int32(truncatingIfNeeded: row &* width)
    }
    let count = shape.letterPlaces &+ 2
    let start = unsafe vectors(model.networkInput)
    // Four vectors at a time, so that their sums stay in registers.
    var unit = 0
    while unit < width {
      var sums = (Units.zero, Units.zero, Units.zero, Units.zero)
      for input in 0..<count {
        let row = unsafe start + (Int(inputs[input]) &+ unit)
        unsafe sums.0 &+= row[0]
        unsafe sums.1 &+= row[1]
        unsafe sums.2 &+= row[2]
        unsafe sums.3 &+= row[3]
      }
      unsafe before[unit] = sums.0
      unsafe before[unit &+ 1] = sums.1
      unsafe before[unit &+ 2] = sums.2
      unsafe before[unit &+ 3] = sums.3
      unit &+= 4
    }
  }

  /// Computes what the chosen chunks get from the units that see letters alone.
  func scoreLetters(_ firstGraphone: Int, _ count: Int) {
    let width = model.settings.hiddenCount / Units.scalarCount
    let letterWidth = width &- Self.historyVectors
    for unit in 0..<letterWidth {
      unsafe before[unit] = Self.rectified(before[unit])
    }
    let output = unsafe vectors(model.networkOutput) + firstGraphone &* width
    for number in 0..<count {
      let weights = unsafe output + Int(chosen[number]) &* width
      unsafe letterScores[number] = Self.product(before, weights, letterWidth)
    }
  }

  /// Writes the network's scores of the chosen chunks of a letter.
  @inline(__always) private func addNetwork(
    _ end: End, _ firstGraphone: Int, _ count: Int, to row: UnsafeMutablePointer<Float>
  ) {
    // A lone chunk is certain, whatever its score.
    if count == 1 {
      unsafe row[0] = 0
      return
    }
    let width = model.settings.hiddenCount / Units.scalarCount
    let (letterWidth, historyWidth) = (width &- Self.historyVectors, Self.historyVectors)
    let (history, shape) = unsafe (vectors(model.networkHistory), model.shape)
    let first = unsafe history + shape.row(chunk: Int(end.chunk(0)), place: 0) &* historyWidth
    let second = unsafe history + shape.row(chunk: Int(end.chunk(1)), place: 1) &* historyWidth
    let third = unsafe history + shape.row(chunk: Int(end.chunk(2)), place: 2) &* historyWidth
    let before = unsafe before + letterWidth
    for number in 0..<historyWidth {
      let sum = unsafe before[number] &+ first[number] &+ second[number] &+ third[number]
      unsafe behind[number] = Self.rectified(sum)
    }
    let step = model.settings.networkStep
    let output = unsafe vectors(model.networkOutput) + (firstGraphone &* width &+ letterWidth)
    for number in 0..<count {
      let weights = unsafe output + Int(chosen[number]) &* width
      let score = unsafe letterScores[number] &+ Self.product(behind, weights, historyWidth)
      unsafe row[number] = Float(score) * step
    }
  }

  /// Units without what is negative: a shift fills those with their sign, where a comparison is done one by one.
  @inline(__always) static func rectified(_ sums: Units) -> Units { sums & ~(sums &>> 15) }

  /// The sum of the products of two rows of a multiple of four vectors.
  @inline(__always) static func product(
    _ left: UnsafePointer<Units>, _ right: UnsafePointer<Units>, _ count: Int
  ) -> Int32 {
    var (sums, others) = (SIMD4<Int32>.zero, SIMD4<Int32>.zero)
    var unit = 0
    while unit < count {
      sums &+= unsafe paired(left[unit], right[unit])
      others &+= unsafe paired(left[unit &+ 1], right[unit &+ 1])
      sums &+= unsafe paired(left[unit &+ 2], right[unit &+ 2])
      others &+= unsafe paired(left[unit &+ 3], right[unit &+ 3])
      unit &+= 4
    }
    return (sums &+ others).wrappedSum()
  }

  /// The products of two vectors, with neighbours added: one instruction on common processors; written as a plain loop it
  /// takes four times as long.
  @inline(__always) private static func paired(_ left: Units, _ right: Units) -> SIMD4<Int32> {
    let products = SIMD8<Int32>(truncatingIfNeeded: left) &* SIMD8<Int32>(truncatingIfNeeded: right)
    return products.evenHalf &+ products.oddHalf
  }

  /// The logarithm of the sum of the exponentials of a row's scores.
  @inline(__always) private func logarithmOfSum(_ row: UnsafeMutablePointer<Float>, _ count: Int) -> Float {
    if count == 1 { return unsafe row[0] }
    var highest = unsafe row[0]
    for number in 1..<count { highest = unsafe max(highest, row[number]) }
    // What fills the last vector counts nothing.
    var end = count
    while end % 4 != 0 {
      unsafe row[end] = -.greatestFiniteMagnitude
      end &+= 1
    }
    var sums = SIMD4<Float>.zero
    for place in stride(from: 0, to: end, by: 4) {
      let scores = unsafe UnsafeRawPointer(row + place).loadUnaligned(as: SIMD4<Float>.self)
      sums += fastExponential(scores - highest)
    }
    return highest + fastLogarithm(sums.sum())
  }
}

extension LetterDecoder.End {
  /// The chunk that stands that many letters before the latest, counted from 1; 0 for none.
  @inline(__always) fileprivate func chunk(_ place: Int) -> UInt16 {
    UInt16(truncatingIfNeeded: chunks &>> UInt64(truncatingIfNeeded: place &* 16))
  }
}
