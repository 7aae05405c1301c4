/// The scores of the chunks of a letter behind the last chunks of a beginning.
extension LetterDecoder {
  /// Chooses the chunks that are worth asking for: those near the cheapest.
  ///
  /// - Returns: how many they are.
  @inline(__always) func choose(_ costs: UnsafePointer<Int16>) -> Int {
    let chosen = unsafe chosen
    let vectors = unsafe UnsafeRawPointer(costs).assumingMemoryBound(to: Units.self)
    let left = unsafe Self.lower(vectors[0], vectors[1])
    let right = unsafe Self.lower(vectors[2], vectors[3])
    let least = Int32(Self.lower(left, right).min())
    let limit = Units(repeating: Int16(truncatingIfNeeded: min(least &+ effort.window, Self.costLimit)))
    // A bit for each that is near.
    var near = unsafe UInt32(Self.bits(vectors[0], vectors[1], limit))
    near |= unsafe UInt32(Self.bits(vectors[2], vectors[3], limit)) &<< 16
    var count = 0
    while near != 0 {
      unsafe chosen[count] = Int32(truncatingIfNeeded: near.trailingZeroBitCount)
      near &= near &- 1
      count &+= 1
    }
    return pad(count)
  }

  /// Fills the last four of the chosen chunks with one of them, so that all can be computed by fours.
  @inline(__always) private func pad(_ count: Int) -> Int {
    let chosen = unsafe chosen
    var place = count
    while place & 3 != 0 {
      unsafe chosen[place] = chosen[0]
      place &+= 1
    }
    return count
  }

  /// No cost of a chunk that there is is above it.
  private static let costLimit = Int32(LetterModel.noCost) &- 1

  /// A bit for each of sixteen numbers that is not above a limit.
  @inline(__always) private static func bits(_ left: Units, _ right: Units, _ limit: Units) -> UInt16 {
    let low = Units(1, 2, 4, 8, 16, 32, 64, 128)
    let high = Units(256, 512, 1024, 2048, 4096, 8192, 16384, -32768)
    let found = low.replacing(with: 0, where: left .> limit) | high.replacing(with: 0, where: right .> limit)
    return UInt16(bitPattern: found.wrappedSum())
  }

  @inline(__always) private static func lower(_ left: Units, _ right: Units) -> Units {
    left.replacing(with: right, where: right .< left)
  }

  /// Chooses all chunks, where there are no n-grams.
  @inline(__always) func chooseAll(_ count: Int) -> Int {
    for chunk in 0..<count { unsafe chosen[chunk] = Int32(truncatingIfNeeded: chunk) }
    return pad(count)
  }

  /// Notes the costs of the chosen chunks, and tells what at most is left of a score behind them.
  @inline(__always) func note(_ costs: UnsafePointer<Int16>, _ count: Int) -> Float {
    let (chosen, chosenCosts) = unsafe (chosen, chosenCosts)
    var least = Int32(Int16.max)
    for number in 0..<count {
      let cost = unsafe Int32(costs[Int(chosen[number])])
      unsafe chosenCosts[number] = cost
      least = min(least, cost)
    }
    return -jointStep * Float(least)
  }

  /// Writes the weighted sum of all experts for each chosen chunk.
  ///
  /// Behind a beginning that `isAlone` in a search that weighs texts, what all chunks share is the same for all answers, and left out.
  ///
  /// - Returns: the best of them.
  @inline(__always) func fill(
    _ row: UnsafeMutablePointer<Float>, _ word: Span<UInt16>, _ place: Int, _ end: End,
    _ firstGraphone: Int, _ count: Int, isAlone: Bool
  ) -> Float {
    let vectors = unsafe UnsafeMutableRawPointer(row).assumingMemoryBound(to: SIMD4<Float>.self)
    let vectorCount = (count &+ 3) / 4
    // A lone chunk is certain, whatever its score.
    if model.hasFeatures {
      unsafe addFeatures(word, place, end, count, to: row)
    } else if model.hasNetwork, count > 1 {
      unsafe addNetwork(end, firstGraphone, count, to: row)
    } else {
      for vector in 0..<vectorCount { unsafe vectors[vector] = .zero }
    }
    // What fills the last vector counts nothing.
    for number in count..<vectorCount &* 4 { unsafe row[number] = -.greatestFiniteMagnitude }
    let floor = unsafe isAlone ? 0 : Self.logarithmOfSum(vectors, vectorCount)
    let (weight, step) = (model.settings.localWeight, jointStep)
    let costs = unsafe UnsafeRawPointer(chosenCosts).assumingMemoryBound(to: SIMD4<Int32>.self)
    var best = SIMD4<Float>(repeating: -.infinity)
    for vector in 0..<vectorCount {
      var scores = unsafe weight * (vectors[vector] - floor)
      if step != 0 { scores -= unsafe step * SIMD4<Float>(costs[vector]) }
      unsafe vectors[vector] = scores
      best.replace(with: scores, where: scores .> best)
    }
    return Self.highest(best)
  }

