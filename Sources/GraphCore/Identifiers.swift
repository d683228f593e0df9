/// A node of a graph: a dense index, so that payloads live in plain arrays beside the graph.
public struct NodeID: RawRepresentable, Hashable, BitwiseCopyable, Sendable {
  /// The index, counted from zero in the order in which nodes were added.
  public let rawValue: UInt32

  /// Names the node with this index.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Names the node with this index.
  ///
  /// - Precondition: `index` is at least zero and below 2³² − 1.
  public init(_ index: Int) { rawValue = UInt32(index) }

  /// The index as a subscript into payload arrays.
  public var index: Int { Int(rawValue) }
}

/// An edge of a graph: a dense index in the order in which edges were added.
public struct EdgeID: RawRepresentable, Hashable, BitwiseCopyable, Sendable {
  /// The index, counted from zero in the order in which edges were added.
  public let rawValue: UInt32

  /// Names the edge with this index.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Names the edge with this index.
  ///
  /// - Precondition: `index` is at least zero and below 2³² − 1.
  public init(_ index: Int) { rawValue = UInt32(index) }

  /// The index as a subscript into payload arrays.
  public var index: Int { Int(rawValue) }
}

extension NodeID: Comparable, Strideable {
  /// Orders nodes by the order in which they were added.
  public static func < (left: NodeID, right: NodeID) -> Bool { left.rawValue < right.rawValue }

  /// The number of nodes between this one and another.
  public func distance(to other: NodeID) -> Int { other.index - index }

  /// The node so many places further on.
  public func advanced(by places: Int) -> NodeID { NodeID(index + places) }
}

extension EdgeID: Comparable, Strideable {
  /// Orders edges by the order in which they were added.
  public static func < (left: EdgeID, right: EdgeID) -> Bool { left.rawValue < right.rawValue }

  /// The number of edges between this one and another.
  public func distance(to other: EdgeID) -> Int { other.index - index }

  /// The edge so many places further on.
  public func advanced(by places: Int) -> EdgeID { EdgeID(index + places) }
}
