import Testing

@testable import Governance

@Suite struct OrganisationLookupTests {
  private var lookup: OrganisationLookup {
    var sketch = RegisterSketch()
    sketch.add("RYC", .trust, name: "East of England Ambulance Service NHS Trust")
    sketch.add("RY3", .trust, name: "East of England Community Health and Care NHS Trust")
    sketch.add("RX7", .trust, name: "North West Ambulance Service NHS Trust")
    sketch.add("Y61", .region, name: "East of England")
    sketch.add("QH8", .ics, name: "Mid and South Essex", to: "2026-03-31")
    return OrganisationLookup(sketch.register, on: day("2026-04-01"))
  }

  private func found(_ text: String) -> Code? {
    guard case .found(let organisation) = lookup.find(text) else { return nil }
    return organisation.id
  }

  @Test(arguments: [
    ("RYC", "RYC"), ("ryc", "RYC"), (" ryc ", "RYC"), ("east of england ambulance", "RYC"),
    ("East of England Ambulance Service NHS Trust", "RYC"), ("north west amb", "RX7"),
    ("East of England", "Y61"), ("ambulance england east", "RYC"),
  ])
  func findsByCodeOrName(text: String, code: String) { #expect(found(text) == Code(code)) }

  /// Codes that differ in nothing but case can each be named.
  @Test func aCodeAsItIsWrittenGoesFirst() {
    var sketch = RegisterSketch()
    for code in ["abc", "ABC", "xyz"] { sketch.add(Code(code), .trust, name: "Trust \(code)") }
    let lookup = OrganisationLookup(sketch.register, on: day("2026-04-01"))
    for code in ["abc", "ABC"] {
      guard case .found(let found) = lookup.find(code) else {
        Issue.record("\(code) is not found")
        continue
      }
      #expect(found.id == Code(code))
    }
    guard case .ambiguous = lookup.find("Abc") else {
      Issue.record("either may be meant")
      return
    }
  }

  @Test func listsCandidatesWhereSeveralFit() {
    guard case .ambiguous(let candidates) = lookup.find("ambulance") else {
      Issue.record("expected candidates")
      return
    }
    #expect(candidates.map(\.id) == ["RX7", "RYC"])
  }

  @Test func suggestsTheNearest() {
    guard case .unknown(let nearest) = lookup.find("RYX") else {
      Issue.record("expected suggestions")
      return
    }
    #expect(nearest.map(\.id).contains("RYC"))
    guard case .unknown(let byName) = lookup.find("north wets ambulence") else {
      Issue.record("expected suggestions")
      return
    }
    #expect(byName.map(\.id) == ["RX7"])
  }

  @Test func saysWhatIsNotInForce() {
    guard case .notInForce(let organisation) = lookup.find("mid and south essex") else {
      Issue.record("expected a closed body")
      return
    }
    #expect(organisation.id == "QH8")
  }

  @Test(arguments: ["", "   ", "\u{202E}", "&&&", "🚑"]) func survivesOddText(text: String) {
    guard case .unknown = lookup.find(text) else {
      Issue.record("expected nothing")
      return
    }
  }
}
