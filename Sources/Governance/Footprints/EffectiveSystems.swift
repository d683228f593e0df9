/// The effective number of systems: how many equal systems a spread of work is like.
///
/// The inverse of Simpson's concentration, 1/Σp², known in economics as the inverse
/// Herfindahl–Hirschman index (Laakso and Taagepera 1979 for parties). Six equal shares give 6; 90,
/// 5 and 5 per cent give 1.23.
enum EffectiveSystems {
  /// The figure, or `nil` when the shares known do not pin it down to within one per cent.
  ///
  /// Work that is not accounted for may lie in one piece or be scattered, so Σp² lies between the
  /// sum over the known shares and that sum plus the square of the rest.
  ///
  /// - Parameter shares: shares of the provider's work, 0 to 1, `nil` where not known.
  /// - Complexity: O(*n*).
  static func of(_ shares: [Double?]) -> Double? {
    let known = shares.compactMap { $0 }
    let squares = known.reduce(0) { $0 + $1 * $1 }
    guard squares > 0 else { return nil }
    let rest = max(0, 1 - known.reduce(0, +))
    let least = 1 / (squares + rest * rest)
    let most = 1 / squares
    guard most - least <= 0.01 * most else { return nil }
    return most
  }
}
