import DataPackage
import Diagrams

/// What a diagram shows, as data: schema `diagram`, version 1.
struct DiagramDocument: Encodable {
  let schema = DocumentSchema(name: "diagram", version: 1)
  let title: String
  let alternativeText: String
  let description: String
  let table: Table

  struct Table: Encodable {
    let caption: String
    let columns: [String]
    let rows: [[String]]
  }

  init(_ diagram: Diagram) {
    self.init(
      title: diagram.title, alternativeText: diagram.alternativeText,
      description: diagram.description, table: diagram.table)
  }

  init(_ chart: Chart) {
    self.init(
      title: chart.title, alternativeText: chart.alternativeText, description: chart.description,
      table: chart.table)
  }

  private init(
    title: String, alternativeText: String, description: String, table: DiagramTable
  ) {
    self.title = title
    self.alternativeText = alternativeText
    self.description = description
    self.table = Table(caption: table.caption, columns: table.columns, rows: table.rows)
  }

  /// The table as CSV, safe to open in a spreadsheet.
  var csv: String {
    CSVWriter.text(header: table.columns, rows: table.rows, guardsFormulas: true)
  }

  /// The whole as JSON.
  func json() throws(PackError) -> [UInt8] {
    do throws(EncodingFailure) {
      return Array(try JSONDocument.bytes(self))
    } catch {
      throw PackError.figure(reason: error.reason)
    }
  }
}
