import Governance

extension Wording {
  /// How sure a record is.
  static func confidence(_ confidence: Confidence) -> String {
    confidence.rawValue
  }

  /// Sectors as a list, in words.
  static func sectors(_ sectors: [Sector]) -> String {
    sectors.isEmpty ? "no sector recorded" : list(sectors.map(sector))
  }

  /// A sector at the head of a row or a section.
  static func title(of sector: Sector) -> String { capitalised(Self.sector(sector)) }

  /// What a party does in an arrangement.
  static func role(_ role: PartyRole) -> String {
    switch role {
    case .lead: "lead"
    case .associate: "associate"
    case .provider: "provider"
    case .host: "host"
    case .member: "member"
    case .system: "works in"
    case .sponsor: "sponsor"
    }
  }

  /// The kind of an arrangement.
  static func kind(_ kind: ArrangementKind) -> String {
    switch kind {
    case .leadCommissioning: "lead commissioning"
    case .jointCommittee: "joint committee"
    case .jointCommissioning: "joint commissioning"
    case .cluster: "cluster"
    case .leadProvider: "lead provider contract"
    case .delegation: "delegation"
    case .collaborative: "provider collaborative"
    case .clinicalNetwork: "clinical network"
    }
  }

  /// The kind of an organisation, in the plural.
  static func plural(_ kind: OrganisationKind) -> String {
    switch kind {
    case .national: "national bodies"
    case .regulator: "regulators"
    case .region: "regions"
    case .ics: "integrated care systems"
    case .icp: "integrated care partnerships"
    case .place: "places"
    case .neighbourhood: "neighbourhoods"
    case .trust: "NHS trusts"
    case .localAuthority: "local authorities"
    case .otherProvider: "other providers"
    case .representativeBody: "representative bodies"
    }
  }

  /// The kind of an area, for a table.
  static func area(_ kind: OrganisationKind) -> String {
    kind == .localAuthority ? "local authority" : kind.rawValue
  }

  /// What happened.
  static func kind(_ kind: SuccessionKind) -> String {
    switch kind {
    case .merger: "merged into"
    case .split: "was split; part went to"
    case .boundaryTransfer: "gave part of its area to"
    case .acquisition: "was acquired by"
    case .cluster: "joined a cluster with"
    case .rename: "was renamed"
    case .closure: "closed"
    }
  }

  /// What is measured.
  static func measure(_ kind: MeasureKind) -> String {
    switch kind {
    case .registeredPatients: "Registered patients"
    case .primaryCareNetworks: "Primary care networks"
    case .smallAreas: "Small areas"
    case .boardSize: "Members of the board"
    }
  }

  /// A legal form.
  static func form(_ form: LegalForm) -> String {
    switch form {
    case .nhsTrust: "NHS trust"
    case .foundationTrust: "NHS foundation trust"
    case .statutoryBody: "statutory body"
    case .committee: "committee"
    case .partnership: "partnership"
    case .company: "company"
    case .other: "other"
    }
  }

  /// A table of the register.
  static func table(_ table: Register.Table) -> String { capitalised(table.rawValue) }

  /// Yes, no or not known.
  static func answer(_ value: Bool?) -> String {
    value.map { $0 ? "yes" : "no" } ?? Wording.unknown
  }

  /// The text with its first letter as a capital.
  static func capitalised(_ text: String) -> String {
    text.prefix(1).uppercased() + text.dropFirst()
  }
}
