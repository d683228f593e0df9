/// Draws numbers from a seed, the same on every machine: SplitMix64 (Steele, Lea, Flood 2014).
struct SplitMix64: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A number from 0 to below the bound.
  mutating func below(_ bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  /// True so many times in a hundred.
  mutating func percent(_ share: Int) -> Bool { below(100) < share }

  /// One of a few.
  mutating func pick<Value>(_ values: [Value]) -> Value { values[below(values.count)] }

  /// So many of a few, each once, in their order.
  mutating func some<Value>(_ count: Int, of values: [Value]) -> [Value] {
    var left = min(count, values.count)
    return values.enumerated().filter { index, _ in
      guard below(values.count - index) < left else { return false }
      left -= 1
      return true
    }
    .map(\.element)
  }
}
