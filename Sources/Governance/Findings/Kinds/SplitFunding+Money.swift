import GraphCore

/// Answers whether those who pay a body are those to whom it answers.
struct MoneyAndAccount {
  let rule: Expectation
  let check: ExpectationCheck
  let graph: AccountabilityGraph

  /// What stands apart, and what states it.
  private struct Split {
    var unanswered: [MoneyTies.Tie] = []
    var unpaid: [MoneyTies.Tie] = []
    var statements: [Witness] = []

    var isEmpty: Bool { unanswered.isEmpty && unpaid.isEmpty }
    var lines: [AccountabilityLine] { (unanswered + unpaid).map(\.line) }
  }

  func examine() -> Examination {
    var examination = Examination()
    let ties = MoneyTies(graph)
    let meant = rule.subjects.map { Set(graph.organisations($0)) }
    let paid = graph.sorted(
      graph.atlas.graph.nodes.filter {
        meant?.contains($0) ?? true && !ties.money(into: $0).isEmpty
      })
    if paid.isEmpty { examination.isUnknown(for: Code(rule.id)) }
    for body in paid { answer(body, ties, &examination) }
    return examination
  }

  private func answer(_ body: NodeID, _ ties: MoneyTies, _ examination: inout Examination) {
    let money = ties.money(into: body)
    let unanswered = money.filter { !ties.answers(body, to: $0.other, about: $0.matter) }
    let unpaid = ties.accounts(of: body).filter { account in
      let met = money.filter { ties.meet($0.matter, account.matter) }
      return !met.isEmpty && !ties.pays(account.other, body, about: account.matter)
        && !met.contains { ties.answers(account.other, to: $0.other, about: $0.matter) }
    }
    if unanswered.isEmpty, unpaid.isEmpty {
      examination.holds()
      return
    }
    let split = certain(body, unanswered, unpaid)
    if split.isEmpty {
      examination.isUnknown(for: graph.code(body))
      return
    }
    let isOpen = split.lines.contains { !$0.byDesign }
    var shown = split
    if isOpen {
      shown.unanswered.removeAll(where: \.line.byDesign)
      shown.unpaid.removeAll(where: \.line.byDesign)
    }
    let about = money.filter { tie in
      shown.unanswered.contains { $0.line == tie.line }
        || shown.unpaid.contains { ties.meet(tie.matter, $0.matter) }
    }
    examination.breaks(finding(body, shown, about.map(\.line), isOpen: isOpen))
  }

  /// What of it the statements about the body make certain.
  private func certain(
    _ body: NodeID, _ unanswered: [MoneyTies.Tie], _ unpaid: [MoneyTies.Tie]
  ) -> Split {
    let code = graph.code(body)
    var split = Split()
    if !unanswered.isEmpty, let oversight = graph.statesWhole(.oversight, about: code),
      let account = graph.statesWhole(.accountability, about: code)
    {
      split.unanswered = unanswered
      split.statements += [oversight, account]
    }
    if !unpaid.isEmpty, let funding = graph.statesWhole(.funding, about: code) {
      split.unpaid = unpaid
      split.statements.append(funding)
    }
    return split
  }

  private func finding(
    _ body: NodeID, _ split: Split, _ money: [AccountabilityLine], isOpen: Bool
  ) -> Finding {
    let name = graph.name(body)
    let payers = graph.sorted(Set(split.unanswered.map(\.other)))
    let others = graph.sorted(Set(split.unpaid.map(\.other)))
    let functions = Set(money.map(\.functions))
    let function = functions.count == 1 && functions.first?.count == 1 ? functions.first?[0] : nil
    let services = money.contains { $0.services.isEmpty } ? [] : Set(money.flatMap(\.services))
    let areas = money.contains { $0.areas.isEmpty } ? [] : Set(money.flatMap(\.areas))
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
    let lines = money + split.unpaid.map(\.line)
    return graph.finding(
      rule, check, subjects: [body], involved: payers + others + money.map(\.subject),
      function: function, services: services.sorted(), areas: areas.sorted(),
      witness: lines.flatMap(\.witness) + split.statements,
      design: isOpen ? nil : .law(Set(lines.compactMap(\.rule)).sorted()),
      why: "\(name)\(limits) \(parts.joined(separator: ", and ")).",
      question: "Who answers for the money of \(name)\(limits), and does whoever holds it to "
        + "account decide about that money?",
      resolution: "Record how those who pay and those who hold to account act together, or decide "
        + "that the two are meant to be apart and record the decision.")
  }
}

