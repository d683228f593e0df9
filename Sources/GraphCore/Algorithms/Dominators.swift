/// Which nodes every way from the roots to a node must pass: single points of passage.
///
/// Node *a* dominates node *b* when every path from a root to *b* passes *a*. Every reached node
/// dominates itself. With several roots, a node that can be reached from two of them apart has no
/// dominator but itself.
public struct Dominators: Sendable {
  /// The nodes in the order in which a depth-first search reached them.
  private let preorder: ContiguousArray<NodeID>

  /// The place in `preorder`, by node; the maximum when the node was not reached.
  private let places: ContiguousArray<UInt32>

  /// The place of the immediate dominator, by place; the maximum when there is none.
  private let immediate: ContiguousArray<UInt32>

  fileprivate init(
    preorder: ContiguousArray<NodeID>, places: ContiguousArray<UInt32>,
    immediate: ContiguousArray<UInt32>
  ) {
    self.preorder = preorder
    self.places = places
    self.immediate = immediate
  }

  /// Whether any way leads from a root to a node.
  ///
  /// - Precondition: The node belongs to the graph.
  /// - Complexity: O(1).
  public func isReached(_ node: NodeID) -> Bool { places[node.index] != .max }

  /// The nearest node, other than itself, that every way to a node passes.
  ///
  /// - Returns: The node, or nil when there is none: for a root, for a node with ways from several
  ///   roots that share nothing, and for a node that was not reached.
  /// - Precondition: The node belongs to the graph.
  /// - Complexity: O(1).
  public func immediateDominator(of node: NodeID) -> NodeID? {
    let place = places[node.index]
    guard place != .max, immediate[Int(place)] != .max else { return nil }
    return preorder[Int(immediate[Int(place)])]
  }

  /// The nodes, other than itself, that every way to a node passes, nearest first.
  ///
  /// - Precondition: The node belongs to the graph.
  /// - Complexity: O(*k*) for *k* dominators.
  public func strictDominators(of node: NodeID) -> some Sequence<NodeID> {
    sequence(state: node) { last in
      guard let next = immediateDominator(of: last) else { return NodeID?.none }
      last = next
      return next
    }
  }

  /// The nodes that every way to a node passes, nearest first, the node itself among them.
  ///
  /// - Returns: The dominators; nothing when the node was not reached.
  /// - Precondition: The node belongs to the graph.
  /// - Complexity: O(*k*) for *k* dominators.
  public func dominators(of node: NodeID) -> [NodeID] {
    isReached(node) ? [node] + strictDominators(of: node) : []
  }

  /// Whether every way to a node passes another; a reached node dominates itself.
  ///
  /// - Precondition: Both nodes belong to the graph.
  /// - Complexity: O(*k*) for *k* dominators of the second node.
  public func dominates(_ dominator: NodeID, _ node: NodeID) -> Bool {
    let goal = places[dominator.index]
    var place = places[node.index]
    guard goal != .max, place != .max else { return false }
    while place != .max, place > goal { place = immediate[Int(place)] }
    return place == goal
  }

  /// The nodes whose immediate dominator a node is, ascending.
  ///
  /// - Precondition: The node belongs to the graph.
  /// - Complexity: Time O(*n* log *n*).
  public func immediatelyDominated(by node: NodeID) -> [NodeID] {
    let goal = places[node.index]
    guard goal != .max else { return [] }
    return immediate.indices.filter { immediate[$0] == goal }.map { preorder[$0] }.sorted()
  }

  /// The nodes, other than itself, that are cut off from the roots when a node is taken away,
  /// ascending.
  ///
  /// - Precondition: The node belongs to the graph.
  /// - Complexity: Time O(*n* log *n*). Auxiliary space O(*n*).
  public func strictlyDominated(by node: NodeID) -> [NodeID] {
    let goal = places[node.index]
    guard goal != .max else { return [] }
    var isCutOff = [Bool](repeating: false, count: preorder.count)
    isCutOff[Int(goal)] = true
    var result: [NodeID] = []
    for place in (Int(goal) + 1)..<preorder.count where immediate[place] != .max {
      guard isCutOff[Int(immediate[place])] else { continue }
      isCutOff[place] = true
      result.append(preorder[place])
    }
    return result.sorted()
  }
}

extension Graph {
  /// Finds the dominators of every node that can be reached from a root.
  ///
  /// - Parameters:
  ///   - root: The node where every way starts.
  ///   - direction: Which way to follow lines; `.incoming` yields post-dominators.
  ///   - kinds: The kinds of line to follow.
  /// - Precondition: The root belongs to the graph.
  /// - Complexity: As for several roots.
  public func dominators(
    from root: NodeID, along direction: Direction = .outgoing, kinds: EdgeKindSet = .all
  ) -> Dominators {
    dominators(from: CollectionOfOne(root), along: direction, kinds: kinds)
  }

