/// A strongly connected component: a dense index in topological order.
public struct ComponentID: RawRepresentable, Hashable, Comparable, BitwiseCopyable, Sendable {
  /// The index, counted from zero.
  public let rawValue: UInt32

  /// Names the component with this index.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Names the component with this index.
  ///
  /// - Precondition: `index` is at least zero and below 2³² − 1.
  public init(_ index: Int) { rawValue = UInt32(index) }

  /// The index as a subscript into payload arrays.
  public var index: Int { Int(rawValue) }

  /// Orders components so that every edge between two of them goes from the lesser to the greater.
  public static func < (left: ComponentID, right: ComponentID) -> Bool {
    left.rawValue < right.rawValue
  }
}

/// The strongly connected components of a graph: sets of nodes that all reach each other.
///
/// Components are numbered in topological order: an edge between two of them goes from the lower
/// number to the higher.
public struct StrongComponents: Sendable {
  /// The number of components.
  public let count: Int

  let graph: Graph
  let kinds: EdgeKindSet

  /// The component of each node.
  let components: ContiguousArray<ComponentID>

  /// The nodes by component, ascending within one.
  private let nodes: ContiguousArray<NodeID>

  /// Component *c* owns the positions `starts[c] ..< starts[c + 1]` of `nodes`.
  private let starts: ContiguousArray<UInt32>

  fileprivate init(
    count: Int, components: ContiguousArray<ComponentID>, graph: Graph, kinds: EdgeKindSet
  ) {
    self.count = count
    self.components = components
    self.graph = graph
    self.kinds = kinds
    (starts, nodes) = Self.members(count: count, components: components)
  }

  /// The components, in topological order.
  public var all: some RandomAccessCollection<ComponentID> {
    (0..<count).lazy.map { ComponentID($0) }
  }

  /// The component that a node belongs to.
  ///
  /// - Precondition: The node belongs to the graph.
  public func component(of node: NodeID) -> ComponentID { components[node.index] }

  /// The nodes of a component, ascending.
  ///
  /// - Precondition: The component is one of these.
  public func members(of component: ComponentID) -> ContiguousArray<NodeID>.SubSequence {
    nodes[Int(starts[component.index])..<Int(starts[component.index + 1])]
  }

  /// The components that hold a cycle: those of more than one node, and nodes with a self-loop.
  ///
  /// - Complexity: Time O(*n* + *m*).
  public var cyclic: [ComponentID] {
    all.filter { component in
      let members = members(of: component)
      guard members.count == 1, let node = members.first else { return true }
      return graph.outgoing(of: node).contains {
        $0.node == node && kinds.contains(graph.kind(of: $0.edge))
      }
    }
  }

  private static func members(
    count: Int, components: ContiguousArray<ComponentID>
  ) -> (ContiguousArray<UInt32>, ContiguousArray<NodeID>) {
    var starts = ContiguousArray<UInt32>(repeating: 0, count: count + 1)
    for component in components { starts[component.index + 1] += 1 }
    for component in 0..<count { starts[component + 1] += starts[component] }
    var cursors = starts
    let nodes = Scratch<NodeID>(uninitialized: components.count)
    for node in components.indices {
      let component = components[node].index
      nodes[cursors[component]] = NodeID(node)
      cursors[component] += 1
    }
    return (starts, nodes.prefix(components.count))
  }
}

extension Graph {
  /// Finds the strongly connected components.
  ///
  /// - Parameter kinds: The kinds of line to follow.
  /// - Complexity: Time O(*n* + *m*). Auxiliary space O(*n*), and O(*m*) when some kind that the
  ///   graph has is left out.
  /// - Note: D. J. Pearce, "A space-efficient algorithm for finding strongly connected components",
  ///   Information Processing Letters 116, 2016, which improves on R. Tarjan, 1972. Iterative. A
  ///   giant component is found first, by the forward and backward search of L. Fleischer,
  ///   B. Hendrickson and A. Pınar, "On identifying strongly connected components in parallel", 2000.
  public func strongComponents(kinds: EdgeKindSet = .all) -> StrongComponents {
    let forward = rows(along: .outgoing, keeping: kinds)
    let backward = rows(along: .incoming, keeping: kinds)
    let search = forward.withView { forward in
      let search = ComponentSearch(forward)
      backward.withView { search.run(forward, $0) }
      return search
    }
    return StrongComponents(
      count: search.count, components: search.components(), graph: self, kinds: kinds)
  }
}

/// One run of Pearce's algorithm.
///
/// `rank` is 0 for a node not seen; for one under way, the least visiting number known to be
/// reachable from it; for a finished one, the number of its component. Visiting numbers count up
/// from 1 and are given back; component numbers count down from *n*. So a finished node always ranks
/// above one under way, and one comparison tells all.
private final class ComponentSearch {
  private struct Frame {
    let node: UInt32
    let visit: UInt32
    var slot: UInt32
    let end: UInt32
  }

  /// What is known of a node, side by side, so that one look into memory brings both.
  private struct Record: BitwiseCopyable {
    var rank: UInt32
    let firstSlot: UInt32
  }

