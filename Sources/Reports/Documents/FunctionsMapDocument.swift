import DataPackage
import Governance

/// The functions and decisions map of an ICS as JSON: schema `functionsMap`, version 1.
public struct FunctionsMapDocument: Encodable, Hashable, Sendable {
  /// A function.
  public struct Function: Encodable, Hashable, Sendable {
    let function: String
    let title: String
    let levels: [Cell]
  }

  /// A function at a level; `null` where it is not known who.
  public struct Cell: Encodable, Hashable, Sendable {
    let level: String
    let decides: Known<[Entry]>
    let accountable: Known<[Entry]>
    let instruments: Known<[String]>
  }

  /// A body and what it does.
  public struct Entry: Encodable, Hashable, Sendable {
    let code: String
    let name: String
    let level: String
    let way: String
    let towards: [String]
    let functions: [String]
    let services: [String]
    let areas: [String]
    let instrument: Known<String>
    let rule: Known<String>
    let records: [LinesDocument.RecordDocument]
    let confidence: String
  }

  /// How many cells are known.
  public struct Coverage: Encodable, Hashable, Sendable {
    let cells: Int
    let decides: Int
    let accountable: Int
    let instruments: Int
    let nothing: Int
  }

  let schema = DocumentSchema(name: "functionsMap", version: 1)
  let code: String
  let name: String
  let on: String
  let regime: String
  let known: Coverage
  let functions: [Function]
  let withoutFunction: [Entry]
  let delegated: [DelegatedServiceDocument]

  /// Makes the document.
  ///
  /// - Parameters:
  ///   - map: the map.
  ///   - graph: the graph it was made from, for names.
  public init(_ map: FunctionsMap, in graph: AccountabilityGraph) {
    code = map.system.text
    name = graph.atlas.name(of: map.system)
    on = map.date.description
    regime = map.regime
    let coverage = map.coverage
    known = Coverage(
      cells: coverage.cells, decides: coverage.deciders, accountable: coverage.accountable,
      instruments: coverage.instruments, nothing: coverage.unknown)
    func entries(_ entries: [FunctionsMap.Entry]) -> Known<[Entry]> {
      Known(entries.isEmpty ? nil : entries.map { Entry($0, in: graph) })
    }
    functions = map.rows.map { row in
      Function(
        function: row.function, title: row.title,
        levels: row.cells.map { cell in
          Cell(
            level: cell.level.rawValue, decides: entries(cell.deciders),
            accountable: entries(cell.accountable),
            instruments: Known(cell.instruments.isEmpty ? nil : cell.instruments))
        })
    }
    withoutFunction = map.unplaced.map { Entry($0, in: graph) }
    delegated = map.commissioning.map { DelegatedServiceDocument($0, in: graph) }
  }
}

extension FunctionsMapDocument.Entry {
  init(_ entry: FunctionsMap.Entry, in graph: AccountabilityGraph) {
    code = entry.body.text
    name = graph.atlas.name(of: entry.body)
    level = entry.level.rawValue
    way = entry.way.rawValue
    towards = entry.towards.map(\.text)
    functions = entry.functions
    services = entry.services
    areas = entry.areas.map(\.text)
    instrument = Known(entry.instrument)
    rule = Known(entry.rule)
    records = entry.records.map(LinesDocument.RecordDocument.init)
    confidence = entry.confidence.rawValue
  }
}

/// The functions and decisions map of an ICS as CSV, safe to open in a spreadsheet.
///
/// A row for each body in a cell, and one that says `not known` for each question of a cell without
/// an answer.
public struct FunctionsMapTable: Sendable {
  private let map: FunctionsMap
  private let graph: AccountabilityGraph

  /// Prepares the table.
  ///
  /// - Parameters:
  ///   - map: the map.
  ///   - graph: the graph it was made from, for names.
  public init(_ map: FunctionsMap, in graph: AccountabilityGraph) {
    self.map = map
    self.graph = graph
  }

  /// The columns.
  public static let header = [
    "function", "title", "level", "question", "known", "code", "name", "way", "towards", "services",
    "areas", "instrument", "rule", "record", "confidence",
  ]

  /// The table.
  public var csv: String {
    var rows: [[String]] = []
    for row in map.rows {
      for cell in row.cells {
        rows += answers(row, cell, "decides", cell.deciders)
        rows += answers(row, cell, "accountable", cell.accountable)
      }
    }
    for entry in map.unplaced {
      rows.append(["", Wording.unknown, entry.level.rawValue, "decides", "false"] + fields(entry))
    }
    for service in map.commissioning {
      for (word, holders) in service.ends {
        rows += delegated(service.service, word, holders)
      }
    }
    return CSVWriter.text(header: Self.header, rows: rows, guardsFormulas: true)
  }

  private func answers(
    _ row: FunctionsMap.Row, _ cell: FunctionsMap.Cell, _ question: String,
    _ entries: [FunctionsMap.Entry]
  ) -> [[String]] {
    let start = [row.function, row.title, cell.level.rawValue, question]
    guard !entries.isEmpty else { return [start + ["false"] + unknown] }
    return entries.map { start + ["true"] + fields($0) }
  }

  private var unknown: [String] {
    ["", Wording.unknown, "", "", "", "", Wording.unknown, "", "", ""]
  }

  private func fields(_ entry: FunctionsMap.Entry) -> [String] {
    [
      entry.body.text, graph.atlas.name(of: entry.body), entry.way.rawValue,
      list(entry.towards.map(\.text)), list(entry.services), list(entry.areas.map(\.text)),
      entry.instrument ?? Wording.unknown, entry.rule ?? "",
      list(entry.records.map { "\($0.home.name)/\($0.id)" }), entry.confidence.rawValue,
    ]
  }

  /// The level of the four lines is the ICS's; they are of a service, not of a function.
  private func delegated(
    _ service: String, _ question: String, _ holders: [CommissioningLines.Holder]
  ) -> [[String]] {
    let start = ["", service, "ics", question]
    guard !holders.isEmpty else {
      var unknown = unknown
      unknown[4] = service
      return [start + ["false"] + unknown]
    }
    return holders.map { holder in
      start + [
        "true", holder.body.text, graph.atlas.name(of: holder.body), "delegated", "", service, "",
        "", "", list(holder.records.map { "\($0.home.name)/\($0.id)" }),
        holder.confidence.rawValue,
      ]
    }
  }

  private func list(_ items: [String]) -> String { items.joined(separator: ";") }
}
