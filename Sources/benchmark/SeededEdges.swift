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
    var draws = SplitMix64(seed: 2022_07_01)
    var sources = ContiguousArray<NodeID>()
    var targets = ContiguousArray<NodeID>()
    var kinds = ContiguousArray<EdgeKind>()
    sources.reserveCapacity(count)
    targets.reserveCapacity(count)
    kinds.reserveCapacity(count)
    for _ in 0..<count {
      sources.append(NodeID(draws.below(nodeCount)))
      targets.append(NodeID(draws.below(nodeCount)))
      kinds.append(EdgeKind(UInt8(truncatingIfNeeded: draws.next() >> 61)))
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
}
