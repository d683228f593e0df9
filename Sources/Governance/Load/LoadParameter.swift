/// The low, the most likely and the high value of a figure.
public struct LoadRange: Hashable, Sendable {
  /// The low value.
  public var low: Double
  /// The most likely value.
  public var mode: Double
  /// The high value.
  public var high: Double

  /// Makes a range.
  public init(low: Double, mode: Double, high: Double) {
    self.low = low
    self.mode = mode
    self.high = high
  }

  /// A figure that is known exactly.
  public init(_ value: Double) { self.init(low: value, mode: value, high: value) }

  /// Whether it leaves nothing open.
  public var isFixed: Bool { low == high }
}

/// A row of parameters that a formula uses.
public struct LoadParameter: Hashable, Sendable {
  /// The row.
  public let record: Parameter
  /// The symbol.
  public let symbol: LoadSymbol
  /// Its values; a blank low or high is the mode.
  public let range: LoadRange
  /// Whether it is from the user's own file.
  public let isUsers: Bool
  /// What tells it from all other parameters, whatever its values: symbol and scope.
  public let identity: String

  /// Reads a row; `nil` if it has no most likely value, or a symbol that no formula has.
  public init?(_ record: Parameter, isUsers: Bool = false) {
    guard let symbol = LoadSymbol(rawValue: record.symbol), let mode = record.mode else {
      return nil
    }
    self.record = record
    self.symbol = symbol
    range = LoadRange(low: record.low ?? mode, mode: mode, high: record.high ?? mode)
    self.isUsers = isUsers
    identity = [
      symbol.rawValue, record.forumKind, record.forum?.text ?? "",
      record.organisation?.text ?? "", record.sector?.rawValue ?? "",
    ].joined(separator: "|")
  }
}

/// For what a parameter is wanted.
public struct ParameterScope: Hashable, Sendable {
  /// The kinds under which it may stand, the narrowest first.
  public var kinds: [String]
  /// The forum; `nil` if it is not about one.
  public var forum: Code?
  /// The trust; `nil` if it is not about one.
  public var organisation: Code?
  /// The sectors of the trust.
  public var sectors: [Sector]

  /// Makes a scope.
  public init(
    kinds: [String], forum: Code? = nil, organisation: Code? = nil, sectors: [Sector] = []
  ) {
    self.kinds = kinds
    self.forum = forum
    self.organisation = organisation
    self.sectors = sectors
  }

  /// The kind that stands for every kind of forum.
  public static let everyForum = "*"
}
