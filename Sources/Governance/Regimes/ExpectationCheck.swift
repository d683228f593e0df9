/// A way of checking an expectation; the algorithm is code, what it is applied to is data.
public enum ExpectationCheck: String, CaseIterable, Sendable {
  case oneOverseer
  case oneCommissioner
  case oneLead, oneHome
  case delegationAcyclic
  case delegationRooted, jointParentsHold
  case noSelfOversight, noSelfCommissioning, dualRoles
  case accountabilityHeld, functionsMapped, sharedArrangement
  case fundingMatchesAccountability, delegatorAccountable
  case involved, partnershipMembers
  case voice
  case oneRegion
  case onePlaceParent, areasPartitioned, placeForm, placeLeader, placePartners
  case inCollaborative, collaborativeHoldsAll, collaborativeRepresented, collaborativeMandated
  case reportedOnce
  case composition, independentsElsewhere, distinctChairs, requiredForums
  case nonExecutiveChallenge, boardSize, meetsInPublic
  case precedence
  case escalationRoute, independentArbiter
  case seatsPerHolder
  case systemSize, tierAdds
  case lowestLevel
  case footprintMatch, authorityWhole
  case separateRoles, interventionReserved
  case decisionAccountable, reportingLine, decisionInstrument, democraticLines
  case liveReferences, delegationsContinue, inForce
  /// The tables have no place for the answer.
  case notRecorded
  /// The rule allows something; it is counted.
  case permitted

  /// The kind of finding that a breach gives; `nil` if there can be none.
  public var finding: FindingKind? {
    switch self {
    case .oneOverseer: .multipleOverseers
    case .oneCommissioner: .duplicateCommissioner
    case .oneLead, .oneHome: .contradictoryLead
    case .delegationAcyclic: .delegationCycle
    case .delegationRooted, .jointParentsHold: .unrootedDelegation
    case .noSelfOversight, .noSelfCommissioning, .dualRoles: .selfOversight
    case .accountabilityHeld, .functionsMapped, .sharedArrangement: .accountabilityGap
    case .fundingMatchesAccountability, .delegatorAccountable: .splitFunding
    case .involved, .partnershipMembers: .representationGap
    case .voice: .dilution
    case .oneRegion: .regionStraddle
    case .onePlaceParent, .areasPartitioned, .placeForm, .placeLeader, .placePartners: .orphanPlace
    case .inCollaborative, .collaborativeHoldsAll, .collaborativeRepresented,
      .collaborativeMandated:
      .unmandatedCollaborative
    case .reportedOnce: .doubleReporting
    case .composition, .independentsElsewhere, .distinctChairs, .requiredForums,
      .nonExecutiveChallenge, .boardSize, .meetsInPublic:
      .boardComposition
    case .precedence: .primacyAmbiguity
    case .escalationRoute, .independentArbiter: .noEscalationRoute
    case .seatsPerHolder: .overstretchedRole
    case .systemSize, .tierAdds: .thinTier
    case .lowestLevel: .subsidiarityBreach
    case .footprintMatch, .authorityWhole: .footprintMismatch
    case .separateRoles, .interventionReserved: .roleConflict
    case .decisionAccountable, .reportingLine, .decisionInstrument, .democraticLines:
      .authorityGap
    case .liveReferences, .delegationsContinue, .inForce: .danglingReference
    case .notRecorded, .permitted: nil
    }
  }
}
