/// The place of a cell in a sheet.
public struct CellReference: Hashable, Sendable {
  /// The row, from 0.
  public var row: Int
  /// The column, from 0.
  public var column: Int

  /// Makes a reference.
  ///
  /// - Parameters:
  ///   - row: the row, from 0.
  ///   - column: the column, from 0.
  public init(row: Int, column: Int) {
    self.row = row
    self.column = column
  }

  /// The reference as formulas write it, such as `B7`.
  public var text: String { Self.letters(column) + String(row + 1) }

  /// The reference that stays as it is when copied, such as `$B$7`.
  public var absolute: String { "$" + Self.letters(column) + "$" + String(row + 1) }

  /// The reference from another sheet, such as `Parameters!$B$7`.
  public func absolute(in sheet: String) -> String { Self.quoted(sheet) + "!" + absolute }

  /// Rows of a column from one to another, such as `Inputs!$B$2:$B$9`.
  ///
  /// - Parameters:
  ///   - rows: the rows, from 0.
  ///   - column: the column, from 0.
  ///   - sheet: the sheet.
  public static func range(
    rows: ClosedRange<Int>, column: Int, in sheet: String
  ) -> String {
    CellReference(row: rows.lowerBound, column: column).absolute(in: sheet) + ":"
      + CellReference(row: rows.upperBound, column: column).absolute
  }

  /// The letters of a column: A for 0, Z for 25, AA for 26.
  public static func letters(_ column: Int) -> String {
    var letters = ""
    var rest = column
    while rest >= 0 {
      letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
      rest = rest / 26 - 1
    }
    return letters
  }

  /// The name of a sheet as formulas write it: in quotes unless it is a plain word.
  static func quoted(_ sheet: String) -> String {
    let isPlain = sheet.unicodeScalars.allSatisfy { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "_")
    }
    return isPlain
      ? sheet
      : "'"
        + sheet.split(separator: "'", omittingEmptySubsequences: false)
        .joined(separator: "''") + "'"
  }
}
