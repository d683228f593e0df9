/// How values become places from side to side: straight, with zero on it, and round ticks.
public struct ChartScale: Hashable, Sendable {
  /// The values at the two ends, zero among or between them.
  public let domain: ClosedRange<Double>
  /// The places of the two ends in points.
  public let range: ClosedRange<Double>
  /// Round values along the axis, rising, zero among them.
  public let ticks: [Double]

  /// A scale that has room for some values; zero is always on it.
  ///
  /// - Parameters:
  ///   - values: what must have room; those that are not finite are passed over.
  ///   - range: the places of the ends in points.
  ///   - most: about how many steps between ticks there may be, at least 1.
  public init(holding values: [Double], on range: ClosedRange<Double>, most: Int = 6) {
    let known = values.filter(\.isFinite)
    let least = min(0, known.min() ?? 0)
    var greatest = max(0, known.max() ?? 0)
    if least == 0, greatest == 0 { greatest = 1 }
    let step = Self.step((greatest - least) / Double(max(1, most)))
    let first = (least / step).rounded(.down)
    let last = (greatest / step).rounded(.up)
    domain = (first * step)...(last * step)
    self.range = range
    ticks = (0...Int(last - first)).map { (first + Double($0)) * step }
  }

  /// The least of 1, 2 and 5 times a power of ten that is no less than a value.
  private static func step(_ value: Double) -> Double {
    var power = 1.0
    while power * 10 <= value { power *= 10 }
    while power > value { power /= 10 }
    return [1, 2, 5, 10].map { $0 * power }.first { $0 >= value } ?? 10 * power
  }

  /// The place of a value in points.
  public func place(_ value: Double) -> Double {
    let share = (value - domain.lowerBound) / (domain.upperBound - domain.lowerBound)
    return range.lowerBound + share * (range.upperBound - range.lowerBound)
  }
}
