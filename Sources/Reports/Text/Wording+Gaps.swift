import Governance

extension Wording {
  /// What is not known, as the subject of a row.
  static func gap(_ subject: DataQuality.Subject) -> String {
    switch subject {
    case .registeredPatients: "Registered patients of an ICS"
    case .regionOfSystem: "The region of an ICS"
    case .placesOfSystem: "The places of an ICS"
    case .homeOfTrust: "The home ICS of a trust"
    case .systemOfTrust: "Any ICS of a trust"
    case .resolutionOfReach: "Which of several ICSs a provider works in"
    case .shareOfSystem: "Share of an ICS's population that a spanning provider serves"
    case .shareOfProvider: "Share of a spanning provider's own work in an ICS"
    case .servicesInSystem: "Services of a spanning provider in an ICS"
    case .placesServed: "Places that a spanning provider serves in an ICS"
    case .leadCommissioner: "Lead commissioner of a spanning provider"
    case .meetingsOfForum: "How often a forum meets"
    case .durationOfForum: "How long a forum meets"
    case .membersOfForum: "How many sit on a forum"
    case .shareOfSuccession: "Share that moved when one body followed another"
    }
  }

  /// Of what a gap is counted.
  static func unit(_ subject: DataQuality.Subject) -> String {
    switch subject {
    case .registeredPatients, .regionOfSystem, .placesOfSystem: "ICSs"
    case .homeOfTrust, .systemOfTrust: "trusts"
    case .resolutionOfReach: "providers"
    case .leadCommissioner: "spanning providers"
    case .shareOfSystem, .shareOfProvider, .servicesInSystem, .placesServed:
      "lines from a spanning provider to an ICS"
    case .meetingsOfForum, .durationOfForum, .membersOfForum: "forums"
    case .shareOfSuccession: "changes"
    }
  }

  /// Where the value of a parameter comes from.
  static func origin(_ origin: ParameterProvenance) -> String {
    switch origin {
    case .measured: "measured"
    case .localEstimate: "estimated locally"
    case .unvalidatedDefault: "a default that nobody has validated"
    }
  }
}