/// The lines of money and of account, each read once.
///
/// What lines are about is numbered, so that whether two of them meet is worked out once for all
/// lines about the same.
final class MoneyTies {
  /// What joins a body to another that pays it, or to which it answers.
  struct Tie {
    let other: NodeID
    let line: AccountabilityLine
    let matter: Int
  }

  private struct About: Hashable {
    let functions: [String]
    let services: [String]
    let areas: [Code]
  }

  private struct Pair: Hashable {
    let first: Int
    let second: Int
  }

  private let graph: AccountabilityGraph
  private var numbers: [About: Int] = [:]
  private var matters: [About] = []
  private var meeting: [Pair: Bool] = [:]
  private var paying: [NodeID: [Tie]] = [:]
  private var holding: [NodeID: [Tie]] = [:]

  init(_ graph: AccountabilityGraph) { self.graph = graph }

  /// Who pays a body.
  func money(into body: NodeID) -> [Tie] {
    if let known = paying[body] { return known }
    let ties = graph.lines(.funds, into: body).compactMap { tie($0.subject, $0) }
    paying[body] = ties
    return ties
  }

  /// To whom a body answers.
  func accounts(of body: NodeID) -> [Tie] {
    if let known = holding[body] { return known }
    let given = graph.lines(.accountableTo, from: body).compactMap { tie($0.object, $0) }
    let taken = graph.lines(.oversees, into: body).compactMap { tie($0.subject, $0) }
    holding[body] = given + taken
    return given + taken
  }

  private func tie(_ other: NodeID, _ line: AccountabilityLine) -> Tie? {
    guard line.strength != .advisory else { return nil }
    let about = About(functions: line.functions, services: line.services, areas: line.areas)
    let number = numbers[about] ?? matters.count
    if number == matters.count {
      numbers[about] = number
      matters.append(about)
    }
    return Tie(other: other, line: line, matter: number)
  }

  /// Whether lines about one matter and lines about another meet.
  func meet(_ one: Int, _ other: Int) -> Bool {
    if one == other { return true }
    let pair = Pair(first: min(one, other), second: max(one, other))
    if let known = meeting[pair] { return known }
    let (left, right) = (matters[one], matters[other])
    let answer =
      graph.regime.functions.common(left.functions, right.functions) != nil
      && graph.regime.services.common(left.services, right.services) != nil
      && graph.commonAreas(left.areas, right.areas) != nil
    meeting[pair] = answer
    return answer
  }

  /// Whether a body answers to another about a matter, be it through others.
  func answers(_ body: NodeID, to other: NodeID, about matter: Int) -> Bool {
    reaches(other, from: body, about: matter, along: accounts)
  }

  /// Whether a body pays another about a matter, be it through others.
  func pays(_ payer: NodeID, _ body: NodeID, about matter: Int) -> Bool {
    reaches(payer, from: body, about: matter, along: money)
  }

  private func reaches(
    _ goal: NodeID, from start: NodeID, about matter: Int, along ties: (NodeID) -> [Tie]
  ) -> Bool {
    var seen: Set<NodeID> = [start]
    var pending = [start]
    while let node = pending.popLast() {
      let next = ties(node)
      if next.contains(where: { $0.other == goal && meet($0.matter, matter) }) { return true }
      for tie in next where meet(tie.matter, matter) && seen.insert(tie.other).inserted {
        pending.append(tie.other)
      }
    }
    return false
  }
}
