import GraphCore

/// F16: two forums may decide the same matter, and neither goes before the other.
///
/// **Definition.** A forum decides for areas: the body whose forum it is, if that is a region, an ICS,
/// a partnership, a place, a neighbourhood, a council or a national body; for an arrangement, the
/// areas that it names, or else those of its parties that are of these kinds and are lead, associate,
/// member or system. Boards of providers decide for themselves and are left out. Two forums that are
/// marked as deciding overlap where functions, services and areas meet. One goes before the other if
/// the other reports to it, be it through others. Where neither does, it is a finding: one for the
/// forums that overlap in a function in the same areas. If a statute requires both forums, the overlap
/// is by design.
///
/// A forum that is not known to decide, whose functions are not recorded or whose areas are not known
/// is answered by not known; a forum that does not decide is not asked. To whom a forum reports is
/// known if it is recorded, or if the forums of whoever's it is are stated whole. Where two forums come
/// to the same top, neither going before the other, nothing more needs to be known.
///
/// **Algorithm.** Forums by area; each is compared with those of its areas and of what contains them.
/// What goes before what is the closure of who reports to whom, which is a forest.
///
/// **Complexity.** O(n · d + p) for n forums with d areas above them and p pairs that share an area.
///
/// **Source.** The rule cites the question which takes precedence, the place partnership or the
/// collaborative of the system. Example: a place board and the committee of a collaborative that both
/// decide on community services.
public struct PrimacyAmbiguity: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.primacyAmbiguity

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    let forums = DecidingForums(graph)
    if forums.asked.isEmpty { examination.isUnknown(for: Code(rule.id)) }
    let contests = ForumContests(forums)
    for question in contests.questions() {
      examination.breaks(finding(rule, check, question, in: graph))
    }
    for forum in forums.asked where !contests.contested.contains(forum) {
      if forums.known.contains(forum), !contests.doubtful.contains(forum) {
        examination.holds()
      } else {
        examination.isUnknown(for: graph.code(forum))
      }
    }
    return examination
  }

  private func finding(
    _ rule: Expectation, _ check: ExpectationCheck, _ question: ForumContests.Question,
    in graph: AccountabilityGraph
  ) -> Finding {
    let names = Phrase.list(question.forums.map(graph.name))
    let what =
      (question.function.map { graph.regime.functions.title(of: $0) } ?? "all functions")
      + graph.limits(services: question.services, areas: [])
    let place = Phrase.list(question.areas.map(graph.atlas.shortName(of:)))
    let witness = question.forums.compactMap { graph.atlas.forum($0) }.map { Witness($0) }
    return graph.finding(
      rule, check, about: question.areas, involved: question.forums.map(graph.code),
      function: question.function, services: question.services, witness: witness,
      design: question.isOpen ? nil : .law([]),
      why:
        "\(names) may each decide on \(what) in \(place), and none of them goes before the others.",
      question: "Which goes first on \(what) in \(place): \(names)?",
      resolution: "Record which of them reports to which, or mark those that only advise.")
  }
}
