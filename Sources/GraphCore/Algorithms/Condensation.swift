/// A graph with each strongly connected component drawn together into one node.
///
/// It has no cycle. Node *i* is component *i*; lines of one kind between the same two components are
/// drawn together into one edge, which remembers how many they are and the first of them.
public struct Condensation: Sendable {
  /// The components, whose numbers are the nodes of `graph`.
  public let components: StrongComponents

  /// The graph of the components; its edges come by source, target and kind, ascending.
  public let graph: Graph

  private let witnesses: ContiguousArray<EdgeID>
  private let multiplicities: ContiguousArray<UInt32>

  fileprivate init(
    components: StrongComponents, graph: Graph, witnesses: ContiguousArray<EdgeID>,
    multiplicities: ContiguousArray<UInt32>
  ) {
    self.components = components
    self.graph = graph
    self.witnesses = witnesses
    self.multiplicities = multiplicities
  }

  /// The first edge of the original graph that an edge between components stands for.
  ///
  /// - Precondition: The edge belongs to the condensed graph.
  public func witness(of edge: EdgeID) -> EdgeID { witnesses[edge.index] }

  /// The number of edges of the original graph that an edge between components stands for.
  ///
  /// - Precondition: The edge belongs to the condensed graph.
  public func multiplicity(of edge: EdgeID) -> Int { Int(multiplicities[edge.index]) }

  /// The node that a component became.
  public func node(of component: ComponentID) -> NodeID { NodeID(rawValue: component.rawValue) }

  /// The component that became a node.
  public func component(of node: NodeID) -> ComponentID { ComponentID(rawValue: node.rawValue) }
}

extension Graph {
  /// Draws each strongly connected component together into one node.
  ///
  /// - Parameter kinds: The kinds of line that count.
  /// - Complexity: Time O(*n* + *m* log *d*) for at most *d* lines out of a component. Auxiliary
  ///   space O(*n* + *m*).
  public func condensation(kinds: EdgeKindSet = .all) -> Condensation {
    let components = strongComponents(kinds: kinds)
    let rows = rows(along: .outgoing, keeping: kinds)
    var builder = GraphBuilder()
    builder.addNodes(components.count)
    var witnesses: ContiguousArray<EdgeID> = []
    var multiplicities: ContiguousArray<UInt32> = []
    var crossings: [Crossing] = []
    for component in components.all {
      collectCrossings(from: component, of: components, in: rows, to: &crossings)
      var previous: Crossing?
      for crossing in crossings {
        if let previous, previous.target == crossing.target, previous.kind == crossing.kind {
          multiplicities[multiplicities.count - 1] += 1
        } else {
          builder.addEdge(
            from: NodeID(component.index), to: NodeID(crossing.target.index), kind: crossing.kind)
          witnesses.append(crossing.edge)
          multiplicities.append(1)
        }
        previous = crossing
      }
    }
    return Condensation(
      components: components, graph: builder.build(), witnesses: witnesses,
      multiplicities: multiplicities)
  }

  /// Gathers the lines that leave a component, by the component they enter, kind and edge.
  private func collectCrossings(
    from component: ComponentID, of components: StrongComponents, in rows: Rows,
    to crossings: inout [Crossing]
  ) {
    crossings.removeAll(keepingCapacity: true)
    for node in components.members(of: component) {
      for slot in rows.slots(of: node) {
        let target = components.components[rows.ends[slot].index]
        guard target != component else { continue }
        let edge = rows.edges[slot]
        crossings.append(Crossing(target: target, kind: kind(of: edge), edge: edge))
      }
    }
    crossings.sort()
  }
}

/// A line from one component into another.
private struct Crossing: Comparable {
  let target: ComponentID
  let kind: EdgeKind
  let edge: EdgeID

  static func < (left: Crossing, right: Crossing) -> Bool {
    (left.target, left.kind, left.edge) < (right.target, right.kind, right.edge)
  }
}
