import Governance
import Testing

@testable import Diagrams

@Suite("Shares of a footprint")
struct FootprintShareTests {
  typealias Reach = FootprintFixtures.Reach

  /// The footprint of a provider of a kind whose shares have a basis.
  static func view(
    _ reaches: [Reach], basis: String, kind: OrganisationKind = .trust, regions: [Int]? = nil,
    among: [[Int]] = []
  ) throws -> FootprintView {
    var register = FootprintFixtures.register(
      regions: regions ?? [reaches.count], reaches: reaches, among: among)
    for index in register.relations.indices where register.relations[index].shareBasis != nil {
      register.relations[index].shareBasis = basis
    }
    for index in register.organisations.indices where register.organisations[index].id == "P1" {
      register.organisations[index].kind = kind
    }
    return try FootprintViewTests.view(register)
  }

  @Test(
    "A share says of whose patients or work it is",
    arguments: [
      ("GP-registered patients", OrganisationKind.trust, "trust's patients"),
      ("admitted catchment", OrganisationKind.trust, "trust's inpatients"),
      ("beds", OrganisationKind.trust, "trust's work"),
      ("GP-registered patients", OrganisationKind.otherProvider, "provider's patients"),
    ])
  func nouns(basis: String, kind: OrganisationKind, noun: String) throws {
    let reaches = [Reach(role: .home, ofSystem: 0.91, ofProvider: 0.45), Reach(ofProvider: 0.55)]
    let view = try Self.view(reaches, basis: basis, kind: kind)
    let words = CanvasLaws(canvas: view.canvas()).words
    let ofSystem = basis == "GP-registered patients" ? "this ICS's patients" : "this ICS"
    #expect(words.contains("45% of the \(noun)"))
    #expect(words.contains("91% of \(ofSystem)"))
    #expect(words.contains("line width: share of the \(noun); this one is a quarter"))
    #expect(!words.contains("of its work"))
    #expect(view.diagram().description.contains("45% of the \(noun)"))
  }

  @Test("What would be 99% is all, with a full bar; 98% is not", arguments: [0.986, 0.99, 1, 0.98])
  func whole(share: Double) throws {
    let reaches = [Reach(role: .home, ofSystem: share, ofProvider: 1)]
    let canvas = try Self.view(reaches, basis: "GP-registered patients").canvas()
    let isAll = share > 0.98
    let text = isAll ? "all of this ICS's patients" : "98% of this ICS's patients"
    #expect(CanvasLaws(canvas: canvas).words.contains(text))
    let boxes = canvas.items.compactMap { if case .box(let box) = $0 { box } else { nil } }
    let index = try #require(boxes.firstIndex { $0.style == FootprintStyles.share })
    #expect((boxes[index - 1].frame.width == boxes[index].frame.width) == isAll)
  }

  @Test("Known shares that add to clearly less than all are said to")
  func rest() throws {
    func words(_ shares: [Double?], among: [[Int]] = []) throws -> String {
      let view = try Self.view(
        shares.map { Reach(ofProvider: $0) }, basis: "admitted catchment", regions: [4],
        among: among)
      return CanvasLaws(canvas: view.canvas()).words
    }
    #expect(
      try words([0.3, 0.22]).contains(
        "The ICSs shown account for about 52% of the trust's inpatients; the rest come from ICSs "
          + "not shown."))
    #expect(try words([0.4]).contains("The ICS shown accounts for about 40%"))
    #expect(!(try words([0.5, 0.46]).contains("account")))
    #expect(!(try words([nil, nil]).contains("account")))
    #expect(try words([0.3, nil]).contains("belongs to the others shown is not known"))
    #expect(!(try words([0.3], among: [[3, 4]]).contains("ICSs not shown")))
  }

  @Test("The spread over equal ICSs is in the description only")
  func effectiveNumber() throws {
    let reaches = [Reach(role: .home, ofProvider: 0.5), Reach(ofProvider: 0.5)]
    let view = try Self.view(reaches, basis: "GP-registered patients")
    #expect(!CanvasLaws(canvas: view.canvas()).words.contains("equal ICSs"))
    #expect(view.diagram().description.contains("effective number of ICSs (1/Σp²) is 2.0"))
  }

  @Test("The page ends below its notes, as wide as A4 and no higher", arguments: [1, 4, 7, 8, 30])
  func pageHeight(count: Int) throws {
    let reaches = Array(repeating: Reach(ofProvider: 1 / Double(count)), count: count)
    let canvas = try Self.view(reaches, basis: "beds").canvas()
    let size = try #require(canvas.document.attributes.page)
    #expect(size.width == canvas.page.width && size.height == canvas.height)
    #expect(canvas.height <= canvas.page.height)
    if count <= 4 { #expect(canvas.height < canvas.page.height - 100) }
    let lowest = try #require(canvas.items.map(\.frame.maxY).max())
    #expect(abs(canvas.height - PageFurniture.margin - lowest) < 5)
  }
}
