extension FindingKind {
  /// The check that looks for findings of the kind.
  var check: any FindingCheck {
    switch self {
    case .multipleOverseers: MultipleOverseers()
    case .duplicateCommissioner: DuplicateCommissioner()
    case .contradictoryLead: ContradictoryLead()
    case .delegationCycle: DelegationCycle()
    case .unrootedDelegation: UnrootedDelegation()
    case .selfOversight: SelfOversight()
    case .accountabilityGap: AccountabilityGap()
    case .splitFunding: SplitFunding()
    case .representationGap: RepresentationGap()
    case .dilution: Dilution()
    case .regionStraddle: RegionStraddle()
    case .orphanPlace: OrphanPlace()
    case .unmandatedCollaborative: UnmandatedCollaborative()
    case .doubleReporting: DoubleReporting()
    case .boardComposition: BoardComposition()
    case .primacyAmbiguity: PrimacyAmbiguity()
    case .noEscalationRoute: NoEscalationRoute()
    case .overstretchedRole: OverstretchedRole()
    case .thinTier: ThinTier()
    case .subsidiarityBreach: SubsidiarityBreach()
    case .footprintMismatch: FootprintMismatch()
    case .roleConflict: RoleConflict()
    case .authorityGap: AuthorityGap()
    case .danglingReference: DanglingReference()
    }
  }
}
