/// The shape of the network of a direction, and what is the same in training and use.
package enum LetterNetwork {
  /// How many chunks before a letter the network sees.
  package static let chunkPlaces = 3
  /// How many units of the hidden layer see the chunks before, beside the letters; they are the last ones.
  ///
  /// The others are the same for all beginnings of a word, so that they are computed once a letter.
  package static let historyUnits = 64
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

  /// Where the rows of the hidden layer's weights are: letters by their places, domains, and the bias, which is the last;
  /// and apart those of the chunks before, as wide as the units that see them.
  package struct Shape: Sendable {
    package let letterPlaces: Int
    /// The letters that the model knows, the edge, which is 0, and the unknown one, which is the last.
    package let letters: Int
    /// The chunks, and none, which is 0.
    package let chunks: Int

    package init(letterPlaces: Int, letterCount: Int, chunkCount: Int) {
      self.letterPlaces = letterPlaces
      letters = letterCount + 2
      chunks = chunkCount + 1
    }

    /// The row of a letter at a place of the window.
    @inline(__always) package func row(letter: Int, place: Int) -> Int { place &* letters &+ letter }

    /// The row of a domain.
    @inline(__always) package func row(domain: Int) -> Int { letterPlaces &* letters &+ domain }

    /// The row of the bias.
    @inline(__always) package var bias: Int { row(domain: LetterNetwork.domainCount) }

    /// How many rows there are.
    package var count: Int { bias + 1 }

    /// The row of a chunk that many letters before the latest, among those of chunks.
    @inline(__always) package func row(chunk: Int, place: Int) -> Int { place &* chunks &+ chunk }

    /// How many rows of chunks there are.
    package var chunkRows: Int { LetterNetwork.chunkPlaces * chunks }
  }
}

/// A fast exponential that gives the same result on every machine.
///
/// e^x as 2^n · 2^f, f in −½…½, with a polynomial for 2^f (relative error below 10^−5). The C library's result depends
/// on the processor, and a model must come out the same, bit for bit.
@inline(__always) package func fastExponential(_ value: Float) -> Float {
  fastExponential(SIMD4<Float>(repeating: value)).x
}

/// Four exponentials at once.
@inline(__always) package func fastExponential(_ values: SIMD4<Float>) -> SIMD4<Float> {
  var scaled = values * 1.442_695_04
  scaled.replace(with: -120, where: .!(scaled .> -120))
  scaled.replace(with: 120, where: scaled .> 120)
  // Adding 1.5 · 2^23 rounds to a whole number, which is then in the lowest bits.
  let shift: Float = 12_582_912
  let shifted = scaled + shift
  let whole = unsafe unsafeBitCast(shifted, to: SIMD4<Int32>.self) &- Int32(bitPattern: shift.bitPattern)
  let part = scaled - (shifted - shift)
  var power = SIMD4<Float>(repeating: 0.001_333_36)
  power = power * part + 0.009_618_13
  power = power * part + 0.055_504_11
  power = power * part + 0.240_226_51
  power = power * part + 0.693_147_18
  power = power * part + 1
  let scale = unsafe unsafeBitCast((whole &+ 127) &<< 23, to: SIMD4<Float>.self)
  return power * scale
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
