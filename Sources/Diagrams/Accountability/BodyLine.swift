import Governance
import GraphCore

/// A line between two bodies as a diagram of accountability shows it, with all that is said of it.
struct BodyLine: Hashable {
  /// Where it starts.
  let subject: Code
  /// Where it ends.
  let object: Code
  let kind: RelationKind
  let functions: [String]
  let services: [String]
  let areas: [Code]
  let basis: Basis?
  let strength: Strength?
  let isByDesign: Bool
  /// The standing rule that draws it; `nil` for what the register records.
  let rule: String?
  /// The arrangement through which it runs, and the part of the subject in it.
  let arrangement: Code?
  let role: PartyRole?
  /// The source of the record, or the document that the rule cites.
  let source: String
  let confidence: Confidence
  /// The line itself first, then what it rests on.
  let records: [RecordReference]

  /// What makes it look and read like another line, ends apart.
  var likeness: Likeness {
    Likeness(
      kind: kind, functions: functions, services: services, areas: areas, strength: strength,
      arrangement: arrangement, role: role)
  }

  /// What two lines that read alike have in common.
  struct Likeness: Hashable {
    let kind: RelationKind
    let functions: [String]
    let services: [String]
    let areas: [Code]
    let strength: Strength?
    let arrangement: Code?
    let role: PartyRole?

    /// What lines of one kind have in common whatever they are about.
    var kindOnly: Likeness {
      Likeness(
        kind: kind, functions: [], services: [], areas: [], strength: nil, arrangement: nil,
        role: nil)
    }
  }
}

/// Reads lines between bodies out of a graph.
struct BodyLines {
  let graph: AccountabilityGraph

  /// The lines of a kind that start at a body, in the order of the atlas.
  func lines(_ kind: RelationKind, from node: NodeID) -> [BodyLine] {
    zip(graph.lines(kind, from: node), graph.atlas.lines(.relation(kind), from: node)).compactMap {
      line, edge in line.subject == line.object ? nil : body(line, edge.edge)
    }
  }

  /// The lines of a kind that end at a body, in the order of the atlas.
  func lines(_ kind: RelationKind, into node: NodeID) -> [BodyLine] {
    zip(graph.lines(kind, into: node), graph.atlas.lines(.relation(kind), into: node)).compactMap {
      line, edge in line.subject == line.object ? nil : body(line, edge.edge)
    }
  }

  private func body(_ line: AccountabilityLine, _ edge: EdgeID) -> BodyLine? {
    guard let relation = graph.atlas.relation(edge) else { return nil }
    return BodyLine(
      subject: graph.code(line.subject), object: graph.code(line.object), kind: line.kind,
      functions: line.functions, services: line.services, areas: line.areas, basis: line.basis,
      strength: line.strength, isByDesign: line.byDesign, rule: line.rule, arrangement: nil,
      role: nil, source: relation.provenance.source, confidence: line.confidence,
      records: line.witness.map(\.record))
  }

  /// Commissioning of a provider through arrangements: one line from each lead and each associate,
  /// by arrangement, then by code.
  func commissioning(of provider: NodeID) -> [BodyLine] {
    let commissioning: Set<ArrangementKind> = [.leadCommissioning, .jointCommissioning]
    let own = graph.arrangements(of: provider).filter { arrangement, party in
      party.role == .provider
        && graph.atlas.arrangement(arrangement).map { commissioning.contains($0.kind) } ?? false
    }
    return graph.sorted(Set(own.map(\.arrangement))).flatMap { node -> [BodyLine] in
      guard let arrangement = graph.atlas.arrangement(node) else { return [] }
      let provision = own.filter { $0.arrangement == node }.map(\.party)
      return graph.participants(of: node).compactMap { participant in
        guard [.lead, .associate, .member, .host].contains(participant.party.role),
          participant.node != provider
        else { return nil }
        let provenances =
          [arrangement.provenance, participant.party.provenance] + provision.map(\.provenance)
        return BodyLine(
          subject: participant.party.organisation, object: graph.code(provider),
          kind: .commissions, functions: arrangement.functions, services: arrangement.services,
          areas: arrangement.areas, basis: arrangement.basis, strength: nil, isByDesign: false,
          rule: nil, arrangement: arrangement.id, role: participant.party.role,
          source: participant.party.provenance.source,
          confidence: provenances.map(\.confidence).min() ?? .recorded,
          records: [
            RecordReference(.table(.parties), participant.party.id),
            RecordReference(.table(.arrangements), arrangement.id.text),
          ] + provision.map { RecordReference(.table(.parties), $0.id) })
      }
    }
  }
}
