import Governance

/// The lines of account of a body as JSON: schema `lines`, version 1.
///
/// What is not known is `null`, never left out; an empty array says that nothing is recorded.
public struct LinesDocument: Encodable, Hashable, Sendable {
  /// A line.
  public struct Line: Encodable, Hashable, Sendable {
    let code: String
    let name: String
    let kind: String
    let functions: [String]
    let services: [String]
    let areas: [String]
    let basis: Known<String>
    let strength: Known<String>
    let byDesign: Bool
    let rule: Known<String>
    let source: String
    let instrument: Known<String>
    let witness: [RecordDocument]
    let confidence: String
    let from: Known<String>
    let to: Known<String>
  }

  /// A record: its table, or `standing`, and its id.
  public struct RecordDocument: Encodable, Hashable, Sendable {
    let table: String
    let id: String
  }

  /// A line of which only candidates for its end are known.
  public struct Candidate: Encodable, Hashable, Sendable {
    let kind: String
    let from: String
    let among: [String]
    let functions: [String]
    let services: [String]
    let source: String
    let record: RecordDocument
    let confidence: String
  }

  /// An arrangement in which the body takes part.
  public struct ArrangementEntry: Encodable, Hashable, Sendable {
    let code: String
    let name: String
    let kind: String
    let roles: [String]
    let parties: [PartyEntry]
    let functions: [String]
    let services: [String]
    let areas: [String]
    let basis: Known<String>
    let instrument: Known<String>
    let source: String
    let confidence: String
  }

  /// Who takes part in an arrangement.
  public struct PartyEntry: Encodable, Hashable, Sendable {
    let role: String
    let code: String
    let name: String
  }

  /// A way up.
  public struct Chain: Encodable, Hashable, Sendable {
    let functions: [String]
    let services: [String]
    let areas: [String]
    let steps: [Step]
    let end: String
    let confidence: String
  }

  /// One step up.
  public struct Step: Encodable, Hashable, Sendable {
    let from: String
    let to: String
    let rule: Known<String>
    let record: RecordDocument
    let alsoTo: [String]
  }

  /// Where disputes can be taken.
  public struct Route: Encodable, Hashable, Sendable {
    let arbiter: String
    let name: String
    let through: [String]
    let rule: Known<String>
    let record: RecordDocument
    let independent: Known<Bool>
    let ties: [Tie]
  }

  /// Why an arbiter is not independent.
  public struct Tie: Encodable, Hashable, Sendable {
    let kind: String
    let party: Known<String>
    let lines: [String]
    let through: [String]
  }

  let schema = DocumentSchema(name: "lines", version: 1)
  let code: String
  let name: String
  let on: String
  let regime: String
  let function: Known<String>
  let answersTo: [Line]
  let answeredBy: [Line]
  let candidates: [Candidate]
  let arrangements: [ArrangementEntry]
  let chains: [Chain]
  let isTop: Bool
  let unaccounted: [String]
  let accountabilityIsWhole: Bool
  let disputes: [Route]
  let disputeParties: [String]
  let disputesAreWhole: Bool
  let delegated: [DelegatedServiceDocument]

  /// Makes the document.
  ///
  /// - Parameters:
  ///   - account: the lines.
  ///   - graph: the graph they were gathered from, for names.
  public init(_ account: LinesOfAccount, in graph: AccountabilityGraph) {
    code = account.body.text
    name = graph.atlas.name(of: account.body)
    on = account.date.description
    regime = account.regime
    function = Known(account.function)
    answersTo = account.answersTo.flatMap(\.lines).map { Line($0, in: graph) }
    answeredBy = account.answeredBy.flatMap(\.lines).map { Line($0, in: graph) }
    candidates = account.candidates.map(Candidate.init)
    arrangements = account.arrangements.map { ArrangementEntry($0, in: graph) }
    chains = account.chains.map(Chain.init)
    isTop = account.isTop
    unaccounted = account.unaccounted
    accountabilityIsWhole = account.accountabilityIsWhole
    disputes = account.disputes.routes.map { Route($0, in: graph) }
    disputeParties = account.disputes.parties.map(\.text)
    disputesAreWhole = account.disputes.isWhole
    delegated = account.commissioning.map { DelegatedServiceDocument($0, in: graph) }
  }
}

