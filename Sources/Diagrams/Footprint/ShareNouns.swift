import Governance

/// Of what the shares of a footprint are parts, in words that cannot be taken for one another.
struct ShareNouns: Hashable, Sendable {
  /// "trust" or, for any other kind of organisation, "provider".
  let provider: String
  /// What of the provider's is counted: "patients", "inpatients" or, of any other basis, "work".
  let counted: String
  /// What of an ICS's is counted; `nil` where only the ICS can be named.
  let countedOfSystem: String?
  private let basis: String?

  /// The words for the basis of a footprint's shares.
  init(_ footprint: Footprint) {
    provider = footprint.provider.kind == .trust ? "trust" : "provider"
    basis = footprint.shareBasis
    switch basis {
    case "GP-registered patients": (counted, countedOfSystem) = ("patients", "patients")
    case "admitted catchment": (counted, countedOfSystem) = ("inpatients", nil)
    default: (counted, countedOfSystem) = ("work", nil)
    }
  }

  /// "the trust's patients".
  var ofProvider: String { "the \(provider)'s \(counted)" }
  /// "this ICS's patients".
  var ofSystem: String { countedOfSystem.map { "this ICS's \($0)" } ?? "this ICS" }
  /// The basis as a note states it.
  var basisWords: String? {
    basis == "admitted catchment" ? "inpatients (admitted catchment)" : basis
  }
  /// "the rest come", of patients; "the rest comes", of work.
  var restComes: String { counted == "work" ? "the rest comes" : "the rest come" }
}
