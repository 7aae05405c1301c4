/// What the network says of the chunks of a letter.
extension LetterDecoder {
  /// The weights of a section of the network, in vectors: the file's sections are aligned, and so are its rows.
  @inline(__always) private func vectors(_ section: TransducerImage.Section<Int16>) -> UnsafePointer<Units> {
    unsafe UnsafeRawPointer(section.start).assumingMemoryBound(to: Units.self)
  }

  /// Sums what the hidden layer gets from the bias, a domain and the left edges of a word, which are the same for all
  /// words, and from the right edges.
  func sumEdges() {
    let (shape, width, half) = (model.shape, hiddenVectors, model.shape.letterPlaces / 2)
    let input = unsafe vectors(model.networkInput)
    for domain in 0..<LetterNetwork.domainCount {
      let left = unsafe edges + domain * (half + 1) * width
      for unit in 0..<width {
        let (bias, own) = (shape.bias * width, shape.row(domain: domain) * width)
        unsafe left[unit] = input[bias + unit] &+ input[own + unit]
      }
      for place in 0..<half * width {
        let row = shape.row(letter: 0, place: place / width) * width
        unsafe left[place + width] = left[place] &+ input[row + place % width]
      }
    }
    let right = unsafe edges + LetterNetwork.domainCount * (half + 1) * width
    for unit in 0..<width { unsafe right[unit] = .zero }
    for place in 0..<half * width {
      let row = shape.row(letter: 0, place: shape.letterPlaces - 1 - place / width) * width
      unsafe right[place + width] = right[place] &+ input[row + place % width]
    }
  }

  /// Sums what the hidden layer gets from the letters and the domain.
  func seeLetters(_ place: Int, of length: Int, _ domain: LetterNetwork.Domain) {
    let (shape, width, inputs) = unsafe (model.shape, hiddenVectors, inputs)
    let (input, half) = unsafe (vectors(model.networkInput), shape.letterPlaces / 2)
    let (left, right) = (max(0, half &- place), max(0, half &- (length &- 1 &- place)))
    unsafe inputs[0] = UnsafePointer(edges + (domain.rawValue &* (half &+ 1) &+ left) &* width)
    unsafe inputs[1] = UnsafePointer(edges + (LetterNetwork.domainCount &* (half &+ 1) &+ right) &* width)
    let first = unsafe places + (Self.edge &+ place &- half)
    var count = 2
    for window in left..<(shape.letterPlaces &- right) {
      unsafe inputs[count] = input + shape.row(letter: Int(first[window]), place: window) &* width
      count &+= 1
    }
    // As many vectors at a time as have room for their sums in registers; there are a multiple of four.
    var unit = 0
    while unit &+ 8 <= width {
      var sums = unsafe (Self.four(inputs[0] + unit), Self.four(inputs[0] + (unit &+ 4)))
      for number in 1..<count {
        let row = unsafe inputs[number] + unit
        unsafe sums.0.0 &+= row[0]
        unsafe sums.0.1 &+= row[1]
        unsafe sums.0.2 &+= row[2]
        unsafe sums.0.3 &+= row[3]
        unsafe sums.1.0 &+= row[4]
        unsafe sums.1.1 &+= row[5]
        unsafe sums.1.2 &+= row[6]
        unsafe sums.1.3 &+= row[7]
      }
      put(sums.0, at: unit)
      put(sums.1, at: unit &+ 4)
      unit &+= 8
    }
    while unit < width {
      var sum = unsafe inputs[0][unit]
      for number in 1..<count { unsafe sum &+= inputs[number][unit] }
      unsafe before[unit] = sum
      unit &+= 1
    }
  }

  private typealias Four = (Units, Units, Units, Units)

  @inline(__always) private static func four(_ start: UnsafePointer<Units>) -> Four {
    unsafe (start[0], start[1], start[2], start[3])
  }

  @inline(__always) private func put(_ sums: Four, at unit: Int) {
    unsafe before[unit] = sums.0
    unsafe before[unit &+ 1] = sums.1
    unsafe before[unit &+ 2] = sums.2
    unsafe before[unit &+ 3] = sums.3
  }

  /// Computes what the chosen chunks get from the units that see letters alone.
  func scoreLetters(_ firstGraphone: Int, _ count: Int) {
    let (width, before) = unsafe (hiddenVectors, before)
    let letterWidth = width &- Self.historyVectors
    for unit in 0..<letterWidth {
      unsafe before[unit] = Self.rectified(before[unit])
    }
    let output = unsafe vectors(model.networkOutput) + firstGraphone &* width
    unsafe Self.multiply(before, output, width, letterWidth, chosen, count, into: letterScores)
  }

