import DataPackage
import Governance
import Testing

/// Words for functions that are one slip away from a listed one.
struct MistakenWordsTests {
  private static let functions = TermOrder([
    .init(id: "safeguarding", title: "safeguarding"), .init(id: "quality", title: "quality"),
  ])

  private static func warnings(_ words: String) throws -> [Diagnostic] {
    let load = try CasePackage(tables: [
      "organisations": "id,kind,name\nA,ics,A\nB,ics,B\n",
      "relations": "id,kind,subject,object,functions\nr1,oversees,A,B,quality\n"
        + "r2,oversees,B,A,\(words)\n",
    ]).load()
    #expect(load.register != nil)
    return load.mistakenWords(functions: functions, services: TermOrder())
  }

  @Test func aSlipIsAskedAboutAtItsLine() throws {
    let warnings = try Self.warnings("quality;safegarding")
    #expect(warnings.map(\.recordID) == ["r2"])
    #expect(warnings.map(\.line) == [3] && warnings.map(\.file) == ["relations.csv"])
    #expect(warnings.first?.remedy == "Did you mean safeguarding?")
  }

  @Test func ownWordsAreLeftAlone() throws {
    #expect(try Self.warnings("catering").isEmpty)
    #expect(try Self.warnings("safeguarding").isEmpty)
  }
}
