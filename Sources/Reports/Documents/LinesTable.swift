import DataPackage
import Governance

/// The lines of account of a body as CSV, safe to open in a spreadsheet.
///
/// One table: a row a line, arrangement, way up, route for disputes and end of a delegated service;
/// `section` says which. Where an answer is not known the row says `not known`.
public struct LinesTable: Sendable {
  private let account: LinesOfAccount
  private let graph: AccountabilityGraph

  /// Prepares the table.
  ///
  /// - Parameters:
  ///   - account: the lines.
  ///   - graph: the graph they were gathered from, for names.
  public init(_ account: LinesOfAccount, in graph: AccountabilityGraph) {
    self.account = account
    self.graph = graph
  }

  /// The columns.
  public static let header = [
    "section", "kind", "code", "name", "functions", "services", "areas", "basis", "strength",
    "byDesign", "rule", "source", "instrument", "record", "confidence", "from", "to", "detail",
  ]

  /// The table.
  public var csv: String {
    let rows =
      account.answersTo.flatMap(\.lines).map { row("answersTo", $0) }
      + account.answeredBy.flatMap(\.lines).map { row("answeredBy", $0) }
      + account.candidates.map(row) + account.arrangements.map(row) + account.chains.map(row)
      + account.unaccounted.map(row(unaccounted:))
      + routes + account.commissioning.flatMap(rows)
    return CSVWriter.text(
      header: Self.header,
      rows: rows.map { row in Self.header.map { row[$0] ?? "" } }, guardsFormulas: true)
  }

  private typealias Row = [String: String]

  private func row(_ section: String, _ line: LineOfAccount) -> Row {
    [
      "section": section, "kind": line.kind.rawValue, "code": line.other.text,
      "name": graph.atlas.name(of: line.other), "functions": list(line.functions),
      "services": list(line.services), "areas": list(line.areas.map(\.text)),
      "basis": line.basis?.rawValue ?? "", "strength": line.strength?.rawValue ?? "",
      "byDesign": line.byDesign ? "true" : "false", "rule": line.rule ?? "",
      "source": line.source, "instrument": line.instrument ?? "", "record": record(line),
      "confidence": line.confidence.rawValue, "from": line.period.from?.description ?? "",
      "to": line.period.to?.description ?? "",
    ]
  }

  private func row(_ line: CandidateLine) -> Row {
    [
      "section": "candidates", "kind": line.kind.rawValue, "code": line.subject.text,
      "name": graph.atlas.name(of: line.subject), "functions": list(line.functions),
      "services": list(line.services), "source": line.source,
      "record": "\(line.witness.record.home.name)/\(line.witness.record.id)",
      "confidence": line.witness.confidence.rawValue,
      "from": line.witness.period.from?.description ?? "",
      "to": line.witness.period.to?.description ?? "", "detail": list(line.among.map(\.text)),
    ]
  }

  private func row(_ entry: ArrangementOfAccount) -> Row {
    let arrangement = entry.arrangement
    return [
      "section": "arrangement", "kind": arrangement.kind.rawValue, "code": arrangement.id.text,
      "name": arrangement.name, "functions": list(arrangement.functions),
      "services": list(arrangement.services), "areas": list(arrangement.areas.map(\.text)),
      "basis": arrangement.basis?.rawValue ?? "", "source": arrangement.provenance.source,
      "instrument": arrangement.instrument ?? "", "record": "arrangements/\(arrangement.id)",
      "confidence": entry.confidence.rawValue,
      "from": arrangement.provenance.period.from?.description ?? "",
      "to": arrangement.provenance.period.to?.description ?? "",
      "detail": list(entry.parties.map { "\($0.role.rawValue) \($0.organisation)" }),
    ]
  }

  private func row(_ chain: ChainOfAccount) -> Row {
    let last = chain.bodies[chain.bodies.count - 1]
    return [
      "section": "wayUp", "kind": chain.end.rawValue, "code": last.text,
      "name": graph.atlas.name(of: last), "functions": list(chain.functions),
      "services": list(chain.services), "areas": list(chain.areas.map(\.text)),
      "record": list(chain.steps.map { record($0.line) }),
      "confidence": chain.confidence.rawValue, "detail": list(chain.bodies.map(\.text)),
    ]
  }

  private func row(unaccounted function: String) -> Row {
    [
      "section": "wayUp",
      "kind": account.accountabilityIsWhole ? "none" : Wording.unknown, "functions": function,
    ]
  }

  private var routes: [Row] {
    guard !account.disputes.routes.isEmpty else {
      return [
        ["section": "dispute", "kind": account.disputes.isWhole ? "none" : Wording.unknown]
      ]
    }
    return account.disputes.routes.map { route in
      var row = row("dispute", route.line)
      row["code"] = route.arbiter.text
      row["name"] = graph.atlas.name(of: route.arbiter)
      row["detail"] = list(route.ties.map(told))
      return row
    }
  }

  private func told(_ tie: DisputeRoutes.Tie) -> String {
    switch tie {
    case .actsOnBody(let kinds): "\(kinds.map(\.rawValue).joined(separator: " ")) \(account.body)"
    case .partyAnswers(let party, _): "\(party) answers to it"
    case .answersToParty(let party, _): "answers to \(party)"
    }
  }

  private func rows(_ service: CommissioningLines) -> [Row] {
    service.ends.flatMap { word, holders -> [Row] in
      guard !holders.isEmpty else {
        return [
          [
            "section": "delegated", "kind": word, "services": service.service,
            "detail": Wording.unknown,
          ]
        ]
      }
      return holders.map { holder in
        [
          "section": "delegated", "kind": word, "code": holder.body.text,
          "name": graph.atlas.name(of: holder.body), "services": service.service,
          "record": list(holder.records.map { "\($0.home.name)/\($0.id)" }),
          "confidence": holder.confidence.rawValue,
        ]
      }
    }
  }

  private func record(_ line: LineOfAccount) -> String {
    let record = line.witness[0].record
    return "\(record.home.name)/\(record.id)"
  }

  private func list(_ items: [String]) -> String { items.joined(separator: ";") }
}
