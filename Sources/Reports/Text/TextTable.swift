/// Lines up columns of text for a terminal.
public struct TextTable: Hashable, Sendable {
  /// To which side a column is aligned.
  public enum Alignment: Hashable, Sendable {
    case left, right
  }

  private let headings: [String]
  private let alignments: [Alignment]
  private let rows: [[String]]

  /// Makes a table.
  ///
  /// - Parameters:
  ///   - headings: one per column.
  ///   - alignments: one per column; left for what is missing.
  ///   - rows: of as many cells as there are columns.
  public init(headings: [String], alignments: [Alignment] = [], rows: [[String]]) {
    self.headings = headings
    self.alignments = headings.indices.map {
      $0 < alignments.count ? alignments[$0] : .left
    }
    self.rows = rows.map { $0.map(Self.printable) }
  }

  /// The heading line, then a line a row, columns two spaces apart.
  ///
  /// - Complexity: O(cells).
  public var lines: [String] {
    let widths = headings.indices.map { column in
      ([headings] + rows).map { Self.width($0[column]) }.max() ?? 0
    }
    return ([headings] + rows).map { row in
      var line = ""
      for (column, cell) in row.enumerated() {
        let padding = String(repeating: " ", count: widths[column] - Self.width(cell))
        line += alignments[column] == .right ? padding + cell : cell + padding
        line += "  "
      }
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  /// Text that cannot move the cursor or change the terminal: control and direction characters are
  /// dropped.
  public static func printable(_ text: String) -> String {
    String(
      String.UnicodeScalarView(
        text.unicodeScalars.filter { scalar in
          switch scalar.properties.generalCategory {
          case .control, .format, .surrogate, .privateUse, .lineSeparator, .paragraphSeparator:
            false
          default: true
          }
        }))
  }

  /// Columns that a terminal gives the text: two for wide characters, none for combining ones.
  static func width(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { sum, scalar in
      switch scalar.properties.generalCategory {
      case .nonspacingMark, .enclosingMark: return sum
      default: break
      }
      let wide =
        (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4CF).contains(scalar.value)
        || (0xAC00...0xD7A3).contains(scalar.value) || (0xF900...0xFAFF).contains(scalar.value)
        || (0xFE30...0xFE6F).contains(scalar.value) || (0xFF00...0xFF60).contains(scalar.value)
        || (0x1F300...0x1FAFF).contains(scalar.value)
      return sum + (wide ? 2 : 1)
    }
  }
}
