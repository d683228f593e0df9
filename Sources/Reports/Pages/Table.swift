/// A table of a page: a caption, headed columns, and rows whose first cell heads the row.
struct Table {
  /// A column.
  struct Column {
    /// The heading.
    let title: String
    /// What it holds.
    let kind: Kind

    /// What a column holds.
    enum Kind {
      /// Text of any length, which may break anywhere when it must.
      case text
      /// Words of ours, which stay whole.
      case term
      /// Ranges of figures, which stay on one line.
      case range
      /// Numbers, which line up on the right.
      case number
    }

    static func text(_ title: String) -> Column { Column(title: title, kind: .text) }
    static func term(_ title: String) -> Column { Column(title: title, kind: .term) }
    static func range(_ title: String) -> Column { Column(title: title, kind: .range) }
    static func number(_ title: String) -> Column { Column(title: title, kind: .number) }
  }

  /// What the table shows.
  let caption: String
  /// The columns.
  let columns: [Column]
  /// Rows of as many cells as there are columns.
  let rows: [[HTML]]
  /// Attributes of each row; none for rows beyond its end.
  var rowAttributes: [[Attribute]] = []

  /// The table; a wide one in a box that scrolls on a small screen and takes the keyboard.
  func html() -> HTML {
    let table = Tag.table {
      Tag.caption { caption }
      Tag.thead {
        Tag.tr {
          for column in columns { heading(column) }
        }
      }
      Tag.tbody {
        for (number, row) in rows.enumerated() { self.row(row, number: number) }
      }
    }
    guard columns.count > 2 else { return table }
    return Tag.div(.class("wide"), .isRegion, .label(caption), .isFocusable) { table }
  }

  private func row(_ row: [HTML], number: Int) -> HTML {
    .element(
      .tr, rowAttributes.indices.contains(number) ? rowAttributes[number] : [],
      row.enumerated().map { cell($1, at: $0) })
  }

  private func heading(_ column: Column) -> HTML {
    column.kind == .number
      ? Tag.th(.isColumnHeader, .class("number")) { column.title }
      : Tag.th(.isColumnHeader) { column.title }
  }

  private func cell(_ content: HTML, at index: Int) -> HTML {
    if index == 0 { return Tag.th(.isRowHeader) { content } }
    guard index < columns.count else { return Tag.td { content } }
    return switch columns[index].kind {
    case .text: Tag.td { content }
    case .term: Tag.td(.class("term")) { content }
    case .range: Tag.td(.class("range")) { content }
    case .number: Tag.td(.class("number")) { content }
    }
  }
}
