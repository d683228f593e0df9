/// Adds up the parts of loads by product, and numbers inputs and products.
struct EquationCollector {
  private typealias Unit = LoadEquations.Unit
  private typealias Weight = LoadEquations.Weight

  /// A figure by what it is and what it may be; two models may give it different values.
  private struct InputKey: Hashable {
    let identity: String
    let low: Double
    let mode: Double
    let high: Double
  }

  private var places: [InputKey: Int] = [:]
  private var inputs: [LoadInput] = []
  private var units: [Unit: Int] = [:]
  private var order: [Unit] = []
  private var rows: [LoadEquations.Key: [Int: Double]] = [:]

  /// Adds a part to a sum.
  mutating func add(_ part: LoadPart, to key: LoadEquations.Key) {
    var coefficient = part.multiplicity
    var factors: [Int] = []
    var complements: [Int] = []
    for factor in part.factors {
      if factor.range.isFixed {
        coefficient *= factor.mode
      } else if let place = place(of: factor) {
        if factor.isComplement { complements.append(place) } else { factors.append(place) }
      } else {
        coefficient *= factor.mode
      }
    }
    guard coefficient != 0 else { return }
    let unit = Unit(factors: factors.sorted(), complements: complements.sorted())
    let number: Int
    if let known = units[unit] {
      number = known
    } else {
      number = order.count
      units[unit] = number
      order.append(unit)
    }
    rows[key, default: [:]][number, default: 0] += coefficient
  }

  /// The number of an input; `nil` for a figure that is not drawn.
  private mutating func place(of factor: LoadFactor) -> Int? {
    guard let identity = factor.identity else { return nil }
    let key = InputKey(
      identity: identity, low: factor.range.low, mode: factor.range.mode, high: factor.range.high)
    if let known = places[key] { return known }
    places[key] = inputs.count
    inputs.append(
      LoadInput(
        symbol: factor.symbol, identity: identity, range: factor.range, origin: factor.origin))
    return inputs.count - 1
  }

  /// Everything, numbered in an order that does not hang on that of the trusts.
  func finish() -> (
    inputs: [LoadInput], units: [LoadEquations.Unit],
    rows: [LoadEquations.Key: [LoadEquations.Weight]]
  ) {
    let sorted = inputs.indices.sorted { Self.precedes(inputs[$0], inputs[$1]) }
    let inputRank = Self.ranks(sorted)
    let renumbered = order.map { unit in
      Unit(
        factors: unit.factors.map { inputRank[$0] }.sorted(),
        complements: unit.complements.map { inputRank[$0] }.sorted())
    }
    let unitOrder = renumbered.indices.sorted { left, right in
      let (one, other) = (renumbered[left], renumbered[right])
      return one.factors == other.factors
        ? one.complements.lexicographicallyPrecedes(other.complements)
        : one.factors.lexicographicallyPrecedes(other.factors)
    }
    let unitRank = Self.ranks(unitOrder)
    let rows = rows.mapValues { sums in
      sums.map { Weight(unit: unitRank[$0.key], coefficient: $0.value) }
        .sorted { $0.unit < $1.unit }
    }
    return (sorted.map { inputs[$0] }, unitOrder.map { renumbered[$0] }, rows)
  }

  /// For each number, its place in an order.
  private static func ranks(_ order: [Int]) -> [Int] {
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, number) in order.enumerated() { ranks[number] = rank }
    return ranks
  }

  private static func precedes(_ left: LoadInput, _ right: LoadInput) -> Bool {
    if left.identity != right.identity {
      return left.identity.utf8.lexicographicallyPrecedes(right.identity.utf8)
    }
    let one = [left.range.low, left.range.mode, left.range.high]
    return one.lexicographicallyPrecedes([right.range.low, right.range.mode, right.range.high])
  }
}