  private let nodeCount: Int
  private let records: Scratch<Record>
  private let frames: Scratch<Frame>
  private let pending: Scratch<UInt32>
  private var pendingCount = 0
  private var nextVisit: UInt32 = 1
  private var nextComponent: UInt32

  init(_ rows: RowsView) {
    nodeCount = rows.offsets.count - 1
    records = Scratch(uninitialized: nodeCount + 1)
    for node in 0...nodeCount { records[node] = Record(rank: 0, firstSlot: rows.offsets[node]) }
    frames = Scratch(uninitialized: nodeCount)
    pending = Scratch(uninitialized: nodeCount)
    nextComponent = UInt32(nodeCount)
  }

  /// The number of components found.
  var count: Int { nodeCount - Int(nextComponent) }

  /// The component of each node, numbered from zero.
  func components() -> ContiguousArray<ComponentID> {
    ContiguousArray(unsafeUninitializedCapacity: nodeCount) { buffer, written in
      for node in 0..<nodeCount {
        buffer.initializeElement(
          at: node, to: ComponentID(rawValue: records[node].rank &- nextComponent &- 1))
      }
      written = nodeCount
    }
  }

  /// Finds all components.
  ///
  /// Many graphs have one giant component. A depth-first search waits for memory at each of its
  /// nodes, where a breadth-first search has many fetches under way at once; so the component of
  /// one well-connected node, the pivot, is found as what leads to it and is led to from it. Around
  /// it the others fall into place: what does not lead to the pivot leads to nothing that does, and
  /// so comes after; what leads to it, and is not led to, comes before.
  func run(_ forward: RowsView, _ backward: RowsView) {
    guard let pivot = pivot(forward, backward) else { return }
    var leading = Wave(nodeCount: nodeCount)
    leading.start(at: pivot)
    leading.exhaust(backward) { _ in true }
    var giant = Wave(nodeCount: nodeCount)
    giant.start(at: pivot)
    giant.exhaust(forward) { leading.contains(forward.ends[$0]) }
    for node in 0..<UInt32(nodeCount) where !leading.contains(NodeID(rawValue: node)) {
      search(from: node, forward)
    }
    for position in 0..<giant.count { records[giant.order[position].rawValue].rank = nextComponent }
    nextComponent &-= 1
    for node in 0..<UInt32(nodeCount) { search(from: node, forward) }
  }

  /// The first of the nodes whose lines in and out make the most ways through; nil when there is no
  /// node.
  private func pivot(_ forward: RowsView, _ backward: RowsView) -> NodeID? {
    (0..<UInt32(nodeCount)).max {
      forward.slots(of: $0).count * backward.slots(of: $0).count
        < forward.slots(of: $1).count * backward.slots(of: $1).count
    }.map { NodeID(rawValue: $0) }
  }

  /// Finds the components of what can be reached from a node and was not seen.
  private func search(from root: UInt32, _ rows: RowsView) {
    guard records[root].rank == 0 else { return }
    var depth = 0
    frames[0] = enter(root, rows)
    while depth >= 0 {
      if let child = unseenEnd(of: &frames.base[depth], rows) {
        depth &+= 1
        frames[depth] = enter(child, rows)
      } else {
        leave(frames[depth])
        depth &-= 1
      }
    }
  }

  private func enter(_ node: UInt32, _ rows: RowsView) -> Frame {
    let slots = records[node].firstSlot..<records[node &+ 1].firstSlot
    let visit = nextVisit
    nextVisit &+= 1
    records[node].rank = visit
    // Looks at all ends at once: their ranks come from memory in parallel, and are at hand when the
    // walk comes to each of them.
    var least = visit
    for slot in slots {
      let other = records[rows.end(Int(slot))].rank
      if other != 0 && other < least { least = other }
    }
    records[node].rank = least
    return Frame(node: node, visit: visit, slot: slots.lowerBound, end: slots.upperBound)
  }

  /// Goes on through the lines of a node up to one whose end was not seen.
  @inline(__always)
  private func unseenEnd(of frame: inout Frame, _ rows: RowsView) -> UInt32? {
    var least = records[frame.node].rank
    var slot = frame.slot
    while slot < frame.end {
      let end = rows.end(Int(slot))
      let other = records[end].rank
      if other == 0 {
        frame.slot = slot
        records[frame.node].rank = least
        return end
      }
      if other < least { least = other }
      slot &+= 1
    }
    records[frame.node].rank = least
    return nil
  }

  /// Closes a component when the node is its root, else keeps the node until its root is found.
  @inline(__always)
  private func leave(_ frame: Frame) {
    guard records[frame.node].rank == frame.visit else {
      pending[pendingCount] = frame.node
      pendingCount &+= 1
      return
    }
    nextVisit &-= 1
    while pendingCount > 0, records[pending[pendingCount &- 1]].rank >= frame.visit {
      pendingCount &-= 1
      nextVisit &-= 1
      records[pending[pendingCount]].rank = nextComponent
    }
    records[frame.node].rank = nextComponent
    nextComponent &-= 1
  }
}