extension LinesDocument.Line {
  init(_ line: LineOfAccount, in graph: AccountabilityGraph) {
    code = line.other.text
    name = graph.atlas.name(of: line.other)
    kind = line.kind.rawValue
    functions = line.functions
    services = line.services
    areas = line.areas.map(\.text)
    basis = Known(line.basis?.rawValue)
    strength = Known(line.strength?.rawValue)
    byDesign = line.byDesign
    rule = Known(line.rule)
    source = line.source
    instrument = Known(line.instrument)
    witness = line.witness.map { LinesDocument.RecordDocument($0.record) }
    confidence = line.confidence.rawValue
    from = Known(line.period.from?.description)
    to = Known(line.period.to?.description)
  }
}

extension LinesDocument.Candidate {
  init(_ line: CandidateLine) {
    kind = line.kind.rawValue
    from = line.subject.text
    among = line.among.map(\.text)
    functions = line.functions
    services = line.services
    source = line.source
    record = LinesDocument.RecordDocument(line.witness.record)
    confidence = line.witness.confidence.rawValue
  }
}

extension LinesDocument.RecordDocument {
  init(_ record: RecordReference) {
    table = record.home.name
    id = record.id
  }
}

extension LinesDocument.ArrangementEntry {
  init(_ entry: ArrangementOfAccount, in graph: AccountabilityGraph) {
    code = entry.arrangement.id.text
    name = entry.arrangement.name
    kind = entry.arrangement.kind.rawValue
    roles = entry.roles.map(\.rawValue)
    parties = entry.parties.map {
      LinesDocument.PartyEntry(
        role: $0.role.rawValue, code: $0.organisation.text,
        name: graph.atlas.name(of: $0.organisation))
    }
    functions = entry.arrangement.functions
    services = entry.arrangement.services
    areas = entry.arrangement.areas.map(\.text)
    basis = Known(entry.arrangement.basis?.rawValue)
    instrument = Known(entry.arrangement.instrument)
    source = entry.arrangement.provenance.source
    confidence = entry.confidence.rawValue
  }
}

extension LinesDocument.Chain {
  init(_ chain: ChainOfAccount) {
    functions = chain.functions
    services = chain.services
    areas = chain.areas.map(\.text)
    steps = chain.steps.map { step in
      LinesDocument.Step(
        from: step.from.text, to: step.line.other.text, rule: Known(step.line.rule),
        record: LinesDocument.RecordDocument(step.line.witness[0].record),
        alsoTo: step.others.map(\.text))
    }
    end = chain.end.rawValue
    confidence = chain.confidence.rawValue
  }
}

extension LinesDocument.Route {
  init(_ route: DisputeRoutes.Route, in graph: AccountabilityGraph) {
    arbiter = route.arbiter.text
    name = graph.atlas.name(of: route.arbiter)
    through = route.through.map(\.text)
    rule = Known(route.line.rule)
    record = LinesDocument.RecordDocument(route.line.witness[0].record)
    // That nothing recorded ties it to a party does not show that nothing does.
    independent = Known(route.ties.isEmpty ? nil : false)
    ties = route.ties.map(LinesDocument.Tie.init)
  }
}

extension LinesDocument.Tie {
  init(_ tie: DisputeRoutes.Tie) {
    switch tie {
    case .actsOnBody(let kinds):
      self.init(
        kind: "actsOnBody", party: Known(nil), lines: kinds.map(\.rawValue), through: [])
    case .partyAnswers(let party, let through):
      self.init(
        kind: "partyAnswers", party: Known(party.text), lines: [], through: through.map(\.text))
    case .answersToParty(let party, let through):
      self.init(
        kind: "answersToParty", party: Known(party.text), lines: [], through: through.map(\.text))
    }
  }
}

/// The four lines of a delegated service, as they stand in documents.
public struct DelegatedServiceDocument: Encodable, Hashable, Sendable {
  /// A body at the end of a line.
  public struct Holder: Encodable, Hashable, Sendable {
    let code: String
    let name: String
    let records: [LinesDocument.RecordDocument]
    let confidence: String
  }

  let service: String
  let accountable: Known<[Holder]>
  let commissions: Known<[Holder]>
  let decides: Known<[Holder]>
  let funds: Known<[Holder]>

  init(_ lines: CommissioningLines, in graph: AccountabilityGraph) {
    func holders(_ holders: [CommissioningLines.Holder]) -> Known<[Holder]> {
      Known(
        holders.isEmpty
          ? nil
          : holders.map {
            Holder(
              code: $0.body.text, name: graph.atlas.name(of: $0.body),
              records: $0.records.map(LinesDocument.RecordDocument.init),
              confidence: $0.confidence.rawValue)
          })
    }
    service = lines.service
    accountable = holders(lines.accountable)
    commissions = holders(lines.commissions)
    decides = holders(lines.decides)
    funds = holders(lines.funds)
  }
}
