/// The kinds of question that a graph of accountabilities raises.
///
/// The code (`F1`) is what data and people write; the case is what Swift calls it.
public enum FindingKind: String, CaseIterable, Comparable, Sendable {
  case multipleOverseers = "F1"
  case duplicateCommissioner = "F2"
  case contradictoryLead = "F3"
  case delegationCycle = "F4"
  case unrootedDelegation = "F5"
  case selfOversight = "F6"
  case accountabilityGap = "F7"
  case splitFunding = "F8"
  case representationGap = "F9"
  case dilution = "F10"
  case regionStraddle = "F11"
  case orphanPlace = "F12"
  case unmandatedCollaborative = "F13"
  case doubleReporting = "F14"
  case boardComposition = "F15"
  case primacyAmbiguity = "F16"
  case noEscalationRoute = "F17"
  case overstretchedRole = "F18"
  case thinTier = "F19"
  case subsidiarityBreach = "F20"
  case footprintMismatch = "F21"
  case roleConflict = "F22"
  case authorityGap = "F23"
  case danglingReference = "F24"

  /// The code, as `F1`.
  public var code: String { rawValue }

  /// The number, from 1.
  public var number: Int { Self.allCases.firstIndex(of: self)! + 1 }

  /// What a reader is shown.
  public var title: String {
    switch self {
    case .multipleOverseers: "Several overseers of one function"
    case .duplicateCommissioner: "Several commissioners of one service"
    case .contradictoryLead: "More than one lead, or none"
    case .delegationCycle: "Delegation that comes back"
    case .unrootedDelegation: "Delegation without a holder behind it"
    case .selfOversight: "Marking one's own homework"
    case .accountabilityGap: "A gap in accountability"
    case .splitFunding: "Money and accountability apart"
    case .representationGap: "Working in a system without a voice there"
    case .dilution: "A thin voice"
    case .regionStraddle: "Work in several regions"
    case .orphanPlace: "A place or an area out of order"
    case .unmandatedCollaborative: "A collaborative without a mandate or a member"
    case .doubleReporting: "The same return to several bodies"
    case .boardComposition: "A board not made up as expected"
    case .primacyAmbiguity: "Two forums that decide the same thing"
    case .noEscalationRoute: "Nowhere to take a dispute"
    case .overstretchedRole: "One person in many seats"
    case .thinTier: "A tier that adds little"
    case .subsidiarityBreach: "Decided above the lowest level able to"
    case .footprintMismatch: "Patients and boundaries that do not match"
    case .roleConflict: "One body in conflicting roles"
    case .authorityGap: "Authority and accountability apart"
    case .danglingReference: "Left over from a reorganisation"
    }
  }

  /// Orders by number.
  public static func < (left: FindingKind, right: FindingKind) -> Bool {
    left.number < right.number
  }
}
