/// Writes an HTML-like label.
struct HTMLWriter {
  /// The ports of the node whose label it is, by number.
  private let ports: [DOTPort: Int]

  /// The markup of a label; `ports` holds the number of each port, as the names edges use.
  init(ports: [DOTPort: Int]) {
    self.ports = ports
  }

  func markup(_ content: HTMLContent) -> String {
    switch content {
    case .text(let runs): runs.map(markup).joined()
    case .table(let table): markup(table)
    }
  }

  // MARK: Text

  private func markup(_ run: HTMLRun) -> String {
    switch run {
    case .lineBreak(let alignment): lineBreak(alignment)
    case .text(let text, let style):
      TextCleaning.lines(of: text).map { styled($0, style) }.joined(
        separator: lineBreak(.centre))
    }
  }

  private func lineBreak(_ alignment: DOTText.Alignment) -> String {
    switch alignment {
    case .centre: "<BR/>"
    case .left: "<BR ALIGN=\"LEFT\"/>"
    case .right: "<BR ALIGN=\"RIGHT\"/>"
    }
  }

  /// An empty element is a syntax error to Graphviz, so an empty run is nothing at all.
  private func styled(_ text: String, _ style: HTMLTextStyle) -> String {
    guard !text.isEmpty else { return "" }
    var result = Escaping.markup(text)
    if style.underline { result = "<U>\(result)</U>" }
    if style.italic { result = "<I>\(result)</I>" }
    if style.bold { result = "<B>\(result)</B>" }
    var font = ""
    if let face = style.font { font += attribute("FACE", face.name) }
    if let size = style.size { font += attribute("POINT-SIZE", Numerals.text(size)) }
    if let colour = style.colour { font += attribute("COLOR", colour.hex) }
    return font.isEmpty ? result : "<FONT\(font)>\(result)</FONT>"
  }

  // MARK: Tables

  private func markup(_ table: HTMLTable) -> String {
    var attributes = self.attributes(of: table.box)
    if let border = table.cellBorder { attributes += attribute("CELLBORDER", String(border)) }
    if table.columnRules { attributes += attribute("COLUMNS", "*") }
    if table.rowRules { attributes += attribute("ROWS", "*") }
    var result = "<TABLE\(attributes)>"
    for (index, row) in table.rows.enumerated() {
      result += "<TR>" + row.cells.map(markup).joined() + "</TR>"
      if row.ruleBelow, index < table.rows.count - 1 { result += "<HR/>" }
    }
    return result + "</TABLE>"
  }

  private func markup(_ cell: HTMLCell) -> String {
    var attributes = self.attributes(of: cell.box)
    if cell.columnSpan > 1 { attributes += attribute("COLSPAN", String(cell.columnSpan)) }
    if cell.rowSpan > 1 { attributes += attribute("ROWSPAN", String(cell.rowSpan)) }
    if let alignment = cell.textAlignment {
      attributes += attribute("BALIGN", word(alignment))
    }
    return "<TD\(attributes)>" + markup(cell.content) + "</TD>"
  }

  private func attributes(of box: HTMLBox) -> String {
    var result = ""
    func number(_ name: String, _ value: Int?) {
      if let value { result += attribute(name, String(value)) }
    }
    number("BORDER", box.border)
    number("CELLSPACING", box.cellSpacing)
    number("CELLPADDING", box.cellPadding)
    if let colour = box.background { result += attribute("BGCOLOR", colour.hex) }
    if let colour = box.colour { result += attribute("COLOR", colour.hex) }
    number("WIDTH", box.width)
    number("HEIGHT", box.height)
    if box.fixedSize { result += attribute("FIXEDSIZE", "TRUE") }
    if let align = box.align { result += attribute("ALIGN", word(align)) }
    if let align = box.verticalAlign { result += attribute("VALIGN", word(align)) }
    if let port = box.port.flatMap({ ports[$0] }) { result += attribute("PORT", "p\(port)") }
    if box.sides != .all, !box.sides.isEmpty { result += attribute("SIDES", word(box.sides)) }
    if let style = word(box.line) { result += attribute("STYLE", style) }
    if let link = box.link { result += attribute("HREF", AttributeList.linkText(link)) }
    if let tooltip = box.tooltip {
      let escaped = Escaping.markupTooltip(TextCleaning.line(of: tooltip))
      result += " TOOLTIP=\"\(escaped)\""
    }
    return result
  }

  // MARK: Words

  private func attribute(_ name: String, _ safe: String) -> String { " \(name)=\"\(safe)\"" }

  private func word(_ alignment: DOTText.Alignment) -> String {
    switch alignment {
    case .centre: "CENTER"
    case .left: "LEFT"
    case .right: "RIGHT"
    }
  }

  private func word(_ align: HTMLBox.Horizontal) -> String {
    switch align {
    case .left: "LEFT"
    case .centre: "CENTER"
    case .right: "RIGHT"
    case .text: "TEXT"
    }
  }

  private func word(_ align: HTMLBox.Vertical) -> String {
    switch align {
    case .top: "TOP"
    case .middle: "MIDDLE"
    case .bottom: "BOTTOM"
    }
  }

  private func word(_ sides: HTMLBox.Sides) -> String {
    (sides.contains(.left) ? "L" : "") + (sides.contains(.top) ? "T" : "")
      + (sides.contains(.right) ? "R" : "") + (sides.contains(.bottom) ? "B" : "")
  }

  private func word(_ line: HTMLBox.Line) -> String? {
    switch line {
    case .solid: nil
    case .dashed: "DASHED"
    case .dotted: "DOTTED"
    case .rounded: "ROUNDED"
    }
  }
}
