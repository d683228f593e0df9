import GraphCore

/// F20: something is decided at a higher level than the lowest that is able to.
///
/// **Definition.** The rule gives the lowest able level of some functions and services. A forum that
/// decides, and names a function or a service within (or around) one of these, decides too high if
/// its own level is above. Of services one within the other the level of the narrowest holds. A
/// function is not decided too high where the forum is about services, one of which may be decided
/// at the forum's level: 999 for several ICSs takes its involvement of the public with it. Levels go
/// from neighbourhood over place, ICS, several ICSs and region to nation; the boards of providers
/// have no level of this kind. Where it is not recorded whether a forum decides, at which level, or
/// about what, the answer is not known, unless its level is the lowest of all. What is decided high
/// for a reason is settled by recording the decision.
///
/// **Algorithm.** Level comparison; the forums of one body that decide too high on the same count as
/// one question.
///
/// **Complexity.** O(forums · terms of the rule).
///
/// **Source.** The rules cite that a system takes on only what must be done at scale, and the levels
/// suggested for services. Example: community services decided for a whole ICS.
public struct SubsidiarityBreach: FindingCheck {
  /// The kind of its findings.
  public static let kind = FindingKind.subsidiarityBreach

  /// Makes a check.
  public init() {}

  /// Answers an expectation.
  public func examine(
    _ rule: Expectation, _ check: ExpectationCheck, in graph: AccountabilityGraph
  ) -> Examination {
    var examination = Examination()
    let scale = Scale(rule.parameters.map("levels"), graph.regime)
    var tooHigh: [Question: [NodeID]] = [:]
    var asked: [Question] = []
    var breaking: [[Question]] = []
    for node in graph.forums() {
      guard let forum = graph.atlas.forum(node) else { continue }
      switch scale.answer(for: forum) {
      case .outside: continue
      case .able: examination.holds()
      case .unknown: examination.isUnknown(for: forum.id)
      case .tooHigh(let terms):
        let questions = terms.map { Question(body: graph.parent(of: node) ?? node, term: $0) }
        for question in questions {
          if tooHigh[question] == nil { asked.append(question) }
          tooHigh[question, default: []].append(node)
        }
        breaking.append(questions)
      }
    }
    var findings: [Question: Finding] = [:]
    for question in asked {
      findings[question] = finding(rule, check, question, tooHigh[question] ?? [], scale, in: graph)
    }
    for questions in breaking { examination.breaks(questions.compactMap { findings[$0] }) }
    return examination
  }

  /// What is decided too high, for which body.
  private struct Question: Hashable {
    let body: NodeID
    let term: Scale.Term
  }

  private func finding(
    _ rule: Expectation, _ check: ExpectationCheck, _ question: Question, _ forums: [NodeID],
    _ scale: Scale, in graph: AccountabilityGraph
  ) -> Finding {
    let term = question.term
    let order = term.isService ? graph.regime.services : graph.regime.functions
    let title = order.title(of: term.word)
    let records = forums.compactMap(graph.atlas.forum)
    let names = Phrase.list(forums.map(graph.name))
    let able = scale.levels[term].map(Scale.words) ?? ""
    let high = records.compactMap(\.level).max { Scale.rank($0) ?? 0 < Scale.rank($1) ?? 0 }
    let level = high.map(Scale.words) ?? ""
    return graph.finding(
      rule, check, subjects: [question.body], involved: forums,
      function: term.isService ? nil : term.word, services: term.isService ? [term.word] : [],
      witness: records.map { Witness($0) },
      why: "\(names) \(forums.count == 1 ? "decides" : "decide") on \(title) for \(level), while "
        + "\(able) could.",
      question: "Why is \(title) not decided for \(able)?",
      resolution: "Move the decision, or record the reason as a decision that this is by design.")
  }
}

/// The lowest able level of each term of a rule.
private struct Scale {
  /// A function or a service.
  struct Term: Hashable {
    let word: String
    let isService: Bool
  }

  enum Answer {
    case outside, able, unknown
    case tooHigh([Term])
  }

  let levels: [Term: ForumLevel]
  private let functions: TermOrder
  private let services: TermOrder
  private let functionWords: [String]
  private let serviceWords: [String]
  private let lowest: Int

  /// A word that neither order lists may be either.
  init(_ map: [String: String], _ regime: Regime) {
    functions = regime.functions
    services = regime.services
    let listed = (
      functions: Set(regime.functions.terms.map(\.id)),
      services: Set(regime.services.terms.map(\.id))
    )
    var levels: [Term: ForumLevel] = [:]
    for (word, text) in map {
      guard let level = ForumLevel(rawValue: text) else { continue }
      let isFunction = listed.functions.contains(word)
      let isService = listed.services.contains(word)
      if isFunction || !isService { levels[Term(word: word, isService: false)] = level }
      if isService || !isFunction { levels[Term(word: word, isService: true)] = level }
    }
    self.levels = levels
    functionWords = levels.keys.filter { !$0.isService }.map(\.word).sorted()
    serviceWords = levels.keys.filter(\.isService).map(\.word).sorted()
    lowest = levels.values.compactMap(Self.rank).min() ?? 0
  }

  static func rank(_ level: ForumLevel) -> Int? {
    let levels: [ForumLevel] = [.neighbourhood, .place, .ics, .multiICS, .region, .national]
    return levels.firstIndex(of: level)
  }

  static func words(_ level: ForumLevel) -> String {
    switch level {
    case .neighbourhood: "a neighbourhood"
    case .place: "a place"
    case .ics: "an ICS"
    case .multiICS: "several ICSs together"
    case .region: "a region"
    case .national: "the nation"
    case .provider: "a provider"
    }
  }

  func answer(for forum: Forum) -> Answer {
    guard forum.decisionMaking != false, forum.level != .provider else { return .outside }
    let level = forum.level.flatMap(Self.rank)
    if forum.functions.isEmpty, forum.services.isEmpty {
      return level.map { $0 > lowest } ?? true ? .unknown : .outside
    }
    let terms = terms(of: forum)
    guard !terms.isEmpty else { return .outside }
    guard let level else { return .unknown }
    let high = terms.filter { levels[$0].flatMap(Self.rank).map { level > $0 } ?? false }
    let isServiceAble = terms.contains { $0.isService && !high.contains($0) }
    let breaches = high.filter { $0.isService || !isServiceAble }
    if breaches.isEmpty { return .able }
    return forum.decisionMaking == nil ? .unknown : .tooHigh(breaches)
  }

  /// The terms of the rule that a forum is about, services last, each in the order of the words.
  private func terms(of forum: Forum) -> [Term] {
    let about = Self.met(functionWords, by: forum.functions, functions)
    let services = Self.met(serviceWords, by: forum.services, services)
    return about.map { Term(word: $0, isService: false) }
      + services.map { Term(word: $0, isService: true) }
  }

  private static func met(_ words: [String], by named: [String], _ order: TermOrder) -> [String] {
    var met: Set<String> = []
    for name in named {
      let around = words.filter { order.isWithin(name, $0) }
      if around.isEmpty {
        met.formUnion(words.filter { order.isWithin($0, name) })
      } else {
        met.formUnion(
          around.filter { word in
            !around.contains { $0 != word && order.isWithin($0, word) }
          })
      }
    }
    return words.filter(met.contains)
  }
}
