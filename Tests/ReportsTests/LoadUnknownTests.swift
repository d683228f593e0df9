import Governance
import Testing

@testable import Reports

/// What is not known of loads is said to be not known, and takes no part in what is said of others.
struct LoadUnknownTests {
  /// RBB works in one of two ICSs, it is not known which; of RCC no ICS is on record.
  @Test func aTrustWithoutAnICSIsNotRanked() throws {
    let lines = LoadText(LoadCase.report(), limit: nil).lines.map(\.text)
    let row = try #require(lines.first { $0.contains("RCC") })
    #expect(row.split(separator: " ").first == "–" && row.hasSuffix("not known"))
    #expect(!row.contains("0"))
    #expect(lines.contains { $0.contains("RBB+") })
    #expect(lines.joined(separator: " ").contains("of 1 pair of neighbours"))
  }

  /// Without parameters and what forums say themselves nothing has hours, and no ranking or page says 0.
  @Test func aLoadThatRestsOnNothingIsNotZero() throws {
    var register = LoadCase.register
    register.parameters = []
    for index in register.forums.indices {
      register.forums[index].meetingsPerYear = nil
      register.forums[index].durationHours = nil
    }
    let graph = AccountabilityGraph(register, on: LoadCase.date, under: LoadCase.regime)
    let report = LoadReport(
      LoadModel(graph, book: ParameterBook([])), in: graph, settings: .init(draws: 100))
    let row = try #require(report.rows.first { $0.summary.trust == "RAA" })
    #expect(row.summary.isUnknown)
    let explanation = try #require(LoadExplanation(of: "RAA", in: report))
    let text = LoadExplanationText(explanation, isFull: false).lines.map(\.text)
    #expect(text.contains("What governance costs it is not known."))
    #expect(text.joined(separator: " ").contains("The register has no parameters"))
    #expect(!text.contains { $0.hasPrefix("All ") || $0.hasPrefix("Meetings ") })
  }

  @Test func placesAreToldByThirds() {
    let nine = (1...9).map { LoadSection.third($0, of: 9) }
    #expect(nine == ["upper", "middle", "lower"].flatMap { [$0, $0, $0] })
    #expect(LoadSection.third(1, of: 10) == "upper" && LoadSection.third(10, of: 10) == "lower")
  }
}
