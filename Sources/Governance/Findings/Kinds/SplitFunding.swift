import GraphCore

/// F8: whoever pays and whoever holds to account are not the same, or a delegator no longer answers.
///
/// **Definition, `fundingMatchesAccountability`.** For a body that is paid, its payers are the bodies
/// with a `funds` line to it, and those to whom it answers are the bodies to which it has an
/// `accountableTo` line and those that have an `oversees` line to it; advisory lines count for
/// neither. Lines meet where functions, services and areas do. It is a finding
///
/// - where a payer is none of those to whom the body answers about what is paid, be it through
///   others, and to whom the body is accountable and who oversees it are both stated whole;
/// - where one to whom the body answers about what others pay is none of its payers, be it through
///   others, and who funds the body is stated whole.
///
/// Where only lines that are by design stand apart, so is the finding. Without the statements the
/// answer is not known; it is yes where every line has its counterpart.
///
/// **Definition, `delegatorAccountable`.** Who delegates (lines as in F4) stays accountable: it has an
/// `accountableTo` line that takes in each function, service and area that it delegates. Where it has
/// none, and to whom it is accountable is stated whole, it is a finding; else the answer is not known.
///
/// **Algorithm.** From the body up its lines of money, and up its lines of account, as far as they
/// meet the line in question.
///
/// **Complexity.** O(d · c) for the d lines of a body, with chains of c lines to the top.
///
/// **Source.** The rules cite that accountability and the flow of money should line up, and that
/// delegation does not move accountability. Example: performance is overseen by the region, while
/// the money comes from the board of the system.
public struct SplitFunding: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.splitFunding

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    switch check {
    case .delegatorAccountable:
      DelegatorsAccount(rule: rule, check: check, graph: graph).examine()
    default: MoneyAndAccount(rule: rule, check: check, graph: graph).examine()
    }
  }
}

/// Answers whether those who pay a body are those to whom it answers.
struct MoneyAndAccount {
  let rule: Expectation
  let check: ExpectationCheck
  let graph: AccountabilityGraph

  /// A line of account, and to whom.
  private struct Account {
    let body: NodeID
    let line: AccountabilityLine
  }

  func examine() -> Examination {
    var examination = Examination()
    let meant = rule.subjects.map { Set(graph.organisations($0)) }
    let paid = graph.sorted(
      graph.atlas.graph.nodes.filter {
        !money(into: $0).isEmpty && meant?.contains($0) ?? true
      })
    if paid.isEmpty { examination.isUnknown(for: Code(rule.id)) }
    for body in paid { answer(body, &examination) }
    return examination
  }

  private func answer(_ body: NodeID, _ examination: inout Examination) {
    let money = money(into: body)
    let accounts = accounts(of: body)
    let unanswered = money.filter { !answers(body, to: $0.subject, about: $0) }
    let unpaid = accounts.filter { account in
      money.contains { meet($0, account.line) } && !pays(account.body, body, about: account.line)
    }
    if unanswered.isEmpty, unpaid.isEmpty {
      examination.holds()
      return
    }
    let code = graph.code(body)
    let oversight = graph.statesWhole(.oversight, about: code)
    let account = graph.statesWhole(.accountability, about: code)
    let funding = graph.statesWhole(.funding, about: code)
    var statements: [Witness] = []
    var certain = (unanswered: [AccountabilityLine](), unpaid: [Account]())
    if let oversight, let account, !unanswered.isEmpty {
      certain.unanswered = unanswered
      statements += [oversight, account]
    }
    if let funding, !unpaid.isEmpty {
      certain.unpaid = unpaid
      statements.append(funding)
    }
    if certain.unanswered.isEmpty, certain.unpaid.isEmpty {
      examination.isUnknown(for: code)
      return
    }
    let open =
      certain.unanswered.contains { !$0.byDesign }
      || certain.unpaid.contains { !$0.line.byDesign }
    if open {
      certain.unanswered.removeAll(where: \.byDesign)
      certain.unpaid.removeAll(where: \.line.byDesign)
    }
    examination.breaks(
      finding(body, certain.unanswered, certain.unpaid, money, statements, isOpen: open))
  }

