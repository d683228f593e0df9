extension ExpectationCheck {
  /// What a parameter of an expectation holds.
  public enum ParameterForm: Hashable, Sendable {
    /// A figure from the first number to the second.
    case number(ClosedRange<Double>)
    /// Words; where a set is given, only those.
    case texts(Set<String>? = nil)
    /// Posts with their counts.
    case posts
    /// From word to word; where a set is given, the second is one of it.
    case map(Set<String>? = nil)
  }

  /// The parameters that the check needs, by name; every one must be given.
  public var parameters: [String: ParameterForm] {
    switch self {
    case .oneHome: ["sectors": .texts(Self.words(Sector.self))]
    case .delegationRooted: ["depth": .number(0...100), "holders": .texts(Self.bodies)]
    case .jointParentsHold: ["holders": .texts(Self.bodies)]
    case .noSelfOversight, .noSelfCommissioning: ["steps": .number(0...100)]
    case .dualRoles, .partnershipMembers, .collaborativeRepresented, .placeForm,
      .independentsElsewhere, .distinctChairs, .requiredForums, .meetsInPublic, .reportingLine,
      .decisionInstrument:
      listParameters
    case .accountabilityHeld, .functionsMapped: ["functions": .texts()]
    case .sharedArrangement, .delegationsContinue:
      ["arrangements": .texts(Self.words(ArrangementKind.self))]
    case .involved: ["forums": .texts(), "share": .number(0...1)]
    case .voice: ["forums": .texts(), "share": .number(0...1), "hops": .number(1...100)]
    case .placeLeader: ["forums": .texts(), "posts": .texts()]
    case .placePartners, .composition: ["forums": .texts(), "posts": .posts]
    case .collaborativeHoldsAll: ["forms": .map(Self.words(Sector.self))]
    case .nonExecutiveChallenge: ["posts": .texts()]
    case .boardSize: ["members": .number(1...1_000)]
    case .seatsPerHolder: ["seats": .number(1...1_000)]
    case .systemSize: ["trusts": .number(0...1_000)]
    case .tierAdds: ["tiers": .number(1...100)]
    case .lowestLevel: ["levels": .map(Self.words(ForumLevel.self))]
    case .footprintMatch: ["share": .number(0...1), "similarity": .number(0...1)]
    case .separateRoles: ["roles": .number(2...4)]
    case .interventionReserved: ["organisations": .texts(Self.bodies)]
    default: [:]
    }
  }

  private var listParameters: [String: ParameterForm] {
    switch self {
    case .partnershipMembers: ["forums": .texts(), "organisations": .texts(Self.bodies)]
    case .independentsElsewhere: ["forums": .texts(), "posts": .texts()]
    default: ["forums": .texts()]
    }
  }

  /// Parameters that may be left out.
  public var optionalParameters: [String: ParameterForm] {
    switch self {
    case .permitted:
      [
        "seats": .texts(["outsideParent"]),
        "arrangements": .texts(Self.words(ArrangementKind.self)),
      ]
    default: [:]
    }
  }

  /// Whether the rule must say of whom it is expected.
  public var needsSubjects: Bool {
    switch self {
    case .oneOverseer, .oneCommissioner, .oneHome, .noSelfOversight, .noSelfCommissioning,
      .accountabilityHeld, .functionsMapped, .sharedArrangement, .involved, .partnershipMembers,
      .voice, .oneRegion, .onePlaceParent, .areasPartitioned, .placeForm, .placeLeader,
      .placePartners, .inCollaborative, .requiredForums, .escalationRoute, .independentArbiter,
      .systemSize, .footprintMatch, .authorityWhole:
      true
    default: false
    }
  }

  private static var bodies: Set<String> { words(OrganisationKind.self) }

  private static func words<Words: CaseIterable & RawRepresentable>(_: Words.Type) -> Set<String>
  where Words.RawValue == String {
    Set(Words.allCases.map(\.rawValue))
  }
}
