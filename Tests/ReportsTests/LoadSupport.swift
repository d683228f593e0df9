import Governance
import Reports
import Testing

/// Loads of three trusts made by hand, one with a name that is meant to do harm.
enum LoadCase {
  static let date = CalendarDate(iso: "2026-04-01")!
  static let hostile = "=cmd|'/c calc'!A1,\"Trust\" <b>& 'co'"

  private static func row(
    _ symbol: LoadSymbol, _ kind: String, _ low: Double, _ mode: Double, _ high: Double,
    _ origin: ParameterProvenance = .unvalidatedDefault
  ) -> Parameter {
    Parameter(
      id: "\(kind)-\(symbol.rawValue)", forumKind: kind, symbol: symbol.rawValue, low: low,
      mode: mode, high: high, unit: "hours", origin: origin,
      basis: origin == .measured ? "counted" : nil, source: "s1", confidence: .assumed)
  }

  private static let parameters = [
    row(.rho, "*", 0.5, 1, 2), row(.w, "*", 0, 0.25, 1), row(.u, "*", 0.5, 2, 4),
    row(.uHost, "*", 6, 12, 20), row(.h, "return", 4, 12, 30), row(.sigma, "return", 0.2, 0.5, 0.8),
    row(.v, "review", 8, 16, 32), row(.n, "review", 1, 4, 12, .measured),
    row(.q, "contract", 60, 150, 300), row(.delta, "*", 0, 0.3, 0.6),
    row(.kappa, "reconciliation", 0, 4, 12), row(.directors, "capacity", 5, 7, 8),
    row(.days, "capacity", 2, 3, 5), row(.hours, "capacity", 7.5, 7.5, 7.5),
  ]

  /// RAA sits on two forums, reports to two boards that oversee it; RBB has a contract; RCC nothing.
  static var register: Register {
    let system = { (id: Code) in Organisation(id: id, kind: .ics, name: "System \(id.text)") }
    let trust = { (id: Code, name: String, sector: Sector) in
      Organisation(id: id, kind: .trust, name: name, sectors: [sector])
    }
    return Register(
      organisations: [
        system("Q1"), system("Q2"), trust("RAA", hostile, .acute),
        trust("RBB", "Second Trust", .community), trust("RCC", "Third Trust", .acute),
      ],
      relations: [
        Relation(id: "w1", kind: .serves, subject: "RAA", object: "Q1", role: .home),
        Relation(id: "o1", kind: .oversees, subject: "Q1", object: "RAA", functions: ["quality"]),
        Relation(id: "o2", kind: .oversees, subject: "Q2", object: "RAA", functions: ["quality"]),
        Relation(id: "c1", kind: .commissions, subject: "Q1", object: "RBB", strength: .formal),
        Relation(
          id: "u1", kind: .serves, subject: "RBB", objectAmong: ["Q1", "Q2"], role: .serves),
      ],
      forums: [
        Forum(
          id: "F1", kind: "board", name: "=SUM(A1)", parent: "Q1", meetingsPerYear: 6,
          durationHours: 2),
        Forum(id: "F2", kind: "board", name: "Open", parent: "Q2", meetingsPerYear: 4),
      ],
      seats: [
        Seat(id: "S1", forum: "F1", organisation: "RAA", role: .member, count: 2),
        Seat(id: "S2", forum: "F2", organisation: "RAA", role: .member, count: 1),
      ],
      sources: [Source(id: "s1", title: "The Paper")],
      parameters: parameters,
      returns: [
        InformationReturn(
          id: "R1", family: "waits", organisation: "RAA", recipient: "Q1", timesPerYear: 12),
        InformationReturn(
          id: "R2", family: "waits", organisation: "RAA", recipient: "Q2", timesPerYear: 12),
      ])
  }

  static let regime = Regime(
    id: "test", title: "Rules for a test", status: .inForce,
    functions: TermOrder([TermOrder.Term(id: "quality", title: "quality")]))

  static func report(
    component: LoadComponent? = nil, sector: Sector? = nil, of codes: [Code]? = nil
  ) -> LoadReport {
    let graph = AccountabilityGraph(register, on: date, under: regime)
    let model = LoadModel(graph, book: ParameterBook(register.parameters), of: codes)
    return LoadReport(
      model, in: graph, settings: .init(draws: 500), component: component, sector: sector)
  }

  static func explanation(
    reconciles: Bool = false, rates: LoadRates? = nil
  ) throws -> LoadExplanation {
    try #require(
      LoadExplanation(
        of: "RAA", in: report(of: ["RAA"]), reconciles: reconciles, rates: rates))
  }
}

/// The cells of a table as RFC 4180 reads it.
func cells(_ csv: String) -> [[String]] {
  var rows: [[String]] = [[""]]
  var isQuoted = false
  var last: Character?
  for character in csv {
    let row = rows.count - 1
    let cell = rows[row].count - 1
    if isQuoted {
      if character == "\"" { isQuoted = false } else { rows[row][cell].append(character) }
    } else if character == "\"" {
      // A quote right after the end of a quoted part stands for itself.
      if last == "\"" { rows[row][cell].append("\"") }
      isQuoted = true
    } else if character == "," {
      rows[row].append("")
    } else if character == "\n" {
      rows.append([""])
    } else {
      rows[row][cell].append(character)
    }
    last = character
  }
  if rows.last == [""] { rows.removeLast() }
  return rows
}
