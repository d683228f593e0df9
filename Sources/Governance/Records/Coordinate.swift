/// A point on the earth in degrees.
public struct Coordinate: Hashable, Sendable {
  /// Degrees north.
  public var latitude: Double
  /// Degrees east.
  public var longitude: Double

  /// Makes a record from its fields.
  public init(
    latitude: Double,
    longitude: Double
  ) {
    self.latitude = latitude
    self.longitude = longitude
  }
}
