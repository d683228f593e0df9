/// The cells that tiles may take: rows of equal rectangles, every other row shifted by half a tile
/// or none.
///
/// Cells count from the north and, within a row, from the west.
public struct TileLattice: Hashable, Sendable {
  /// How rows lie against each other.
  public enum Pattern: String, CaseIterable, Hashable, Sendable {
    /// Straight columns: a tile shares borders with four others and corners with four more.
    case square
    /// Rows 1, 3, 5 … shifted by half a tile: a tile shares borders with six others.
    case oddRowsShifted
    /// Rows 0, 2, 4 … shifted by half a tile.
    case evenRowsShifted
  }

  /// How rows lie against each other.
  public let pattern: Pattern
  /// Cells in each row.
  public let columns: Int
  /// Rows.
  public let rows: Int

  /// Makes a lattice.
  ///
  /// - Parameters:
  ///   - pattern: how rows lie against each other.
  ///   - columns: cells in each row.
  ///   - rows: rows.
  public init(pattern: Pattern, columns: Int, rows: Int) {
    self.pattern = pattern
    self.columns = columns
    self.rows = rows
  }

  /// How far a row is shifted to the east, in tile widths.
  public func shift(ofRow row: Int) -> Double {
    switch pattern {
    case .square: 0
    case .oddRowsShifted: row & 1 == 1 ? 0.5 : 0
    case .evenRowsShifted: row & 1 == 0 ? 0.5 : 0
    }
  }

  /// Where the western edge of a cell lies, in tile widths from that of the lattice.
  public func west(of cell: TileCell) -> Double { Double(cell.column) + shift(ofRow: cell.row) }

  /// The cells that share a border with a cell, those beyond the lattice too, from the north-west
  /// on in reading order.
  public func neighbours(of cell: TileCell) -> [TileCell] {
    let (row, column) = (cell.row, cell.column)
    let beside = [TileCell(row: row, column: column - 1), TileCell(row: row, column: column + 1)]
    return touching(inRow: row - 1, of: cell) + beside + touching(inRow: row + 1, of: cell)
  }

  /// How two cells meet.
  public func contact(_ one: TileCell, _ other: TileCell) -> TileContact {
    let rowGap = abs(one.row - other.row)
    let columnGap = abs(west(of: one) - west(of: other))
    if rowGap == 0 { return columnGap == 1 ? .border : .apart }
    guard rowGap == 1 else { return .apart }
    return columnGap < 1 ? .border : columnGap == 1 ? .corner : .apart
  }

  private func touching(inRow row: Int, of cell: TileCell) -> [TileCell] {
    guard pattern != .square else { return [TileCell(row: row, column: cell.column)] }
    let first = shift(ofRow: cell.row) > 0 ? cell.column : cell.column - 1
    return [TileCell(row: row, column: first), TileCell(row: row, column: first + 1)]
  }

  var cells: [TileCell] {
    (0..<rows).flatMap { row in (0..<columns).map { TileCell(row: row, column: $0) } }
  }

  func index(of cell: TileCell) -> Int? {
    guard (0..<rows).contains(cell.row), (0..<columns).contains(cell.column) else { return nil }
    return cell.row * columns + cell.column
  }
}

/// A cell of a lattice.
public struct TileCell: Hashable, Comparable, Sendable {
  /// From the north.
  public var row: Int
  /// From the west.
  public var column: Int

  /// Names a cell.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// Orders from north to south, then from west to east.
  public static func < (left: TileCell, right: TileCell) -> Bool {
    (left.row, left.column) < (right.row, right.column)
  }
}

/// How two tiles meet.
public enum TileContact: Hashable, Sendable {
  /// They share a border.
  case border
  /// They share a corner only.
  case corner
  /// They do not meet.
  case apart
}
