import Testing

@testable import Governance

/// The records behind lines that rules draw, and words of findings about them.
@Suite struct StandingWitnessTests {
  /// T answers to the region by way of its home I, which is assumed until a day.
  private var sketch: LinesSketch {
    var sketch = LinesSketch()
    sketch.add(.region, "R")
    sketch.add(.ics, "I")
    sketch.add(.trust, "T")
    sketch.line("R", .contains, "I")
    sketch.line("T", .serves, "I", role: .home, confidence: .assumed, to: day("2026-12-31"))
    sketch.regime.documents = [CitedDocument(id: "D", title: "An Act")]
    sketch.regime.standing = [
      StandingRule(
        id: "answers", line: .accountableTo, subject: OrganisationPattern(kind: .trust),
        object: OrganisationPattern(kind: .region), along: [.home, .containedIn], basis: .statute,
        statement: "It does.", citation: Citation(document: "D"), confidence: .derived)
    ]
    return sketch
  }

  @Test func eachRecordHasItsOwnPeriodAndConfidence() throws {
    let sketch = sketch
    let graph = sketch.graph
    let trust = try #require(graph.atlas.node("T"))
    let line = try #require(graph.lines(.accountableTo, from: trust).first)
    // No surer, and no longer, than the weakest of what it rests on.
    #expect(line.witness.map(\.record.id) == ["answers:T:R", "L2", "L1"])
    #expect(line.witness.map(\.confidence) == [.assumed, .assumed, .recorded])
    #expect(line.period.to == day("2026-12-31"))
    #expect(line.witness.map(\.period.to) == [day("2026-12-31"), day("2026-12-31"), nil])
    for witness in line.witness.dropFirst() {
      let record = try #require(sketch.register.relations.first { $0.id == witness.record.id })
      #expect(witness == Witness(record))
    }
  }

  @Test(arguments: [(0, ""), (1, "; 1 other works there"), (2, "; 2 others work there")])
  func anICSWithFewHomesSaysWhoElseWorksThere(guests: Int, words: String) throws {
    var sketch = sketch
    sketch.add(.ics, "J")
    for guest in ["U", "V"].prefix(guests) {
      sketch.add(.trust, Code(guest))
      sketch.line(Code(guest), .serves, "J", role: .home)
      sketch.line(Code(guest), .serves, "I", role: .serves)
    }
    sketch.regime.expectations = [
      Expectation(
        id: "X", checks: [.systemSize], level: .should, severity: .info,
        subjects: OrganisationPattern(kind: .ics, codes: ["I"]),
        parameters: RuleParameters(numbers: ["trusts": 1]), statement: "More than one.",
        needs: "Homes",
        citation: Citation(document: "D"), confidence: .recorded)
    ]
    let finding = try #require(sketch.graph.findings().findings.first)
    #expect(finding.why == "Only 1 trust has its home in I: T\(words).")
  }

  @Test func eightNamesAreNamed() {
    let names = (1...9).map { "n\($0)" }
    #expect(Phrase.list(Array(names.prefix(8))) == "n1, n2, n3, n4, n5, n6, n7 and n8")
    #expect(Phrase.list(names) == "n1, n2, n3, n4, n5, n6, n7, n8 and 1 more")
  }
}
