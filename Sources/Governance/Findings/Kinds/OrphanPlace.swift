import GraphCore

/// F12: a place or an area does not fit into the systems, or a place lacks what a place must have.
///
/// **Definition.** Five questions.
/// - `onePlaceParent`: a place lies in exactly one ICS. A register that leaves a place in none or in
///   several must say why, so what is found here is what the place itself gives as its reason; it is
///   never graded above a warning. In none without a reason, or perhaps in a second one, is not
///   known.
/// - `areasPartitioned`: the shares of a local authority in the ICSs that hold it add to the whole,
///   to within half a per cent. More is an overlap, less is an area without a board. Where a share
///   is blank the answer is not known, unless the others exceed the whole. An ICS of which no area
///   is recorded is not known.
/// - `placeForm`: a place has one of the five forms: a forum that only consults; a committee; a joint
///   committee; a director of the ICS who speaks for the place; a lead provider. None is found where
///   the forums of the place are stated to be whole.
/// - `placeLeader`: a seat of the place's board, or one on the board of its ICS that speaks for the
///   place, is that of a leader of the place, and the board of the ICS has a seat for leaders of
///   places. Either is missing where the seats are known to be all and each says which post it is.
/// - `placePartners`: the seats of the place's boards meet each requirement of the rule, by the post,
///   by the kind and sectors of the organisation, or by its name. A partner is missing where the
///   seats are known to be all, and each says whose it is.
///
/// **Algorithm.** Containment in-degree, sums of shares, and counters over the seats of a place.
///
/// **Complexity.** O(places + contains lines + seats of their forums), times the posts of the rule.
///
/// **Source.** The rules cite what is expected of places, and that the areas of boards neither
/// overlap nor leave gaps. Example: a place that a split of its ICS left in two.
public struct OrphanPlace: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.orphanPlace

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    guard let subjects = rule.subjects else { return Examination() }
    let bodies = graph.organisations(subjects)
    return switch check {
    case .onePlaceParent:
      OrphanPlaceParents(graph: graph, rule: rule, check: check).examine(bodies)
    case .areasPartitioned:
      OrphanPlaceAreas(graph: graph, rule: rule, check: check).examine(bodies)
    case .placeForm: OrphanPlaceForm(graph: graph, rule: rule, check: check).examine(bodies)
    case .placeLeader: OrphanPlaceLeader(graph: graph, rule: rule, check: check).examine(bodies)
    case .placePartners:
      OrphanPlacePartners(graph: graph, rule: rule, check: check).examine(bodies)
    default: Examination()
    }
  }
}
