/// The fields of each record go together.
extension RegisterValidator {
  mutating func checkShape(_ relation: Relation, _ place: RecordPlace) {
    switch (relation.object, relation.objectAmong.isEmpty) {
    case (nil, true):
      report(
        place, "object", "The line has neither \"object\" nor \"objectAmong\".",
        "Fill \"object\", or list the candidates in \"objectAmong\".")
    case (_?, false):
      report(
        place, "objectAmong", "The line has both \"object\" and \"objectAmong\".",
        "Keep \"object\" if it is known which, else \"objectAmong\".")
    default: break
    }
    if relation.objectAmong.count == 1 {
      warn(
        place, "objectAmong", "\"objectAmong\" names one candidate only.",
        "If it is the object, write it in \"object\".")
    }
    if relation.object == relation.subject {
      report(
        place, "object", "The line leads from \(relation.subject) to itself.",
        "Name another object.")
    }
    if relation.role != nil, relation.kind != .serves {
      report(
        place, "role", "A \"\(relation.kind.rawValue)\" line has a role.",
        "Leave \"role\" blank; it belongs to \"serves\".")
    }
    let hasShare = relation.shareOfObject != nil || relation.shareOfSubject != nil
    if relation.shareBasis != nil, !hasShare {
      warn(
        place, "shareBasis", "\"shareBasis\" is filled, but there is no share.",
        "Fill a share, or leave \"shareBasis\" blank.")
    }
    if hasShare, relation.shareBasis == nil, relation.kind == .serves {
      warn(
        place, "shareBasis", "The line has a share, but does not say of what.",
        "Name the basis, such as \"GP-registered patients\".")
    }
    checkEnds(relation, place)
  }

  /// Lines of service and of geography join the kinds of organisation that they are about.
  private mutating func checkEnds(_ relation: Relation, _ place: RecordPlace) {
    guard relation.kind == .serves, let subject = organisation(relation.subject) else { return }
    let providers: Set<OrganisationKind> = [.trust, .otherProvider, .neighbourhood]
    if !providers.contains(subject.kind) {
      warn(
        place, "subject",
        "\(relation.subject) is of kind \"\(subject.kind.rawValue)\", and only providers serve.",
        "Use \"commissions\" for a board that buys, or correct the kind.")
    }
  }

  mutating func checkShape(_ forum: Forum, _ place: RecordPlace) {
    if forum.parent != nil, forum.parentArrangement != nil {
      report(
        place, "parentArrangement", "The forum has both \"parent\" and \"parentArrangement\".",
        "Keep the one whose forum it is.")
    }
  }

  mutating func checkShape(_ seat: Seat, _ place: RecordPlace) {
    if seat.organisation != nil, seat.arrangement != nil {
      report(
        place, "arrangement", "The seat has both \"organisation\" and \"arrangement\".",
        "Keep the one whose seat it is.")
    }
    if seat.organisation == nil, seat.arrangement == nil, seat.post == nil {
      report(
        place, "organisation", "Nobody is said to hold the seat.",
        "Fill \"organisation\", \"arrangement\" or \"post\".")
    }
  }

  mutating func checkShape(_ party: Party, _ place: RecordPlace) {
    guard party.role == .system, let organisation = organisation(party.organisation),
      organisation.kind != .ics
    else { return }
    report(
      place, "role",
      "\(party.organisation) is of kind \"\(organisation.kind.rawValue)\", and \"system\" is the "
        + "part of an ICS.",
      "Use \"member\", or name the ICS.")
  }

  mutating func checkShape(_ decision: Decision, _ place: RecordPlace) {
    if decision.finding == nil, decision.kind == nil, decision.subject == nil {
      report(
        place, "finding", "The decision does not say what it is about.",
        "Fill \"finding\", \"kind\" or \"subject\".")
    }
    if let finding = decision.finding, !Decision.isFindingID(finding) {
      report(
        place, "finding", "\(finding) is not the id of a finding.",
        "Copy it from a list of findings; it looks like F4-0123456789ab.")
    }
    if let kind = decision.kind, !Decision.kinds.contains(kind) {
      report(
        place, "kind", "\(kind) is not a kind of finding.", "Use one of F1 to F24.")
    }
    checkFilled(decision, place)
    if decision.finding == nil, decision.subject == nil, decision.provenance.period.to == nil,
      let kind = decision.kind, Decision.kinds.contains(kind)
    {
      warn(
        place, "to", "The decision settles \(kind) for everybody, and never lapses.",
        "Give it a last day, so that what it settles later is looked at, too.")
    }
  }

  /// A row copied from the explanation of a finding settles nothing before it says who and why.
  private mutating func checkFilled(_ decision: Decision, _ place: RecordPlace) {
    if Decision.isPlaceholder(decision.decidedBy) {
      report(
        place, "decidedBy", "\"decidedBy\" still says \(decision.decidedBy).",
        "Name the board or the person that decided, or take the row out.")
    }
    if Decision.isPlaceholder(decision.reason) {
      report(
        place, "reason", "\"reason\" still says \(decision.reason).",
        "Say why it is meant, or take the row out.")
    }
  }

  mutating func checkShape(_ organisation: Organisation, _ place: RecordPlace) {
    if organisation.kind == .trust, organisation.sectors.isEmpty {
      warn(
        place, "sectors", "The trust has no sector.",
        "Name its sectors, separated by \";\".")
    }
    if let location = organisation.location,
      !(-90...90).contains(location.latitude) || !(-180...180).contains(location.longitude)
    {
      report(
        place, "latitude", "The place is not on the earth.",
        "Give latitude from -90 to 90 and longitude from -180 to 180.")
    }
    if let shortName = organisation.shortName, shortName.unicodeScalars.count > 24 {
      report(
        place, "shortName", "The short name has more than 24 characters.",
        "Shorten it, or leave it blank.")
    }
  }
}
