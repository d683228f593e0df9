import DataPackage
import Foundation
import Governance
import Graphs
import Reports
import Testing

/// A register of two boards that oversee one trust, and a regime of one rule, made by hand.
enum TwoOverseers {
  static let date = CalendarDate(iso: "2026-04-01")!

  static let regime = Regime(
    id: "test", title: "Rules for a test", status: .inForce,
    documents: [
      CitedDocument(
        id: "S1", title: "The Paper", publisher: "The Office",
        date: CalendarDate(iso: "2021-02-01"),
        url: "https://example.org/paper")
    ],
    expectations: [
      Expectation(
        id: "X1", checks: [.oneOverseer], level: .should, severity: .warning,
        subjects: OrganisationPattern(kind: .trust), statement: "One body oversees each function.",
        needs: "who oversees each trust", citation: Citation(document: "S1", section: "p. 3"),
        confidence: .recorded),
      Expectation(
        id: "X2", checks: [.notRecorded], level: .must, severity: .error,
        statement: "Boards listen.", needs: "whether boards listen",
        citation: Citation(document: "S1"), confidence: .recorded),
    ],
    functions: TermOrder([
      TermOrder.Term(id: "quality", title: "quality"),
      TermOrder.Term(id: "safety", title: "safety of care", within: ["quality"]),
      TermOrder.Term(id: "finance", title: "finance"),
    ]))

  static func register(
    name: String = "First Trust", decisions: [Decision] = []
  ) -> Register {
    func oversees(_ id: String, _ board: Code, _ trust: Code, _ function: String) -> Relation {
      Relation(
        id: id, kind: .oversees, subject: board, object: trust, functions: [function],
        basis: .custom, strength: .formal,
        provenance: Provenance(
          period: Period(from: CalendarDate(iso: "2022-07-01")), source: "s1",
          confidence: .derived))
    }
    return Register(
      organisations: [
        Organisation(id: "QAA", kind: .ics, name: "NHS Alpha Board", shortName: "Alpha ICB"),
        Organisation(id: "QBB", kind: .ics, name: "Beta ICB"),
        Organisation(id: "RAA", kind: .trust, name: name),
        Organisation(id: "RBB", kind: .trust, name: "Second Trust"),
        Organisation(id: "RCC", kind: .trust, name: "Third Trust"),
        Organisation(id: "RDD", kind: .trust, name: "Fourth Trust"),
      ],
      relations: [
        oversees("o1", "QAA", "RAA", "quality"), oversees("o2", "QBB", "RAA", "quality"),
        oversees("o3", "QAA", "RBB", "finance"), oversees("o4", "QBB", "RBB", "finance"),
      ],
      sources: [
        Source(
          id: "s1", title: "The Register", publisher: "The Keeper", url: "https://example.org/s1")
      ],
      decisions: decisions)
  }

  static func selection(
    _ register: Register = register(), filter: FindingsFilter = FindingsFilter()
  ) -> FindingsSelection {
    FindingsSelection(AccountabilityGraph(register, on: date, under: regime), filter: filter)
  }
}

/// The regimes that come with the project.
func regimes() throws -> RegimeLibrary {
  let folder = try #require(Library.regimes.folder)
  return try #require(RegimeReader().library(folder: folder.path).library)
}

/// A dataset as loaded, with its findings on a day.
func findings(
  of dataset: Dataset, on date: String
) throws -> (load: LoadResult, selection: FindingsSelection) {
  let folder = try #require(dataset.folder)
  let load = PackageLoader().load(folder: folder.path)
  let day = try #require(CalendarDate(iso: date))
  let graph = AccountabilityGraph(
    try #require(load.register), on: day, under: try #require(try regimes().inForce(on: day)))
  return (load, FindingsSelection(graph))
}
