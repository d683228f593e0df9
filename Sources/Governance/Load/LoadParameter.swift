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
///
/// The row is shared by all factors that use it, of which there are many.
public struct LoadParameter: Hashable, Sendable {
  private final class Row: Sendable {
    let record: Parameter
    let symbol: LoadSymbol
    let identity: String

    init(_ record: Parameter, _ symbol: LoadSymbol) {
      self.record = record
      self.symbol = symbol
      identity = [
        symbol.rawValue, record.forumKind, record.forum?.text ?? "",
        record.organisation?.text ?? "", record.sector?.rawValue ?? "",
      ].joined(separator: "|")
    }
  }

  private let row: Row
  /// Its values; a blank low or high is the mode.
  public let range: LoadRange
  /// Whether it is from the user's own file.
  public let isUsers: Bool

  /// The row.
  public var record: Parameter { row.record }

  /// The symbol.
  public var symbol: LoadSymbol { row.symbol }

  /// What tells it from all other parameters, whatever its values: symbol and scope.
  public var identity: String { row.identity }

  /// Reads a row; `nil` if it has no most likely value, or a symbol that no formula has.
  public init?(_ record: Parameter, isUsers: Bool = false) {
    guard let symbol = LoadSymbol(rawValue: record.symbol), let mode = record.mode else {
      return nil
    }
    row = Row(record, symbol)
    range = LoadRange(low: record.low ?? mode, mode: mode, high: record.high ?? mode)
    self.isUsers = isUsers
  }

  /// Whether both are the same row with the same values.
  public static func == (left: LoadParameter, right: LoadParameter) -> Bool {
    left.isUsers == right.isUsers && (left.row === right.row || left.record == right.record)
  }

  /// Feeds the row to a hasher.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(isUsers)
    hasher.combine(record.id)
    hasher.combine(range)
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