  /// Finds the dominators of every node that can be reached from any of some roots.
  ///
  /// - Parameters:
  ///   - roots: The nodes where a way may start; the order matters to speed alone.
  ///   - direction: Which way to follow lines; `.incoming` yields post-dominators.
  ///   - kinds: The kinds of line to follow.
  /// - Precondition: The roots belong to the graph.
  /// - Complexity: Time O(*n*² + *m* log *n*) at worst, and near linear on graphs met in practice.
  ///   Auxiliary space O(*n*), and O(*m*) when some kind that the graph has is left out.
  /// - Note: Semi-NCA: L. Georgiadis, "Linear-time algorithms for dominators and related problems",
  ///   Princeton, 2005, after T. Lengauer and R. Tarjan, 1979. Iterative.
  public func dominators(
    from roots: some Sequence<NodeID>, along direction: Direction = .outgoing,
    kinds: EdgeKindSet = .all
  ) -> Dominators {
    let successors = rows(along: direction, keeping: kinds)
    let predecessors = rows(along: direction.reversed, keeping: kinds)
    let search = successors.withView { successors in
      let search = DominatorSearch(successors)
      for root in roots {
        precondition(root.index < nodeCount, "A root belongs to the graph")
        search.visit(from: root.rawValue, successors)
      }
      return search
    }
    predecessors.withView { search.findSemidominators($0) }
    return search.dominators()
  }
}

/// One run of the semi-NCA algorithm.
///
/// Works on places in the depth-first order, counted from 1; place 0 is a node that has a line to
/// every root, so that there is one tree.
private final class DominatorSearch {
  private struct Frame: BitwiseCopyable {
    let place: UInt32
    var slot: UInt32
    let end: UInt32
  }

  /// What is known of a node, side by side, so that one look into memory brings both.
  private struct Record: BitwiseCopyable {
    var place: UInt32
    let firstSlot: UInt32
  }

  /// A place in the forest of those places whose semidominator is known.
  private struct Link: BitwiseCopyable {
    /// The parent, or after compression an ancestor farther up.
    var ancestor: UInt32

    /// The least semidominator on the way up to, and without, the ancestor.
    var least: UInt32
  }

  private let nodeCount: Int
  private let records: Scratch<Record>
  private let node: Scratch<UInt32>
  private let parent: Scratch<UInt32>
  private let semidominator: Scratch<UInt32>
  private let frames: Scratch<Frame>
  private var placeCount: UInt32 = 1

  init(_ successors: RowsView) {
    nodeCount = successors.offsets.count - 1
    records = Scratch(uninitialized: nodeCount + 1)
    for node in 0...nodeCount {
      records[node] = Record(place: 0, firstSlot: successors.offsets[node])
    }
    node = Scratch(uninitialized: nodeCount + 1)
    parent = Scratch(uninitialized: nodeCount + 1)
    semidominator = Scratch(repeating: .max, count: nodeCount + 1)
    frames = Scratch(uninitialized: nodeCount)
  }

  /// Searches depth first from a root, and gives places to the nodes that it meets.
  func visit(from root: UInt32, _ successors: RowsView) {
    guard records[root].place == 0 else {
      // Met from another root already: still, a way starts here.
      semidominator[records[root].place] = 0
      return
    }
    var depth = 0
    frames[0] = enter(root, parent: 0, successors)
    while depth >= 0 {
      if let child = unseenEnd(of: &frames.base[depth], successors) {
        let parent = frames[depth].place
        depth &+= 1
        frames[depth] = enter(child, parent: parent, successors)
      } else {
        depth &-= 1
      }
    }
  }

  private func enter(_ node: UInt32, parent: UInt32, _ successors: RowsView) -> Frame {
    let place = placeCount
    placeCount &+= 1
    let slots = records[node].firstSlot..<records[node &+ 1].firstSlot
    records[node].place = place
    self.node[place] = node
    self.parent[place] = parent
    // Leaves out lines to nodes seen already after the last one that leads on. Looking at all ends
    // at once also has the memory fetch what is known of them side by side.
    var end = slots.lowerBound
    for slot in slots where records[successors.end(Int(slot))].place == 0 { end = slot &+ 1 }
    return Frame(place: place, slot: slots.lowerBound, end: end)
  }

  /// Goes on through the lines of a node up to one whose end was not seen.
  @inline(__always)
  private func unseenEnd(of frame: inout Frame, _ successors: RowsView) -> UInt32? {
    while frame.slot < frame.end {
      let end = successors.end(Int(frame.slot))
      frame.slot &+= 1
      if records[end].place == 0 { return end }
    }
    return nil
  }