  /// Writes the network's scores of the chosen chunks of a letter.
  @inline(__always) func addNetwork(
    _ end: End, _ firstGraphone: Int, _ count: Int, to row: UnsafeMutablePointer<Float>
  ) {
    let (width, historyWidth) = (hiddenVectors, Self.historyVectors)
    let letterWidth = width &- historyWidth
    let (history, shape, behind) = unsafe (vectors(model.networkHistory), model.shape, behind)
    let first = unsafe history + shape.row(chunk: Int(end.chunk(0)), place: 0) &* historyWidth
    let second = unsafe history + shape.row(chunk: Int(end.chunk(1)), place: 1) &* historyWidth
    let third = unsafe history + shape.row(chunk: Int(end.chunk(2)), place: 2) &* historyWidth
    let before = unsafe before + letterWidth
    for number in 0..<historyWidth {
      let sum = unsafe before[number] &+ first[number] &+ second[number] &+ third[number]
      unsafe behind[number] = Self.rectified(sum)
    }
    let output = unsafe vectors(model.networkOutput) + (firstGraphone &* width &+ letterWidth)
    let sums = unsafe historyScores
    unsafe Self.multiply(behind, output, width, historyWidth, chosen, count, into: sums)
    let step = model.settings.networkStep
    let scores = unsafe UnsafeMutableRawPointer(row).assumingMemoryBound(to: SIMD4<Float>.self)
    let letters = unsafe UnsafeRawPointer(letterScores).assumingMemoryBound(to: SIMD4<Int32>.self)
    let others = unsafe UnsafeRawPointer(sums).assumingMemoryBound(to: SIMD4<Int32>.self)
    for vector in 0..<(count &+ 3) / 4 {
      unsafe scores[vector] = SIMD4<Float>(letters[vector] &+ others[vector]) * step
    }
  }

  /// Multiplies units with the rows of weights of the chosen chunks, and sums the products of each.
  @inline(__always) private static func multiply(
    _ units: UnsafePointer<Units>, _ weights: UnsafePointer<Units>, _ stride: Int, _ width: Int,
    _ chosen: UnsafePointer<Int32>, _ count: Int, into sums: UnsafeMutablePointer<Int32>
  ) {
    var number = 0
    // Four rows at once: their sums are added up together.
    while number < count {
      let first = unsafe weights + Int(chosen[number]) &* stride
      let second = unsafe weights + Int(chosen[number &+ 1]) &* stride
      let third = unsafe weights + Int(chosen[number &+ 2]) &* stride
      let fourth = unsafe weights + Int(chosen[number &+ 3]) &* stride
      var totals = (
        SIMD4<Int32>.zero, SIMD4<Int32>.zero, SIMD4<Int32>.zero, SIMD4<Int32>.zero
      )
      for unit in 0..<width {
        let value = unsafe units[unit]
        totals.0 &+= unsafe paired(value, first[unit])
        totals.1 &+= unsafe paired(value, second[unit])
        totals.2 &+= unsafe paired(value, third[unit])
        totals.3 &+= unsafe paired(value, fourth[unit])
      }
      let (left, right) = (halves(totals.0, totals.1), halves(totals.2, totals.3))
      let even = SIMD4(lowHalf: left.evenHalf, highHalf: right.evenHalf)
      let odd = SIMD4(lowHalf: left.oddHalf, highHalf: right.oddHalf)
      unsafe UnsafeMutableRawPointer(sums + number).storeBytes(of: even &+ odd, as: SIMD4<Int32>.self)
      number &+= 4
    }
  }

  /// The halves of two vectors, added.
  @inline(__always) private static func halves(_ first: SIMD4<Int32>, _ second: SIMD4<Int32>) -> SIMD4<Int32>
  {
    SIMD4(lowHalf: first.lowHalf, highHalf: second.lowHalf)
      &+ SIMD4(lowHalf: first.highHalf, highHalf: second.highHalf)
  }

  /// Units without what is negative: a shift fills those with their sign, where a comparison is done one by one.
  @inline(__always) static func rectified(_ sums: Units) -> Units { sums & ~(sums &>> 15) }

  /// The products of two vectors, with neighbours added: one instruction on common processors; written as a plain loop it
  /// takes four times as long.
  @inline(__always) private static func paired(_ left: Units, _ right: Units) -> SIMD4<Int32> {
    let products = SIMD8<Int32>(truncatingIfNeeded: left) &* SIMD8<Int32>(truncatingIfNeeded: right)
    return products.evenHalf &+ products.oddHalf
  }
}
