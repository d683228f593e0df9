import DataPackage
import Foundation
import Governance
import Graphs
import Testing

/// Every case of `Graphs/cases` raises what it says, no more and no less.
struct ConformanceTests {
  static let kinds = FindingKind.allCases

  private static func file(of kind: FindingKind) throws -> (file: CaseFile, regime: String) {
    try CaseFile.read(required(Library.cases.folder).appendingPathComponent("\(kind.code).yaml"))
  }

  private static func library() throws -> RegimeLibrary {
    let result = RegimeReader().library(folder: try required(Library.regimes.folder).path)
    #expect(result.diagnostics.isEmpty)
    return try required(result.library)
  }

  @Test(arguments: kinds) func raisesWhatEachCaseSays(_ kind: FindingKind) throws {
    let (file, text) = try Self.file(of: kind)
    #expect(file.kind == kind.code)
    let result = RegimeReader().regime(
      text, named: "\(kind.code).yaml", extending: try Self.library())
    #expect(result.diagnostics.isEmpty, "\(result.diagnostics.map(\.description))")
    let regime = try #require(result.regime)
    for one in file.cases {
      let label = "\(kind.code) \(one.name): \(one.says)"
      let load = try CasePackage(tables: one.tables).load()
      #expect(load.errors.isEmpty, "\(label)\n\(load.errors.map(\.description))")
      guard let register = load.register else { continue }
      let date = try #require(CalendarDate(iso: one.on))
      let report = AccountabilityGraph(register, on: date, under: regime).findings([kind])
      compare(report.findings, one.raises, "\(label) [raises]")
      compare(report.byDesign, one.byDesign, "\(label) [byDesign]")
      compare(report.settled.map(\.finding), one.settled, "\(label) [settled]")
      let unknown = report.tallies.flatMap(\.unknown).map(\.text)
      #expect(Set(unknown) == Set(one.unknown ?? []), "\(label) [unknown]")
    }
  }

  /// A kind has cases found and not found, on both sides of a day, and by design or not known.
  @Test(arguments: kinds) func hasTheCasesThatEveryKindNeeds(_ kind: FindingKind) throws {
    let (file, _) = try Self.file(of: kind)
    let names = file.cases.map(\.name)
    #expect(Set(names).count == names.count)
    for prefix in ["found", "notFound", "time"] {
      #expect(names.contains { $0.hasPrefix(prefix) }, "\(kind.code) has no case \(prefix)")
    }
    #expect(file.cases.contains { $0.byDesign != nil || $0.settled != nil })
    #expect(file.cases.allSatisfy { !$0.says.isEmpty })
  }

  private func compare(
    _ found: [Finding], _ expected: [CaseFile.Expected]?, _ label: String
  ) {
    var left = found
    for one in expected ?? [] {
      if let index = left.firstIndex(where: { one.isMet(by: $0) }) {
        left.remove(at: index)
      } else {
        Issue.record("\(label): not raised: \(one)\nraised: \(found.map(\.summary))")
      }
    }
    #expect(left.isEmpty, "\(label): raised beyond: \(left.map(\.summary))")
  }
}

extension CaseFile.Expected {
  /// Whether a finding is as written.
  func isMet(by finding: Finding) -> Bool {
    func agrees<Value: Equatable>(_ written: Value?, _ value: Value) -> Bool {
      written.map { $0 == value } ?? true
    }
    return rule == finding.rule && subjects == finding.subjects.map(\.text)
      && agrees(check, finding.check.rawValue) && agrees(function, finding.function ?? "")
      && agrees(services, finding.services) && agrees(areas, finding.areas.map(\.text))
      && agrees(involved.map(Set.init), Set(finding.involved.map(\.text)))
      && agrees(witness.map(Set.init), Set(finding.witness.map(\.record.id)))
      && agrees(severity, finding.severity.rawValue)
      && agrees(confidence, finding.confidence.rawValue)
  }
}

extension Finding {
  /// Enough of a finding to see what is wrong.
  var summary: String {
    "\(rule) \(check.rawValue) \(subjects.map(\.text)) \(function ?? "-") \(services) "
      + "\(areas.map(\.text)) involved \(involved.map(\.text)) witness \(witness.map(\.record.id)) "
      + "\(severity.rawValue) \(confidence.rawValue)"
  }
}