  /// Finds the semidominator of each place, the last first.
  func findSemidominators(_ predecessors: RowsView) {
    let links = Scratch<Link>(uninitialized: Int(placeCount))
    for place in 0..<placeCount {
      links[place] = Link(ancestor: place == 0 ? 0 : parent[place], least: place)
    }
    let stack = Scratch<UInt32>(uninitialized: Int(placeCount))
    forEachPlaceBackwards(predecessors, links) { current, others in
      var least = min(parent[current], semidominator[current])
      for other in others {
        // A place up to the current one is not linked yet, and so is its own least.
        let above =
          other <= current
          ? other : leastSemidominator(above: other, linked: current &+ 1, links, stack)
        least = min(least, above)
      }
      semidominator[current] = least
      links[current].least = least
    }
  }

  /// Visits the places, the last first, with the places of their predecessors that were reached.
  ///
  /// Predecessors are looked up, and their ways up shortened, for a block of places ahead of the
  /// visits, so that the memory fetches many of them at once.
  @inline(__always)
  private func forEachPlaceBackwards(
    _ predecessors: RowsView, _ links: borrowing Scratch<Link>,
    _ body: (UInt32, Slice<UnsafeBufferPointer<UInt32>>) -> Void
  ) {
    let blockSize: UInt32 = 64
    let counts = Scratch<Int>(uninitialized: Int(blockSize))
    var others: ContiguousArray<UInt32> = []
    var upper = placeCount
    withUnsafeTemporaryAllocation(of: Range<Int>.self, capacity: Int(blockSize)) { slots in
      while upper > 1 {
        let size = min(blockSize, upper - 1)
        for offset in 0..<size {
          slots.initializeElement(
            at: Int(offset), to: predecessors.slots(of: node[upper - 1 - offset]))
        }
        others.removeAll(keepingCapacity: true)
        for offset in 0..<size {
          let before = others.count
          for slot in slots[Int(offset)] {
            let other = records[predecessors.end(slot)].place
            if other != 0 { others.append(other) }
          }
          counts[offset] = others.count - before
        }
        others.withUnsafeBufferPointer { others in
          shorten(others, linked: upper, links)
          var start = 0
          for offset in 0..<size {
            body(upper - 1 - offset, others[start..<(start + counts[offset])])
            start += counts[offset]
          }
        }
        upper -= size
      }
    }
  }

  /// Hangs linked places farther up: each by two steps at most, all of them step by step.
  @inline(__always)
  private func shorten(
    _ places: UnsafeBufferPointer<UInt32>, linked: UInt32, _ links: borrowing Scratch<Link>
  ) {
    for _ in 0..<2 {
      for place in places where place >= linked {
        let link = links[place]
        guard link.ancestor >= linked else { continue }
        let above = links[link.ancestor]
        links[place] = Link(ancestor: above.ancestor, least: min(link.least, above.least))
      }
    }
  }

  /// The least semidominator on the way from a place up to the root of its tree in the forest of
  /// linked places, that root left out; for an unlinked place, the place itself.
  @inline(__always)
  private func leastSemidominator(
    above start: UInt32, linked: UInt32, _ links: borrowing Scratch<Link>,
    _ stack: borrowing Scratch<UInt32>
  ) -> UInt32 {
    if links[start].ancestor >= linked { compress(from: start, linked: linked, links, stack) }
    return links[start].least
  }

  /// Hangs every place on the way up directly below the root of its tree.
  private func compress(
    from start: UInt32, linked: UInt32, _ links: borrowing Scratch<Link>,
    _ stack: borrowing Scratch<UInt32>
  ) {
    var height = 0
    var top = start
    while links[top].ancestor >= linked {
      stack[height] = top
      height &+= 1
      top = links[top].ancestor
    }
    var above = links[top]
    while height > 0 {
      height &-= 1
      let below = stack[height]
      above.least = min(above.least, links[below].least)
      links[below] = above
    }
  }

  /// Finds immediate dominators from semidominators: the nearest common ancestor, in the tree of
  /// dominators so far, of the parent and the semidominator.
  func dominators() -> Dominators {
    let immediate = Scratch<UInt32>(uninitialized: Int(placeCount))
    immediate[0] = 0
    for place in 1..<placeCount {
      var candidate = parent[place]
      while candidate > semidominator[place] { candidate = immediate[candidate] }
      immediate[place] = candidate
    }
    // Place 0 stands for no node: it goes, and with it all places move down by one.
    let reached = Int(placeCount) - 1
    return Dominators(
      preorder: array(reached) { NodeID(rawValue: node[$0 &+ 1]) },
      places: array(nodeCount) { records[$0].place &- 1 },
      immediate: array(reached) { immediate[$0 &+ 1] &- 1 })
  }

  @inline(__always)
  private func array<Element>(
    _ count: Int, of element: (Int) -> Element
  ) -> ContiguousArray<Element> {
    ContiguousArray(unsafeUninitializedCapacity: count) { buffer, written in
      for place in 0..<count { buffer.initializeElement(at: place, to: element(place)) }
      written = count
    }
  }
}
