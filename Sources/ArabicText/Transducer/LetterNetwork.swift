/// The shape of the network of a direction, and what is the same in training and use.
package enum LetterNetwork {
  /// How many chunks before a letter the network sees.
  package static let chunkPlaces = 3
  /// How many domains it tells apart.
  package static let domainCount = 4

  /// The value of one step of a weight.
  package static let weightStep: Float = 1 / 512

  /// The kind of spelling that is asked for.
  package enum Domain: Int, Sendable, CaseIterable {
    /// Names of persons, as the press writes them.
    case names
    /// Names of places.
    case places
    /// ALA-LC.
    case scholarly
  }

  /// The first weight of the row of a letter at a place of the window; letter 0 is the edge, the last one any letter
  /// that the model does not know.
  @inline(__always) package static func row(letter: Int, place: Int, letterCount: Int, hidden: Int) -> Int {
    (place * (letterCount + 2) + letter) * hidden
  }

  /// The first weight of the row of a chunk; chunk 0 is none.
  @inline(__always) package static func row(
    chunk: Int, place: Int, letterPlaces: Int, letterCount: Int, chunkCount: Int, hidden: Int
  ) -> Int {
    (letterPlaces * (letterCount + 2) + place * (chunkCount + 1) + chunk) * hidden
  }

  /// The first weight of the row of a domain; the row of the bias is behind the last.
  @inline(__always) package static func row(
    domain: Int, letterPlaces: Int, letterCount: Int, chunkCount: Int, hidden: Int
  ) -> Int {
    (letterPlaces * (letterCount + 2) + chunkPlaces * (chunkCount + 1) + domain) * hidden
  }
}

/// A fast exponential that gives the same result on every machine.
///
/// e^x as 2^n · 2^f with a polynomial for 2^f (relative error below 10^−4). The C library's result depends on the
/// processor, and a model must come out the same, bit for bit.
@inline(__always) package func fastExponential(_ value: Float) -> Float {
  let scaled = max(-120, min(120, value * 1.442_695_04))
  // Rounds down without the function that processors of the first x86-64 generation need for it.
  let cut = Int32(scaled)
  let whole = Float(cut) > scaled ? cut &- 1 : cut
  let part = scaled - Float(whole)
  var power: Float = 0.001_333_55
  power = power * part + 0.009_618_12
  power = power * part + 0.055_504_1
  power = power * part + 0.240_226_5
  power = power * part + 0.693_147_2
  power = power * part + 1
  return power * Float(bitPattern: UInt32(bitPattern: whole &+ 127) << 23)
}

/// A fast natural logarithm of a positive number that gives the same result on every machine.
///
/// The series of the inverse hyperbolic tangent over a mantissa in √½…√2; absolute error below 10^−6.
@inline(__always) package func fastLogarithm(_ value: Float) -> Float {
  let bits = value.bitPattern
  var exponent = Int32(bits >> 23) - 127
  var mantissa = Float(bitPattern: (bits & 0x7F_FFFF) | 0x3F80_0000)
  if mantissa > 1.414_213_6 {
    mantissa *= 0.5
    exponent += 1
  }
  let ratio = (mantissa - 1) / (mantissa + 1)
  let square = ratio * ratio
  let series =
    2 * ratio * (1 + square * (0.333_333_3 + square * (0.2 + square * (0.142_857 + square * 0.111_111))))
  return Float(exponent) * 0.693_147_2 + series
}
