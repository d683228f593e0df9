import Foundation

/// How values are drawn between low and high.
public enum LoadShape: String, CaseIterable, Sendable {
  /// Straight up to the most likely value, straight down from it.
  case triangular
  /// A beta distribution of shape 4, as in the review technique PERT (Malcolm and others 1959): closer
  /// to the most likely value.
  case pert
}

/// Numbers between 0 and 1 that depend on a seed, a name and a place only.
///
/// A counter is run through the finaliser of SplitMix64 (Steele, Lea and Flood 2014), so that any
/// number can be had without those before it, and a figure with the same name is drawn alike in
/// whatever model, trust or thread.
struct CounterGenerator {
  private let key: UInt64

  /// Names a stream.
  init(seed: UInt64, name: String) {
    // FNV-1a, 64 bits.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    key = Self.mix(Self.mix(seed) ^ hash)
  }

  /// The number of a place, above 0 and below 1.
  func uniform(_ place: Int) -> Double {
    let bits = Self.mix(key &+ UInt64(bitPattern: Int64(place + 1)) &* 0x9e37_79b9_7f4a_7c15)
    return (Double(bits >> 11) + 0.5) * 0x1p-53
  }

  private static func mix(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ (bits >> 30)) &* 0xbf58_476d_1ce4_e5b9
    bits = (bits ^ (bits >> 27)) &* 0x94d0_49bb_1331_11eb
    return bits ^ (bits >> 31)
  }
}

/// Turns numbers between 0 and 1 into values of a range, in rising order.
struct LoadSampler {
  private let range: LoadRange
  private let shape: LoadShape
  /// For `pert`: the distribution function at evenly spaced places from 0 to 1.
  private var table: [Double] = []
  /// For `pert`: the density at the same places.
  private var density: [Double] = []

  init(_ range: LoadRange, _ shape: LoadShape) {
    self.range = range
    self.shape = shape
    if shape == .pert, !range.isFixed { tabulate() }
  }

  /// The value below which a share of all values lies.
  func value(_ share: Double) -> Double {
    guard !range.isFixed else { return range.mode }
    return shape == .triangular ? triangular(share) : beta(share)
  }

  private func triangular(_ share: Double) -> Double {
    let (low, mode, high) = (range.low, range.mode, range.high)
    let width = high - low
    if share * width < mode - low { return low + (share * width * (mode - low)).squareRoot() }
    return high - ((1 - share) * width * (high - mode)).squareRoot()
  }

  private static let cells = 1024

  /// Integrates the density over each cell by Simpson's rule.
  private mutating func tabulate() {
    let width = range.high - range.low
    let rise = 4 * (range.mode - range.low) / width
    let fall = 4 * (range.high - range.mode) / width
    let shape = { (place: Double) in pow(place, rise) * pow(1 - place, fall) }
    let step = 1 / Double(Self.cells)
    var sum = 0.0
    table = [0]
    density = [shape(0)]
    for cell in 0..<Self.cells {
      let start = Double(cell) * step
      let end = cell + 1 == Self.cells ? 1 : start + step
      sum += step / 6 * (shape(start) + 4 * shape(start + step / 2) + shape(end))
      table.append(sum)
      density.append(shape(end))
    }
    for cell in table.indices {
      table[cell] /= sum
      density[cell] /= sum
    }
  }

  /// Looks up the cell, and within it takes the density to be straight.
  private func beta(_ share: Double) -> Double {
    var (first, last) = (0, Self.cells)
    while last - first > 1 {
      let middle = (first + last) / 2
      if table[middle] <= share { first = middle } else { last = middle }
    }
    let step = 1 / Double(Self.cells)
    let mass = table[first + 1] - table[first]
    let (one, other) = (density[first], density[first + 1])
    let part = mass > 0 ? (share - table[first]) / mass : 0
    // The root of the quadratic that a straight density makes of the cell's mass.
    let slope = other - one
    let sum = one + other
    let within: Double
    if abs(slope) <= 1e-9 * max(sum, .leastNormalMagnitude) {
      within = part
    } else {
      within = part * sum / (one + (one * one + part * slope * sum).squareRoot())
    }
    return range.low + (range.high - range.low) * (Double(first) + min(1, within)) * step
  }
}
