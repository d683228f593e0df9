/// Gathers nodes and edges and sorts them into a ``Graph``.
///
/// ```swift
/// var builder = GraphBuilder()
/// let trust = builder.addNode()
/// let system = builder.addNode()
/// let edge = builder.addEdge(from: trust, to: system, kind: EdgeKind(3))
/// let graph = builder.build()
/// ```
public struct GraphBuilder: Sendable {
  private var sources: ContiguousArray<NodeID> = []
  private var targets: ContiguousArray<NodeID> = []
  private var kinds: ContiguousArray<EdgeKind> = []

  /// The number of nodes added so far.
  public private(set) var nodeCount = 0

  /// The number of edges added so far.
  public var edgeCount: Int { sources.count }

  /// Starts with no node and no edge.
  public init() {}

  /// Makes room for a number of edges, so that adding them does not move what is there.
  public mutating func reserveCapacity(edges: Int) {
    sources.reserveCapacity(edges)
    targets.reserveCapacity(edges)
    kinds.reserveCapacity(edges)
  }

  /// Adds a node.
  ///
  /// - Returns: The node; nodes are numbered from zero.
  /// - Complexity: O(1).
  @discardableResult
  public mutating func addNode() -> NodeID {
    precondition(nodeCount < Graph.countLimit, "A graph holds fewer than 2³² − 1 nodes")
    defer { nodeCount += 1 }
    return NodeID(nodeCount)
  }

  /// Adds several nodes.
  ///
  /// - Returns: The nodes, numbered on from those there are.
  /// - Complexity: O(1).
  @discardableResult
  public mutating func addNodes(_ count: Int) -> Range<NodeID> {
    precondition(count >= 0 && count <= Graph.countLimit - nodeCount, "Not a number of nodes")
    defer { nodeCount += count }
    return NodeID(nodeCount)..<NodeID(nodeCount + count)
  }

  /// Adds an edge; parallel edges and self-loops are kept.
  ///
  /// - Returns: The edge; edges are numbered from zero in the order in which they are added.
  /// - Precondition: Both nodes were added before.
  /// - Complexity: Amortised O(1).
  @discardableResult
  public mutating func addEdge(
    from source: NodeID, to target: NodeID, kind: EdgeKind = EdgeKind(0)
  ) -> EdgeID {
    precondition(
      source.index < nodeCount && target.index < nodeCount, "The edge ends at an unknown node")
    precondition(sources.count < Graph.countLimit, "A graph holds fewer than 2³² − 1 edges")
    sources.append(source)
    targets.append(target)
    kinds.append(kind)
    return EdgeID(sources.count - 1)
  }

  /// Sorts what was added into a graph; the builder can go on from there.
  ///
  /// - Complexity: Time O(*n* + *m*) for *n* nodes and *m* edges. Auxiliary space O(*n* + *m*).
  public func build() -> Graph {
    Graph(nodeCount: nodeCount, uncheckedSources: sources, targets: targets, kinds: kinds)
  }
}
