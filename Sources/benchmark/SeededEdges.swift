import Foundation
import GraphCore

/// Edges drawn uniformly from a seed, four a node: the same on every machine and for every tool.
struct SeededEdges {
  let nodeCount: Int
  let sources: ContiguousArray<NodeID>
  let targets: ContiguousArray<NodeID>

  /// One of eight kinds an edge; other tools have no such thing.
  let kinds: ContiguousArray<EdgeKind>

  var count: Int { sources.count }

  init(count: Int) {
    let nodeCount = max(count / 4, 1)
    var state: UInt64 = 2022_07_01
    var sources = ContiguousArray<NodeID>()
    var targets = ContiguousArray<NodeID>()
    var kinds = ContiguousArray<EdgeKind>()
    sources.reserveCapacity(count)
    targets.reserveCapacity(count)
    kinds.reserveCapacity(count)
    for _ in 0..<count {
      sources.append(Self.node(Self.next(&state), below: nodeCount))
      targets.append(Self.node(Self.next(&state), below: nodeCount))
      kinds.append(EdgeKind(UInt8(truncatingIfNeeded: Self.next(&state) >> 61)))
    }
    self.init(nodeCount: nodeCount, sources: sources, targets: targets, kinds: kinds)
  }

  private init(
    nodeCount: Int, sources: ContiguousArray<NodeID>, targets: ContiguousArray<NodeID>,
    kinds: ContiguousArray<EdgeKind>
  ) {
    self.nodeCount = nodeCount
    self.sources = sources
    self.targets = targets
    self.kinds = kinds
  }

  /// The same edges, each turned so that it leads from the lower node to the higher; loops go.
  func acyclic() -> SeededEdges {
    let kept = sources.indices.filter { sources[$0] != targets[$0] }
    return SeededEdges(
      nodeCount: nodeCount,
      sources: ContiguousArray(kept.map { min(sources[$0], targets[$0]) }),
      targets: ContiguousArray(kept.map { max(sources[$0], targets[$0]) }),
      kinds: ContiguousArray(kept.map { kinds[$0] }))
  }

  /// Writes sources and targets as little-endian 32-bit numbers, one file each.
  static func write(options: Options) throws {
    guard let folder = options.output, let count = options.edgeCounts.first else {
      throw UsageError(message: "edges needs --edges and -o")
    }
    let edges = SeededEdges(count: count)
    for (name, nodes) in [("sources", edges.sources), ("targets", edges.targets)] {
      let data = nodes.map(\.rawValue.littleEndian).withUnsafeBytes { Data($0) }
      try data.write(to: URL(fileURLWithPath: folder).appendingPathComponent(name + ".u32"))
    }
  }

  /// Draws the next number: one step of SplitMix64.
  private static func next(_ state: inout UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  private static func node(_ draw: UInt64, below bound: Int) -> NodeID {
    NodeID(Int(draw.multipliedFullWidth(by: UInt64(bound)).high))
  }
}
