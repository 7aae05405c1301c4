internal import ArabicText

/// Rows of weights that are fitted step by step: a matrix whose rows have learning rates of their own.
///
/// A row's rate falls with the sum of the squares of its gradients (AdaGrad; J. Duchi and others, 2011, here with one sum for
/// a row). Loops over a row run without bounds checks, ten times as fast; rows are checked when they are asked for.
@safe final class WeightRows {
  let width: Int
  let count: Int
  private let weights: UnsafeMutablePointer<Float>
  private let squares: UnsafeMutablePointer<Float>

  /// Makes rows of small random weights.
  init(count: Int, width: Int, spread: Float, random: inout SeededRandom) {
    self.count = count
    self.width = width
    unsafe weights = .allocate(capacity: max(1, count * width))
    unsafe squares = .allocate(capacity: max(1, count))
    for place in 0..<count * width { unsafe (weights + place).initialize(to: (random.unit() - 0.5) * spread) }
    unsafe squares.initialize(repeating: 1e-3, count: max(1, count))
  }

  deinit {
    unsafe weights.deallocate()
    unsafe squares.deallocate()
  }

  @inline(__always) private func row(_ number: Int) -> UnsafeMutablePointer<Float> {
    precondition(number >= 0 && number < count, "no such row")
    return unsafe weights + number * width
  }

  /// Adds a row to `sums`, which has as many elements.
  @inline(__always) func add(_ number: Int, to sums: UnsafeMutablePointer<Float>) {
    let row = unsafe row(number)
    for place in 0..<width { unsafe sums[place] += row[place] }
  }

  /// Adds a multiple of a row.
  @inline(__always) func add(_ number: Int, times factor: Float, to sums: UnsafeMutablePointer<Float>) {
    let row = unsafe row(number)
    for place in 0..<width { unsafe sums[place] += factor * row[place] }
  }

  /// The sum of the products of a row and `values`.
  ///
  /// Four partial sums, so that it can be computed with vectors and still comes out the same everywhere.
  @inline(__always) func product(_ number: Int, with values: UnsafeMutablePointer<Float>) -> Float {
    let row = unsafe row(number)
    var sums = SIMD8<Float>.zero
    for place in stride(from: 0, to: width, by: 8) {
      let left = unsafe UnsafeRawPointer(row + place).loadUnaligned(as: SIMD8<Float>.self)
      let right = unsafe UnsafeRawPointer(values + place).loadUnaligned(as: SIMD8<Float>.self)
      sums += left * right
    }
    return sums.sum()
  }

  /// Moves a row against a gradient of `factor` times `direction`.
  ///
  /// - Parameters:
  ///   - number: the row.
  ///   - direction: as many numbers as a row has.
  ///   - factor: what the direction is multiplied by.
  ///   - norm: the mean of the squares of `direction`.
  ///   - rate: the learning rate.
  @inline(__always) func descend(
    _ number: Int, along direction: UnsafeMutablePointer<Float>, times factor: Float, norm: Float, rate: Float
  ) {
    let row = unsafe row(number)
    unsafe squares[number] += norm * factor * factor
    let step = unsafe rate * factor / squares[number].squareRoot()
    for place in 0..<width { unsafe row[place] -= step * direction[place] }
  }

  /// A row's weights in steps, rounded; the sum of sixteen fits 16 bits, which is as many as a network's unit gets.
  func quantized(_ number: Int, step: Float) -> [Int16] {
    let row = unsafe row(number)
    return (0..<width).map { place in
      Int16(max(-2047, min(2047, unsafe (row[place] / step).rounded())))
    }
  }
}

/// Random numbers that are the same in every run.
///
/// SplitMix64 (G. Steele and others, "Fast splittable pseudorandom number generators", 2014).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number in 0..<1.
  mutating func unit() -> Float { Float(next() >> 40) * (1 / 16_777_216) }
}
