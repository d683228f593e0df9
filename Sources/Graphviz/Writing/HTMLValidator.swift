/// Checks an HTML-like label and gathers its ports in the order written.
struct HTMLValidator {
  let what: String
  private(set) var ports: [DOTPort] = []
  private(set) var textLength = 0
  private var cells = 0

  init(what: String) {
    self.what = what
  }

  mutating func check(_ content: HTMLContent, depth: Int) throws(GraphvizError) {
    switch content {
    case .text(let runs):
      guard runs.count <= DOTLimits.labelLines else {
        throw refusal("has \(runs.count) runs of text; at most \(DOTLimits.labelLines)")
      }
      for case .text(let text, let style) in runs {
        textLength += text.unicodeScalars.count
        if let size = style.size, !(1...1_000 ~= size) {
          throw refusal("has a font size of \(size); it must lie between 1 and 1000")
        }
      }
    case .table(let table): try check(table, depth: depth + 1)
    }
  }

  private mutating func check(_ table: HTMLTable, depth: Int) throws(GraphvizError) {
    guard depth <= DOTLimits.tableDepth else {
      throw refusal("has tables \(depth) deep; at most \(DOTLimits.tableDepth)")
    }
    try check(table.box)
    try check(table.cellBorder, 0...127, "cell border")
    guard !table.rows.isEmpty else { throw refusal("has a table without rows") }
    for row in table.rows {
      guard !row.cells.isEmpty else { throw refusal("has a row without cells") }
      for cell in row.cells { try check(cell, depth: depth) }
    }
  }

  private mutating func check(_ cell: HTMLCell, depth: Int) throws(GraphvizError) {
    cells += 1
    guard cells <= DOTLimits.cells else {
      throw refusal("has more than \(DOTLimits.cells) cells")
    }
    try check(cell.box)
    try check(cell.columnSpan, 1...1_000, "column span")
    try check(cell.rowSpan, 1...1_000, "row span")
    try check(cell.content, depth: depth)
  }

  private mutating func check(_ box: HTMLBox) throws(GraphvizError) {
    try check(box.border, 0...255, "border")
    try check(box.cellSpacing, 0...127, "cell spacing")
    try check(box.cellPadding, 0...255, "cell padding")
    try check(box.width, 0...65_535, "width")
    try check(box.height, 0...65_535, "height")
    if box.fixedSize, box.width == nil || box.height == nil {
      throw refusal("has a box of fixed size without a width and a height")
    }
    textLength += box.tooltip?.unicodeScalars.count ?? 0
    if let port = box.port { ports.append(port) }
  }

  private func check(
    _ value: Int?, _ range: ClosedRange<Int>, _ name: String
  ) throws(GraphvizError) {
    guard let value, !range.contains(value) else { return }
    throw refusal(
      "has a \(name) of \(value); it must lie between \(range.lowerBound) and "
        + "\(range.upperBound)")
  }

  private func refusal(_ message: String) -> GraphvizError {
    GraphvizError(.validate, "the label of \(what) \(message)")
  }
}
