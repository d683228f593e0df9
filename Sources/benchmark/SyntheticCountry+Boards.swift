import Governance

/// Who meets, who sits there, and of what the records are all there are.
extension SyntheticCountry {
  mutating func addBoards(of index: Int) {
    let system = Self.system(index)
    let board = addForum("board", .init(kind: "icb_board", level: .ics, parent: system))
    let partnership = addForum(
      "icp", .init(kind: "icp", level: .ics, parent: Code("\(system)-icp"), reportsTo: board))
    addOwnSeats(on: board, of: system, index)
    addSeats(on: board, draws.some(2, of: trusts[index]), index)
    addSeats(on: board, draws.some(1, of: authorities[index]), index)
    addSeats(on: partnership, draws.some(3, of: trusts[index]), index)
    addSeats(on: partnership, authorities[index], index)
    for kind in ["icb_committee_quality", "icb_committee_finance", "icb_committee_audit"] {
      let committee = addForum(
        kind, .init(kind: kind, level: .ics, parent: system, reportsTo: board))
      addOwnSeats(on: committee, of: system, index)
      if kind == "icb_committee_quality" { addSeats(on: committee, trusts[index], index) }
    }
    for (number, place) in places[index].enumerated() {
      let forum = addForum(
        "place\(number)",
        .init(
          kind: "place_board", level: .place, parent: place,
          reportsTo: draws.percent(70) ? board : nil))
      addSeats(on: forum, draws.some(2, of: trusts[index]), index)
      addSeats(on: forum, draws.some(3, of: authorities[index]), index)
    }
    for (number, trust) in trusts[index].enumerated() {
      let forum = addForum(
        "own\(number)", .init(kind: "own_trust_board", level: .provider, parent: trust))
      addOwnSeats(on: forum, of: trust, index)
    }
    for arrangement in ["acute", "mental"].map({ Code("A\(index)-\($0)") })
    where register.arrangements.suffix(5).contains(where: { $0.id == arrangement }) {
      let forum = addForum(
        "\(arrangement)",
        .init(kind: "collaborative_exec", level: .multiICS, arrangement: arrangement))
      addSeats(on: forum, draws.some(4, of: trusts[index]), index)
      addSeat(on: board, arrangement: arrangement)
    }
  }

  private struct ForumPlan {
    var kind: String
    var level: ForumLevel
    var parent: Code?
    var arrangement: Code?
    var reportsTo: Code?
  }

  private mutating func addForum(_ name: String, _ plan: ForumPlan) -> Code {
    let code = Code("F\(register.forums.count)")
    register.forums.append(
      Forum(
        id: code, kind: plan.kind, name: "\(name) \(code)", parent: plan.parent,
        parentArrangement: plan.arrangement, level: plan.level,
        decisionMaking: draws.percent(60), statutory: plan.kind == "icb_board",
        instrument: draws.percent(40) ? "constitution" : nil, meetsInPublic: draws.percent(50),
        meetingsPerYear: draws.pick([4, 6, 12]), durationHours: 3, reportsTo: plan.reportsTo,
        functions: plan.kind == "icb_board" ? [] : draws.some(2, of: Self.functions),
        provenance: provenance(always: true)))
    return code
  }

  /// A chair, a chief executive and directors, some of whom sit on several boards.
  private mutating func addOwnSeats(on forum: Code, of owner: Code, _ index: Int) {
    let posts = ["chair", "chief executive", "non-executive member", "executive member"]
    for (number, post) in posts.enumerated() {
      register.seats.append(
        Seat(
          id: "s\(register.seats.count)", forum: forum, organisation: owner,
          role: number == 0 ? .chair : .member, voting: true, post: post,
          holder: draws.percent(50) ? "person \(index)-\(draws.below(40))" : nil,
          count: number == 2 ? 3 : 1, provenance: provenance(always: number < 2)))
    }
  }

  private mutating func addSeats(on forum: Code, _ organisations: [Code], _ index: Int) {
    for organisation in organisations {
      register.seats.append(
        Seat(
          id: "s\(register.seats.count)", forum: forum, organisation: organisation,
          role: draws.percent(85) ? .member : .attendee, voting: draws.percent(70),
          post: draws.pick(["partner member from nhs trusts", "partner member (local", "member"]),
          holder: draws.percent(30) ? "person \(index)-\(draws.below(40))" : nil, count: 1,
          represents: draws.percent(10) ? [draws.pick(trusts[index])] : [],
          recusal: draws.percent(50) ? draws.percent(50) : nil, provenance: provenance()))
    }
  }

  private mutating func addSeat(on forum: Code, arrangement: Code) {
    register.seats.append(
      Seat(
        id: "s\(register.seats.count)", forum: forum, arrangement: arrangement, role: .member,
        voting: true, count: 1, provenance: provenance()))
  }

  mutating func addStatements(of index: Int) {
    let system = Self.system(index)
    addStatement(.forums, system, 60)
    for trust in trusts[index] {
      for aspect in CompletenessAspect.allCases where Self.aboutTrusts.contains(aspect) {
        addStatement(aspect, trust, 40)
      }
    }
    for arrangement in register.arrangements.suffix(5)
    where arrangement.id.text.hasPrefix("A\(index)-") {
      addStatement(.parties, arrangement.id, 60)
      addStatement(.sponsors, arrangement.id, 60)
    }
    for forum in register.forums.suffix(17) where forum.parent.map(isOf(system)) ?? false {
      addStatement(.seats, forum.id, 70)
    }
  }

  private static let aboutTrusts: Set<CompletenessAspect> = [
    .memberships, .oversight, .accountability, .commissioning, .funding, .escalation, .returns,
  ]

  private func isOf(_ system: Code) -> (Code) -> Bool {
    { $0 == system || $0.text.hasPrefix(system.text + "-") }
  }

  private mutating func addStatement(_ aspect: CompletenessAspect, _ subject: Code, _ share: Int) {
    guard draws.percent(share) else { return }
    register.completeness.append(
      Completeness(
        id: "c\(register.completeness.count)", subject: subject, aspect: aspect,
        provenance: provenance(always: true)))
  }
}