  private func money(into body: NodeID) -> [AccountabilityLine] {
    graph.lines(.funds, into: body).filter { $0.strength != .advisory }
  }

  private func accounts(of body: NodeID) -> [Account] {
    let given = graph.lines(.accountableTo, from: body).map { Account(body: $0.object, line: $0) }
    let taken = graph.lines(.oversees, into: body).map { Account(body: $0.subject, line: $0) }
    return (given + taken).filter { $0.line.strength != .advisory }
  }

  private func meet(_ left: AccountabilityLine, _ right: AccountabilityLine) -> Bool {
    graph.regime.functions.common(left.functions, right.functions) != nil
      && graph.regime.services.common(left.services, right.services) != nil
      && graph.commonAreas(left.areas, right.areas) != nil
  }

  /// Whether a body answers to another about a line, be it through others.
  private func answers(_ body: NodeID, to other: NodeID, about line: AccountabilityLine) -> Bool {
    reaches(other, from: body) { node in
      accounts(of: node).filter { meet($0.line, line) }.map(\.body)
    }
  }

  /// Whether a body pays another about a line, be it through others.
  private func pays(_ payer: NodeID, _ body: NodeID, about line: AccountabilityLine) -> Bool {
    reaches(payer, from: body) { node in
      money(into: node).filter { meet($0, line) }.map(\.subject)
    }
  }

  private func reaches(_ goal: NodeID, from start: NodeID, along next: (NodeID) -> [NodeID]) -> Bool
  {
    var seen: Set<NodeID> = [start]
    var pending = [start]
    while let node = pending.popLast() {
      for other in next(node) {
        if other == goal { return true }
        if seen.insert(other).inserted { pending.append(other) }
      }
    }
    return false
  }

  private func finding(
    _ body: NodeID, _ unanswered: [AccountabilityLine], _ unpaid: [Account],
    _ money: [AccountabilityLine], _ statements: [Witness], isOpen: Bool
  ) -> Finding {
    let name = graph.name(body)
    let payers = graph.sorted(Set(unanswered.map(\.subject)))
    let others = graph.sorted(Set(unpaid.map(\.body)))
    let about = money.filter { line in
      unanswered.contains(line) || unpaid.contains { meet(line, $0.line) }
    }
    let lines = about + unpaid.map(\.line)
    let functions = Set(about.map(\.functions))
    let function = functions.count == 1 && functions.first?.count == 1 ? functions.first?[0] : nil
    let services = about.contains { $0.services.isEmpty } ? [] : Set(about.flatMap(\.services))
    let areas = about.contains { $0.areas.isEmpty } ? [] : Set(about.flatMap(\.areas))
    let limits = graph.limits(services: services.sorted(), areas: areas.sorted())
    var parts: [String] = []
    if !payers.isEmpty {
      parts.append(
        "is paid by \(Phrase.list(payers.map(graph.name))) without answering there for it")
    }
    if !others.isEmpty {
      parts.append(
        "answers for what is paid to \(Phrase.list(others.map(graph.name))), from where no money "
          + "comes")
    }
    let rules = Set(lines.compactMap(\.rule)).sorted()
    return graph.finding(
      rule, check, subjects: [body], involved: payers + others + about.map(\.subject),
      function: function, services: services.sorted(), areas: areas.sorted(),
      witness: lines.flatMap(\.witness) + statements, design: isOpen ? nil : .law(rules),
      why: "\(name)\(limits) \(parts.joined(separator: ", and ")).",
      question: "Who answers for the money of \(name)\(limits), and does whoever holds it to "
        + "account decide about that money?",
      resolution: "Record how those who pay and those who hold to account act together, or decide "
        + "that the two are meant to be apart and record the decision.")
  }
}