  // MARK: Features

  /// Sums the weights of the features of the letters and words around.
  func seeFeatures(_ word: Span<UInt16>, _ place: Int, _ context: LetterFeatures.Context?) {
    unsafe sums.update(repeating: 0, count: LetterModel.chunkLimit)
    let written = unsafe LetterFeatures.write(word, at: place, in: context, into: hashes)
    unsafe addRows(written, to: sums)
  }

  /// Adds the rows of the first hashes: at most 48 of bytes, so that sums fit 16 bits.
  ///
  /// The bytes of a row are added two by two, those at even and those at odd places apart, and the sums are put in order
  /// when all are added.
  @inline(__always) private func addRows(_ count: Int, to sums: UnsafeMutablePointer<Int16>) {
    let (features, mask) = unsafe (model.features.start, model.featureMask)
    var (even, odd) = ((Units.zero, Units.zero), (Units.zero, Units.zero))
    for feature in 0..<count {
      let row = unsafe UnsafeRawPointer(features + Int(hashes[feature] & mask))
      let first = unsafe row.loadUnaligned(as: Units.self)
      let second = unsafe (row + 16).loadUnaligned(as: Units.self)
      even.0 &+= (first &<< 8) &>> 8
      odd.0 &+= first &>> 8
      even.1 &+= (second &<< 8) &>> 8
      odd.1 &+= second &>> 8
    }
    let vectors = unsafe UnsafeMutableRawPointer(sums).assumingMemoryBound(to: Units.self)
    unsafe vectors[0] &+= Self.interleaved(even.0.lowHalf, odd.0.lowHalf)
    unsafe vectors[1] &+= Self.interleaved(even.0.highHalf, odd.0.highHalf)
    unsafe vectors[2] &+= Self.interleaved(even.1.lowHalf, odd.1.lowHalf)
    unsafe vectors[3] &+= Self.interleaved(even.1.highHalf, odd.1.highHalf)
  }

  @inline(__always) private static func interleaved(_ even: SIMD4<Int16>, _ odd: SIMD4<Int16>) -> Units {
    var units = Units.zero
    units.evenHalf = even
    units.oddHalf = odd
    return units
  }

  private func addFeatures(
    _ word: Span<UInt16>, _ place: Int, _ end: End, _ count: Int,
    to row: UnsafeMutablePointer<Float>
  ) {
    unsafe LetterFeatures.writeHistory(
      word, at: place, end.chunk(0), end.chunk(1), end.chunk(2), into: hashes)
    let step = model.settings.featureStep
    unsafe allSums.update(from: sums, count: LetterModel.chunkLimit)
    unsafe addRows(LetterFeatures.historyCount, to: allSums)
    for number in 0..<count { unsafe row[number] = Float(allSums[Int(chosen[number])]) * step }
  }

  /// The logarithm of the sum of the exponentials of a row's scores.
  @inline(__always) private static func logarithmOfSum(
    _ row: UnsafePointer<SIMD4<Float>>, _ count: Int
  ) -> Float {
    var highest = unsafe row[0]
    for vector in 1..<count {
      let scores = unsafe row[vector]
      highest.replace(with: scores, where: scores .> highest)
    }
    let most = Self.highest(highest)
    var sums = SIMD4<Float>.zero
    for vector in 0..<count { sums += unsafe fastExponential(row[vector] - most) }
    return most + fastLogarithm(sums.sum())
  }
}

extension LetterDecoder {
  /// The highest of four numbers.
  @inline(__always) private static func highest(_ scores: SIMD4<Float>) -> Float {
    let two = (max(scores.x, scores.z), max(scores.y, scores.w))
    return max(two.0, two.1)
  }
}

extension LetterDecoder.End {
  /// The chunk that stands that many letters before the latest, counted from 1; 0 for none.
  @inline(__always) func chunk(_ place: Int) -> UInt16 {
    UInt16(truncatingIfNeeded: chunks &>> UInt64(truncatingIfNeeded: place &* 16))
  }
}
