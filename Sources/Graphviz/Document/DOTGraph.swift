/// A drawing as a value: nodes, nested clusters and edges, each with its looks.
///
/// Order is meaning: the writer keeps nodes, clusters and edges in the order given, so the same
/// value is the same bytes everywhere.
public struct DOTGraph: Hashable, Sendable {
  /// Whether edges have a direction.
  public var directed: Bool
  /// Whether parallel edges are merged.
  public var strict: Bool
  /// The label of the whole picture.
  public var label: DOTLabel?
  /// Looks of the whole picture.
  public var attributes: GraphAttributes
  /// Looks of nodes that set none of their own.
  public var nodeDefaults: NodeAttributes
  /// Looks of edges that set none of their own.
  public var edgeDefaults: EdgeAttributes
  /// Nodes outside all clusters.
  public var nodes: [DOTNode]
  /// Clusters, each holding its own nodes.
  public var clusters: [DOTCluster]
  /// Nodes that share a rank (dot).
  public var rankGroups: [DOTRankGroup]
  /// Edges.
  public var edges: [DOTEdge]

  /// Creates a drawing.
  public init(
    directed: Bool = true, strict: Bool = false, label: DOTLabel? = nil,
    attributes: GraphAttributes = GraphAttributes(),
    nodeDefaults: NodeAttributes = NodeAttributes(),
    edgeDefaults: EdgeAttributes = EdgeAttributes(), nodes: [DOTNode] = [],
    clusters: [DOTCluster] = [], rankGroups: [DOTRankGroup] = [], edges: [DOTEdge] = []
  ) {
    self.directed = directed
    self.strict = strict
    self.label = label
    self.attributes = attributes
    self.nodeDefaults = nodeDefaults
    self.edgeDefaults = edgeDefaults
    self.nodes = nodes
    self.clusters = clusters
    self.rankGroups = rankGroups
    self.edges = edges
  }

  /// The same drawing asking less of the layout: no rank groups, straight edges.
  ///
  /// These two are behind nearly all crashes of dot on valid input, so it is what a failed
  /// picture is tried again with.
  public func simplified() -> DOTGraph {
    var copy = self
    copy.rankGroups = []
    copy.attributes.newRank = false
    copy.attributes.splines = .line
    return copy
  }
}

/// A node.
///
/// Without a label it is drawn empty, never with its key.
public struct DOTNode: Hashable, Sendable {
  /// What the caller knows it by.
  public var id: DOTNodeID
  /// What it says.
  public var label: DOTLabel?
  /// How it looks.
  public var attributes: NodeAttributes

  /// Creates a node.
  public init(
    _ id: DOTNodeID, label: DOTLabel? = nil, attributes: NodeAttributes = NodeAttributes()
  ) {
    self.id = id
    self.label = label
    self.attributes = attributes
  }
}

/// An edge.
public struct DOTEdge: Hashable, Sendable {
  /// Where it starts.
  public var from: DOTEndpoint
  /// Where it ends.
  public var to: DOTEndpoint
  /// What it says.
  public var label: DOTLabel?
  /// How it looks.
  public var attributes: EdgeAttributes

  /// Creates an edge.
  public init(
    from: DOTEndpoint, to: DOTEndpoint, label: DOTLabel? = nil,
    attributes: EdgeAttributes = EdgeAttributes()
  ) {
    self.from = from
    self.to = to
    self.label = label
    self.attributes = attributes
  }
}

/// Nodes and further clusters drawn in a box of their own.
///
/// A node is in one cluster at most.
public struct DOTCluster: Hashable, Sendable {
  /// What the caller knows it by.
  public var id: DOTClusterID
  /// What it says.
  public var label: DOTLabel?
  /// How it looks.
  public var attributes: ClusterAttributes
  /// Its own nodes.
  public var nodes: [DOTNode]
  /// Clusters within it.
  public var clusters: [DOTCluster]

  /// Creates a cluster.
  public init(
    _ id: DOTClusterID, label: DOTLabel? = nil,
    attributes: ClusterAttributes = ClusterAttributes(), nodes: [DOTNode] = [],
    clusters: [DOTCluster] = []
  ) {
    self.id = id
    self.label = label
    self.attributes = attributes
    self.nodes = nodes
    self.clusters = clusters
  }
}

/// Nodes that dot puts on one rank.
public struct DOTRankGroup: Hashable, Sendable {
  /// Which rank.
  public enum Rank: String, Hashable, Sendable, CaseIterable {
    /// Any, so long as it is the same.
    case same
    /// The first.
    case first = "min"
    /// The last.
    case last = "max"
  }

  /// Which rank.
  public var rank: Rank
  /// The nodes.
  public var nodes: [DOTNodeID]

  /// Creates a rank group.
  public init(_ rank: Rank = .same, _ nodes: [DOTNodeID]) {
    self.rank = rank
    self.nodes = nodes
  }
}
